"""What is to be exported, as it was asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple


class Order(NamedTuple):
    """What is to be exported: the days, the sections (None: all), where to, and whether over a file that is there.

    What only some formats take: `bom`; for the page for an appointment a `length` in place of days, further pages
    (`more`), and whose `name` stands on it; for its PDF the `paper` and the file whose first line is its `password`. A
    `neutral` calendar says nothing of health.
    """

    first: date | None
    last: date | None
    sections: tuple[str, ...] | None
    out: Path
    over: bool
    bom: bool = False
    length: str | None = None
    more: tuple[str, ...] = ()
    name: str = ""
    paper: str | None = None
    neutral: bool = False
    password: Path | None = None
