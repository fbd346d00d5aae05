"""Which day is meant: "yesterday", "mon", "22 nov", "2026-11-22", "two days ago"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bonecoach.core.days import EARLIEST, WEEKDAYS
from bonecoach.phrase.felt_words import FELT
from bonecoach.phrase.lexicon import HOUSEHOLD, singular
from bonecoach.phrase.numbers import is_fraction, number_at
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.units import UNITS

_Maker = Callable[[int, int], "Day"]


class Day(NamedTuple):
    """A day that was said, and the index of the first token behind it. `code` says why it cannot be taken.

    With the code "ambiguous_date" `date` is the likelier of two.
    """

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
_APART = re.compile(r"[-/.]")
_LAST_OF_MONTH = 31
_TWO_DIGITS = 99
_LATELY = 92
"""Days in which a date is likely to be meant that may be read in two ways."""

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
    if found is None or found.date is None or found.code is not None:
        return found
    if found.date > today:
        return Day(found.date, found.end, "future")
    return found if found.date >= EARLIEST else Day(None, found.end, "impossible_date")


def written_day(day: date) -> str:
    """A day as it is always understood: "10 Nov 2026"."""
    month = next(name for name, number in _MONTHS.items() if number == day.month)
    return f"{day.day} {month.capitalize()} {day.year}"


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
    """ "2026-11-22", "22.11.", "22.11.26", "22/11/2026", "11-22-26": with points the day stands first."""
    if at >= len(tokens) or tokens[at].kind is not Kind.DATE:
        return None
    numbers = [int(number) for number in _APART.split(tokens[at].text) if number]
    first, second = numbers[:2]
    if len(numbers) == 2:
        return _latest(at + 1, first, second, today)
    year = numbers[2]
    if first > _LAST_OF_MONTH:
        return _made(at + 1, first, second, year)
    year = year if year > _TWO_DIGITS else today.year // 100 * 100 + year
    if "." in tokens[at].text:
        return _made(at + 1, year, second, first)
    return _either_way(at + 1, first, second, today, lambda day, month: _made(at + 1, year, month, day))


def _slashed(tokens: Sequence[Token], at: int, today: date, *, sure: bool) -> Day | None:
    """ "22/11", "11/22", "3/11"; what may be a fraction ("5/10") only behind "on"."""
    pair = tokens[at].pair if at < len(tokens) else None
    if pair is None:
        return None
    first, second = pair
    behind = _key(tokens, at + 1)
    if not sure and (behind in UNITS or singular(behind) in HOUSEHOLD):  # "5/2 cups"
        return None
    if second == _HIGHEST_SCORE and first <= second and not sure and any(token.key in FELT for token in tokens):
        return None  # "pain 10/10" tells how bad it is
    apart = (12 < first <= 31 and second <= 12) or first <= 12 < second <= 31
    either = 1 <= first <= 12 and 1 <= second <= 12 and not is_fraction(tokens[at])
    clear = (first > 1 and second > 1 and apart) or either
    if not clear and not sure:
        return None
    return _either_way(at + 1, first, second, today, lambda day, month: _latest(at + 1, day, month, today))


def _either_way(end: int, first: int, second: int, today: date, made: _Maker) -> Day:
    """Day and month, or month and day. Where both may be meant, the one that lies in the last three months is, if the
    other has not come yet this year; otherwise it is asked, with the later of both.
    """
    if first > 12 or second > 12 or first == second:
        return made(first, second) if second <= 12 else made(second, first)
    ways = [made(first, second), made(second, first)]
    come = sorted((way.date for way in ways if way.date is not None and way.date <= today), reverse=True)
    lately = [day for day in come if (today - day).days <= _LATELY]
    others = [day for day in come if day not in lately]
    if len(lately) == 1 and all(day.year < today.year for day in others):
        return Day(lately[0], end)
    return Day(come[0] if come else None, end, "ambiguous_date")


def _month_named(tokens: Sequence[Token], at: int, today: date) -> Day | None:
    """ "22 nov", "22nd of november 2025", "22-nov-26", "nov 22", "november the 22nd"."""
    day, end = _day_number(tokens, at)
    day_first = day is not None
    if day_first:
        end = end + 1 if _key(tokens, end) in ("of", "-", "/", ".") else end
        month = _MONTHS.get(_key(tokens, end))
        end += 1
    else:
        month = _MONTHS.get(_key(tokens, at))
        day, end = _day_number(tokens, at + 2 if _key(tokens, at + 1) == "the" else at + 1)
        if _key(tokens, end) in UNITS:  # "march 22 min" is an activity
            return None
    if month is None or day is None:
        return None
    behind = end + 1 if _key(tokens, end) in ("-", "/", ".", ",") else end
    year = _year(tokens, behind) or (_short_year(tokens, at, behind, today) if day_first else None)
    if year is not None:
        return _made(behind + 1, year, month, day)
    said = _latest(end, day, month, today)
    following, end_of_following = _day_number(tokens, end)
    if following is None or not day_first or _key(tokens, end_of_following) in UNITS:
        return said
    other = _latest(end_of_following, following, month, today)
    if other.date is None or said.date is None:
        return said if other.date is None else None
    # "walk 30 nov 22": of the two days that may be meant the one that was lately.
    lately = [(today - each).days <= _LATELY for each in (said.date, other.date)]
    if lately[0] == lately[1]:
        return Day(None, end_of_following, "day_or_amount")
    return said if lately[0] else None


def _short_year(tokens: Sequence[Token], at: int, behind: int, today: date) -> int | None:
    """ "20 nov 26": two digits are this year or the last, where no amount can be meant."""
    text = tokens[behind].text if behind < len(tokens) else ""
    numbered = at == 0 or tokens[at - 1].kind is Kind.NUMBER or _key(tokens, behind - 1) in ("-", "/")
    if not numbered or not (len(text) == 2 and text.isascii() and text.isdigit()) or _key(tokens, behind + 1) in UNITS:
        return None
    year = today.year // 100 * 100 + int(text)
    return year if year in (today.year, today.year - 1) else None


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
