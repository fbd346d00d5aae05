"""Any table, its columns matched by hand to those of the diary's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bonecoach.core.entries import Dose
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.units import NG_PER_IU_VITAMIN_D
from bonecoach.exchange.arrivals import Arrived, Ignored, Line, Rejected
from bonecoach.exchange.cells import Cells
from bonecoach.exchange.sheets import doses_told
from bonecoach.exchange.sheets.cronometer import clock_said
from bonecoach.exchange.sheets.doses_told import DAY_ENDS, DOSES_TOLD, DoseTold, Medicines
from bonecoach.exchange.sheets.points import with_point
from bonecoach.exchange.sheets.sheet import sheet_lines
from bonecoach.exchange.tables import TABLES
from bonecoach.reference.activities import ActivityTable

ORDERS = ("ymd", "dmy", "mdy")
"""How days may be written: 2026-11-23, 23.11.2026, 11/23/2026."""

_LIKE = {"dmy": "23.11.2026", "mdy": "11/23/2026"}

VITAMIN_D_IU = "vitamin_d_iu"
TIME = "time"
"""Beside the columns of a table: vitamin D in IU, and a time of day for an entry whose day stands under `date`."""

WEIGHT_UNIT = "weight_unit"
"""Beside the columns of facts: the unit of a weight, kg or lb."""

_DAYS = frozenset({"date", "since", "first_day", "last_day", "start", "until", "made"})
_CLOCK_BEHIND = re.compile(r"(.*\d)(?:T| +)(\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)", re.ASCII | re.IGNORECASE)
"""A day and a time of day in one cell."""

_PARTS = re.compile(r"[./\- ]+")


class Matching(NamedTuple):
    """Which table is meant, which column of the file stands for which of its columns, and what holds for every line.

    A line on which nothing stands under one of the `needed` columns says nothing. `called` says which activity a word
    means that is no activity's name, "" where its lines are to be left out.
    """

    table: str
    columns: Mapping[str, str]
    values: Mapping[str, str]
    order: str = "ymd"
    needed: frozenset[str] = frozenset()
    called: Mapping[str, str] = {}

    def refuse_unknown(self) -> None:
        """Raises InvalidEntry("unknown_table", "unknown_column", "no_columns")."""
        if self.table not in TABLES:
            raise InvalidEntry("unknown_table", text=self.table, choices=tuple(TABLES))
        known = {*TABLES[self.table].header, VITAMIN_D_IU, TIME, WEIGHT_UNIT}
        for key in (*self.columns, *self.values):
            if key not in known:
                raise InvalidEntry("unknown_column", text=key, choices=tuple(TABLES[self.table].header))
        if not self.columns:
            raise InvalidEntry("no_columns")


class Names(NamedTuple):
    """What is called how: activities, and the medicines that are known here."""

    activities: ActivityTable
    medicines: Medicines


def read_matched(path: Path, matching: Matching, zone: str, names: Names) -> Iterator[Arrived]:
    """What stands in a file, read as lines of one of the diary's tables; doses as they are told (`doses_told`).

    Raises InvalidEntry (see `Matching.refuse_unknown`) and DiaryError (see `sheet_lines`).
    """
    matching.refuse_unknown()
    table, left_out = TABLES[matching.table], 0
    for line in sheet_lines(path, frozenset(matching.columns.values())):
        if isinstance(line, Rejected):
            yield line
            continue
        try:
            said = {key: line.cells.get(column, "") for key, column in matching.columns.items()} | dict(matching.values)
            _refuse_gaps(matching, said)
            whole = _completed(matching, said, zone, names)
            value = table.read(Cells(whole))
            if isinstance(value, Dose):
                yield Line(path.name, line.number, DOSES_TOLD, DoseTold(value, bool(whole.get(TIME))))
            else:
                yield Line(path.name, line.number, matching.table, value)
        except InvalidEntry as error:
            if error.code == "unknown_sport" and matching.called.get(str(error.facts["text"])) == "":
                left_out += 1
                continue
            if error.facts.get("column") in matching.columns:  # said as the file calls it
                error.facts["column"] = matching.columns[str(error.facts["column"])]
            yield Rejected(path.name, line.number, error)
    if left_out:
        yield Ignored(f"{left_out} × activity", "unknown_activity", left_out)


def _refuse_gaps(matching: Matching, said: Mapping[str, str]) -> None:
    """Raises InvalidEntry("cell_missing")."""
    for key in matching.columns:
        if key in matching.needed and not said[key]:
            raise InvalidEntry("cell_missing", column=key)


def _completed(matching: Matching, said: dict[str, str], zone: str, names: Names) -> dict[str, str]:
    """The cells as the table has them: days in their form, points in figures, and what follows from what is said."""
    cells = {key: with_point(text) for key, text in said.items()}
    if TIME not in cells and (both := _CLOCK_BEHIND.fullmatch(cells.get("date", ""))):
        cells[TIME] = both[2]
    for key in _DAYS & cells.keys():
        cells[key] = day_said(cells[key], matching.order, key)
    if "at" in TABLES[matching.table].header:
        if "at" not in cells and "date" in cells:
            unsaid = DAY_ENDS if matching.table == "doses" else ""
            cells["at"] = f"{cells['date']}T{clock_said(cells.get(TIME) or unsaid):%H:%M}"
        cells.setdefault("zone", zone)
    if VITAMIN_D_IU in cells:
        units = Cells({Nutrient.VITAMIN_D.value: cells.pop(VITAMIN_D_IU)}).amount(Nutrient.VITAMIN_D)
        if units is not None:
            ng = units * NG_PER_IU_VITAMIN_D // Nutrient.VITAMIN_D.ng_per_unit
            cells[Nutrient.VITAMIN_D.value] = f"{ng // 1000}.{ng % 1000:03}"
    if cells.get("value") and WEIGHT_UNIT in cells:
        cells["value"] = f"{cells['value']} {cells.pop(WEIGHT_UNIT)}"
    if matching.table == "sessions":
        cells = _as_activity(cells, names.activities, matching.called)
    if matching.table == "doses":
        cells = doses_told.completed(cells, names.medicines)
    named = next((cells[key] for key in ("label", "medicine", "symptom", "event", "source") if cells.get(key)), "")
    if not cells.get("name") and named:
        cells["name"] = named.replace("_", " ").capitalize()
    return cells


def _as_activity(cells: dict[str, str], activities: ActivityTable, called: Mapping[str, str]) -> dict[str, str]:
    """What a session loads, by what its activity is called. Raises InvalidEntry("unknown_sport")."""
    words = cells.get("activity", "")
    told = words[:80] or "?"
    activity = activities.get(words) or activities.named(words) or activities.get(called.get(told, ""))
    if activity is None:
        raise InvalidEntry("unknown_sport", text=told)
    known = {
        "activity": activity.id,
        "name": activity.name,
        "load": activity.load.value,
        "also_load": "" if activity.also_load is None else activity.also_load.value,
        "intensity": activity.intensity.value,
        "aerobic": "yes" if activity.aerobic else "no",
    }
    return {**known, **{key: text for key, text in cells.items() if key != "activity" and text}}


def day_said(text: str, order: str, column: str) -> str:
    """A day in the order that was named, as "2026-11-23"; nothing stays nothing.

    Raises InvalidEntry("cell_not_a_day", "cell_in_another_order").
    """
    if not text:
        return ""
    both = _CLOCK_BEHIND.fullmatch(text)
    parts = [part for part in _PARTS.split(both[1] if both else text.partition("T")[0]) if part]
    try:
        found = dict(zip(order, (int(part) for part in parts), strict=True))
        year = found["y"] + 2000 if found["y"] < 100 else found["y"]
        return date(year, found["m"], found["d"]).isoformat()
    except ValueError:
        if order == "ymd":
            raise InvalidEntry("cell_not_a_day", column=column, text=text[:80]) from None
        like = _LIKE[order]
        raise InvalidEntry("cell_in_another_order", column=column, text=text[:80], like=like) from None
