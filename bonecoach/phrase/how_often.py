"""How often something is done or planned: "twice daily", "3 times a week", "b.d.", "every 8 hours"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.outcome import Trouble
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.wordlist import words

_SHORT = {"bd": 2, "bid": 2, "tds": 3, "tid": 3, "qds": 4, "qid": 4}
"""As prescriptions are written."""

_ONCE = words("daily weekly monthly fortnightly biweekly nightly od qd")
_PER = words("daily weekly monthly nightly")
_LEADS = ("a", "per", "each", "every", "/", "q")
_SPANS = words("day week month fortnight night")
_EACH = words(
    """
    day week month fortnight year night morning afternoon evening weekday weekend meal mealtime breakfast lunch dinner
    supper monday tuesday wednesday thursday friday saturday sunday
    """
)
_DAYS = words("day days night nights morning mornings evening evenings weekday weekdays")
_ORDINALS = words("other second third fourth 2nd 3rd 4th alternate")
_ALWAYS = words(
    "weekdays mornings evenings nights meals mealtimes mondays tuesdays wednesdays thursdays fridays saturdays sundays"
)
_PARTS = ("morning", "afternoon", "evening")
_SEVERAL = ("several", "many", "few")
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_MOST_TIMES = 12
_LONGEST_SCHEME = 5
"""Tokens of "1-0-1": morning, noon and evening."""


class Often(NamedTuple):
    """How often it is, from the token `first` up to, not including, `end`.

    `times` on one day, 1 where it is once a day or more rarely, 0 where it is several times in longer than a day.
    """

    first: int
    end: int
    times: int


def how_often(said: Said) -> Often | None:
    """The first words among the unused ones that tell how often, several times before once; None where none do."""
    once = None
    for index in said.free():
        found = _at(said.tokens, index)
        if found is not None and all(said.roles[i] is None for i in range(index, found.end)):
            if found.times != 1:
                return found
            once = once or found
    return once


def plan_trouble(said: Said, first: int, last: int) -> Trouble:
    """Why a plan that stands from `first` to `last` is not logged; the fix is what was said without it."""
    each_morning = said.tokens[first].key in ("every", "each") and said.tokens[last].key in _PARTS
    this_one = said.replaced(first, last, f"this {said.tokens[last].text}") if each_morning else ""
    fix = this_one or said.without(first, last)
    return Trouble("plan_said", first, last, {"text": said.words([first, last])}, fix or None)


def said_several_times(said: Said, several: Often) -> Trouble:
    """Why "twice" is not logged: at once, or at two times? The fix is one of them."""
    first, last = several.first, several.end - 1
    fix = said.without(first, last)
    facts = {"text": said.words([first, last]), "one": fix, "count": several.times}
    return Trouble("several_when", first, last, facts, fix or None)


def several_times(said: Said) -> Often | None:
    """ "twice", "three times", with no word of when; None where it is said otherwise ("2 x", "3 times 10 min")."""
    for index in said.free():
        times, end = _TIMES.get(said.tokens[index].key, 0), index + 1
        number = number_at(said.tokens, index)
        if number is not None and _key(said.tokens, number.end) == "times" and number.value.denominator == 1:
            times, end = int(number.value), number.end + 1
        if times > 1 and number_at(said.tokens, end) is None:
            return Often(index, end, times)
    return None


def _at(tokens: Sequence[Token], at: int) -> Often | None:
    key = _key(tokens, at)
    if key in _SHORT:
        return Often(at, at + 1, _SHORT[key])
    if key == "x":  # "x 3 daily"
        behind = _counted(tokens, at + 1)
        return None if behind is None else Often(at, behind.end, behind.times)
    found = _counted(tokens, at) or _scheme(tokens, at) or _every(tokens, at)
    if found is not None:
        return found
    per = _per(tokens, at)
    if key in _ONCE or per is not None:
        return Often(at, at + 1 if per is None else per, 1)
    return _always(tokens, at)


def _always(tokens: Sequence[Token], at: int) -> Often | None:
    """ "on weekdays", "mondays", "most days", "with meals", "on alternate days"."""
    end = at
    for leads in (("on", "with", "at", "in"), ("most", "the", "alternate")):
        end = end + 1 if _key(tokens, end) in leads else end
    key, before = _key(tokens, end), _key(tokens, end - 1)
    days = key in _DAYS and before in ("most", "alternate") and end > at
    named = key in _ALWAYS and (end > at or key.endswith("days"))
    return Often(at, end + 1, 0) if days or named else None


def _counted(tokens: Sequence[Token], at: int) -> Often | None:
    """ "twice daily", "3 x a day", "two times per week", "2/day", "5 days a week", "8-hourly", "once a day"."""
    key = _key(tokens, at)
    if key in _TIMES:
        times, end = _TIMES[key], at + 1
    elif key in _SEVERAL and _key(tokens, at + 1) == "times":
        times, end = 0, at + 2
    else:
        number = number_at(tokens, at)
        if number is None or number.article or number.value.denominator != 1 or number.value > _MOST_TIMES:
            return None
        times, end = int(number.value), number.end
        hourly = end + 1 if _key(tokens, end) == "-" else end
        if _key(tokens, hourly) == "hourly":
            return Often(at, hourly + 1, 24 // times if times else 0)
        if _key(tokens, end) in ("x", "times", "time") or _key(tokens, end) in _DAYS:
            end += 1
    behind = end + 2 if _key(tokens, end) == "this" and _key(tokens, end + 1) in _SPANS else _per(tokens, end)
    if behind is None:
        return None
    by_day = any(_key(tokens, i) in ("daily", "day", "nightly", "night") for i in range(end, behind))
    return Often(at, behind, 1 if times == 1 else times if by_day else 0)


def _per(tokens: Sequence[Token], at: int) -> int | None:
    """ "daily", "a day", "per week", "each day", "/day": the index behind."""
    if _key(tokens, at) in _PER:
        return at + 1
    behind = at + 1 if _key(tokens, at) == "in" else at
    return behind + 2 if _key(tokens, behind) in _LEADS and _key(tokens, behind + 1) in _SPANS else None


def _scheme(tokens: Sequence[Token], at: int) -> Often | None:
    """ "1-0-1", "1+1+1": how many at which time of the day."""
    run = tokens[at : at + _LONGEST_SCHEME]
    if len(run) < _LONGEST_SCHEME or any(token.kind is not Kind.NUMBER or len(token.text) > 1 for token in run[::2]):
        return None
    if any(token.key not in ("-", "+") or not token.glued for token in run[1::2]):
        return None
    return Often(at, at + _LONGEST_SCHEME, sum(token.key != "0" for token in run[::2]))


def _every(tokens: Sequence[Token], at: int) -> Often | None:
    """ "every 8 hours", "every other day", "every morning", "with each meal"."""
    start = at + 1 if _key(tokens, at) in ("with", "at", "on") else at
    if _key(tokens, start) not in ("every", "each"):
        return None
    if _key(tokens, start + 1) in _ORDINALS and _key(tokens, start + 2) in _EACH:
        return Often(at, start + 3, 0)
    if _key(tokens, start + 1) in _EACH:
        meals = _key(tokens, start + 1) in ("meal", "mealtime")
        return Often(at, start + 2, 0 if meals else 1)
    number = number_at(tokens, start + 1)
    if number is not None and _key(tokens, number.end) in ("h", "hr", "hrs", "hour", "hours") and number.value > 0:
        return Often(at, number.end + 1, max(1, int(24 / number.value)))
    return None


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""
