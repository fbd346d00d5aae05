"""Vitamin D that is prescribed once a week or more rarely: it counts in equal parts until the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bonecoach.core.entries import Entry, Intake, Source
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.schedules import Schedule, Unit

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30}
_WEEK, _LONGEST = 7, 366


def days_between(schedule: Schedule) -> int:
    """Days from one dose of a schedule to the next, a month counted as 30; 1 where several come in a week."""
    if len(schedule.weekdays) > 1:
        return 1
    days = _DAYS[schedule.unit] * schedule.every
    return min(days, _LONGEST) if days >= _WEEK else 1


def spread_as_planned(entries: Iterable[Entry], schedule: Schedule) -> tuple[Entry, ...]:
    """What a plan logs, with vitamin D spread over its interval; other supplements and what says its own days stay."""
    days = days_between(schedule)
    return tuple(
        replace(entry, spread_days=days) if isinstance(entry, Intake) and _is_prescribed_d(entry) else entry
        for entry in entries
    )


def _is_prescribed_d(intake: Intake) -> bool:
    if intake.source is not Source.SUPPLEMENT or intake.spread_days > 1:
        return False
    return {nutrient for nutrient in Nutrient if intake.amounts.get(nutrient)} == {Nutrient.VITAMIN_D}
