"""Vitamin K2 of a food: measured by the USDA, or an estimate from the literature."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from bonecoach.core.nutrients import Nutrient
from bonecoach.reference import food_tables as tables
from bonecoach.reference.food_files import K2
from bonecoach.reference.food_tables import Line

_ROUNDING = Decimal("0.15")
"""How far the printed forms may miss their printed total."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a paper says of one food: the forms in µg per 100 g, or only their total."""

    line: Line
    forms: Mapping[str, Decimal]
    total: Decimal | None


def estimates(folder: Path, known: AbstractSet[str]) -> dict[str, Estimate]:
    """The literature's figure by the id of the row it applies to; `known` are the ids there are. Raises FaultyTable."""
    found: dict[str, Estimate] = {}
    for line in tables.lines(folder, K2, tables.K2_COLUMNS):
        estimate = _estimate(line)
        for row in line.listed("applies_to"):
            if row not in known:
                raise line.faulty("unknown_row", f"{line['food']} applies to {row!r}, which no table has")
            if row in found:
                raise line.faulty("duplicate_id", f"{row} has an estimate already from line {found[row].line.number}")
            if not estimate.forms and estimate.total is None:
                raise line.faulty("missing_amount", f"{line['food']} applies to {row} but holds no figure")
            found[row] = estimate
    return found


def _estimate(line: Line) -> Estimate:
    if not line["source"]:
        raise line.faulty("missing_source", f"{line['food']} has no source")
    if line["status"] not in tables.STATUSES:
        raise line.faulty("unknown_status", f"status is {line['status']!r}, not one of {tables.STATUSES}")
    forms = {form: amount for form in tables.K2_FORMS if (amount := line.amount(form)) is not None}
    total = line.amount("k2_total_ug")
    if forms and total is not None and abs(sum(forms.values()) - total) > _ROUNDING:
        raise line.faulty("does_not_add_up", f"the forms add up to {sum(forms.values())}, the total is {total}")
    return Estimate(line, forms, total)


def k2_of(line: Line, estimate: Estimate | None) -> tuple[int | None, bool]:
    """Vitamin K2 of a USDA row in nanograms per 100 g, and whether any of it is an estimate.

    A form that was measured stands; the literature fills only the forms that were not.
    """
    measured = {form: amount for form in ("mk4_ug", "mk7_ug") if (amount := line.amount(form)) is not None}
    if estimate is None:
        return (_ng(sum(measured.values())) if measured else None), False
    if estimate.forms:
        return _ng(sum({**estimate.forms, **measured}.values())), True
    return None if estimate.total is None else _ng(estimate.total), True


def _ng(amount: Decimal | int) -> int:
    return round(amount * Nutrient.VITAMIN_K2.ng_per_unit)
