"""How far back planned times are looked at: behind what is on record, and no further than anybody could still ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from bonecoach.core.days import moment_at
from bonecoach.core.occurrences import Occurrence, State
from bonecoach.core.plans import OPEN_UNTIL_ANSWERED, Plan, PlanState, Slot, in_force, planned

MOST_LOOKED_BACK = 2_000
"""Times of one plan that are looked back on: after years away, what is older is not recorded and needs no row."""

LOOKED_AT_AGAIN = timedelta(days=2)
"""Dates before the newest record of a plan that are looked at again."""


def looked_back(plans: Iterable[Plan], records: Mapping[str, Occurrence], now: datetime, zone: str) -> dict[str, date]:
    """The date from which the times of each plan may want something: behind its newest record, from its oldest open."""
    today = moment_at(now, zone).date
    newest: dict[str, date] = {}
    oldest_open: dict[str, date] = {}
    for record in records.values():
        newest[record.plan] = max(record.date, newest.get(record.plan, record.date))
        if record.state is State.OPEN:
            oldest_open[record.plan] = min(record.date, oldest_open.get(record.plan, record.date))
    by_id: dict[str, list[Plan]] = {}
    for plan in plans:
        by_id.setdefault(plan.id, []).append(plan)
    found: dict[str, date] = {}
    for plan_id, versions in by_id.items():
        if _is_over(versions, today):
            continue
        a_day = max(1, *(len(version.schedule.times) for version in versions))
        since = max(
            min(_begins(version, now) for version in versions),
            min(newest.get(plan_id, date.min + timedelta(days=9)), today) - LOOKED_AT_AGAIN,
            today - timedelta(days=max(2, MOST_LOOKED_BACK // a_day)),
        )
        found[plan_id] = min(since, oldest_open.get(plan_id, since))
    return found


def _begins(version: Plan, now: datetime) -> date:
    """The first date of a version with a time that can be asked about: what had passed when it was made cannot."""
    made = version.made.date() - LOOKED_AT_AGAIN
    return max(version.since, made) if version.made <= now else version.since


def to_look_at(
    plans: Iterable[Plan], since: Mapping[str, date], today: date, zone: str, hushed: frozenset[date]
) -> dict[str, Slot]:
    """By their names, the slots that may want something."""
    versions: dict[str, list[Plan]] = {}
    for plan in plans:
        versions.setdefault(plan.id, []).append(plan)
    return {
        slot.id: slot
        for plan_id, first in since.items()
        for slot in planned(versions[plan_id], first, today + timedelta(days=1), zone, hushed)
        if slot.time is not None
    }


def _is_over(versions: Sequence[Plan], today: date) -> bool:
    """Whether what stays open until it is answered was ended: then nobody is asked about it any more."""
    standing = in_force(versions, today)
    return any(plan.state is PlanState.ENDED and plan.kind in OPEN_UNTIL_ANSWERED for plan in standing)
