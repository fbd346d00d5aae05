"""The week's minutes, added by hand."""

from datetime import timedelta

import pytest

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.movement import balance_days_target
from bonecoach.core.profile import Profile
from tests.makers import MONDAY, at, joint_pain, session, week_of_entries

LOW, HIGH = Load.WEIGHT_BEARING_LOW, Load.WEIGHT_BEARING_HIGH
RESISTANCE, BALANCE, OTHER = Load.RESISTANCE, Load.BALANCE, Load.NOT_WEIGHT_BEARING
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def minutes(*sessions, **about):
    return week_of_entries(sessions, **about).movement


def test_the_contract_s_own_week():
    # Weight-bearing: 80 low + 15 high (vigorous) = 95. Aerobic adds 40 cycling: 135; vigorous twice: 150.
    week = minutes(
        session(30),
        session(50, day=WEDNESDAY),
        session(15, HIGH, Intensity.VIGOROUS),
        session(25, RESISTANCE),
        session(10, BALANCE),
        session(10, BALANCE, day=TUESDAY),
        session(40, OTHER),
    )
    assert week.counted_minutes == 95
    assert week.counted_by_load == {LOW: 80, HIGH: 15}
    assert week.by_load == {LOW: 80, HIGH: 15, RESISTANCE: 25, BALANCE: 20, OTHER: 40}
    assert week.aerobic_minutes == 135
    assert week.aerobic_equivalent_minutes == 150
    assert (week.resistance_days, week.balance_days) == (1, 2)
    assert week.reached is True


def test_a_stroll_is_clock_minutes_but_does_not_count():
    week = minutes(session(40, intensity=Intensity.LIGHT))
    assert week.by_load == {LOW: 40}
    assert week.counted_minutes == week.aerobic_minutes == 0
    assert week.reached is False


def test_tai_chi_is_a_balance_day_and_no_minutes_towards_the_150():
    week = minutes(session(45, BALANCE, also_load=LOW))
    assert week.counted_minutes == week.aerobic_minutes == 0
    assert week.balance_days == 1
    assert week.by_load == {BALANCE: 45}


def test_dancing_counts_its_minutes_once_and_its_day_for_balance():
    week = minutes(session(60, LOW, also_load=BALANCE))
    assert (week.counted_minutes, week.balance_days) == (60, 1)


def test_two_sessions_on_one_day_are_one_resistance_day():
    week = minutes(session(20, RESISTANCE), session(None, RESISTANCE, impacts=10))
    assert week.resistance_days == 1
    assert week.by_load == {RESISTANCE: 20}


def test_stretching_is_not_aerobic_whatever_it_felt_like():
    assert minutes(session(30, OTHER, aerobic=False)).aerobic_minutes == 0


def test_who_counts_all_aerobic_minutes_counts_cycling_too():
    week = minutes(session(30), session(40, OTHER), session(25, RESISTANCE), profile=Profile(count="all_aerobic"))
    assert week.counted_minutes == 70
    assert week.counted_by_load == {LOW: 30, OTHER: 40}


def test_a_session_belongs_wholly_to_the_day_of_its_start():
    # 90 minutes from 23:30 on Monday: all on Monday, none on Tuesday.
    late = session(90, day=MONDAY)
    days = minutes(late).days
    assert days[0].counted_minutes == 90
    assert days[1].counted_minutes is None


def test_a_day_with_anything_on_it_is_recorded_and_no_session_is_then_zero():
    days = minutes(joint_pain(3, TUESDAY)).days
    assert days[1].counted_minutes == 0
    assert days[2].counted_minutes is None
    assert minutes(joint_pain(3, TUESDAY)).days_recorded == 1


@pytest.mark.parametrize(("age", "days"), [(64, 2), (65, 3), (90, 3)])
def test_balance_is_for_three_days_from_sixty_five(age, days):
    assert balance_days_target(age) == days
    assert minutes(age=age).balance_days_target == days


def test_a_rest_week_is_said():
    assert minutes(rest_week=True).rest_week is True


def test_makers_put_sessions_on_their_day():
    assert session(day=TUESDAY).moment == at(TUESDAY, "10:00")
