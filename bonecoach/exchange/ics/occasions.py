"""Plans and appointments as what a calendar keeps: a beginning, how it comes again, and an alarm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby, islice
from typing import NamedTuple, Protocol

from bonecoach.core.days import is_known, moment_of
from bonecoach.core.injections import NextInjection
from bonecoach.core.plans import HUSHED_BY_REST, Kind, Plan, PlanState
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.visits import Appointment

SECTIONS = ("reminders", "appointments")
"""The parts of a calendar."""

REMINDER_MINUTES = 15
"""How long a reminder stands in the calendar; it blocks nothing."""

APPOINTMENT_MINUTES = 60
_DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31


class Alarm(NamedTuple):
    """When a calendar speaks up: at an instant, or (None) as it begins; and how it does so again."""

    at: datetime | None = None
    again_times: int = 0
    again_minutes: int = 0


class Occasion(NamedTuple):
    """One entry of a calendar. `at` None is the whole day; `rule` is an RRULE or ""; `without` are days left out.

    `uid` stays the same whatever is changed of the thing, so that a calendar that takes the file in again mends its own
    entry and makes no second one.
    """

    uid: str
    summary: str
    zone: str
    day: date
    at: time | None
    minutes: int
    rule: str = ""
    without: tuple[date, ...] = ()
    alarm: Alarm | None = None
    location: str = ""
    description: str = ""
    busy: bool = False


def saying_only(occasion: Occasion, reminder: str, appointment: str) -> Occasion:
    """The same with nothing of what it is about, for calendars that others see."""
    return occasion._replace(summary=appointment if occasion.busy else reminder, location="", description="")


class Named(Protocol):
    """What stands in a calendar for a plan."""

    def reminder(self, plan: Plan) -> str:
        """What it is called."""

    def late(self, plan: Plan, following: NextInjection) -> str:
        """What is said of what a clinic should have given by now."""


class Span(NamedTuple):
    """The days a calendar is about; `last` None is for ever."""

    first: date
    last: date | None


def reminders(
    versions: Iterable[Plan],
    span: Span,
    zone: str,
    hushed: frozenset[date],
    named: Named,
) -> Iterator[Occasion]:
    """Every time of every plan that is reminded of, but for what a clinic gives (`injections`).

    The entry of a time is named by its plan and by which of its times it is. That name belongs to the last version that
    is told, which goes on; one that ends before it begins stands beside it under a name with its day.
    """
    counted = [plan for plan in versions if plan.kind is not Kind.INJECTION]
    ordered = sorted(counted, key=lambda plan: (plan.id, plan.since))
    for _, group in groupby(ordered, key=lambda plan: plan.id):
        of_one = list(group)
        told: list[dict[int, Occasion]] = []
        for plan, following in zip(of_one, [*of_one[1:], None], strict=True):
            if plan.state is PlanState.ENDED or (plan.state is PlanState.PAUSED and plan.wakes is None):
                continue
            end = None if following is None else following.since - timedelta(days=1)
            within, summary = _within(plan, span, end), named.reminder(plan)
            every = {
                nth: _series(plan, nth, within, zone, hushed, summary) for nth in range(1, len(plan.schedule.times) + 1)
            }
            found = {nth: occasion for nth, occasion in every.items() if occasion is not None}
            told += [found] if found else []
        for before in told[:-1]:
            yield from before.values()
        for nth, occasion in told[-1].items() if told else ():
            yield occasion._replace(uid=f"{of_one[0].id}-{nth}@bonecoach")


def injections(
    ahead: Iterable[tuple[Plan, NextInjection]], span: Span, today: date, zone: str, named: Named
) -> Iterator[Occasion]:
    """The next of what a clinic gives, once: the one after it counts from the day it is given.

    One that should have been given by now stands on today, all day long and with what is to be done about it; no later
    one is told until it is given.
    """
    for plan, following in ahead:
        day = following.due
        if plan.state is PlanState.PAUSED:
            if plan.wakes is None:
                continue
            day = max(day, plan.wakes)
        late = day < today
        shown = max(day, today)
        if not span.first <= shown <= (span.last or date.max) or shown > (plan.schedule.until or date.max):
            continue
        for nth, at in enumerate((None,) if late else plan.schedule.times, start=1):
            yield Occasion(
                uid=f"{plan.id}-next{'' if nth == 1 else f'-{nth}'}@bonecoach",
                summary=named.late(plan, following) if late else named.reminder(plan),
                zone=_home(plan, zone),
                day=shown,
                at=at,
                minutes=REMINDER_MINUTES,
                alarm=None if late else Alarm(None, plan.repeat_times, plan.repeat_minutes),
                description=plan.note,
            )


def _home(plan: Plan, zone: str) -> str:
    return plan.zone if plan.zone is not None and is_known(plan.zone) else zone


def _within(plan: Plan, span: Span, end: date | None) -> Span:
    """The days on which a version of a plan is told."""
    ends = [day for day in (span.last, end, plan.schedule.until) if day is not None]
    begins = [span.first, plan.since, plan.schedule.start]
    if plan.state is PlanState.PAUSED and plan.wakes is not None:
        begins.append(plan.wakes)
    return Span(max(begins), min(ends, default=None))


def _series(plan: Plan, nth: int, span: Span, zone: str, hushed: frozenset[date], summary: str) -> Occasion | None:
    """One time of a version of a plan, the `nth` of its day; None where it is never told in these days."""
    at = plan.schedule.times[nth - 1]
    left_out = hushed if plan.kind in HUSHED_BY_REST else frozenset()
    days = plan.schedule.days(span.first, span.last or date.max)
    first = next((day for day in days if day not in left_out), None)
    if first is None:
        return None
    once = not list(islice(plan.schedule.days(first, span.last or date.max), 1, 2))
    home = _home(plan, zone)
    return Occasion(
        uid=f"{plan.id}-{nth}-{plan.since:%Y%m%d}@bonecoach",
        summary=summary,
        zone=home,
        day=first,
        at=at,
        minutes=REMINDER_MINUTES,
        rule="" if once else rule_of(plan.schedule, span.last, at, home),
        without=()
        if once
        else tuple(day for day in sorted(left_out) if day > first and any(plan.schedule.days(day, day))),
        alarm=Alarm(None, plan.repeat_times, plan.repeat_minutes),
        description=plan.note,
    )


def rule_of(schedule: Schedule, last: date | None, at: time, zone: str) -> str:
    """The RRULE of a schedule. A day that a month does not have is its last one (31 Jan, 28 Feb, 31 Mar)."""
    every = f";INTERVAL={schedule.every}" if schedule.every > 1 else ""
    until = "" if last is None else f";UNTIL={moment_of(last, at, zone).instant:%Y%m%dT%H%M%SZ}"
    if schedule.unit is Unit.DAY:
        return f"FREQ=DAILY{every}{until}"
    if schedule.unit is Unit.WEEK:
        days = ",".join(_DAY_CODES[day] for day in schedule.weekdays or (schedule.start.weekday(),))
        return f"FREQ=WEEKLY{every};WKST=MO;BYDAY={days}{until}"
    day = schedule.start.day
    if day <= _SHORTEST_MONTH:
        return f"FREQ=MONTHLY{every};BYMONTHDAY={day}{until}"
    if day == _LONGEST_MONTH:  # the last day of every month, as every calendar understands it
        return f"FREQ=MONTHLY{every};BYMONTHDAY=-1{until}"
    # The 29th and the 30th can be said in no other way: BYMONTHDAY=30 alone leaves February out (RFC 5545, 3.3.10), and
    # a dose that is left out is worse than a rule that a calendar may refuse.
    days = ",".join(str(each) for each in range(_SHORTEST_MONTH, day + 1))
    return f"FREQ=MONTHLY{every};BYMONTHDAY={days};BYSETPOS=-1{until}"


def appointments(visits: Iterable[Appointment], plans: Sequence[Plan], span: Span, zone: str) -> Iterator[Occasion]:
    """Her appointments, each with the alarm of its reminder."""
    for visit in visits:
        if visit.date < span.first or (span.last is not None and visit.date > span.last):
            continue
        told = next((plan for plan in plans if visit.plan and plan.id == visit.plan and plan.schedule.times), None)
        alarm = None if told is None else Alarm(moment_of(told.schedule.start, told.schedule.times[0], zone).instant)
        yield Occasion(
            uid=f"{visit.id}@bonecoach",
            summary=visit.whom,
            zone=zone,
            day=visit.date,
            at=visit.time,
            minutes=APPOINTMENT_MINUTES,
            alarm=alarm,
            location=visit.place,
            description=visit.note,
            busy=True,
        )
