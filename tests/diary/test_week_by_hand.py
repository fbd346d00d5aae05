"""Weeks added up by hand: across midnight, where the clocks change, and on a flight. To the minute, and for ever."""

import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.core.activities import Load
from bonecoach.core.days import moment_at, zone_named
from bonecoach.core.entries import Intake
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.diary import open_diary
from tests.clocks import FakeClock
from tests.diary.conftest import KNOWLEDGE
from tests.makers import BERLIN, MONDAY, food, session, supplement

LOW, HIGH = Load.WEIGHT_BEARING_LOW, Load.WEIGHT_BEARING_HIGH


def minutes_by_day(week):
    return [day.movement.counted_minutes for day in week.days]


@pytest.fixture
def says(diary, clock, traveller):
    """She is somewhere at some wall time, and says what she did just then."""

    def say(text, local, zone=BERLIN):
        told = datetime.fromisoformat(local)
        instant = told if told.tzinfo is not None else told.replace(tzinfo=zone_named(zone))
        traveller.zone = zone
        clock.stand_at(instant.astimezone(UTC))
        return diary.entries_of(diary.log_text(text))

    return say


def test_a_walk_across_midnight_belongs_to_the_evening_it_began(diary, says, clock):
    says("brisk walk 50 min", "2026-11-22T23:40")  # Sunday, until 00:30 on Monday
    says("brisk walk 20 min", "2026-11-23T00:05")  # Monday: the next week
    before, after = diary.week(date(2026, 11, 22)), diary.week(date(2026, 11, 23))
    assert minutes_by_day(before) == [None] * 6 + [50]
    assert before.movement.counted_minutes == 50
    assert after.movement.counted_minutes == 20
    assert minutes_by_day(after)[0] == 20


def test_in_the_night_the_clocks_go_back_every_minute_counts_once(diary, says):
    # Berlin, Sunday 25 October 2026: at 03:00 the clocks go back to 02:00. 02:30 comes twice.
    says("brisk walk 30 min", "2026-10-25T01:10")
    says("brisk walk 25 min", "2026-10-25T02:30+02:00")
    says("brisk walk 15 min", "2026-10-25T02:30+01:00")
    says("brisk walk 10 min", "2026-10-25T23:50")
    says("brisk walk 40 min", "2026-10-26T00:00")  # Monday
    week = diary.week(date(2026, 10, 25))
    assert week.week.last == date(2026, 10, 25)
    # 30 + 25 + 15 + 10
    assert minutes_by_day(week)[-1] == 80
    assert week.movement.counted_minutes == 80
    assert diary.week(date(2026, 10, 26)).movement.counted_minutes == 40
    walks = diary.day(date(2026, 10, 25)).sessions
    assert [s.minutes for s in walks] == [30, 25, 15, 10]  # in the order they happened
    assert [s.moment.wall.hour for s in walks] == [1, 2, 2, 23]


def test_in_the_night_the_clocks_go_forward_nothing_is_lost(diary, says, clock, traveller):
    # Berlin, Sunday 29 March 2026: at 02:00 the clocks go on to 03:00.
    clock.stand_at(datetime(2026, 3, 29, 18, 0, tzinfo=UTC))
    diary.log_text("brisk walk 20 min at 2:30")  # a time that never was: it is kept as 03:30
    diary.log_text("brisk walk 35 min at 1:30")
    day = diary.day(date(2026, 3, 29))
    assert [(s.minutes, s.moment.wall.hour) for s in day.sessions] == [(35, 1), (20, 3)]
    # Both moments are 60 minutes apart on the clock of the world: 01:30+01:00 and 03:30+02:00.
    first, second = (s.moment.instant for s in day.sessions)
    assert second - first == timedelta(minutes=60)
    assert day.movement.counted_minutes == 55


def test_a_flight_moves_no_minute_to_another_day(diary, says, clock, traveller):
    # A week that begins in Berlin, goes on in Tokyo (8 h ahead in winter) and ends in Los Angeles (17 h behind Tokyo).
    says("brisk walk 30 min", "2026-11-16T18:00")  # Monday in Berlin
    says("brisk walk 25 min", "2026-11-18T06:30", "Asia/Tokyo")  # Wednesday there, still Tuesday in Berlin
    says("brisk walk 20 min", "2026-11-21T09:00", "Asia/Tokyo")  # Saturday morning, before the flight at noon
    # She lands in Los Angeles on Saturday at 08:00, before she left; and walks on the same Saturday once more.
    says("brisk walk 15 min", "2026-11-21T17:00", "America/Los_Angeles")
    says("jogging 10 min", "2026-11-22T23:55", "America/Los_Angeles")  # Sunday there, Monday 08:55 in Berlin
    says("brisk walk 45 min", "2026-11-24T08:00")  # home again: Tuesday of the next week
    week = diary.week(MONDAY)
    assert minutes_by_day(week) == [30, None, 25, None, None, 35, 10]
    # 30 + 25 + 20 + 15 walked, 10 jogged, all at least moderate and weight-bearing.
    assert week.movement.counted_minutes == 100
    assert week.movement.counted_by_load == {LOW: 90, HIGH: 10}
    # Jogging is vigorous: its minutes count twice in the aerobic equivalent, 90 + 2 × 10.
    assert (week.movement.aerobic_minutes, week.movement.aerobic_equivalent_minutes) == (100, 110)
    assert diary.week(date(2026, 11, 24)).movement.counted_minutes == 45
    # Wherever she is later, the week stays what it was.
    for zone in ("Pacific/Kiritimati", "Pacific/Niue", "Asia/Kathmandu"):
        traveller.zone = zone
        assert diary.week(MONDAY) == week


