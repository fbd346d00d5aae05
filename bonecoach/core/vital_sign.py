"""The exercise vital sign: on how many days a week, for how many minutes (EVS2014, confirmed)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bonecoach.core.movement import WeekMovement


class VitalSign(NamedTuple):
    """Moderate and vigorous aerobic movement in an average week.

    `days_a_week` and `minutes_a_day` have one decimal; their product, in whole minutes, is `minutes_a_week`.
    """

    days_a_week: float
    minutes_a_day: float
    minutes_a_week: int


def vital_sign(weeks: Sequence[WeekMovement]) -> VitalSign | None:
    """The vital sign of some weeks; None where there are none.

    Days and minutes of the week are rounded first, half up; the minutes of a day are what makes them fit.
    """
    if not weeks:
        return None
    minutes = sum(week.aerobic_minutes for week in weeks)
    days = sum(day.aerobic_minutes > 0 for week in weeks for day in week.days)
    a_week = _half_up(minutes, len(weeks))
    tenths = _half_up(10 * days, len(weeks))
    if a_week and not tenths:
        tenths = 1  # two walks a year are 0.0 days a week, and no minutes of a day would make theirs of it
    a_day = _half_up(100 * a_week, tenths) / 10 if tenths else 0.0
    return VitalSign(tenths / 10, a_day, a_week)


def _half_up(figure: int, by: int) -> int:
    return (2 * figure + by) // (2 * by)
