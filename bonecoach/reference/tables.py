"""The app's own tables as text: read with their line numbers, and refused where they cannot be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bonecoach.core.errors import FaultyTable

STATUSES = ("confirmed", "secondary", "unconfirmed")
"""How sure a number is (evidence 0.1)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table, with its place for complaints."""

    table: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def faulty(self, code: str, reason: str) -> FaultyTable:
        """The complaint about this line."""
        return FaultyTable(code, table=self.table, line=self.number, reason=reason)

    def names(self) -> tuple[str, ...]:
        """The names in this line, the plainest first. Raises FaultyTable when there is none."""
        names = tuple(name.strip() for name in self["names"].split("|") if name.strip())
        if not names:
            raise self.faulty("missing_name", "it has no name")
        return names

    def number_in(self, column: str, low: float, high: float) -> float | None:
        """The figure in a column, None where it is blank. Raises FaultyTable outside `low` to `high`."""
        text = self[column]
        if not text:
            return None
        try:
            figure = float(text)
        except ValueError:
            raise self.faulty("not_a_number", f"{column} is {text!r}, not a number") from None
        if not low <= figure <= high:
            raise self.faulty("impossible_range", f"{column} is {text}, outside {low:g} to {high:g}")
        return figure

    def one_of(self, column: str, choices: tuple[str, ...]) -> str:
        """The word in a column. Raises FaultyTable when it is none of the choices."""
        if self[column] not in choices:
            raise self.faulty("unknown_word", f"{column} is {self[column]!r}, not one of {choices}")
        return self[column]

    def flag(self, column: str) -> bool:
        """A yes/no column written as 1 or 0."""
        return self.one_of(column, ("0", "1")) == "1"

    def source_and_status(self) -> tuple[str, str]:
        """Where the line is from and how sure that is. Raises FaultyTable when either is missing."""
        if not self["source"]:
            raise self.faulty("missing_source", "it names no source")
        return self["source"], self.one_of("status", STATUSES)


def lines(path: Path, columns: str) -> Iterator[Line]:
    """The lines of a table whose columns are named in `columns`, parted by blanks. Raises FaultyTable."""
    import csv

    try:
        with path.open(encoding="utf-8", newline="") as text:
            reader = csv.DictReader(text, strict=True)
            if list(reader.fieldnames or ()) != columns.split():
                raise FaultyTable("wrong_columns", table=path.name, line=1, reason=f"the columns are not: {columns}")
            for cells in reader:
                line = Line(path.name, reader.line_num, cells)
                if None in cells or None in cells.values():
                    raise line.faulty("wrong_columns", "it has too few or too many cells")
                yield line
    except FileNotFoundError:
        raise FaultyTable("missing_table", table=path.name, line=0, reason="the file is not there") from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise FaultyTable("not_a_table", table=path.name, line=0, reason=str(error)) from error
