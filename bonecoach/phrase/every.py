"""In which interval a dose is prescribed: "weekly", "once a month", "every two weeks", "daily"."""

from __future__ import annotations

from typing import NamedTuple

from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.said import Said

_WORDS = {"daily": 1, "od": 1, "qd": 1, "weekly": 7, "fortnightly": 14, "biweekly": 14, "monthly": 30}
_SPANS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "wk": 7, "fortnight": 14, "month": 30, "months": 30}
_LEADS = ("a", "per", "each", "every", "/", "q")
LONGEST_DAYS = 366


class Every(NamedTuple):
    """The days between two doses, and its first and last token."""

    days: int
    first: int
    last: int


def take_every(said: Said) -> Every | None:
    """The days between two doses where the part says them, their words used; None where it does not."""
    for index in said.free():
        found = _at(said, index)
        if found is not None:
            days, end = found
            said.take([i for i in range(index, end) if said.roles[i] is None], "amount")
            return Every(days, index, end - 1)
    return None


def _at(said: Said, index: int) -> tuple[int, int] | None:
    tokens = said.tokens
    at = index + 1 if tokens[index].key == "once" else index
    key = tokens[at].key if at < len(tokens) else ""
    if key in _WORDS:
        return _WORDS[key], at + 1
    if key not in _LEADS:
        return None
    number = number_at(tokens, at + 1) if key == "every" else None
    behind = at + 1 if number is None else number.end
    span = _SPANS.get(tokens[behind].key) if behind < len(tokens) else None
    if span is None:
        return None
    days = span if number is None else int(number.value * span)
    return (days, behind + 1) if 1 <= days <= LONGEST_DAYS else None
