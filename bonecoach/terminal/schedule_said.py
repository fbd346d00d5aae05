"""Which days and times are meant by the options of a command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.terminal.arguments import clocks_said, day_said, weekdays_said

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk


def schedule_said(
    desk: Desk,
    old: Schedule,
    times: Sequence[str],
    days: str | None,
    every: str | None,
    start: str | None,
    until: str | None,
) -> Schedule:
    """The schedule `old` with what was said of it. Raises InvalidEntry for what is no time, day or interval."""
    schedule = old
    if times:
        schedule = replace(schedule, times=clocks_said(times))
    if start is not None:
        schedule = replace(schedule, start=desk.day(start))
    if until is not None:
        schedule = replace(schedule, until=day_said(until, desk.today))
    if every is not None:
        unit, count = _every(every)
        schedule = replace(schedule, unit=unit, every=count, weekdays=())
    if days is not None:
        if every is not None and schedule.unit is not Unit.WEEK:
            raise InvalidEntry("impossible_schedule")  # "every month" and "on Mondays" are two different things
        weeks = schedule.every if schedule.unit is Unit.WEEK else 1
        schedule = replace(schedule, unit=Unit.WEEK, every=weeks, weekdays=weekdays_said(days))
    return schedule


def _every(text: str) -> tuple[Unit, int]:
    """ "day", "3days", "2weeks", "6months", "year"."""
    said = text.strip().lower()
    count = said.rstrip("abcdefghijklmnopqrstuvwxyz ")
    name = said[len(count) :].strip().removesuffix("s")
    known = {"day": (Unit.DAY, 1), "week": (Unit.WEEK, 1), "month": (Unit.MONTH, 1), "year": (Unit.MONTH, 12)}
    if name not in known or (count and not count.strip().isdigit()):
        raise InvalidEntry("unknown_interval", text=text, choices=("day", "3days", "week", "month", "6months", "year"))
    unit, base = known[name]
    return unit, base * int(count or 1)
