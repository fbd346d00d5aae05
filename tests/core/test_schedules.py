"""On which days something is planned."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.schedules import Schedule, Unit, months_after

MONDAY = date(2026, 11, 16)
YEAR = (MONDAY, MONDAY + timedelta(days=364))


def days(schedule, first=MONDAY, last=date(2026, 12, 31)):
    return list(schedule.days(first, last))


@pytest.mark.parametrize(
    ("unit", "every", "rare"),
    [
        (Unit.DAY, 1, False),
        (Unit.DAY, 27, False),
        (Unit.DAY, 28, True),
        (Unit.WEEK, 1, False),
        (Unit.WEEK, 3, False),
        (Unit.WEEK, 4, True),
        (Unit.MONTH, 1, True),
        (Unit.MONTH, 6, True),
    ],
)
def test_a_month_or_four_weeks_apart_is_rare(unit, every, rare):
    assert Schedule(date(2026, 1, 1), unit, every).is_rare is rare


def test_every_third_day_counts_from_the_first():
    assert days(Schedule(date(2026, 11, 15), every=3), last=date(2026, 11, 25)) == [
        date(2026, 11, 18),
        date(2026, 11, 21),
        date(2026, 11, 24),
    ]


def test_chosen_weekdays():
    found = days(Schedule(MONDAY, Unit.WEEK, weekdays=(4, 1)), last=date(2026, 11, 29))
    assert [f"{day:%a %d}" for day in found] == ["Tue 17", "Fri 20", "Tue 24", "Fri 27"]


def test_every_second_week_on_the_weekday_it_began():
    found = days(Schedule(date(2026, 11, 18), Unit.WEEK, 2))
    assert found == [date(2026, 11, 18), date(2026, 12, 2), date(2026, 12, 16), date(2026, 12, 30)]


def test_a_monthly_day_keeps_its_day_after_a_short_month():
    found = days(Schedule(date(2027, 1, 31), Unit.MONTH), date(2027, 1, 1), date(2027, 4, 30))
    assert found == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)]


def test_six_months_after_the_last_of_august_is_the_last_of_february():
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2027, 8, 31), 6) == date(2028, 2, 29)


def test_nothing_is_planned_before_the_start_or_behind_the_end():
    schedule = Schedule(MONDAY, until=MONDAY + timedelta(days=2))
    assert days(schedule, MONDAY - timedelta(days=9)) == [MONDAY + timedelta(days=n) for n in range(3)]
    assert days(schedule, MONDAY + timedelta(days=5)) == []


def test_times_stand_in_order_and_once():
    assert Schedule(MONDAY, times=(time(18), time(8), time(8, 0, 30))).times == (time(8), time(18))


@pytest.mark.parametrize(
    "wrong",
    [
        {"every": 0},
        {"every": 401},
        {"weekdays": (1,)},
        {"unit": Unit.WEEK, "weekdays": (7,)},
        {"until": MONDAY - timedelta(days=1)},
        {"times": (time(8),) * 1_441},
    ],
)
def test_what_cannot_be_planned_is_refused(wrong):
    with pytest.raises(InvalidEntry, match="impossible_schedule"):
        Schedule(MONDAY, **wrong)


def test_a_week_apart_is_long():
    assert not Schedule(MONDAY).is_long
    assert Schedule(MONDAY, every=7).is_long
    assert Schedule(MONDAY, Unit.WEEK).is_long
    assert not Schedule(MONDAY, Unit.WEEK, weekdays=(0, 3)).is_long
    assert Schedule(MONDAY, Unit.MONTH).is_long


@given(
    st.sampled_from(list(Unit)),
    st.integers(1, 14),
    st.sets(st.integers(0, 6)),
    st.dates(date(2020, 1, 1), date(2028, 1, 1)),
    st.integers(0, 300),
    st.integers(0, 60),
)
def test_a_stretch_holds_what_its_days_hold_one_by_one(unit, every, weekdays, start, ahead, length):
    schedule = Schedule(start, unit, every, tuple(weekdays) if unit is Unit.WEEK else ())
    first = start + timedelta(days=ahead)
    whole = [first + timedelta(days=n) for n in range(length)]
    assert days(schedule, first, first + timedelta(days=length - 1)) == [d for d in whole if any(schedule.days(d, d))]
