"""The tables of what was measured: scans and laboratory tests."""

from __future__ import annotations

from typing import Any

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import LabTest, Scan, Side, Site, known_test, unit_named
from bonecoach.exchange.cells import (
    Cells,
    clock_cell,
    day_cell,
    figure_cell,
    flag_cell,
    text_cell,
)
from bonecoach.exchange.tables.table import Column, Table


def needed_figure(cells: Cells, column: str) -> float:
    """A number that must be there. Raises InvalidEntry("cell_missing", "cell_not_a_number")."""
    figure = cells.figure(column)
    if figure is None:
        raise InvalidEntry("cell_missing", column=column)
    return figure


def _scan(cells: Cells) -> Scan:
    return Scan(
        id=cells.text("id"),
        date=cells.day("date"),
        site=cells.choice("site", Site),
        side=cells.choice_or_none("side", Side),
        bmd=cells.figure("bmd"),
        t_score=cells.figure("t_score"),
        z_score=cells.figure("z_score"),
        scanner=cells.text("scanner"),
        place=cells.text("place"),
        lsc_percent=cells.figure("lsc_percent"),
        lsc=cells.figure("lsc"),
        note=cells.text("note"),
    )


SCANS = Table[Scan](
    "scans",
    "bone density scans (DXA), a line for each site",
    (
        Column("id", "string", "the name of the scan in the diary", lambda s: text_cell(s.id)),
        Column("date", "date", "the day of the scan", lambda s: day_cell(s.date)),
        Column("site", "string", "`lumbar_spine`, `total_hip`, `femoral_neck` or `forearm`", lambda s: s.site.value),
        Column("side", "string", "`left` or `right`", lambda s: "" if s.side is None else s.side.value),
        Column("bmd", "number", "the density in g/cm²", lambda s: figure_cell(s.bmd)),
        Column("t_score", "number", "the T-score, as printed", lambda s: figure_cell(s.t_score)),
        Column("z_score", "number", "the Z-score, as printed", lambda s: figure_cell(s.z_score)),
        Column("scanner", "string", "which scanner", lambda s: text_cell(s.scanner)),
        Column("place", "string", "where it was made", lambda s: text_cell(s.place)),
        Column(
            "lsc_percent", "number", "the centre's least significant change in %", lambda s: figure_cell(s.lsc_percent)
        ),
        Column("lsc", "number", "the same in g/cm², where the centre states it so", lambda s: figure_cell(s.lsc)),
        Column("note", "string", "what she noted", lambda s: text_cell(s.note)),
    ),
    frozenset({"date", "site"}),
    _scan,
)


def _lab_test(cells: Cells) -> LabTest:
    return LabTest(
        id=cells.text("id"),
        date=cells.day("date"),
        time=cells.clock_or_none("time"),
        name=known_test(cells.needed("name")),
        value=needed_figure(cells, "value"),
        unit=unit_named(cells.needed("unit")),
        range_low=cells.figure("range_low"),
        range_high=cells.figure("range_high"),
        fasting=cells.flag("fasting"),
        lab=cells.text("lab"),
        note=cells.text("note"),
    )


LAB_TESTS = Table[LabTest](
    "lab_tests",
    "results of laboratories",
    (
        Column("id", "string", "the name of the test in the diary", lambda t: text_cell(t.id)),
        Column("date", "date", "the day of it", lambda t: day_cell(t.date)),
        Column("time", "time", "when the blood was taken, where it was said", lambda t: clock_cell(t.time)),
        Column("name", "string", "`25ohd`, `calcium`, `ctx`, … or another", lambda t: text_cell(t.name)),
        Column("value", "number", "the result, as printed", lambda t: figure_cell(t.value)),
        Column("unit", "string", "its unit, as printed", lambda t: text_cell(t.unit)),
        Column("range_low", "number", "the laboratory's own range", lambda t: figure_cell(t.range_low)),
        Column("range_high", "number", "its upper end", lambda t: figure_cell(t.range_high)),
        Column("fasting", "boolean", "whether she had not eaten; empty: not said", lambda t: flag_cell(t.fasting)),
        Column("lab", "string", "which laboratory", lambda t: text_cell(t.lab)),
        Column("note", "string", "what she noted", lambda t: text_cell(t.note)),
    ),
    frozenset({"date", "name", "value", "unit"}),
    _lab_test,
)

MEASURED_TABLES: tuple[Table[Any], ...] = (SCANS, LAB_TESTS)
