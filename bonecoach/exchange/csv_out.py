"""The diary as one zip of tables, a file for each kind, with a description of every column beside them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from bonecoach.core.progress import Tell, silently
from bonecoach.exchange.tables import TABLES
from bonecoach.exchange.tables.table import Table

FORMAT = 1
"""Counted up when a column changes its meaning; a program that knows less refuses to read it."""

DESCRIPTION = "datapackage.json"
"""Describes the tables in the words of Frictionless Data (https://specs.frictionlessdata.io), for other programs."""

BOM = "\ufeff"
"""Tells some spreadsheets that a file is UTF-8."""

BATCH = 2_000
"""Rows between two looks at whether to go on."""

_LEVEL = 4
_EARLIEST_ZIP = 1980


class Export(NamedTuple):
    """What a zip is about: from when to when (None: everything), when and by which program it was made."""

    first: date | None
    last: date | None
    made: datetime
    program: str


def write_zip(
    path: Path,
    values: Mapping[str, Iterable[Any]],
    about: Export,
    *,
    bom: bool = False,
    tell: Tell = silently,
) -> dict[str, int]:
    """Writes tables into a zip at `path`; how many rows each holds.

    `values` are the things of each table by its name. Between batches `tell` is told how many rows are written.
    """
    counts = dict.fromkeys(values, 0)
    stamp = (max(about.made.year, _EARLIEST_ZIP), *about.made.timetuple()[1:6])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as package:
        for name, things in values.items():
            table = TABLES[name]
            rows = counted(_rows(table, things), counts, name, tell)
            _write(package, zipfile.ZipInfo(table.file, stamp), table, rows, bom=bom)
        described = json.dumps(description(counts, about), indent=1, ensure_ascii=False)
        package.writestr(zipfile.ZipInfo(DESCRIPTION, stamp), described, zipfile.ZIP_DEFLATED)
    return counts


def _rows(table: Table[Any], things: Iterable[Any]) -> Iterator[list[str]]:
    writers = [column.write for column in table.columns]
    for thing in things:
        yield [write(thing) for write in writers]


def counted(rows: Iterable[list[str]], counts: dict[str, int], name: str, tell: Tell) -> Iterator[list[str]]:
    """The rows as they pass, counted, with a word to whoever waits between batches."""
    for row in rows:
        counts[name] += 1
        if counts[name] % BATCH == 0:
            tell(sum(counts.values()))
        yield row


def _write(
    package: zipfile.ZipFile, info: zipfile.ZipInfo, table: Table[Any], rows: Iterable[list[str]], *, bom: bool
) -> None:
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    with package.open(info, "w") as raw, io.TextIOWrapper(raw, encoding="utf-8", newline="") as text:
        if bom:
            text.write(BOM)
        lines = csv.writer(text, lineterminator="\r\n")
        lines.writerow(table.header)
        lines.writerows(rows)


def description(counts: Mapping[str, int], about: Export) -> dict[str, object]:
    """The description of the tables for other programs."""
    return {
        "profile": "tabular-data-package",
        "name": "bonecoach",
        "title": "A BoneCoach diary",
        "created": about.made.isoformat(timespec="seconds"),
        "bonecoach": {
            "format": FORMAT,
            "program": about.program,
            "from": None if about.first is None else about.first.isoformat(),
            "to": None if about.last is None else about.last.isoformat(),
        },
        "resources": [_resource(TABLES[name], rows) for name, rows in counts.items()],
    }


def _resource(table: Table[Any], rows: int) -> dict[str, object]:
    fields = [{"name": c.name, "type": c.kind, "description": c.about} for c in table.columns]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file,
        "description": table.about,
        "rows": rows,
        "schema": {"fields": fields, "missingValues": [""]},
    }
