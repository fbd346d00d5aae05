"""The diary's own tables read again: the zip they left in, or one of them alone."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, cast

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.exchange.arrivals import Arrived, Ignored, Line, Rejected
from bonecoach.exchange.bounded import Budget, Rows, is_package, lines, members, refuse_what_is_no_file, told_of_reading
from bonecoach.exchange.cells import Cells
from bonecoach.exchange.csv_out import DESCRIPTION, FORMAT
from bonecoach.exchange.tables import TABLES
from bonecoach.exchange.tables.table import Table

MOST_LINES = 600_000
"""Rows of one file; fifty years are 300,000."""

LARGEST_DESCRIPTION = 1_000_000
_BUFFER = 1 << 16


def read_tables(path: Path) -> Iterator[Arrived]:
    """What stands in a zip of tables, or in a single table.

    Raises DiaryError: "no_such_file", "not_a_file", "cannot_read", "damaged_file", "file_too_large", "strange_package",
    "locked_package", "newer_export", "no_tables_in_it", and of a table "not_utf8", "long_line", "columns_missing",
    "columns_twice", "damaged_table".
    """
    refuse_what_is_no_file(path)
    with told_of_reading(path):
        if is_package(path):
            yield from _package(path)
        else:
            with path.open("rb") as stream:
                yield from _alone(stream, path.name)


def _package(path: Path) -> Iterator[Arrived]:
    with zipfile.ZipFile(path) as package:
        found = members(package, path)
        if DESCRIPTION in found:
            _refuse_newer(package, found.pop(DESCRIPTION))
        known = {table.file: table for table in TABLES.values()}
        if not known.keys() & found.keys():
            raise DiaryError("no_tables_in_it")
        yield from (Ignored(name) for name in found if name not in known)
        budget = Budget()
        for file, table in known.items():
            if file in found:
                with package.open(found[file]) as raw:
                    stream = io.BufferedReader(cast(Any, raw), _BUFFER)
                    yield from _table(table, file, lines(cast(BinaryIO, stream), file, budget))


def _refuse_newer(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    with package.open(info) as stream:
        text = stream.read(LARGEST_DESCRIPTION)
    with suppress(ValueError, RecursionError, AttributeError):  # whoever changed it has only described it differently
        said = json.loads(text).get("bonecoach").get("format")
        if isinstance(said, int) and said > FORMAT:
            raise DiaryError("newer_export")


def _alone(stream: BinaryIO, file: str) -> Iterator[Arrived]:
    """A single table: which one is told by its columns."""
    read = lines(stream, file, Budget())
    first = next(read, "")
    header: set[str] = set()
    with suppress(csv.Error):
        header = {cell.strip() for cell in next(csv.reader([first]), [])}
    fitting = [table for table in TABLES.values() if table.needed <= header <= set(table.header)]
    if not fitting:
        raise DiaryError("no_tables_in_it")
    table = max(fitting, key=lambda table: (table.file == file, len(table.needed)))
    yield from _table(table, file, chain([first], read))


def _table(table: Table[Any], file: str, text: Iterable[str]) -> Iterator[Arrived]:
    rows = Rows(text, file, strict=True)
    try:
        reader = iter(rows)
        header = [cell.strip() for cell in next(reader, [])]
        _refuse_header(table, file, header)
        yield from (Ignored(f"{file}: {column}") for column in header if column not in table.header)
        before = rows.line
        for number, row in enumerate(reader):
            if number >= MOST_LINES:
                raise DiaryError("file_too_large")
            if row:
                yield _line(table, file, before + 1, header, row)
            before = rows.line
    except csv.Error:
        raise DiaryError("damaged_table", file=file, line=rows.line) from None


def _refuse_header(table: Table[Any], file: str, header: list[str]) -> None:
    missing = sorted(table.needed - set(header))
    if missing:
        raise DiaryError("columns_missing", file=file, columns=missing)
    if len(set(header)) < len(header):
        raise DiaryError("columns_twice", file=file)


def _line(table: Table[Any], file: str, number: int, header: list[str], row: list[str]) -> Line | Rejected:
    try:
        if len(row) != len(header):
            raise InvalidEntry("cells_do_not_fit", count=len(row), columns=len(header))
        return Line(file, number, table.name, table.read(Cells(dict(zip(header, row, strict=True)))))
    except InvalidEntry as error:
        return Rejected(file, number, error)
