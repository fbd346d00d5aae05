"""What a time of day means in an answer: worked out by hand, for times she says at any hour."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.answers import put_off_until, taken_at
from bonecoach.core.days import moment_at, moment_of
from bonecoach.core.plans import planned
from tests.core.test_reminders import ZONES, clock, plan
from tests.makers import BERLIN, MONDAY

SUNDAY, TUESDAY = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)


def slot(at):
    return next(planned([plan("tablet", at)], MONDAY, MONDAY, BERLIN))


@pytest.mark.parametrize(
    ("now", "said", "day"),
    [
        ("12:30", "14:00", MONDAY),
        ("12:30", "12:31", MONDAY),
        ("12:30", "12:30", TUESDAY),
        ("15:00", "14:00", TUESDAY),
        ("23:50", "00:10", TUESDAY),
        ("00:05", "23:55", MONDAY),
    ],
)
def test_put_off_until_a_time_is_the_next_such_time(now, said, day):
    assert put_off_until(time.fromisoformat(said), clock(now), BERLIN) == clock(said, day)


@pytest.mark.parametrize(
    ("planned_for", "said", "now", "day"),
    [
        ("08:00", "10:15", ("12:00", TUESDAY), MONDAY),  # the next day's catch-up
        ("08:00", "08:00", ("09:00", MONDAY), MONDAY),
        ("08:00", "04:00", ("09:00", MONDAY), MONDAY),  # four hours before, just so
        ("08:00", "03:30", ("12:00", TUESDAY), TUESDAY),  # in the night after it
        ("08:00", "22:00", ("12:00", TUESDAY), MONDAY),
        ("08:00", "22:00", ("09:00", MONDAY), SUNDAY),  # tonight has not come: last night
        ("12:30", "11:00", ("13:00", MONDAY), MONDAY),
        ("18:30", "10:15", ("19:00", MONDAY), MONDAY),  # earlier than four hours before, but not ahead
        ("18:30", "10:15", ("12:00", TUESDAY), TUESDAY),
        ("23:00", "00:30", ("09:00", TUESDAY), TUESDAY),
        ("23:00", "00:30", ("23:30", MONDAY), MONDAY),
        ("23:50", "23:55", ("00:20", TUESDAY), MONDAY),
        ("00:10", "23:30", ("08:00", MONDAY), SUNDAY),  # taken early, on the day before
    ],
)
def test_a_time_that_she_says_is_the_one_near_what_was_planned(planned_for, said, now, day):
    at = taken_at(slot(planned_for), time.fromisoformat(said), clock(*now), BERLIN)
    assert moment_at(at, BERLIN).date == day
    assert at == clock(said, day)


def test_in_the_night_of_a_clock_change_it_is_still_found():
    night = date(2026, 10, 25)  # 02:30 comes twice: the first is meant
    (late,) = planned([plan("tablet", "02:30", since=night)], night, night, BERLIN)
    assert taken_at(late, time(2, 45), clock("09:00", night), BERLIN) == moment_of(night, time(2, 45), BERLIN).instant


@given(ZONES, st.times(), st.times(), st.integers(0, 3 * 24 * 60))
def test_it_is_never_ahead_and_shows_what_she_said(zone, at, said, minutes):
    (one,) = planned([plan("tablet", f"{at:%H:%M}")], MONDAY, MONDAY, zone)
    said = said.replace(second=0, microsecond=0)
    now = one.at + timedelta(minutes=minutes)
    found = taken_at(one, said, now, zone)
    assert found <= now
    assert moment_at(found, zone).wall == said  # no clocks are changed in that week
    until = put_off_until(said, now, zone)
    assert now < until <= now + timedelta(days=1)
