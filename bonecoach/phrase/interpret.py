"""One part of a line understood: every reading is tried, the one that uses every word is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from bonecoach.core.activities import Activity
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.foods import Food
from bonecoach.core.supplements import Compound, Product
from bonecoach.phrase.context import Context
from bonecoach.phrase.dosed import read_dose
from bonecoach.phrase.eaten import read_food
from bonecoach.phrase.felt import read_symptom
from bonecoach.phrase.happened import read_event
from bonecoach.phrase.how_often import Often, how_often, plan_trouble, said_several_times, several_times
from bonecoach.phrase.lexicon import FILLERS, NOT, NOUNS
from bonecoach.phrase.moved import read_activity, read_exercise
from bonecoach.phrase.names import Found
from bonecoach.phrase.never import never_an_entry
from bonecoach.phrase.outcome import Outcome, Trouble
from bonecoach.phrase.prepared import is_made
from bonecoach.phrase.said import Said
from bonecoach.phrase.searched import searched
from bonecoach.phrase.sides import read_together
from bonecoach.phrase.taken import form_trouble, read_compound, read_nutrient, read_product
from bonecoach.phrase.tokens import Kind
from bonecoach.phrase.uncounted import read_uncounted

_MOST_TRIED = 10
_SWALLOWED = ("own", "medicine", "compound", "nutrient", "product", "uncounted")
_MARKS = ("-", ",", "&", "+")


def interpret(said: Said, ctx: Context, *, alone: bool = True) -> Outcome:
    """The best reading of a part: a complete one if there is any, else the one that leaves the fewest words.

    `alone` is false for one side of "toast with butter", which is not taken apart again.
    """
    if alone:
        _take_opening(said)
    often = how_often(said)
    refused = never_an_entry(said, alone=alone)
    if refused is not None:
        is_scheme = often is not None and refused.trouble is not None and refused.trouble.first == often.first
        return _planned(said, often) if is_scheme and often is not None else refused
    outcomes: list[Outcome] = _steps_alone(said, ctx)
    for read in (read_event, read_symptom):
        outcomes.extend(_tried(said, partial(read, ctx=ctx)))
        if outcomes and outcomes[-1].complete:
            return outcomes[-1]
    if often is not None and often.times == ctx.times > 1:  # "twice daily, at 8 and at 20": its times say it already
        said.take(range(often.first, often.end), "when")
    elif often is not None and often.times != 1:
        return _planned(said, often)
    for found in ctx.tables.names.find(said, ctx.habits)[:_MOST_TRIED]:
        outcomes.extend(_tried(said, partial(_read, found=found, ctx=ctx)))
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
            outcomes = _tried(said, partial(_read, found=found, ctx=ctx))
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
    return read_dose(said, thing, tokens, ctx)  # type: ignore[arg-type]  # whatever the table of medicines holds


def at_other_moments(outcome: Outcome, moments: tuple[object, ...]) -> None:
    """The same at every moment that was named ("letrozole mon and tue")."""
    outcome.entries = tuple(replace(entry, moment=moment) for moment in moments for entry in outcome.entries)  # type: ignore[arg-type]