def test_a_tablet_in_the_plane_counts_on_the_date_of_her_watch(diary, says):
    # Across the date line eastwards: Auckland on the 20th, then Honolulu on the 19th again.
    says("calcium citrate 500", "2026-11-20T08:00", "Pacific/Auckland")
    says("calcium citrate 500", "2026-11-19T08:00", "Pacific/Honolulu")  # 23 hours later
    assert [diary.day(date(2026, 11, d)).nutrients[Nutrient.CALCIUM].amount for d in (19, 20)] == [500_000_000] * 2


def test_a_week_may_begin_on_sunday(diary, says):
    says("brisk walk 20 min", "2026-11-15T10:00")  # Sunday
    says("brisk walk 30 min", "2026-11-21T10:00")  # Saturday
    says("brisk walk 40 min", "2026-11-22T10:00")  # Sunday of the next one
    diary.person.set_facts({"week_starts": "sunday"})
    week = diary.week(date(2026, 11, 18))
    assert (week.week.first, week.movement.counted_minutes) == (date(2026, 11, 15), 50)


def test_what_counts_is_what_she_had_chosen_when_the_week_ended(diary, says, clock):
    says("bike 40 min", "2026-11-14T10:00")  # Saturday: cycling bears no weight
    says("bike 30 min", "2026-11-17T10:00")  # Tuesday of the next week
    diary.person.set_facts({"count": "weight_bearing"}, since=date(2026, 11, 1))
    diary.person.set_facts({"count": "all_aerobic"}, since=date(2026, 11, 16))
    assert diary.week(date(2026, 11, 14)).movement.counted_minutes == 0
    assert diary.week(date(2026, 11, 17)).movement.counted_minutes == 30


def test_the_trend_says_the_same_as_each_of_its_weeks(diary, says):
    for weeks_ago, minutes in ((0, 15), (1, 20), (3, 45)):
        says(f"brisk walk {minutes} min", f"{date(2026, 11, 23) - timedelta(weeks=weeks_ago)}T10:00")
    diary.rest_week(date(2026, 11, 9))
    trend = diary.trend(4, date(2026, 11, 23))
    assert [(w.days[0].date, w.counted_minutes, w.rest_week) for w in trend] == [
        (date(2026, 11, 2), 45, False),
        (date(2026, 11, 9), 0, True),
        (date(2026, 11, 16), 20, False),
        (date(2026, 11, 23), 15, False),
    ]
    assert trend == tuple(diary.week(w.days[0].date).movement for w in trend)


# Whatever is logged

ZONES = st.sampled_from(["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Niue"])
INSTANTS = st.integers(0, 19 * 86_400).map(lambda s: datetime(2026, 10, 20, tzinfo=UTC) + timedelta(seconds=s))
MOMENTS = st.builds(moment_at, INSTANTS, ZONES)
SESSIONS = st.builds(
    lambda moment, minutes, load: replace(session(minutes, load), moment=moment),
    MOMENTS,
    st.integers(1, 300),
    st.sampled_from(list(Load)),
)
INTAKES = st.builds(
    lambda moment, ng, spread, swallowed: replace(
        supplement(vitamin_d_ug=ng / 1000) if swallowed else food(vitamin_d_ug=ng / 1000),
        moment=moment,
        spread_days=spread,
    ),
    MOMENTS,
    st.integers(0, 10**6),
    st.sampled_from([1, 1, 7, 30]),
    st.booleans(),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(SESSIONS, INTAKES), min_size=1, max_size=12))
def test_no_minute_and_no_nanogram_is_lost_or_counted_twice(entries):
    with tempfile.TemporaryDirectory() as folder, a_diary_in(folder) as diary:
        diary.log(entries)
        first = date(2026, 10, 12)  # a Monday before them all
        weeks = [diary.week(first + timedelta(weeks=n)) for n in range(10)]  # and 30 days beyond
    minutes = {load: sum(e.minutes for e in entries if getattr(e, "load", None) is load) for load in Load}
    assert {load: sum(w.movement.by_load.get(load, 0) for w in weeks) for load in Load} == minutes
    totals = [day.nutrients[Nutrient.VITAMIN_D].amount or 0 for week in weeks for day in week.days]
    assert sum(totals) == sum(e.amounts.get(Nutrient.VITAMIN_D) for e in entries if isinstance(e, Intake))


def a_diary_in(folder):
    return closing(open_diary(Path(folder), FakeClock(), BERLIN, knowledge=KNOWLEDGE))


def test_a_moment_needs_a_zone_that_exists(diary):
    with pytest.raises(InvalidEntry, match="unknown_zone"):
        diary.log_text("walk 30 min", zone="Mars/Olympus")
