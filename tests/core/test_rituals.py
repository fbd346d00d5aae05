"""The time after a tablet for bone: counted from when it was taken, in whole minutes, never a minute too few."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.days import moment_at
from bonecoach.core.entries import Dose
from bonecoach.core.medicines import MedicineRules
from bonecoach.core.rituals import Stage, ritual_of
from tests.makers import BERLIN

SEVEN = datetime(2026, 11, 23, 6, tzinfo=UTC)
"""Seven in the morning in Berlin."""


def taken(how="fasting_upright_30", minutes=30, at=SEVEN, late=0):
    dose = Dose(moment=moment_at(at, BERLIN), name="Alendronate", medicine="alendronate", id="d1")
    rules = MedicineRules("alendronate", "week", how, minutes, "SGH", "confirmed", "x", "SGH", "confirmed", None, ())
    return ritual_of(dose, rules, 240, late)


def test_half_an_hour_upright_then_breakfast_and_calcium_after_four_hours():
    ritual = taken()
    assert (ritual.id, ritual.fasting, ritual.late) == ("d1", True, False)
    assert (ritual.free_at, ritual.calcium_at) == (SEVEN + timedelta(minutes=30), SEVEN + timedelta(hours=4))
    stages = [ritual.stage(SEVEN + timedelta(minutes=minutes)) for minutes in (0, 29, 30, 239, 240)]
    assert stages == [Stage.UPRIGHT, Stage.UPRIGHT, Stage.BREAKFAST, Stage.BREAKFAST, Stage.OVER]


def test_an_hour_for_ibandronate_and_longer_where_something_came_before():
    assert taken("fasting_upright_60", 60).free_at == SEVEN + timedelta(minutes=60)
    late = taken(late=120)
    assert (late.free_at, late.late) == (SEVEN + timedelta(minutes=120), True)


def test_after_breakfast_nothing_has_to_wait_for_breakfast():
    assert not taken("after_breakfast_upright_30").fasting


def test_what_asks_for_nothing_is_no_ritual():
    assert taken("any_time", 0) is None


def test_taken_within_a_minute_it_counts_from_the_next():
    # 7:00:40 and 30 minutes is 7:30:40: shown as 7:31, not 7:30.
    assert taken(at=SEVEN + timedelta(seconds=40)).free_at == SEVEN + timedelta(minutes=31)


@pytest.mark.parametrize(
    ("seconds", "left", "next_in"),
    [(0, 30, 60), (1, 30, 59), (59, 30, 1), (60, 29, 60), (1799, 1, 1), (1800, 0, 12_600), (14_400, 0, None)],
)
def test_it_counts_down_minute_by_minute(seconds, left, next_in):
    ritual, now = taken(), SEVEN + timedelta(seconds=seconds)
    assert ritual.minutes_left(now) == left
    following = ritual.next_change(now)
    assert following == (None if next_in is None else now + timedelta(seconds=next_in))


@given(st.integers(0, 300 * 60), st.integers(0, 59))
def test_the_next_change_is_always_ahead(seconds, second):
    ritual = taken(at=SEVEN + timedelta(seconds=second))
    now = ritual.began + timedelta(seconds=seconds)
    following = ritual.next_change(now)
    assert following is None or now < following <= ritual.calcium_at
    assert (following is None) is (ritual.stage(now) is Stage.OVER)
