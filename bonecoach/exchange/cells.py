"""Values as the cells of a table and back, so that every one comes back as it left."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from bonecoach.core.days import possible
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.texts import is_writable

RISKY = tuple("=+-@\t\r\n＝＋－＠'")
"""A text that begins so may be run as a formula by a spreadsheet (OWASP, CSV injection): an apostrophe goes before it.
One that begins with an apostrophe gets a second, so that taking the first away always gives the text back."""

MOST_NG = 10**18
"""A thousand tonnes: more is no amount, and SQLite's whole numbers end soon after."""

LONGEST_FIGURE = 40
LONGEST_TEXT = 20_000
"""Characters in a cell: far more than any field of the diary takes."""

_FIGURE = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d{1,3})?", re.ASCII)
_DECIMAL = re.compile(r"\d+(\.\d+)?", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
_YES, _NO = ("yes", "true", "1"), ("no", "false", "0")

Choice = TypeVar("Choice", bound=StrEnum)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(RISKY) else text


def unguarded(text: str) -> str:
    """The text as it was before it was guarded."""
    return text[1:] if text.startswith("'") else text


def text_cell(text: str | None) -> str:
    """A text; nothing for None."""
    return guarded(text) if text else ""


def figure_cell(figure: float | None) -> str:
    """A number, exactly; nothing for None."""
    return "" if figure is None else repr(float(figure)).removesuffix(".0")


def whole_cell(number: int | None) -> str:
    """A whole number; nothing for None."""
    return "" if number is None else str(number)


def flag_cell(flag: bool | None) -> str:
    """ "yes" or "no"; nothing for None."""
    return "" if flag is None else "yes" if flag else "no"


def amount_writer(nutrient: Nutrient) -> Callable[[int | None], str]:
    """What writes nanograms in the unit of the nutrient's key, exactly, and nothing where they are unknown."""
    per = nutrient.ng_per_unit
    digits = len(str(per)) - 1

    def write(ng: int | None) -> str:
        if not ng:
            return "" if ng is None else "0"
        whole, rest = divmod(ng, per)
        return f"{whole}.{rest:0{digits}}".rstrip("0") if rest else str(whole)

    return write


_DIGITS = {nutrient: len(str(nutrient.ng_per_unit)) - 1 for nutrient in Nutrient}


def nanograms(decimal: str, nutrient: Nutrient) -> int:
    """Nanograms of a decimal ("551.44") in the unit of the nutrient's key, exactly; finer parts are rounded."""
    whole, _, rest = decimal.partition(".")
    digits = _DIGITS[nutrient]
    if len(rest) > digits:
        return round(Fraction(decimal) * nutrient.ng_per_unit)
    return int(whole + rest.ljust(digits, "0"))


def day_cell(day: date | None) -> str:
    """ "2026-11-23"; nothing for None."""
    return "" if day is None else day.isoformat()


def clock_cell(at: time | None) -> str:
    """ "08:00"; nothing for None."""
    return "" if at is None else f"{at:%H:%M}"


def instant_cell(instant: datetime | None) -> str:
    """ "2026-11-23T07:40:00Z"; nothing for None."""
    return "" if instant is None else f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def json_cell(value: object) -> str:
    """Lists and the like as JSON."""
    return json.dumps(value, ensure_ascii=False)


def finite(found: object) -> float | None:
    """The number that stands in JSON, where it is one that can be reckoned with; None for whatever else."""
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    try:
        figure = float(found)
    except OverflowError:  # whole numbers have no largest one there
        return None
    return figure if math.isfinite(figure) else None


class Cells:
    """One line of a table, read cell by cell. A column that is missing reads as empty cells.

    What cannot be read is InvalidEntry: "cell_missing", "cell_too_long", "cell_unreadable", "cell_not_a_number",
    "cell_not_whole", "cell_not_a_choice", "cell_not_yes_or_no", "cell_not_a_day", "cell_not_a_time",
    "cell_not_an_instant", "cell_not_a_list", each with `column`, and "day_out_of_range".
    """

    __slots__ = ("_by_column",)

    def __init__(self, by_column: Mapping[str, str]) -> None:
        self._by_column = by_column

    def raw(self, column: str) -> str:
        """What stands in a cell, without the spaces around it."""
        return self._by_column.get(column, "").strip()

    def text(self, column: str) -> str:
        """A text as it was before it was guarded."""
        text = unguarded(self._by_column.get(column, ""))
        if len(text) > LONGEST_TEXT:
            raise InvalidEntry("cell_too_long", column=column, longest=LONGEST_TEXT)
        if not is_writable(text):
            raise InvalidEntry("cell_unreadable", column=column)
        return text

    def text_or_none(self, column: str) -> str | None:
        """A text; None where there is none."""
        return self.text(column) or None

    def needed(self, column: str) -> str:
        """A text that must be there."""
        text = self.text(column)
        if not text.strip():
            raise InvalidEntry("cell_missing", column=column)
        return text

    def _refuse(self, code: str, column: str, **facts: object) -> InvalidEntry:
        return InvalidEntry(code, column=column, text=self.raw(column)[:80], **facts)

    def figure(self, column: str) -> float | None:
        """A number; None where there is none."""
        said = self.raw(column)
        if not said:
            return None
        figure = float(said) if len(said) <= LONGEST_FIGURE and _FIGURE.fullmatch(said) else math.inf
        if not math.isfinite(figure):
            raise self._refuse("cell_not_a_number", column)
        return figure

    def whole(self, column: str) -> int | None:
        """A whole number; None where there is none."""
        said = self.raw(column)
        if not said:
            return None
        if not _WHOLE.fullmatch(said):
            raise self._refuse("cell_not_whole", column)
        return int(said)

    def whole_or(self, column: str, otherwise: int) -> int:
        """A whole number, or what holds where there is none."""
        number = self.whole(column)
        return otherwise if number is None else number

    def amount(self, nutrient: Nutrient) -> int | None:
        """Nanograms from an amount in the unit of the nutrient's key, under its key; None where it is unknown."""
        said = self.raw(nutrient.value)
        if not said:
            return None
        ng = nanograms(said, nutrient) if len(said) <= LONGEST_FIGURE and _DECIMAL.fullmatch(said) else MOST_NG + 1
        if ng > MOST_NG:
            raise self._refuse("cell_not_a_number", nutrient.value)
        return ng

    def flag(self, column: str) -> bool | None:
        """Yes or no; None where neither is said."""
        said = self.raw(column).lower()
        if not said:
            return None
        if said not in (*_YES, *_NO):
            raise self._refuse("cell_not_yes_or_no", column)
        return said in _YES

    def choice(self, column: str, choices: type[Choice]) -> Choice:
        """One of the words of an enumeration."""
        found = self.choice_or_none(column, choices)
        if found is None:
            raise InvalidEntry("cell_missing", column=column)
        return found

    def choice_or_none(self, column: str, choices: type[Choice]) -> Choice | None:
        """One of the words of an enumeration; None where there is none."""
        said = self.raw(column)
        if not said:
            return None
        try:
            return choices(said)
        except ValueError:
            raise self._refuse("cell_not_a_choice", column, choices=tuple(choices)) from None

    def day(self, column: str) -> date:
        """A day that must be there."""
        day = self.day_or_none(column)
        if day is None:
            raise InvalidEntry("cell_missing", column=column)
        return day

    def day_or_none(self, column: str) -> date | None:
        """A day; None where there is none."""
        return self._read(column, "cell_not_a_day", _day)

    def clock_or_none(self, column: str) -> time | None:
        """A time of day; None where there is none."""
        return self._read(column, "cell_not_a_time", _clock)

    def clocks(self, column: str) -> tuple[time, ...]:
        """Times of day with spaces between them."""
        return self._read(column, "cell_not_a_time", lambda said: tuple(map(_clock, said.split()))) or ()

    def instant(self, column: str) -> datetime:
        """An instant that must be there, with its offset."""
        instant = self.instant_or_none(column)
        if instant is None:
            raise InvalidEntry("cell_missing", column=column)
        return instant

    def instant_or_none(self, column: str) -> datetime | None:
        """An instant in UTC; None where there is none."""
        return self._read(column, "cell_not_an_instant", _instant)

    def rows(self, column: str) -> Sequence[Mapping[str, object]]:
        """A JSON list of objects; empty where there is none."""
        found = self._read(column, "cell_not_a_list", _json) or []
        if not (isinstance(found, list) and all(isinstance(each, dict) for each in found)):
            raise self._refuse("cell_not_a_list", column)
        return found

    def texts(self, column: str) -> tuple[str, ...]:
        """A JSON list of texts; empty where there is none."""
        found = self._read(column, "cell_not_a_list", _json) or []
        if not (isinstance(found, list) and all(isinstance(each, str) for each in found)):
            raise self._refuse("cell_not_a_list", column)
        return tuple(found)

    def _read(self, column: str, code: str, reader: Callable[[str], _Read]) -> _Read | None:
        said = self.raw(column)
        if not said:
            return None
        try:
            return reader(said)
        except (ValueError, OverflowError, RecursionError):
            raise self._refuse(code, column) from None


_Read = TypeVar("_Read")


def _day(said: str) -> date:
    if len(said) != len("2026-11-23"):  # fromisoformat reads weeks too
        raise ValueError
    return possible(date.fromisoformat(said))


def _clock(said: str) -> time:
    if len(said) not in (len("08:00"), len("08:00:00")):
        raise ValueError
    return time.fromisoformat(said)


def _instant(said: str) -> datetime:
    instant = datetime.fromisoformat(said)
    if instant.tzinfo is None:
        raise ValueError
    possible(instant.date())
    return instant.astimezone(UTC)


def _json(said: str) -> object:
    found = json.loads(said)
    if "\\u" in said and not is_writable(json.dumps(found, ensure_ascii=False)):
        raise ValueError
    return found
