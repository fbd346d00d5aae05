"""What else of a plan is another when its dose is, or when Done logs something else: its name goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bonecoach.core.doses import dose_of
from bonecoach.core.errors import InvalidEntry

if TYPE_CHECKING:
    from bonecoach.core.plans import Plan
    from bonecoach.diary.diary import Diary


def with_dose(plan: Plan, said: str) -> dict[str, Any]:
    """What `Plans.change` takes for another dose of a medicine, "5 mg"; for none where nothing is said.

    Raises InvalidEntry("not_a_dose", "dose_of_no_medicine").
    """
    if not plan.medicine:
        raise InvalidEntry("dose_of_no_medicine", label=plan.label)
    other = plan.in_dose(*(dose_of(said) if said.strip() else (None, None)))
    return {"dose_amount": other.dose_amount, "dose_unit": other.dose_unit, "label": other.label}


def with_log(diary: Diary, plan: Plan, log: str) -> dict[str, Any]:
    """What `Plans.change` takes where Done logs something else: a name that said what was logged says the new one.

    Raises NotUnderstood and PleaseConfirm.
    """
    before, reading = diary.read(plan.log), diary.plans.understood(log)
    changed = {"log": log, "settles": diary.plans.settled_by(reading)}
    is_named = before.understood and [entry.label for entry in before.entries] == [plan.label]
    return {**changed, "label": reading.entries[0].label} if is_named else changed
