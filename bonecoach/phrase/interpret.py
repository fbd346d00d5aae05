"""One part of a line understood: every reading is tried, the one that uses every word is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from bonecoach.core.activities import Activity
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.foods import Food
from bonecoach.core.supplements import Compound, Product
from bonecoach.phrase.context import Context
from bonecoach.phrase.dosed import read_dose
from bonecoach.phrase.eaten import read_food
from bonecoach.phrase.elsewhere import result_refused
from bonecoach.phrase.felt import read_symptom
from bonecoach.phrase.happened import read_event
from bonecoach.phrase.how_often import Often, how_often, plan_trouble, said_several_times, several_times
from bonecoach.phrase.lexicon import FILLERS, NOT, NOUNS
from bonecoach.phrase.moved import read_activity, read_exercise
from bonecoach.phrase.names import Found
from bonecoach.phrase.outcome import Outcome, Trouble
from bonecoach.phrase.prepared import is_made
from bonecoach.phrase.said import Said
from bonecoach.phrase.searched import searched
from bonecoach.phrase.sides import read_together
from bonecoach.phrase.taken import form_trouble, read_compound, read_nutrient, read_product
from bonecoach.phrase.tokens import Kind
from bonecoach.phrase.uncounted import read_uncounted
from bonecoach.phrase.wordlist import words

_MOST_TRIED = 10
_WEIGHING = frozenset({"wt", "weight", "weigh", "weighed", "weighs"})
_WEIGHED_IN = frozenset({"kg", "kgs", "kilo", "kilos", "lb", "lbs", "pounds", "stone", "st"})
_BODY = frozenset({"body", "myself", "scales", "scale"})
_SWALLOWED = ("own", "medicine", "compound", "nutrient", "product", "uncounted")
_MEALS = frozenset({"breakfast", "lunch", "dinner", "supper", "brunch", "snack", "snacks", "meal"})
_LIKE_MEALS = words("big small large late early light nice hot cold full english cooked sunday school")
_LEFT_OUT = frozenset({"skipped", "missed", "no"})
_MARKS = ("-", ",", "&", "+")
_NEVER = {Kind.CONTROL: "control_characters", Kind.NONSENSE: "not_a_number", Kind.NEGATIVE: "negative"}


def interpret(said: Said, ctx: Context, *, alone: bool = True) -> Outcome:
    """The best reading of a part: a complete one if there is any, else the one that leaves the fewest words.

    `alone` is false for one side of "toast with butter", which is not taken apart again.
    """
    if alone:
        _take_opening(said)
    often = how_often(said)
    refused = result_refused(said) or _impossible(said)
    refused = refused or _own_weight(said) or _which_vitamin_k(said) or _only_a_meal(said, alone=alone)
    if refused is not None:
        is_scheme = often is not None and refused.trouble is not None and refused.trouble.first == often.first
        return _planned(said, often) if is_scheme and often is not None else refused
    outcomes: list[Outcome] = _steps_alone(said, ctx)
    for read in (read_event, read_symptom):
        outcomes.extend(_tried(said, lambda copy, read=read: read(copy, ctx)))  # type: ignore[misc]
        if outcomes and outcomes[-1].complete:
            return outcomes[-1]
    if often is not None and often.times == ctx.times > 1:  # "twice daily, at 8 and at 20": its times say it already
        said.take(range(often.first, often.end), "when")
    elif often is not None and often.times != 1:
        return _planned(said, often)
    for found in ctx.tables.names.find(said, ctx.habits)[:_MOST_TRIED]:
        outcomes.extend(_tried(said, lambda copy, found=found: _read(copy, found, ctx)))  # type: ignore[misc]
        if outcomes and outcomes[-1].complete:
            return outcomes[-1]
    beside = _tried(said, lambda copy: read_together(copy, ctx, interpret)) if alone else []
    if beside and beside[0].complete:
        return beside[0]
    if ctx.searching and all(outcome.trouble is None or outcome.unread for outcome in outcomes):
        for looked in _looked_up(said, ctx):
            outcomes.extend(looked)
            if outcomes and outcomes[-1].complete:
                return outcomes[-1]
    outcomes.extend(beside)
    if not outcomes:
        rest = said.copy()
        take_fillers(rest)
        return Outcome(rest)
    best = min(outcomes, key=lambda outcome: (len(outcome.unread), outcome.trouble is not None))
    if often is not None and not set(range(often.first, often.end)).isdisjoint(best.unread):
        return _planned(said, often)
    take_bracketed(best)
    form = form_trouble(best, ctx) if best.trouble is None else None
    if form is not None:
        best.said.take(best.unread, "unread")
        best.trouble = form
    return best


def _take_opening(said: Said) -> None:
    """ "can you log ...": asked of a listener."""
    opening = said.free()[:2]
    if [said.tokens[index].key for index in opening] in (["can", "you"], ["could", "you"], ["will", "you"]):
        said.take(opening, "filler")


def _looked_up(said: Said, ctx: Context) -> Iterator[list[Outcome]]:
    """What the food table makes of it, the surest first; nothing is looked for before it is asked for."""
    yield _cooked(said, ctx)
    fitting = _searched(said, ctx)
    yield fitting
    yield _ordinary(said, ctx)
    if fitting:
        yield _measured(said, ctx)


def _searched(said: Said, ctx: Context) -> list[Outcome]:
    return _tried(said, lambda copy: searched(copy, ctx))


def _measured(said: Said, ctx: Context) -> list[Outcome]:
    return _tried(said, lambda copy: searched(copy, ctx, measured=True))


def _cooked(said: Said, ctx: Context) -> list[Outcome]:
    """ "grilled halloumi": a staple as it is, before the whole table is searched for it."""
    if not is_made(said, cooked=True):
        return []
    return _named_plainly(said, replace(ctx, ordinary="cooked"), staples=True)


def _ordinary(said: Said, ctx: Context) -> list[Outcome]:
    """ "tesco greek yogurt": the food as it is, where no table knows it so."""
    if not is_made(said, cooked=False):
        return []
    return _named_plainly(said, replace(ctx, ordinary="made"), staples=False)


def _named_plainly(said: Said, ctx: Context, *, staples: bool) -> list[Outcome]:
    for found in ctx.tables.names.find(said, ctx.habits)[:_MOST_TRIED]:
        if isinstance(found.thing, Food) and (found.thing.staple or not staples):
            outcomes = _tried(said, lambda copy, found=found: _read(copy, found, ctx))  # type: ignore[misc]
            if outcomes and outcomes[-1].complete:
                return outcomes
    return []


def _planned(said: Said, often: Often) -> Outcome:
    trouble = plan_trouble(said, often.first, often.end - 1)
    said.take(said.free(), "unread")
    return Outcome(said, trouble=trouble)


def take_bracketed(outcome: Outcome) -> None:
    """ "walk 30 (with Anna)": what stands in brackets and says nothing else is a note."""
    said, unread = outcome.said, outcome.unread
    inside = said.in_brackets()
    if outcome.trouble is not None or not unread or not inside.issuperset(unread):
        return
    first, last = unread[0], unread[-1]
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    text = said.words([first, last])
    said.take([i for i in range(first, last + 1) if said.roles[i] in (None, "filler")], "note")
    outcome.entries = tuple(replace(e, note="; ".join(filter(None, (e.note, text)))) for e in outcome.entries)


def take_fillers(said: Said) -> None:
    """Use up the small words that nobody needed, and dashes between words."""
    named = said.taken("name")
    keys = {i: said.tokens[i].key for i in said.free()}
    # "cashew drink": what is named there is no longer the nut.
    left = {i for i, key in keys.items() if key in NOUNS and i - 1 in named}
    said.take([i for i, key in keys.items() if (key in FILLERS or key in _MARKS) and i not in left], "filler")


def _steps_alone(said: Said, ctx: Context) -> list[Outcome]:
    """ "6000 steps" is a walk whose minutes are missing, "6000 steps in 50 min" one that is whole."""
    telling = [index for index in said.free() if said.tokens[index].key not in FILLERS]
    kinds = [said.tokens[index].kind for index in telling]
    if kinds[:2] != [Kind.NUMBER, Kind.WORD] or said.tokens[telling[1]].key != "steps":
        return []
    walk = ctx.tables.activities.named("walk")
    if len(telling) > 2:
        return [] if walk is None else _tried(said, lambda copy: read_activity(copy, walk, (telling[1],), ctx))
    walked = said.copy()
    walked.take(walked.free(), "amount")
    facts = {"activity": said.words(telling), "exercise": None}
    return [Outcome(walked, trouble=Trouble("length_missing", telling[0], telling[-1], facts))]


def _own_weight(said: Said) -> Outcome | None:
    """ "weight 65 kg", "I weigh 10 stone": a fact about the person, not something that happened."""
    telling = [index for index in said.free() if said.tokens[index].key not in FILLERS | _BODY]
    weighed = [index for index in telling if said.tokens[index].key in _WEIGHING]
    figures = [index for index in telling if said.tokens[index].kind is Kind.NUMBER]
    units = [index for index in telling if said.tokens[index].key in _WEIGHED_IN]
    if not (weighed and figures) or len(weighed) + len(figures) + len(units) < len(telling):
        return None
    said.take(said.free(), "unread")
    return Outcome(said, trouble=Trouble("own_weight", telling[0], telling[-1], {"text": said.words(telling)}))


def _which_vitamin_k(said: Said) -> Outcome | None:
    """ "vitamin k 100": K1 and K2 are counted apart."""
    for first, second in pairwise(said.free()):
        keys = said.tokens[first].key, said.tokens[second].key
        if keys in (("vitamin", "k"), ("vit", "k")):
            said.take(said.free(), "unread")
            return Outcome(
                said, trouble=Trouble("which_vitamin_k", first, second, {"text": said.words([first, second])})
            )
    return None


def _only_a_meal(said: Said, *, alone: bool) -> Outcome | None:
    """ "had breakfast", "lunch 12:30", "skipped dinner": when it was, not what was eaten."""
    telling = [i for i, token in enumerate(said.tokens) if not token.silent and token.key not in FILLERS]
    meals = [i for i in telling if said.tokens[i].key in _MEALS]
    rest = [
        i for i in telling if said.roles[i] != "when" and said.tokens[i].key not in _MEALS | _LIKE_MEALS | _LEFT_OUT
    ]
    clocks = all(said.tokens[i].kind is Kind.CLOCK for i in rest)
    if not (alone and meals and clocks):
        return None
    said.take(said.free(), "unread")
    code = "meal_not_said" if _LEFT_OUT.isdisjoint(said.tokens[i].key for i in telling) else "did_not_happen"
    return Outcome(said, trouble=Trouble(code, telling[0], telling[-1], {"text": said.words([meals[0]])}))


def _tried(said: Said, read: Callable[[Said], Outcome | None]) -> list[Outcome]:
    copy = said.copy()
    try:
        outcome = read(copy)
    except InvalidEntry as error:
        used = copy.taken("amount") or copy.taken("name")
        outcome = Outcome(copy, trouble=Trouble(error.code, used[0], used[-1], error.facts))
    if outcome is None:
        return []
    if any(outcome.said.tokens[i].key in NOT for i in outcome.unread):
        return [outcome]
    take_fillers(outcome.said)
    return [outcome]


def _read(said: Said, found: Found, ctx: Context) -> Outcome | None:
    thing, tokens = found.thing, found.tokens
    if found.kind in _SWALLOWED:
        several = several_times(said)
        if several is not None and several.times == ctx.times:
            said.take(range(several.first, several.end), "when")
        elif several is not None:
            trouble = said_several_times(said, several)
            said.take(said.free(), "unread")
            return Outcome(said, trouble=trouble)
    if isinstance(thing, Food):
        return read_food(said, thing, tokens, ctx)
    if isinstance(thing, Activity):
        return read_activity(said, thing, tokens, ctx)
    if isinstance(thing, Product):
        return read_product(said, thing, tokens, ctx)
    if isinstance(thing, Compound):
        return read_compound(said, thing, tokens, ctx)
    if isinstance(thing, tuple):
        nutrient, called = thing
        return read_nutrient(said, nutrient, called, tokens, ctx)
    if found.kind == "uncounted":
        return read_uncounted(said, str(thing), tokens, ctx)
    if isinstance(thing, str):
        return read_exercise(said, thing, tokens, ctx)
    return read_dose(said, thing, tokens, ctx)  # type: ignore[arg-type]


def _impossible(said: Said) -> Outcome | None:
    for index, token in enumerate(said.tokens):
        code = _NEVER.get(token.kind)
        if code is not None:
            fix = said.replaced(index, index, token.text.lstrip("-−")) if token.kind is Kind.NEGATIVE else None
            said.take(said.free(), "unread")
            return Outcome(said, trouble=Trouble(code, index, index, {"text": token.text}, fix))
        if _is_spaced(said, index):
            first, second = token.text, said.tokens[index + 1].text
            likelier = first + second if first == "1" else f"{first} x {second}"
            fix = said.replaced(index, index + 1, likelier)
            said.take(said.free(), "unread")
            facts = {"text": f"{first} {second}", "joined": first + second, "first": first, "second": second}
            return Outcome(said, trouble=Trouble("spaced_number", index, index + 1, facts, fix))
        if _is_range(said, index):
            fix = said.replaced(index, index + 2, token.text)
            facts = {"low": token.text, "high": said.tokens[index + 2].text}
            said.take(said.free(), "unread")
            return Outcome(said, trouble=Trouble("range", index, index + 2, facts, fix))
    return None


def _is_spaced(said: Said, index: int) -> bool:
    """ "1 200 mg": a thousand with a space, or one of 200? "2 000" leaves no doubt, and is read as one number."""
    two = said.tokens[index : index + 2]
    if index and said.tokens[index - 1].key == "x":  # "5x5 135 lb"
        return False
    return (
        len(two) == 2
        and not any(said.roles[index : index + 2])
        and all(token.kind is Kind.NUMBER and token.text.isdigit() for token in two)
        and len(two[0].text) <= 2
        and len(two[1].text) == 3
        and two[1].text != "000"
    )


def _is_range(said: Said, index: int) -> bool:
    """ "20-30 min", "20 to 30 minutes": one number is wanted."""
    three = said.tokens[index : index + 3]
    free = not any(said.roles[index : index + 3])
    return (
        len(three) == 3
        and free
        and three[0].kind is three[2].kind is Kind.NUMBER
        and three[1].key in ("-", "–", "to", "bis")
    )


def at_other_moments(outcome: Outcome, moments: tuple[object, ...]) -> None:
    """The same at every moment that was named ("letrozole mon and tue")."""
    outcome.entries = tuple(replace(entry, moment=moment) for moment in moments for entry in outcome.entries)  # type: ignore[arg-type]
