"""How a change in the middle of a day counts: what was taken that day stays, and is not asked for a second time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bonecoach.core.days import moment_at
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Plan
from bonecoach.core.settling import Settled


def from_today(holding: Plan, new: Plan, so_far: Sequence[Settled], today: date) -> tuple[Plan, ...]:
    """The versions by which `new` takes the place of `holding`, the version of today, whose times went as in `so_far`.

    Times that are answered stay as they were planned, and each that was taken stands for one of the new times of
    today; those that are left are still to come. The new plan then holds from tomorrow, and without an answer at once.
    """
    answered = [one for one in so_far if one.answered]
    if not answered:
        return (replace(new, since=today),)
    taken = sum(one.state is State.DONE for one in answered)
    planned_today = new.holds_on(today) and any(new.schedule.days(today, today))
    left = new.schedule.times[taken:] if planned_today else ()
    stay = (one.slot.time for one in answered if one.slot.time is not None)
    this_day = replace(holding.schedule, times=(*stay, *left))
    tomorrow = replace(new, since=today + timedelta(days=1))
    if this_day == holding.schedule:
        return (tomorrow,)
    return replace(holding, since=today, made=new.made, schedule=this_day), tomorrow


def is_put_off(plan: Plan, versions: Iterable[Plan], today: date, zone: str) -> bool:
    """Whether a version that begins tomorrow was said today: so it is where something of today was answered."""
    if plan.since != today + timedelta(days=1) or moment_at(plan.made, zone).date != today:
        return False
    return any(one.id == plan.id and one.since <= today for one in versions)
