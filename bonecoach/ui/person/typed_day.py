"""A day as people type it into a form, past or to come."""

from __future__ import annotations

import re
from datetime import date

from bonecoach.core.days import EARLIEST, LATEST
from bonecoach.core.errors import InvalidEntry

_PLACES = {"dmy": (0, 1, 2), "mdy": (1, 0, 2), "ymd": (2, 1, 0)}
"""Where day, month and year stand in each order."""

_MONTHS = "january february march april may june july august september october november december".split()
_PART = re.compile(r"[^\W\d_]+|\d+")
_BETWEEN = re.compile(r"[\s,./-]*")
_SHORTEST_MONTH = 3
_YEAR_DIGITS = 4
_MIDDLE_OF_YEAR = (7, 1)
"""The month and day by which a year alone is kept, as of a day of birth."""


def day_typed(text: str, order: str, shown: date) -> date:
    """ "15 May 2026", "May 15, 2026", "2026-05-15", "15.5.26"; a day without a year is in that of `shown`.

    `order` says which number is the day where all are numbers. Raises InvalidEntry("day_not_read").
    """
    said = text.strip().casefold()
    parts = [re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", part) for part in re.split(r"[\s,./-]+", said) if part]
    parts = [part for glued in parts for part in _PART.findall(glued)] if _is_plain(said) else []
    try:
        day, month, year = _numbers(parts, order, shown.year)
        found = date(year, month, day)
    except ValueError:
        raise InvalidEntry("day_not_read", text=text.strip()) from None
    if not EARLIEST <= found <= LATEST:
        raise InvalidEntry("day_not_read", text=text.strip())
    return found


def rough_day_typed(text: str, birth: date | None) -> date | None:
    """What is only known by its year, month or age: "1977" is its 1 July, "June 1977" its first day.

    "at 20" is 1 July of the year in which she was 20, where her day of birth is known; None for any other text.
    """
    said = re.sub(r"[\s,./-]+", " ", text.strip().casefold())
    year, day = 0, _MIDDLE_OF_YEAR
    if re.fullmatch(r"\d{4}", said):
        year = int(said)
    elif found := re.fullmatch(r"([^\W\d_]+) (\d{4})", said):
        try:
            year, day = int(found[2]), (_month(found[1]), 1)
        except ValueError:
            return None
    elif found := re.fullmatch(r"(?:at|age|aged|at age|at the age of) (\d{1,2})", said):
        year = 0 if birth is None else birth.year + int(found[1])
    return date(year, *day) if EARLIEST.year <= year <= LATEST.year else None


def _is_plain(said: str) -> bool:
    """Whether nothing but words, numbers and what stands between them was typed: "-5 May" is no day."""
    return said[:1].isalnum() and not _BETWEEN.sub("", _PART.sub("", said))


def _numbers(parts: list[str], order: str, year: int) -> tuple[int, int, int]:
    """Day, month and year. Raises ValueError."""
    names = [n for n, part in enumerate(parts) if not part.isdigit()]
    if len(names) > 1 or not 2 <= len(parts) <= len(_PLACES[order]):
        raise ValueError
    if names:  # a month by its name: the day and the year beside it
        month = _month(parts.pop(names[0]))
        first_is_year = len(parts[0]) == _YEAR_DIGITS
        day, *years = reversed(parts) if first_is_year else parts
        return int(day), month, _year(years[0]) if years else year
    if len(parts[0]) == _YEAR_DIGITS:
        order = "ymd"
    if len(parts) == len(_PLACES[order]):
        at_day, at_month, at_year = _PLACES[order]
        return int(parts[at_day]), int(parts[at_month]), _year(parts[at_year])
    at_day, at_month, _ = _PLACES["dmy" if order == "dmy" else "mdy"]
    return int(parts[at_day]), int(parts[at_month]), year


def _month(said: str) -> int:
    """The month whose name begins so. Raises ValueError."""
    found = [n for n, name in enumerate(_MONTHS, start=1) if name.startswith(said[:3] if said == "sept" else said)]
    if len(said) < _SHORTEST_MONTH or len(found) != 1:
        raise ValueError
    return found[0]


def _year(said: str) -> int:
    """A year of four digits, or of two in this century. Raises ValueError."""
    if len(said) not in (2, _YEAR_DIGITS):
        raise ValueError
    return int(said) if len(said) == _YEAR_DIGITS else 2000 + int(said)
