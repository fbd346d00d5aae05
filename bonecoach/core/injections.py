"""When what a clinic gives is due next, how long it is in time, and when that is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import NamedTuple

from bonecoach.core.medicines import Window
from bonecoach.core.plans import BOOKING, Kind, Plan
from bonecoach.core.schedules import LONGEST_STEP, Schedule, Unit, months_after

TOLD_AT = time(9)
"""When an injection with a window is told of unless she says another time: clinics answer then. A choice of ours."""


class NextInjection(NamedTuple):
    """The next one on a day. `state` is "not_yet", "book", "due" or "overdue"; dates without a window are None.

    `given` is the day it counts from; None while the first is ahead.
    """

    due: date
    book_from: date | None
    best_by: date | None
    state: str
    overdue: bool
    call_clinic: bool
    given: date | None = None


def next_injection(
    last_given: date | None, start: date, months: int, window: Window | None, day: date
) -> NextInjection:
    """When the next one is due, as it stands on `day`.

    It counts from the last one given. Before any was logged the start of the plan is the first one: due while it is
    ahead, and taken as given once it has come. A month that is shorter takes its last day.
    """
    given = last_given if last_given is not None else start if start <= day else None
    due = start if given is None else months_after(given, months)
    book_from = months_after(given, window.book_months) if window is not None and given is not None else None
    best_by = None if window is None else due + timedelta(days=window.best_by_days)
    overdue = day > (best_by or due)
    if overdue:
        state = "overdue"
    elif day >= due:
        state = "due"
    else:
        state = "book" if book_from is not None and day >= book_from else "not_yet"
    return NextInjection(due, book_from, best_by, state, overdue, overdue and window is not None, given)


def counted_from_given(plan: Plan, given: Iterable[date], window: Window | None) -> list[Plan]:
    """The versions by which a version of a plan is told: each injection begins the counting anew.

    With a window the due day has its last call on its best-by day, and the last cycle has a plan of its own that asks
    for the date to be booked. `given` are the days it was given, oldest first.
    """
    last_call = 0 if window is None else window.best_by_days
    versions = [replace(plan, best_by_days=last_call)]
    counts_from = plan.schedule.start
    for day in given:
        since = max(day + timedelta(days=1), plan.since)
        schedule = replace(plan.schedule, start=months_after(day, plan.schedule.every), until=None)
        version = replace(plan, since=since, schedule=schedule, best_by_days=last_call)
        versions = [kept for kept in versions if kept.since < since] + [version]
        counts_from = day
    booking = None if window is None else _booking(versions[-1], counts_from, plan.schedule.every, window)
    return versions if booking is None else [*versions, booking]


def _booking(version: Plan, counts_from: date, months: int, window: Window) -> Plan | None:
    """The plan that asks for a date; None where it is due before that could be told."""
    made = version.made.date()
    first = months_after(counts_from, window.book_months)
    told_from = first if first > made else made + timedelta(days=1)  # a time that had passed when it was said is past
    last = months_after(counts_from, months) - timedelta(days=1)
    if told_from > last:
        return None
    schedule = Schedule(told_from, Unit.MONTH, LONGEST_STEP, times=version.schedule.times, until=last)
    return replace(
        version,
        id=f"{version.id}.{BOOKING}",
        kind=Kind.APPOINTMENT,
        schedule=schedule,
        settles="",
        medicine="",
        stage=BOOKING,
        best_by_days=0,
    )
