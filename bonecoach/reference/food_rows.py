"""The food tables brought together: each USDA row and each staple with its vitamin K2, in the order they are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from bonecoach.core.nutrients import Nutrient
from bonecoach.reference import food_tables as tables
from bonecoach.reference.food_index import K2, STAPLES, USDA
from bonecoach.reference.food_tables import Line
from bonecoach.reference.food_words import key, plain


@dataclass(frozen=True, slots=True)
class FoodRow:
    """A food as the index keeps it: amounts in nanograms per 100 g, None where unknown.

    `base` is the USDA row of a staple. `names` are a staple's everyday names, the shown one first.
    """

    id: str
    name: str
    ng: Mapping[Nutrient, int | None]
    portions: str
    k2_estimate: bool
    note: str
    base: str
    names: tuple[str, ...]
    tier: int


def food_rows(folder: Path) -> tuple[list[FoodRow], list[FoodRow]]:
    """Staples in the order of their table, and USDA rows best first. Raises FaultyTable for what cannot be true."""
    usda = {line["id"]: line for line in _usda(folder)}
    staples = _staples(folder, usda)
    estimates = _estimates(folder, usda.keys() | {line["id"] for line in staples})
    return (
        [_staple(line, usda[line["row"]], estimates) for line in staples],
        sorted((_usda_row(line, estimates) for line in usda.values()), key=_rank),
    )


def _rank(row: FoodRow) -> tuple[int, bool, int, str, str]:
    """Everyday foods before brands, known calcium before unknown, plain names before long ones."""
    return row.tier, row.ng[Nutrient.CALCIUM] is None, len(row.name), row.name, row.id


def _usda(folder: Path) -> list[Line]:
    found: dict[str, Line] = {}
    for line in tables.lines(folder, USDA, tables.USDA_COLUMNS):
        identity = line["id"]
        if identity[:1] not in tables.SOURCES or not identity[1:].isalnum():
            raise line.faulty("missing_source", f"the id {identity!r} names none of the sources {tables.SOURCES}")
        if identity in found:
            raise line.faulty("duplicate_id", f"{identity} stands already in line {found[identity].number}")
        if not line["name"]:
            raise line.faulty("missing_name", f"{identity} has no name")
        if line["tier"] not in tables.TIERS:
            raise line.faulty("unknown_tier", f"tier is {line['tier']!r}, not one of {tables.TIERS}")
        found[identity] = line
    return list(found.values())


def _staples(folder: Path, usda: Mapping[str, Line]) -> list[Line]:
    staples: dict[str, Line] = {}
    owners: dict[str, Line] = {}
    for line in tables.lines(folder, STAPLES, tables.STAPLE_COLUMNS):
        identity = line["id"]
        if not identity.startswith("s-") or plain(identity).replace(" ", "-") != identity:
            raise line.faulty("not_an_id", f"{identity!r} is not written like s-whole-milk")
        if identity in staples:
            raise line.faulty("duplicate_id", f"{identity} stands already in line {staples[identity].number}")
        if line["row"] not in usda:
            raise line.faulty("unknown_row", f"{identity} points to {line['row']!r}, which {USDA} does not have")
        if line["note"] not in tables.NOTES:
            raise line.faulty("unknown_note", f"note is {line['note']!r}, not one of {tables.NOTES}")
        if not line.portions():
            raise line.faulty("missing_portion", f"{identity} has no household portion")
        for name in (line["name"], *line.listed("other_names")):
            if not key(name):
                raise line.faulty("missing_name", f"{identity} has an empty name")
            if key(name) in owners:
                other = owners[key(name)]
                raise line.faulty(
                    "duplicate_alias", f"{name!r} is already a name of {other['id']} (line {other.number})"
                )
            owners[key(name)] = line
        staples[identity] = line
    return list(staples.values())


@dataclass(frozen=True, slots=True)
class _Estimate:
    line: Line
    forms: Mapping[str, Decimal | None]
    total: Decimal | None


def _estimates(folder: Path, known: set[str]) -> dict[str, _Estimate]:
    """The literature's figure for each row it applies to."""
    found: dict[str, _Estimate] = {}
    for line in tables.lines(folder, K2, tables.K2_COLUMNS):
        if not line["source"]:
            raise line.faulty("missing_source", f"{line['food']} has no source")
        if line["status"] not in tables.STATUSES:
            raise line.faulty("unknown_status", f"status is {line['status']!r}, not one of {tables.STATUSES}")
        forms = {form: line.amount(form) for form in tables.K2_FORMS}
        total = line.amount("k2_total_ug")
        parts = [amount for amount in forms.values() if amount is not None]
        if parts and total is not None and abs(sum(parts) - total) > Decimal("0.15"):
            raise line.faulty("does_not_add_up", f"the forms add up to {sum(parts)}, the total is {total}")
        rows = line.listed("applies_to")
        if rows and not parts and total is None:
            raise line.faulty("missing_amount", f"{line['food']} applies to {rows[0]} but holds no figure")
        for row in rows:
            if row not in known:
                raise line.faulty("unknown_row", f"{line['food']} applies to {row!r}, which no table has")
            if row in found:
                raise line.faulty("duplicate_id", f"{row} has an estimate already from line {found[row].line.number}")
            found[row] = _Estimate(line, forms, total)
    return found


