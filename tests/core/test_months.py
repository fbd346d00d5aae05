"""Movement and doses month by month, from sums."""

from datetime import date, timedelta

import pytest

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.months import MonthMoved, MonthTaken, Moved, months_moved, months_taken
from bonecoach.core.therapy import Period

MONDAY = date(2026, 9, 28)
"""Its Thursday is 1 October: the first week of October."""

WEEKS = [MONDAY + timedelta(weeks=n) for n in range(5)]
"""The last one's Thursday is 29 October."""

WALK = (Load.WEIGHT_BEARING_LOW, Intensity.MODERATE, True)
JUMPS = (Load.WEIGHT_BEARING_HIGH, Intensity.VIGOROUS, True)
SWIM = (Load.NOT_WEIGHT_BEARING, Intensity.VIGOROUS, True)
STROLL = (Load.WEIGHT_BEARING_LOW, Intensity.LIGHT, False)


def months(moved, recorded=WEEKS, rests=(), count="weight_bearing", weeks=WEEKS):
    return months_moved(weeks, [Moved(*part) for part in moved], recorded, rests, lambda _day: count)


def test_minutes_a_week_are_over_the_weeks_that_count():
    moved = [(WEEKS[0], *WALK, 150), (WEEKS[1], *WALK, 60), (WEEKS[1], *JUMPS, 30), (WEEKS[2], *STROLL, 200)]
    # 150 + (60 + 30) + 0 over three weeks; in the second 60 + twice 30 are 120; one was rest, one not recorded
    (month,) = months(moved, recorded=WEEKS[:4], rests=[WEEKS[3]])
    assert month == MonthMoved(date(2026, 10, 1), 80.0, 3, 1, 1, 1)


def test_the_target_is_reached_by_vigorous_minutes_twice_as_in_a_week():
    (month,) = months([(WEEKS[0], *SWIM, 75)], recorded=WEEKS[:1], weeks=WEEKS[:1])
    assert (month.minutes, month.reached) == (0.0, 1)
    (month,) = months([(WEEKS[0], *SWIM, 75)], recorded=WEEKS[:1], weeks=WEEKS[:1], count="all_aerobic")
    assert (month.minutes, month.reached) == (75.0, 1)


def test_a_week_is_of_the_month_that_holds_its_middle():
    weeks = [MONDAY - timedelta(weeks=1), MONDAY]
    assert [month.first.month for month in months([], weeks=weeks, recorded=())] == [9, 10]
    assert [month.minutes for month in months([], weeks=weeks, recorded=())] == [None, None]


def test_a_rest_week_that_began_on_another_weekday_is_the_week_of_its_middle():
    sunday = MONDAY - timedelta(days=1)  # 27 September: its middle is Wednesday, 30 September
    assert [month.rest_weeks for month in months([], weeks=WEEKS[:2], rests=[sunday])] == [1]
    late = MONDAY + timedelta(days=4)  # Friday; its middle is Monday, 5 October
    (month,) = months([], weeks=WEEKS[:2], rests=[late])
    assert (month.rest_weeks, month.weeks) == (1, 1)


@pytest.mark.parametrize(
    ("periods", "days"),
    [
        ((), (22, 30, 20)),  # from 10 October on, all of November, up to 20 December
        ((Period("letrozole", None),), (22, 30, 20)),
        ((Period("letrozole", date(2026, 10, 21)),), (11, 30, 20)),
        # a pause from 6 November until 1 December, on which she went on
        ((Period("x", None, date(2026, 11, 6)), Period("x", date(2026, 12, 1))), (22, 5, 20)),
        ((Period("x", None, date(2026, 11, 1)), Period("y", date(2026, 12, 1))), (22, 0, 20)),
    ],
)
def test_days_of_therapy_are_counted_by_month(periods, days):
    found = months_taken({}, periods, date(2026, 10, 10), date(2026, 12, 20))
    by_month = {month.first.month: month.days for month in found}
    assert tuple(by_month.get(month, 0) for month in (10, 11, 12)) == days
    assert all(month.not_recorded == month.days for month in found)


def test_doses_outside_of_her_periods_are_days_all_the_same():
    (month,) = months_taken(
        {date(2026, 10, 1): (5, 1)}, [Period("x", date(2027, 1, 1))], date(2026, 10, 3), date(2026, 10, 31)
    )
    assert month == MonthTaken(date(2026, 10, 1), 6, 5, 1)
    assert month.not_recorded == 0
