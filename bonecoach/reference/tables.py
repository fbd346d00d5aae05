"""The app's own tables as text: read with their line numbers, and refused where they cannot be true."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from math import inf
from pathlib import Path

from bonecoach.core.errors import FaultyTable

STATUSES = ("confirmed", "secondary", "unconfirmed")
"""How well the source of a figure was seen: by its own text, through one that quotes it, or not (evidence 0.1)."""


class Line:
    """One line of a table, with its place for complaints. Every question about a cell refuses what it cannot be."""

    __slots__ = ("cells", "number", "table")

    def __init__(self, table: str, number: int, cells: Mapping[str, str]) -> None:
        self.table, self.number, self.cells = table, number, cells

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def faulty(self, code: str, reason: str) -> FaultyTable:
        """The complaint about this line."""
        return FaultyTable(code, table=self.table, line=self.number, reason=reason)

    def text(self, column: str) -> str:
        """The words in a column. Raises FaultyTable("missing_cell") where it is blank."""
        if not self[column]:
            raise self.faulty("missing_cell", f"{column} is blank")
        return self[column]

    def id(self) -> str:
        """The id of the line, written in small letters, figures and underscores. Raises FaultyTable("not_an_id")."""
        from bonecoach.reference.food_words import plain

        said = self.text("id")
        if plain(said).replace(" ", "_") != said:
            raise self.faulty("not_an_id", f"{said!r} is not written like walk_brisk")
        return said

    def names(self, column: str = "names") -> tuple[str, ...]:
        """The everyday names in this line, the plainest first.

        Raises FaultyTable("missing_name") when there is none or an empty one, ("comma_in_name") for one that the
        entry line would part.
        """
        names = tuple(name.strip() for name in self[column].split("|"))
        for name in names:
            if not name:
                raise self.faulty("missing_name", f"{column} has an empty name in {self[column]!r}")
            if "," in name:
                raise self.faulty("comma_in_name", f"{name!r} has a comma, which parts entries in the entry line")
        return names

    def listed(self, column: str, choices: Collection[str] | None = None) -> tuple[str, ...]:
        """The items of a column, parted by semicolons; () where it is blank.

        Raises FaultyTable("unknown_word") for an item that is none of the choices, where there are some.
        """
        items = tuple(item.strip() for item in self[column].split(";")) if self[column] else ()
        for item in items:
            if not item or (choices is not None and item not in choices):
                raise self.faulty("unknown_word", f"{column} has {item!r}, not one of {', '.join(choices or ())}")
        return items

    def number_in(self, column: str, low: float, high: float = inf) -> float | None:
        """The figure in a column, None where it is blank.

        Raises FaultyTable("not_a_number"), and ("impossible_range") outside `low` to `high`.
        """
        text = self[column]
        if not text:
            return None
        try:
            figure = float(text)
        except ValueError:
            raise self.faulty("not_a_number", f"{column} is {text!r}, not a number") from None
        if not low <= figure <= high or figure == inf:  # also refuses NaN
            raise self.faulty("impossible_range", f"{column} is {text}, outside {low:g} to {high:g}")
        return figure

    def needed(self, column: str, low: float, high: float = inf) -> float:
        """The figure in a column that may not be blank. Raises FaultyTable as `number_in`, and ("missing_cell")."""
        self.text(column)
        figure = self.number_in(column, low, high)
        assert figure is not None
        return figure

    def one_of(self, column: str, choices: Collection[str]) -> str:
        """The word in a column. Raises FaultyTable("unknown_word") when it is none of the choices."""
        if self[column] not in choices:
            raise self.faulty("unknown_word", f"{column} is {self[column]!r}, not one of {', '.join(choices)}")
        return self[column]

    def flag(self, column: str) -> bool:
        """A yes/no column written as 1 or 0. Raises FaultyTable("unknown_word")."""
        return self.one_of(column, ("0", "1")) == "1"

    def status(self, column: str = "status") -> str:
        """How well the source was seen. Raises FaultyTable("missing_status", "unknown_word")."""
        if not self[column]:
            raise self.faulty("missing_status", f"{column} is blank, not one of {', '.join(STATUSES)}")
        return self.one_of(column, STATUSES)

    def sources(self, known: Collection[str], column: str = "source") -> str:
        """The ids of the sources of this line, parted by blanks.

        Raises FaultyTable("missing_source") where there is none, ("unknown_source") for one that is not known.
        """
        ids = self[column].split()
        if not ids:
            raise self.faulty("missing_source", f"{column} is blank: no figure without its source")
        for each in ids:
            if each not in known:
                raise self.faulty("unknown_source", f"{each} is not in sources.csv")
        return " ".join(ids)


class Once:
    """Refuses what stands twice in a table: an id, a name, a rule for the same people."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}

    def claim(self, line: Line, key: object, said: str) -> None:
        """Notes that `key`, written as `said`, belongs to this line. Raises FaultyTable("repeated")."""
        number = self._numbers.setdefault(key, line.number)
        if number != line.number:
            raise line.faulty("repeated", f"{said!r} stands already in line {number}")

    def claim_names(self, line: Line, names: tuple[str, ...]) -> None:
        """Notes that these names belong to this line, so that no name means two things. Raises as `claim`."""
        from bonecoach.reference.food_words import plain

        for name in names:
            self.claim(line, plain(name), name)


def lines(path: Path, columns: str) -> Iterator[Line]:
    """The lines of a table whose columns are named in `columns`, parted by blanks.

    Raises FaultyTable("missing_table", "not_a_table", "wrong_columns").
    """
    import csv

    try:
        with path.open(encoding="utf-8", newline="") as text:
            reader = csv.reader(text, strict=True)
            header = next(reader, [])
            if header != columns.split():
                unlike = sorted(set(header) ^ set(columns.split())) or header
                reason = f"unexpected or missing columns: {', '.join(unlike)}"
                raise FaultyTable("wrong_columns", table=path.name, line=1, reason=reason)
            for cells in reader:
                line = Line(path.name, reader.line_num, dict(zip(header, map(str.strip, cells), strict=False)))
                if len(cells) != len(header):
                    raise line.faulty("wrong_columns", f"{len(cells)} cells where {len(header)} are expected")
                yield line
    except FileNotFoundError:
        raise FaultyTable("missing_table", table=path.name, line=0, reason="the file is not there") from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise FaultyTable("not_a_table", table=path.name, line=0, reason=str(error)) from error