def _k2(line: Line, estimate: _Estimate | None) -> tuple[int | None, bool]:
    """Vitamin K2 in nanograms per 100 g, and whether any of it is an estimate from the literature.

    A measured form (USDA) stands; the literature fills the forms that were not measured.
    """
    measured = {form: amount for form in ("mk4_ug", "mk7_ug") if (amount := line.amount(form)) is not None}
    if estimate is None:
        return (_ng(sum(measured.values(), Decimal()), Nutrient.VITAMIN_K2) if measured else None), False
    forms = {form: amount for form, amount in estimate.forms.items() if amount is not None}
    total = sum((forms | measured).values(), Decimal()) if forms else estimate.total
    return _ng(total, Nutrient.VITAMIN_K2), True


def _ng(amount: Decimal | None, nutrient: Nutrient) -> int | None:
    return None if amount is None else round(amount * nutrient.ng_per_unit)


def _amounts(line: Line, k2: int | None) -> dict[Nutrient, int | None]:
    known = {nutrient: _ng(line.amount(nutrient.value), nutrient) for nutrient in tables.TABLE_NUTRIENTS}
    return known | {Nutrient.VITAMIN_K2: k2}


def _written(portions: list[str]) -> str:
    return "; ".join(portions)


def _usda_row(line: Line, estimates: Mapping[str, _Estimate]) -> FoodRow:
    line.portions()
    k2, is_estimate = _k2(line, estimates.get(line["id"]))
    return FoodRow(
        id=line["id"],
        name=line["name"],
        ng=_amounts(line, k2),
        portions=_written(line.listed("portions")),
        k2_estimate=is_estimate,
        note="",
        base="",
        names=(),
        tier=int(line["tier"]),
    )


def _staple(line: Line, row: Line, estimates: Mapping[str, _Estimate]) -> FoodRow:
    k2, is_estimate = _k2(row, estimates.get(line["id"], estimates.get(row["id"])))
    own = line.listed("portions")
    names = {key(portion.rpartition(" = ")[0]) for portion in own}
    more = [part for part in row.listed("portions") if _unnumbered(part) not in names]
    return FoodRow(
        id=line["id"],
        name=line["name"],
        ng=_amounts(row, k2),
        portions=_written(own + more),
        k2_estimate=is_estimate,
        note=line["note"],
        base=row["id"],
        names=(line["name"], *line.listed("other_names")),
        tier=0,
    )


def _unnumbered(part: str) -> str:
    return key(part.rpartition(" = ")[0].removeprefix("1 "))
