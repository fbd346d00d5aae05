"""The food tables of `resources/foods` as text: read line by line and refused where they cannot be true."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from bonecoach.core.errors import FaultyTable, InvalidEntry
from bonecoach.core.foods import Portion
from bonecoach.core.nutrients import Nutrient

TABLE_NUTRIENTS = (
    Nutrient.CALCIUM,
    Nutrient.VITAMIN_D,
    Nutrient.VITAMIN_K1,
    Nutrient.MAGNESIUM,
    Nutrient.PROTEIN,
    Nutrient.ZINC,
    Nutrient.FIBRE,
    Nutrient.SODIUM,
)
"""The nutrients that `usda.csv` gives as they are; vitamin K2 is made of its forms."""

K2_FORMS = ("mk4_ug", "mk5_ug", "mk6_ug", "mk7_ug", "mk8_ug", "mk9_ug")
"""The menaquinones, the forms of vitamin K2."""

USDA_COLUMNS = [
    *("id", "name", "category", "calcium_mg", "vitamin_d_ug", "vitamin_k1_ug", "mk4_ug", "mk7_ug"),
    *("magnesium_mg", "protein_g", "zinc_mg", "fibre_g", "sodium_mg", "tier", "portions"),
]
K2_COLUMNS = ["food", *K2_FORMS, "k2_total_ug", "source", "grade", "status", "applies_to", "note"]
STAPLE_COLUMNS = ["id", "name", "other_names", "row", "note", "common", "portions"]
SHELF_COLUMNS = ["shelf", "staples"]

HIGHEST_PER_100G = {
    "calcium_mg": 40_000,  # pure calcium carbonate
    "vitamin_d_ug": 1_000,  # four times cod liver oil
    "vitamin_k1_ug": 5_000,
    "mk4_ug": 5_000,
    "mk5_ug": 5_000,
    "mk6_ug": 5_000,
    "mk7_ug": 5_000,
    "mk8_ug": 5_000,
    "mk9_ug": 5_000,
    "k2_total_ug": 5_000,
    "magnesium_mg": 10_000,
    "protein_g": 100,
    "zinc_mg": 500,
    "fibre_g": 100,
    "sodium_mg": 40_000,  # pure salt is 39,300
}
"""What no 100 g of food can hold: a figure above is in a wrong unit."""

STATUSES = ("confirmed", "secondary", "unconfirmed")
NOTES = ("", "oxalate", "varies", "similar")
TIERS = ("1", "2", "4")
"""1 everyday food, 2 generic food, 4 brand, baby or restaurant food."""

SOURCES = {"s": "SR Legacy", "p": "FNDDS", "f": "Foundation Foods"}
"""The USDA table that the first letter of a row's id names."""


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

    def amount(self, column: str) -> Decimal | None:
        """The figure in a column, None where it is blank (unknown).

        Raises FaultyTable for what is no number and for a number that cannot be.
        """
        text = self.cells[column]
        if not text:
            return None
        try:
            number = Decimal(text)
        except InvalidOperation:
            raise self.faulty("not_a_number", f"{column} is {text!r}, not a number") from None
        if not number.is_finite() or not 0 <= number <= HIGHEST_PER_100G[column]:
            raise self.faulty(
                "impossible_range", f"{column} is {text}, outside 0 to {HIGHEST_PER_100G[column]} per 100 g"
            )
        return number

    def listed(self, column: str) -> list[str]:
        """The parts of a column that holds a list parted by semicolons."""
        return [part.strip() for part in self.cells[column].split(";") if part.strip()]

    def portions(self) -> tuple[Portion, ...]:
        """Portions written as "glass = 244; cup = 244". Raises FaultyTable for grams that cannot be."""
        return tuple(self._portion(part) for part in self.listed("portions"))

    def _portion(self, part: str) -> Portion:
        name, equals, grams = part.rpartition(" = ")
        try:
            if not equals or not name:
                raise ValueError
            return Portion(name, float(grams))
        except ValueError:
            raise self.faulty("not_a_portion", f"{part!r} is not written as name = grams") from None
        except InvalidEntry:
            raise self.faulty("impossible_portion", f"{part!r} is no possible portion") from None


def lines(folder: Path, table: str, columns: list[str]) -> Iterator[Line]:
    """The lines of a table.

    Raises FaultyTable where it is missing, is no table, or has other columns (and so other units).
    """
    try:
        with (folder / table).open(encoding="utf-8", newline="") as text:
            reader = csv.reader(text, strict=True)
            header = next(reader, [])
            if header != columns:
                unlike = sorted(set(header) ^ set(columns)) or header
                raise FaultyTable(
                    "wrong_columns", table=table, line=1, reason=f"unexpected or missing columns: {unlike}"
                )
            for cells in reader:
                line = Line(table, reader.line_num, dict(zip(columns, cells, strict=False)))
                if len(cells) != len(columns):
                    raise line.faulty("wrong_columns", f"{len(cells)} cells where {len(columns)} are expected")
                yield line
    except FileNotFoundError:
        raise FaultyTable("missing_table", table=table, line=0, reason="the file is not there") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise FaultyTable("not_a_table", table=table, line=0, reason=str(error)) from None
