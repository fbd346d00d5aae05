"""A table that another program wrote: its columns by name, its lines one by one."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.exchange.arrivals import Rejected
from bonecoach.exchange.bounded import Budget, Rows, lines, refuse_what_is_no_file, told_of_reading
from bonecoach.exchange.csv_in import MOST_LINES

DELIMITERS = (",", ";", "\t")


class SheetLine(NamedTuple):
    """One line: its number in the file and its cells by column, without the spaces around them."""

    number: int
    cells: Mapping[str, str]
    columns: tuple[str, ...] = ()


class Top(NamedTuple):
    """How a table begins: the names of its columns, each once, and the first lines, as long as these."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sheet_top(path: Path, most: int = 200) -> Top:
    """The columns of a table and its first lines. Raises DiaryError (see `sheet_lines`)."""
    header: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = []
    for line in sheet_lines(path, frozenset()):
        if isinstance(line, SheetLine):
            header = line.columns
            rows.append(tuple(line.cells.get(column, "") for column in header))
        if len(rows) >= most:
            break
    return Top(header, tuple(rows))


def sheet_lines(path: Path, needed: frozenset[str]) -> Iterator[SheetLine | Rejected]:
    """The lines of a table that has at least these columns, whatever parts its cells.

    Raises DiaryError("no_such_file", "not_a_file", "cannot_read", "file_too_large", "not_utf8", "long_line",
    "columns_missing", "damaged_table").
    """
    refuse_what_is_no_file(path)
    with told_of_reading(path), path.open("rb") as stream:
        text = lines(stream, path.name, Budget())
        first = next(text, "")
        delimiter = max(DELIMITERS, key=first.count)
        try:
            header = [cell.strip() for cell in next(iter(Rows([first], path.name, delimiter)), [])]
            missing = sorted(needed - set(header))
            if missing:
                raise DiaryError("columns_missing", file=path.name, columns=missing)
            yield from _rows(Rows(text, path.name, delimiter), header, path.name)
        except csv.Error:
            raise DiaryError("damaged_table", file=path.name, line=1) from None


def _rows(rows: Rows, header: list[str], file: str) -> Iterator[SheetLine | Rejected]:
    before, columns = 1, tuple(dict.fromkeys(name for name in header if name))
    for count, row in enumerate(rows):
        if count >= MOST_LINES:
            raise DiaryError("file_too_large")
        number, before = before + 1, rows.line + 1
        if len(row) > len(header):
            yield Rejected(file, number, InvalidEntry("cells_do_not_fit", count=len(row), columns=len(header)))
        elif any(row):
            yield SheetLine(number, dict(zip(header, map(str.strip, row), strict=False)), columns)
