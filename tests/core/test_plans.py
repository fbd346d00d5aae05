"""One version of a plan, and what it says of itself."""

from datetime import UTC, date, datetime

import pytest

from bonecoach.core.plans import Kind, Plan
from bonecoach.core.schedules import Schedule

DAY = date(2026, 11, 23)


def plan(label, amount=None, unit=None):
    return Plan(
        id="a",
        since=DAY,
        made=datetime(2026, 11, 23, 11, tzinfo=UTC),
        kind=Kind.MEDICINE,
        label=label,
        schedule=Schedule(DAY),
        dose_amount=amount,
        dose_unit=unit,
    )


@pytest.mark.parametrize(
    ("before", "amount", "unit", "label"),
    [
        (plan("Letrozole 2.5 mg", 2.5, "mg"), 5, "mg", "Letrozole 5 mg"),
        (plan("Letrozole 2.5 mg", 2.5, "mg"), None, None, "Letrozole"),
        (plan("Levothyroxine"), 75, "ug", "Levothyroxine 75 ug"),
        (plan("Drops 20", 20, None), 25, None, "Drops 25"),
        (plan("My morning tablet", 2.5, "mg"), 5, "mg", "My morning tablet"),  # as she calls it herself
    ],
)
def test_another_dose_stands_in_the_label_where_one_stood(before, amount, unit, label):
    after = before.in_dose(amount, unit)
    assert (after.label, after.dose_amount, after.dose_unit) == (label, amount, unit)
