"""The food tables brought together: every food the index holds, in the order it is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from bonecoach.core.nutrients import Nutrient
from bonecoach.reference import food_tables as tables
from bonecoach.reference.food_files import STAPLES, USDA
from bonecoach.reference.food_k2 import Estimate, estimates, k2_of
from bonecoach.reference.food_tables import Line
from bonecoach.reference.food_words import in_words, key, plain


@dataclass(frozen=True, slots=True)
class FoodRow:
    """A food as the index keeps it: amounts in nanograms per 100 g, None where unknown.

    `names` are a staple's everyday names, the shown one first; the USDA's foods have none. `base` is the USDA row
    that a staple stands for, "" for a USDA row and for a staple made of several.
    """

    id: str
    name: str
    ng: Mapping[Nutrient, int | None]
    portions: str
    k2_estimate: bool
    note: str = ""
    base: str = ""
    names: tuple[str, ...] = ()


def food_rows(folder: Path) -> tuple[list[FoodRow], list[FoodRow]]:
    """Staples (the common ones first, then as their table stands) and USDA rows, each best first.

    Raises FaultyTable for what cannot be true.
    """
    lines = _usda_lines(folder)
    estimated = estimates(folder, lines.keys())
    usda = {identity: _usda_row(line, estimated.get(identity)) for identity, line in lines.items()}
    ranked = sorted(lines, key=lambda identity: _rank(lines[identity]))
    staples = sorted(_staple_lines(folder), key=lambda line: not line["common"])
    return [_staple(line, usda) for line in staples], [usda[identity] for identity in ranked]


def _rank(line: Line) -> tuple[str, bool, int, str, str]:
    """Everyday foods before brands, known calcium before unknown, plain names before long ones."""
    return line["tier"], not line["calcium_mg"], len(line["name"]), line["name"], line["id"]


def _usda_lines(folder: Path) -> dict[str, Line]:
    found: dict[str, Line] = {}
    for line in tables.lines(folder, USDA, tables.USDA_COLUMNS):
        identity = line["id"]
        if identity[:1] not in tables.SOURCES or not identity[1:].isalnum():
            raise line.faulty(
                "missing_source", f"the id {identity!r} names none of the sources {sorted(tables.SOURCES)}"
            )
        if identity in found:
            raise line.faulty("duplicate_id", f"{identity} stands already in line {found[identity].number}")
        if not line["name"]:
            raise line.faulty("missing_name", f"{identity} has no name")
        if line["tier"] not in tables.TIERS:
            raise line.faulty("unknown_tier", f"tier is {line['tier']!r}, not one of {tables.TIERS}")
        found[identity] = line
    return found


def _usda_row(line: Line, estimate: Estimate | None) -> FoodRow:
    k2, is_estimate = k2_of(line, estimate)
    known = ((nutrient, line.amount(nutrient.value)) for nutrient in tables.TABLE_NUTRIENTS)
    ng = {nutrient: None if amount is None else round(amount * nutrient.ng_per_unit) for nutrient, amount in known}
    line.portions()
    return FoodRow(
        id=line["id"],
        name=in_words(line["name"]),
        ng={**ng, Nutrient.VITAMIN_K2: k2},
        portions="; ".join(line.listed("portions")),
        k2_estimate=is_estimate,
    )


def _staple_lines(folder: Path) -> list[Line]:
    staples: dict[str, Line] = {}
    owners: dict[str, Line] = {}
    for line in tables.lines(folder, STAPLES, tables.STAPLE_COLUMNS):
        identity = line["id"]
        if not identity.startswith("s-") or plain(identity).replace(" ", "-") != identity:
            raise line.faulty("not_an_id", f"{identity!r} is not written like s-whole-milk")
        if identity in staples:
            raise line.faulty("duplicate_id", f"{identity} stands already in line {staples[identity].number}")
        if line["note"] not in tables.NOTES:
            raise line.faulty("unknown_note", f"note is {line['note']!r}, not one of {tables.NOTES}")
        if line["common"] not in ("", "1"):
            raise line.faulty("not_a_mark", f"common is {line['common']!r}, not 1 or blank")
        if not line.portions():
            raise line.faulty("missing_portion", f"{identity} has no household portion")
        for name in _names(line):
            _claim(name, line, owners)
        staples[identity] = line
    return list(staples.values())


def _names(line: Line) -> tuple[str, ...]:
    return line["name"], *line.listed("other_names")


def _claim(name: str, line: Line, owners: dict[str, Line]) -> None:
    """Note that `name` belongs to this staple. Raises FaultyTable when it cannot, so that no name means two foods."""
    words = key(name)
    if not words:
        raise line.faulty("missing_name", f"{line['id']} has an empty name")
    if "," in name:
        raise line.faulty("comma_in_name", f"{name!r} has a comma, which parts entries in the entry line")
    if words in owners:
        owner = owners[words]
        raise line.faulty("duplicate_alias", f"{name!r} is already a name of {owner['id']} (line {owner.number})")
    owners[words] = line


def _staple(line: Line, usda: Mapping[str, FoodRow]) -> FoodRow:
    parts = _made_of(line, usda)
    only = parts[0][0] if len(parts) == 1 else None
    own = line.listed("portions")
    taken = {_portion_name(portion) for portion in own}
    more = only.portions.split("; ") if only and only.portions else []
    return FoodRow(
        id=line["id"],
        name=line["name"],
        ng=only.ng if only else _together(parts),
        portions="; ".join(own + [portion for portion in more if _portion_name(portion) not in taken]),
        k2_estimate=any(row.k2_estimate for row, _ in parts),
        note=line["note"],
        base=only.id if only else "",
        names=_names(line),
    )


def _made_of(line: Line, usda: Mapping[str, FoodRow]) -> list[tuple[FoodRow, Fraction]]:
    """The USDA rows of a staple with their grams: "s01077", or a mixture such as "p1107 210 + s01079 30"."""
    parts = []
    for part in line["row"].split(" + "):
        identity, _, grams = part.strip().partition(" ")
        if identity not in usda:
            raise line.faulty("unknown_row", f"{line['id']} points to {identity!r}, which {USDA} does not have")
        parts.append((usda[identity], grams))
    if len(parts) == 1 and not parts[0][1]:
        return [(parts[0][0], Fraction(1))]
    if not all(grams.isascii() and grams.isdecimal() and int(grams) for _, grams in parts):
        raise line.faulty("not_a_mixture", f"{line['row']!r} is not written in whole grams like p1107 210 + s01079 30")
    return [(row, Fraction(grams)) for row, grams in parts]


def _together(parts: list[tuple[FoodRow, Fraction]]) -> dict[Nutrient, int | None]:
    """What 100 g of a mixture hold; unknown where it is unknown of any part."""
    grams = sum(weight for _, weight in parts)
    mixed: dict[Nutrient, int | None] = {}
    for nutrient in Nutrient:
        amounts = [(row.ng[nutrient], weight) for row, weight in parts]
        known = [amount * weight for amount, weight in amounts if amount is not None]
        mixed[nutrient] = round(sum(known) / grams) if len(known) == len(amounts) else None
    return mixed


def _portion_name(portion: str) -> str:
    return key(portion.rpartition(" = ")[0].removeprefix("1 "))
