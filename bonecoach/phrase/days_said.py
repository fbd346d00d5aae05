"""Which day is meant: "yesterday", "mon", "22 nov", "2026-11-22", "two days ago"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bonecoach.core.days import EARLIEST, WEEKDAYS
from bonecoach.phrase.felt_words import FELT
from bonecoach.phrase.numbers import is_fraction, number_at
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.units import UNITS

_Maker = Callable[[int, int], "Day"]


class Day(NamedTuple):
    """A day that was said, and the index of the first token behind it. `code` says why it cannot be taken."""

    date: date | None
    end: int
    code: str | None = None


_WEEKDAY_WORDS = {
    **{name: index for index, name in enumerate(WEEKDAYS)},
    **{name[:3]: index for index, name in enumerate(WEEKDAYS)},
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
}  # fmt: skip
_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august"),
            *("sep sept september", "oct october", "nov november", "dec december"),
        ),
        1,
    )
    for name in names.split()
}
_BACK = {"today": 0, "yesterday": 1, "yday": 1, "yest": 1, "ystd": 1}
_AHEAD = ("tomorrow", "tmrw", "tmr")
_SPANS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_LONGER = ("week", "weekend", "month", "year")
_HIGHEST_SCORE = 10
_ORDINALS = ("st", "nd", "rd", "th")


def day_at(tokens: Sequence[Token], at: int, today: date) -> Day | None:
    """The day said at token `at`, the latest such day that is not in the future; None when none is said.

    `code` is "future", "impossible_date", "ambiguous_date" or "which_day" where the words name none that can be taken.
    """
    behind = at + 1 if _key(tokens, at) in ("on", "from") else at
    found = (
        _relative(tokens, behind, today)
        or _weekday(tokens, behind, today)
        or _dated(tokens, behind, today)
        or _month_named(tokens, behind, today)
        or _slashed(tokens, behind, today, sure=behind > at)
        or _ordinal(tokens, behind, today)
    )
    if found is None or found.date is None:
        return found
    if found.date > today:
        return Day(found.date, found.end, "future")
    return found if found.date >= EARLIEST else Day(None, found.end, "impossible_date")


def _relative(tokens: Sequence[Token], at: int, today: date) -> Day | None:
    key = _key(tokens, at)
    if key in _BACK:
        return Day(today - timedelta(days=_BACK[key]), at + 1)
    if key == "next" and _key(tokens, at + 1) in (*_WEEKDAY_WORDS, "week", "month"):
        return Day(today + timedelta(days=7), at + 2)
    if key in ("last", "past") and _key(tokens, at + 1) in _LONGER:
        return Day(None, at + 2, "which_day")
    if key in _AHEAD:
        return Day(today + timedelta(days=1), at + 1)
    before = at + 1 if key == "the" else at
    if _keys(tokens, before, 3) in (("day", "before", "yesterday"), ("day", "after", "tomorrow")):
        return Day(today + timedelta(days=-2 if _key(tokens, before + 1) == "before" else 2), before + 3)
    number = number_at(tokens, at)
    if number is None or _key(tokens, number.end) not in _SPANS or _key(tokens, number.end + 1) != "ago":
        return None
    days = number.value * _SPANS[_key(tokens, number.end)]
    if days.denominator != 1 or days > 40_000:
        return Day(None, number.end + 2, "impossible_date")
    return Day(today - timedelta(days=int(days)), number.end + 2)


def _weekday(tokens: Sequence[Token], at: int, today: date) -> Day | None:
    """The latest such day: today when it is that day, last week's after "last"."""
    last = _key(tokens, at) in ("last", "this", "past")
    word = at + 1 if last else at
    index = _WEEKDAY_WORDS.get(_key(tokens, word))
    if index is None:
        return None
    back = (today.weekday() - index) % 7
    if back == 0 and _key(tokens, at) == "last":
        back = 7
    end = word + 1
    if end < len(tokens) and tokens[end].text == ".":
        end += 1
    return Day(today - timedelta(days=back), end)


