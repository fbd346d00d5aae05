"""Plans and planned times as JSON, in the shapes of docs/commands.md."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bonecoach.core.days import zone_named
from bonecoach.terminal.shapes import Shape

if TYPE_CHECKING:
    from bonecoach.core.plans import Plan, Slot
    from bonecoach.core.reminders import Telling
    from bonecoach.diary.keeping import AdherenceItem
    from bonecoach.words.plans import PlanWords


def plan_shape(plan: Plan, words: PlanWords) -> Shape:
    """A plan as it holds."""
    schedule = plan.schedule
    return {
        "id": plan.id,
        "kind": plan.kind.value,
        "label": plan.label,
        "medicine": plan.medicine or None,
        "dose": None if plan.dose_amount is None else {"amount": plan.dose_amount, "unit": plan.dose_unit},
        "schedule": words.schedule(schedule),
        "unit": schedule.unit.value,
        "every": schedule.every,
        "weekdays": list(schedule.weekdays),
        "times": [f"{at:%H:%M}" for at in schedule.times],
        "start": schedule.start.isoformat(),
        "until": None if schedule.until is None else schedule.until.isoformat(),
        "since": plan.since.isoformat(),
        "log": plan.log or None,
        "zone": plan.zone,
        "state": plan.state.value,
        "wakes": None if plan.wakes is None else plan.wakes.isoformat(),
        "repeat_minutes": plan.repeat_minutes,
        "repeat_times": plan.repeat_times,
        "note": plan.note,
    }


def slot_shape(slot: Slot, zone: str, words: PlanWords) -> Shape:
    """A planned time: its local date and wall time as they were set, and the instant it comes."""
    return {
        "occurrence": slot.id,
        "reminder": slot.plan.id,
        "label": words.label(slot.plan),
        "date": slot.date.isoformat(),
        "slot": None if slot.time is None else f"{slot.time:%H:%M}",
        "at": local(slot.at, slot.plan.zone_in(zone)),
    }


def telling_shape(telling: Telling, zone: str, words: PlanWords) -> Shape:
    """What is told of a planned time."""
    record = telling.record
    return {
        "occurrence": record.id,
        "reminder": record.plan,
        "label": words.label(telling.plan),
        "date": record.date.isoformat(),
        "slot": None if record.time is None else f"{record.time:%H:%M}",
        "at": local(record.at, telling.plan.zone_in(zone)),
        "repeat": telling.repeat,
        "silent": telling.silent,
    }


def adherence_shape(item: AdherenceItem) -> Shape:
    """How one plan was kept, in counts."""
    return {"id": item.plan.id, "label": item.plan.label, **item.counts._asdict()}


def local(at: datetime, zone: str) -> str:
    """An instant as the clock of a zone shows it, with its offset."""
    return at.astimezone(zone_named(zone)).isoformat()
