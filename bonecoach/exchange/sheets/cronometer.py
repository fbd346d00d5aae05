"""What the food diary Cronometer exports: servings, and the nutrition of each day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

from bonecoach.core.days import moment_of
from bonecoach.core.entries import LONGEST_NAME, Intake, Source
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.core.units import NG_PER_IU_VITAMIN_D
from bonecoach.exchange.arrivals import Arrived, Ignored, Line, Rejected
from bonecoach.exchange.cells import Cells
from bonecoach.exchange.fhir.gathered import DAY_TOTALS, DayTotals
from bonecoach.exchange.sheets.sheet import SheetLine, sheet_lines

SERVINGS = frozenset({"Day", "Food Name", "Amount"})
DAILY = frozenset({"Date", "Energy (kcal)"})

COLUMNS = {
    "Calcium (mg)": Nutrient.CALCIUM,
    "Magnesium (mg)": Nutrient.MAGNESIUM,
    "Protein (g)": Nutrient.PROTEIN,
    "Zinc (mg)": Nutrient.ZINC,
    "Fiber (g)": Nutrient.FIBRE,
    "Sodium (mg)": Nutrient.SODIUM,
}
"""Its columns and what they are here. Its vitamin K does not say which one it is, so nothing is made of it."""

VITAMIN_D_IU = "Vitamin D (IU)"
_GRAMS = re.compile(r"(\d+(?:\.\d+)?) ?g", re.ASCII)


def read_servings(path: Path, zone: str) -> Iterator[Arrived]:
    """Every serving as an intake. One without a time stands at 00:00 of its day."""
    for line in sheet_lines(path, SERVINGS):
        if isinstance(line, Rejected):
            yield line
            continue
        try:
            yield Line(path.name, line.number, "intakes", _serving(line, zone))
        except InvalidEntry as error:
            yield Rejected(path.name, line.number, error)


def read_daily(path: Path) -> Iterator[Arrived]:
    """The totals of each day; a day on which nothing stands at all was not kept, and is counted."""
    empty = 0
    for line in sheet_lines(path, DAILY):
        if isinstance(line, Rejected):
            yield line
            continue
        try:
            amounts = _amounts(line)
            day = Cells(line.cells).day("Date")
            if any(amounts.values()):
                yield Line(path.name, line.number, DAY_TOTALS, DayTotals(day, amounts, frozenset()))
            else:
                empty += 1
        except InvalidEntry as error:
            yield Rejected(path.name, line.number, error)
    if empty:
        yield Ignored(f"{empty} × empty day", "empty_days", empty)


def _serving(line: SheetLine, zone: str) -> Intake:
    cells = Cells(line.cells)
    swallowed = "supplement" in f"{cells.raw('Category')} {cells.raw('Group')}".lower()
    quantity = cells.raw("Amount")
    weight = _GRAMS.fullmatch(quantity)
    return Intake(
        moment=moment_of(cells.day("Day"), clock_said(cells.raw("Time")), zone),
        name=cells.needed("Food Name")[:LONGEST_NAME],
        source=Source.SUPPLEMENT if swallowed else Source.FOOD,
        amounts=Amounts(_amounts(line)),
        quantity=quantity,
        grams=float(weight[1]) or None if weight and not swallowed else None,
    )


def clock_said(said: str) -> time:
    """ "8:15 AM", "20:15"; 00:00 where no time is said. Raises InvalidEntry("cell_not_a_time")."""
    if not said:
        return time()
    for form in ("%I:%M %p", "%H:%M", "%H:%M:%S"):
        try:
            return datetime.strptime(said.upper(), form).time()  # noqa: DTZ007 - a wall time of the day beside it
        except ValueError:
            continue
    raise InvalidEntry("cell_not_a_time", column="Time", text=said[:80])


def _amounts(line: SheetLine) -> dict[Nutrient, int]:
    """What is known in nanograms; an empty cell is unknown."""
    said = {nutrient.value: line.cells.get(column, "") for column, nutrient in COLUMNS.items()}
    cells = Cells(said)
    held = {nutrient: cells.amount(nutrient) for nutrient in COLUMNS.values()}
    units = Cells({Nutrient.VITAMIN_D.value: line.cells.get(VITAMIN_D_IU, "")}).amount(Nutrient.VITAMIN_D)
    if units is not None:
        held[Nutrient.VITAMIN_D] = units * NG_PER_IU_VITAMIN_D // Nutrient.VITAMIN_D.ng_per_unit
    return {nutrient: ng for nutrient, ng in held.items() if ng is not None}