def _dated(tokens: Sequence[Token], at: int, today: date) -> Day | None:
    """ "2026-11-22", "22.11.", "22.11.2026", "22/11/2026"."""
    if at >= len(tokens) or tokens[at].kind is not Kind.DATE:
        return None
    text = tokens[at].text
    if "-" in text:
        year, month, day = (int(number) for number in text.split("-"))
        return _made(at + 1, year, month, day)
    if "." in text:
        of_day, of_month, of_year = text.split(".")
        if of_year:
            return _made(at + 1, int(of_year), int(of_month), int(of_day))
        return _latest(at + 1, int(of_day), int(of_month), today)
    first, second, in_year = (int(number) for number in text.split("/"))
    return _either_way(at + 1, first, second, lambda day, month: _made(at + 1, in_year, month, day))


def _slashed(tokens: Sequence[Token], at: int, today: date, *, sure: bool) -> Day | None:
    """ "22/11", "11/22", "3/11"; what may be a fraction ("5/10") only behind "on"."""
    pair = tokens[at].pair if at < len(tokens) else None
    if pair is None:
        return None
    first, second = pair
    if second == _HIGHEST_SCORE and first <= second and not sure and any(token.key in FELT for token in tokens):
        return None  # "pain 10/10" tells how bad it is
    apart = (12 < first <= 31 and second <= 12) or first <= 12 < second <= 31
    either = 1 <= first <= 12 and 1 <= second <= 12 and not is_fraction(tokens[at])
    clear = (first > 1 and second > 1 and apart) or either
    if not clear and not sure:
        return None
    return _either_way(at + 1, first, second, lambda day, month: _latest(at + 1, day, month, today))


def _either_way(end: int, first: int, second: int, made: _Maker) -> Day:
    if first <= 12 and second <= 12 and first != second:
        return Day(None, end, "ambiguous_date")
    return made(first, second) if second <= 12 else made(second, first)


def _month_named(tokens: Sequence[Token], at: int, today: date) -> Day | None:
    """ "22 nov", "22nd of november 2025", "nov 22", "november the 22nd"."""
    day, end = _day_number(tokens, at)
    if day is not None:
        end = end + 1 if _key(tokens, end) == "of" else end
        month = _MONTHS.get(_key(tokens, end))
        end += 1
    else:
        month = _MONTHS.get(_key(tokens, at))
        day, end = _day_number(tokens, at + 2 if _key(tokens, at + 1) == "the" else at + 1)
        if _key(tokens, end) in UNITS:  # "march 22 min" is an activity
            return None
    if month is None or day is None:
        return None
    year = _year(tokens, end)
    if year is not None:
        return _made(end + 1, year, month, day)
    said = _latest(end, day, month, today)
    following, _ = _day_number(tokens, end)
    if following is not None and _key(tokens, at) not in _MONTHS:
        # "walk 30 nov 22": of the two days that may be meant, the later one.
        behind = _latest(end + 1, following, month, today)
        if behind.date is not None and (said.date is None or behind.date > said.date):
            return None
    return said


def _ordinal(tokens: Sequence[Token], at: int, today: date) -> Day | None:
    """ "the 20th": the latest such day of this month or an earlier one."""
    before = at + 1 if _key(tokens, at) == "the" else at
    day, end = _day_number(tokens, before)
    if day is None or end == before + 1:
        return None
    month = today.replace(day=1)
    while True:
        made = _made(end, month.year, month.month, day)
        if made.date is not None and made.date <= today:
            return made
        month = (month - timedelta(days=1)).replace(day=1)


def _day_number(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    if at >= len(tokens) or tokens[at].kind is not Kind.NUMBER:
        return None, at
    value = tokens[at].value
    if value is None or value.denominator != 1 or not 1 <= value <= 31:
        return None, at
    return int(value), at + 2 if _key(tokens, at + 1) in _ORDINALS else at + 1


def _year(tokens: Sequence[Token], at: int) -> int | None:
    token = tokens[at] if at < len(tokens) else None
    return int(token.text) if token is not None and token.kind is Kind.NUMBER and _is_year(token.text) else None


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text[:2] in ("19", "20")


def _made(end: int, year: int, month: int, day: int) -> Day:
    try:
        return Day(date(year, month, day), end)
    except ValueError:
        return Day(None, end, "impossible_date")


def _latest(end: int, day: int, month: int, today: date) -> Day:
    for year in range(today.year, today.year - 9, -1):  # 29 February may be eight years back
        made = _made(end, year, month, day)
        if made.date is not None and made.date <= today:
            return made
    return Day(None, end, "impossible_date")


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""


def _keys(tokens: Sequence[Token], at: int, count: int) -> tuple[str, ...]:
    return tuple(token.key for token in tokens[at : at + count])
