"""The formats of an export: one short function each, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk


class Order(NamedTuple):
    """What is to be exported: the days, the sections (None: all), where to, and whether over a file that is there."""

    first: date | None
    last: date | None
    sections: tuple[str, ...] | None
    out: Path
    over: bool
    bom: bool = False


class Format(NamedTuple):
    """One format: how its files end, which sections it has, and what writes it; that answers what to tell besides."""

    ending: str
    sections: Callable[[], tuple[str, ...]]
    write: Callable[[Desk, Order], Mapping[str, object]]


def _csv_sections() -> tuple[str, ...]:
    from bonecoach.exchange.tables import TABLES

    return tuple(TABLES)


def _csv(desk: Desk, order: Order) -> Mapping[str, object]:
    rows = desk.diary.leaving.csv(order.out, order.first, order.last, order.sections, over=order.over, bom=order.bom)
    return {"rows": rows}


FORMATS: dict[str, Format] = {
    "csv": Format("zip", _csv_sections, _csv),
}
"""The formats by the words of the command line."""
