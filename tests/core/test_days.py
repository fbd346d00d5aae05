"""Local days: clock changes, flights, weeks, birthdays."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.days import EARLIEST, Moment, Week, age_on, moment_at, moment_of, possible, week_of, zone_named
from bonecoach.core.errors import InvalidEntry


def test_a_time_in_the_skipped_hour_is_shifted_by_the_gap():
    # Berlin, 29 March 2026: 02:00 becomes 03:00, so 02:30 is 03:30 summer time, 01:30 UTC.
    moment = moment_of(date(2026, 3, 29), time(2, 30), "Europe/Berlin")
    assert moment.wall == time(3, 30)
    assert moment.instant == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_time_in_the_repeated_hour_is_the_first_one():
    # Berlin, 25 October 2026: 03:00 summer time becomes 02:00; the first 02:30 is still UTC+2.
    moment = moment_of(date(2026, 10, 25), time(2, 30), "Europe/Berlin")
    assert moment.local.isoformat() == "2026-10-25T02:30:00+02:00"


def test_a_half_hour_clock_change_is_a_half_hour():
    # Lord Howe Island, 4 October 2026: 02:00 becomes 02:30, so 02:15 is shifted to 02:45.
    assert moment_of(date(2026, 10, 4), time(2, 15), "Australia/Lord_Howe").wall == time(2, 45)


def test_the_same_instant_is_another_day_after_a_flight():
    instant = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert moment_at(instant, "America/New_York").date == date(2026, 11, 23)
    assert moment_at(instant, "Asia/Tokyo").date == date(2026, 11, 24)


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd", "Europe/", "\0"])
def test_a_zone_that_does_not_exist_is_refused(name):
    with pytest.raises(InvalidEntry) as refused:
        zone_named(name)
    assert refused.value.code == "unknown_zone"


def test_a_moment_without_a_zone_or_before_living_memory_is_refused():
    with pytest.raises(InvalidEntry, match="naive_instant"):
        Moment(datetime(2026, 1, 1), date(2026, 1, 1), time(0), "UTC")  # noqa: DTZ001 - the point of the test
    with pytest.raises(InvalidEntry, match="impossible_date"):
        moment_at(datetime(1812, 1, 1, tzinfo=UTC), "UTC")


def test_a_moment_beyond_the_calendar_or_the_years_of_the_diary_is_refused():
    for at, zone in (
        (datetime(9999, 12, 31, 23, 30, tzinfo=UTC), "Europe/Berlin"),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), "UTC"),
        (datetime(2200, 1, 1, tzinfo=UTC), "UTC"),
    ):
        with pytest.raises(InvalidEntry, match="impossible_date"):
            moment_at(at, zone)
    with pytest.raises(InvalidEntry, match="impossible_date"):
        moment_of(date(1, 1, 1), time(0), "Europe/Berlin")
    assert possible(EARLIEST) == EARLIEST
    with pytest.raises(InvalidEntry, match="day_out_of_range"):
        possible(date(2200, 1, 1))


def test_a_week_begins_on_the_day_she_chose():
    # 22 November 2026 is a Sunday.
    assert week_of(date(2026, 11, 22)).first == date(2026, 11, 16)
    assert week_of(date(2026, 11, 22), "sunday").first == date(2026, 11, 22)
    assert week_of(date(2026, 11, 22), "saturday").first == date(2026, 11, 21)


def test_a_week_knows_its_days_and_neighbours():
    week = Week(date(2026, 12, 28))
    assert list(week)[-1] == week.last == date(2027, 1, 3)
    assert date(2027, 1, 3) in week
    assert date(2027, 1, 4) not in week
    assert week.shifted(1).first == date(2027, 1, 4)


def test_a_leap_day_birthday_comes_on_the_first_of_march():
    assert age_on(date(1964, 2, 29), date(2026, 2, 28)) == 61
    assert age_on(date(1964, 2, 29), date(2026, 3, 1)) == 62


zones = st.sampled_from(["UTC", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns"])


@given(st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1)), zones)  # noqa: DTZ001 - zone is added below
def test_what_the_wall_clock_showed_is_found_again(instant, zone):
    moment = moment_at(instant.replace(tzinfo=UTC), zone)
    again = moment_of(moment.date, moment.wall, zone)
    # The same instant, or the first of a repeated hour.
    assert timedelta(0) <= moment.instant - again.instant <= timedelta(hours=2)
    assert again.wall == moment.wall


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.sampled_from(["monday", "friday", "sunday"]))
def test_every_day_is_in_its_week(day, first):
    assert day in week_of(day, first)
