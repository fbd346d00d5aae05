"""The exercise vital sign: what is shown multiplies out."""

from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.period_movement import period_movement
from bonecoach.core.vital_sign import VitalSign, vital_sign
from tests.makers import MONDAY, session, week_of_entries


def week(*minutes_by_day, nth=0, rest_week=False, load=Load.NOT_WEIGHT_BEARING):
    """A week with a session on each day that has minutes; swimming unless said otherwise."""
    first = MONDAY + timedelta(weeks=nth)
    sessions = [session(m, load, day=first + timedelta(days=n)) for n, m in enumerate(minutes_by_day) if m]
    return week_of_entries(sessions, first=first, rest_week=rest_week).movement


def test_four_days_of_35_minutes_are_140():
    assert vital_sign([week(35, 35, 35, 35)]) == VitalSign(4.0, 35.0, 140)


def test_a_mean_of_weeks_is_said_so_that_it_multiplies_out():
    # 3, 4 and 5 days of 30 minutes and one of 20: 3 + 4 + 6 = 13 days, 13 / 3 = 4.33; 380 / 3 = 126.67 minutes.
    weeks = [week(30, 30, 30), week(30, 30, 30, 30), week(30, 30, 30, 30, 30, 20)]
    # 127 / 4.3 = 29.53
    assert vital_sign(weeks) == VitalSign(4.3, 29.5, 127)


def test_nothing_is_zero_where_weeks_are_known_and_unknown_where_none_is():
    assert vital_sign([week()]) == VitalSign(0.0, 0.0, 0)
    assert vital_sign([]) is None


def test_one_long_walk_in_a_year_is_not_no_day():
    # 104 minutes in 52 weeks: 2 a week, on 0.02 days.
    assert vital_sign([week(104), *[week()] * 51]) == VitalSign(0.1, 20.0, 2)


def test_light_movement_and_strength_are_no_vital_sign():
    light = week_of_entries([session(60, intensity=Intensity.LIGHT)]).movement
    assert vital_sign([light, week(30, load=Load.RESISTANCE)]) == VitalSign(0.0, 0.0, 0)


@given(st.lists(st.lists(st.integers(0, 240), min_size=7, max_size=7), min_size=1, max_size=60))
def test_days_times_minutes_is_always_the_week(weeks):
    found = vital_sign([week(*minutes) for minutes in weeks])
    product = Decimal(str(found.days_a_week)) * Decimal(str(found.minutes_a_day))
    assert product.quantize(Decimal(1), ROUND_HALF_UP) == found.minutes_a_week


# Many weeks


def period(*weeks):
    recorded = sum(each.days_recorded for each in weeks)
    return period_movement(weeks, recorded, 7 * len(weeks))


def test_rest_weeks_and_weeks_without_a_record_are_in_no_mean():
    found = period(
        week(40, 40, load=Load.WEIGHT_BEARING_LOW),
        week(nth=1),  # nothing at all was logged
        week(200, nth=2, rest_week=True),
        week(0, 0, 60, nth=3),
    )
    assert (found.rest_weeks, found.weeks_not_recorded, len(found.counted)) == (1, 1, 2)
    assert found.vital_sign == VitalSign(1.5, 46.7, 70)  # 3 days and 140 minutes in 2 weeks
    assert found.weight_bearing_minutes == 40  # 80 and 0
    assert found.weeks_reached == 0
    assert (found.days_recorded, found.days) == (4, 28)
    assert found.weeks_thinly_recorded == 2  # 2 days and 1 day
    assert period(week(10, 10, 10, 10)).weeks_thinly_recorded == 0


def test_the_right_way_is_told_apart_from_much():
    first = week_of_entries(
        [
            session(100, day=MONDAY),
            session(20, Load.WEIGHT_BEARING_HIGH, Intensity.VIGOROUS, day=MONDAY),
            session(30, Load.RESISTANCE, day=MONDAY),
            session(30, Load.RESISTANCE, day=MONDAY + timedelta(days=2)),
            session(20, Load.BALANCE, day=MONDAY + timedelta(days=3)),
        ]
    ).movement
    found = period(first, week(30, nth=1))
    assert (found.weight_bearing_minutes, found.high_impact_minutes) == (60, 10)
    assert (found.resistance_days, found.balance_days) == (1, 0.5)
    assert found.aerobic_equivalent_minutes == 85  # 100 + 2 × 20 and 30, halved
    assert found.weeks_reached == 0
    assert period(week(150)).weeks_reached == 1


def test_a_period_without_weeks_has_no_means():
    nothing = period()
    assert nothing.vital_sign is None
    assert nothing.weight_bearing_minutes is None
    assert nothing.resistance_days is None
