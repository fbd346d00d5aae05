"""Prescribed vitamin D: spread over the interval of its plan, and nothing else is."""

from datetime import date

import pytest

from bonecoach.core.prescribed import days_between, spread_as_planned
from bonecoach.core.schedules import Schedule, Unit
from tests.makers import MONDAY, food, joint_pain, supplement

START = date(2026, 11, 16)
WEEKLY = Schedule(START, Unit.WEEK)


@pytest.mark.parametrize(
    ("schedule", "days"),
    [
        (Schedule(START), 1),
        (Schedule(START, Unit.DAY, 2), 1),
        (Schedule(START, Unit.DAY, 10), 10),
        (WEEKLY, 7),
        (Schedule(START, Unit.WEEK, 2), 14),
        (Schedule(START, Unit.WEEK, weekdays=(2,)), 7),
        (Schedule(START, Unit.WEEK, weekdays=(0, 3)), 1),
        (Schedule(START, Unit.MONTH), 30),
        (Schedule(START, Unit.MONTH, 3), 90),
        (Schedule(START, Unit.MONTH, 12), 360),
        (Schedule(START, Unit.MONTH, 24), 366),
    ],
)
def test_how_long_a_dose_has_to_last(schedule, days):
    assert days_between(schedule) == days


def test_a_weekly_dose_of_vitamin_d_is_spread():
    (dose,) = spread_as_planned([supplement(vitamin_d_ug=500)], WEEKLY)
    assert dose.spread_days == 7


def test_everything_else_stays_as_it_is():
    others = [
        supplement(calcium_mg=500),
        supplement(vitamin_d_ug=25, calcium_mg=500),
        food(MONDAY, vitamin_d_ug=10),
        joint_pain(3),
    ]
    assert list(spread_as_planned(others, WEEKLY)) == others


def test_what_says_its_own_days_keeps_them():
    from dataclasses import replace

    monthly = replace(supplement(vitamin_d_ug=500), spread_days=30)
    assert spread_as_planned([monthly], WEEKLY) == (monthly,)
