"""Plans and occurrences as rows, and back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time

from bonecoach.core.changes import Scalar, Stored
from bonecoach.core.occurrences import Occurrence, State
from bonecoach.core.plans import Kind, Plan, PlanState
from bonecoach.core.schedules import Schedule, Unit


def plan_row(plan: Plan) -> dict[str, Scalar]:
    """The row of one version of a plan."""
    schedule = plan.schedule
    return {
        "id": f"{plan.id}:{plan.since}",
        "plan": plan.id,
        "since": plan.since.isoformat(),
        "made": _stamp(plan.made),
        "kind": plan.kind.value,
        "label": plan.label,
        "start": schedule.start.isoformat(),
        "unit": schedule.unit.value,
        "every": schedule.every,
        "weekdays": json.dumps(list(schedule.weekdays)),
        "times": json.dumps([f"{at:%H:%M}" for at in schedule.times]),
        "until": None if schedule.until is None else schedule.until.isoformat(),
        "log": plan.log,
        "settles": plan.settles,
        "medicine": plan.medicine,
        "dose_amount": None if plan.dose_amount is None else float(plan.dose_amount),
        "dose_unit": plan.dose_unit,
        "zone": plan.zone,
        "state": plan.state.value,
        "wakes": None if plan.wakes is None else plan.wakes.isoformat(),
        "repeat_minutes": plan.repeat_minutes,
        "repeat_times": plan.repeat_times,
        "note": plan.note,
    }


def plan_of(row: Stored) -> Plan:
    """The version of a plan in a row."""
    return Plan(
        id=row["plan"],
        since=date.fromisoformat(row["since"]),
        made=datetime.fromisoformat(row["made"]).astimezone(UTC),
        kind=Kind(row["kind"]),
        label=row["label"],
        schedule=Schedule(
            start=date.fromisoformat(row["start"]),
            unit=Unit(row["unit"]),
            every=int(row["every"]),
            weekdays=tuple(json.loads(row["weekdays"])),
            times=tuple(time.fromisoformat(at) for at in json.loads(row["times"])),
            until=_day(row["until"]),
        ),
        log=row["log"],
        settles=row["settles"],
        medicine=row["medicine"],
        dose_amount=row["dose_amount"],
        dose_unit=row["dose_unit"],
        zone=row["zone"],
        state=PlanState(row["state"]),
        wakes=_day(row["wakes"]),
        repeat_minutes=int(row["repeat_minutes"]),
        repeat_times=int(row["repeat_times"]),
        note=row["note"],
    )


def occurrence_row(record: Occurrence) -> dict[str, Scalar]:
    """The row of an occurrence."""
    return {
        "id": record.id,
        "plan": record.plan,
        "date": record.date.isoformat(),
        "time": None if record.time is None else f"{record.time:%H:%M}",
        "at": _stamp(record.at),
        "state": record.state.value,
        "told": record.told,
        "left": record.left,
        "next_at": None if record.next_at is None else _stamp(record.next_at),
        "away": int(record.away),
        "asked": int(record.asked),
        "entry": record.entry,
        "reason": record.reason,
        "trail": json.dumps([[what, _stamp(at)] for what, at in record.trail]),
    }


def occurrence_of(row: Stored) -> Occurrence:
    """The occurrence in a row."""
    return Occurrence(
        plan=row["plan"],
        date=date.fromisoformat(row["date"]),
        time=None if row["time"] is None else time.fromisoformat(row["time"]),
        at=_instant(row["at"]),
        state=State(row["state"]),
        told=int(row["told"]),
        left=int(row["left"]),
        next_at=None if row["next_at"] is None else _instant(row["next_at"]),
        away=bool(row["away"]),
        asked=bool(row["asked"]),
        entry=row["entry"],
        reason=row["reason"],
        trail=tuple((what, _instant(at)) for what, at in json.loads(row["trail"])),
    )


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _instant(stamp: Scalar) -> datetime:
    return datetime.fromisoformat(str(stamp)).astimezone(UTC)


def _day(text: Scalar) -> date | None:
    return None if text is None else date.fromisoformat(str(text))
