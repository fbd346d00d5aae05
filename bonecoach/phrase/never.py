"""What is no entry whatever is named in it: impossible numbers, a range, her own weight, "vitamin k", a bare meal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bonecoach.phrase.elsewhere import result_refused
from bonecoach.phrase.lexicon import FILLERS
from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.outcome import Outcome, Trouble
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.wordlist import words

_MEASURED = {
    "own_weight": (
        frozenset({"wt", "weight", "weigh", "weighed", "weighs"}),
        frozenset({"kg", "kgs", "kilo", "kilos", "lb", "lbs", "pounds", "stone", "st"}),
    ),
    "own_height": (
        frozenset({"height", "tall"}),
        frozenset(
            {"cm", "cms", "m", "metre", "metres", "meter", "meters", "ft", "foot", "feet", "in", "inch", "inches"}
        ),
    ),
}
"""What is measured of a body, by the code that refuses it: what people call it, and its units."""

_BODY = frozenset({"body", "myself", "scales", "scale"})
_MEALS = frozenset({"breakfast", "lunch", "dinner", "supper", "brunch", "snack", "snacks", "meal"})
_LIKE_MEALS = words("big small large late early light nice hot cold full english cooked sunday school")
_LEFT_OUT = frozenset({"skipped", "missed", "no"})
_SAME = frozenset({"same", "usual", "usuals"})
_AS_BEFORE = words("the my as yesterday before again last time today everything all day thing things breakfast lunch")
_NEVER = {Kind.CONTROL: "control_characters", Kind.NONSENSE: "not_a_number", Kind.NEGATIVE: "negative"}


def never_an_entry(said: Said, *, alone: bool) -> Outcome | None:
    """Why nothing in this part can be logged, before anything is looked for; None where something may be.

    `alone` is false for one side of "toast with butter", where a meal is a food's own word.
    """
    return (
        result_refused(said)
        or _impossible(said)
        or _own_body(said)
        or _which_vitamin_k(said)
        or ((_same_again(said) or _only_a_meal(said)) if alone else None)
    )


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
    """ "20-30 min", "20 to 30 minutes", "two to three glasses": one number is wanted."""
    three = said.tokens[index : index + 3]
    free = not any(said.roles[index : index + 3])
    return (
        len(three) == 3
        and free
        and three[1].key in ("-", "–", "to", "bis")
        and all(_is_figure(said.tokens[at : at + 1]) for at in (index, index + 2))
    )


def _is_figure(one: Sequence[Token]) -> bool:
    number = number_at(one, 0) if one[0].kind in (Kind.NUMBER, Kind.WORD) else None
    return one[0].kind is Kind.NUMBER or (number is not None and not number.article)


def _own_body(said: Said) -> Outcome | None:
    """ "weight 65 kg", "I weigh 10 stone", "I am 5 ft 4 tall": facts about the person, not something that happened."""
    telling = [index for index in said.free() if said.tokens[index].key not in FILLERS | _BODY]
    figures = [index for index in telling if said.tokens[index].kind is Kind.NUMBER]
    for code, (names, units) in _MEASURED.items():
        named = [index for index in telling if said.tokens[index].key in names]
        beside = [index for index in telling if said.tokens[index].key in units]
        if named and figures and len(named) + len(figures) + len(beside) >= len(telling):
            said.take(said.free(), "unread")
            return Outcome(said, trouble=Trouble(code, telling[0], telling[-1], {"text": said.words(telling)}))
    return None


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


def _same_again(said: Said) -> Outcome | None:
    """ "same as yesterday", "my usual": a line says what it was; the same again has a button of its own."""
    keys = {token.key for token in said.tokens if not token.silent}
    if not keys & _SAME or not keys <= _SAME | _AS_BEFORE:
        return None
    said.take(range(len(said.tokens)), "unread")
    return Outcome(said, trouble=Trouble("same_again", 0, len(said.tokens) - 1, {"text": said.text}))


def _only_a_meal(said: Said) -> Outcome | None:
    """ "had breakfast", "lunch 12:30", "skipped dinner": when it was, not what was eaten."""
    telling = [i for i, token in enumerate(said.tokens) if not token.silent and token.key not in FILLERS]
    meals = [i for i in telling if said.tokens[i].key in _MEALS]
    rest = [
        i for i in telling if said.roles[i] != "when" and said.tokens[i].key not in _MEALS | _LIKE_MEALS | _LEFT_OUT
    ]
    clocks = all(said.tokens[i].kind is Kind.CLOCK for i in rest)
    if not (meals and clocks):
        return None
    said.take(said.free(), "unread")
    code = "meal_not_said" if _LEFT_OUT.isdisjoint(said.tokens[i].key for i in telling) else "did_not_happen"
    return Outcome(said, trouble=Trouble(code, telling[0], telling[-1], {"text": said.words([meals[0]])}))
