"""Which reminders are due: a person's days, and a year of sleeps and flights."""

import gc
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.core.days import moment_of
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.looking_back import looked_back
from bonecoach.core.occurrences import State, answered, record_of, snoozed
from bonecoach.core.plans import Kind, Plan, PlanState, in_force, planned
from bonecoach.core.reminders import Quiet, due, upcoming
from bonecoach.core.schedules import Schedule
from tests.makers import BERLIN, MONDAY

MADE = datetime(2026, 11, 1, tzinfo=UTC)
NIGHT = Quiet(time(22), time(7))


def plan(name="letrozole", *times, kind=Kind.MEDICINE, since=MONDAY, **more):
    clocks = tuple(time.fromisoformat(at) for at in times or ("08:00",))
    return Plan(id=name, since=since, made=MADE, kind=kind, label=name, schedule=Schedule(since, times=clocks), **more)


def clock(text, day=MONDAY, zone=BERLIN):
    return moment_of(day, time.fromisoformat(text), zone).instant


class Story:
    """What is told as the program settles again and again, with what it wrote before."""

    def __init__(self, *plans, zone=BERLIN, quiet=None):
        self.plans, self.zone, self.quiet = list(plans), zone, quiet
        self.records, self.settled, self.hushed = {}, set(), frozenset()
        self.next_at = None

    def settle(self, now):
        found = due(self.plans, self.records, self.settled, now, self.zone, self.quiet, self.hushed)
        self.records |= {record.id: record for record in found.records}
        self.next_at = found.next_at
        return found

    def told(self, text, day=MONDAY):
        """The names that are told at a wall time, with the number of the repeat behind a repeated one."""
        found = self.settle(clock(text, day, self.zone))
        return [f"{one.plan.label} {one.repeat}" if one.repeat else one.plan.label for one in found.shown]

    def only(self):
        (record,) = self.records.values()
        return record


def test_what_is_set_for_eight_is_told_at_eight_and_once():
    story = Story(plan())
    assert story.told("07:59") == []
    assert story.next_at == clock("08:00")
    assert story.told("08:00") == ["letrozole"]
    assert story.told("08:00") == []
    assert story.next_at == clock("08:10")


def test_unanswered_it_is_told_three_times_more_and_closed_at_the_end_of_the_day():
    story = Story(plan())
    for minute in range(0, 16 * 60, 5):
        story.settle(clock("08:00") + timedelta(minutes=minute))
    assert [at for what, at in story.only().trail if what == "shown"] == [
        clock("08:00") + timedelta(minutes=10 * n) for n in range(4)
    ]
    found = story.settle(clock("00:00", MONDAY + timedelta(days=1)))
    assert [one.record.state for one in found.closed] == [State.CLOSED]
    assert story.told("08:00", MONDAY + timedelta(days=1)) == ["letrozole"]


def test_the_next_time_closes_the_one_before():
    story = Story(plan("calcium", "12:30", "18:30", repeat_times=0))
    story.told("12:30")
    found = story.settle(clock("18:30"))
    assert [one.record.time for one in found.closed] == [time(12, 30)]
    assert [one.record.time for one in found.shown] == [time(18, 30)]


def test_late_in_the_evening_it_stays_open_until_its_repeats_have_run():
    story = Story(plan("tablet", "23:50"))
    tuesday = MONDAY + timedelta(days=1)
    told = [story.told("23:50")] + [story.told(at, tuesday) for at in ("00:00", "00:10", "00:20")]
    assert told == [["tablet"], ["tablet 1"], ["tablet 2"], ["tablet 3"]]
    assert story.only().state is State.OPEN
    assert [one.plan.label for one in story.settle(clock("00:30", tuesday)).closed] == ["tablet"]


def test_up_to_two_hours_late_it_is_told_and_later_it_is_listed():
    assert Story(plan()).told("10:00") == ["letrozole"]
    late = Story(plan())
    found = late.settle(clock("10:01"))
    assert (len(found.shown), len(found.away)) == (0, 1)
    assert late.only().state is State.OPEN
    assert late.settle(clock("10:05")).records == ()


def test_what_came_just_before_midnight_is_told_after_it_and_what_the_next_time_followed_is_not():
    tuesday = MONDAY + timedelta(days=1)
    assert Story(plan("tablet", "23:55")).told("00:05", tuesday) == ["tablet"]
    assert Story(plan("tablet", "23:55")).told("01:56", tuesday) == []
    story = Story(plan("calcium", "12:30", "13:00"))
    found = story.settle(clock("13:10"))
    assert [one.record.time for one in found.shown] == [time(13)]
    assert [one.record.time for one in found.away] == [time(12, 30)]


def test_after_days_away_yesterday_is_asked_about_and_what_is_older_only_kept():
    story = Story(plan())
    found = story.settle(clock("12:00", MONDAY + timedelta(days=5)))
    assert [one.record.date.day for one in found.closed] == [16, 17, 18, 19]
    assert [(one.record.date.day, one.record.state) for one in found.away] == [(20, State.CLOSED), (21, State.OPEN)]


def test_asleep_after_the_first_telling_it_is_listed_once_and_not_repeated_in_a_burst():
    story = Story(plan())
    story.told("08:00")
    found = story.settle(clock("14:00"))
    assert (len(found.shown), len(found.away)) == (0, 1)
    assert story.settle(clock("14:05")).records == ()


def test_an_injection_stays_open_until_it_is_answered():
    story = Story(plan("denosumab", kind=Kind.INJECTION))
    story.plans[0] = replace(story.plans[0], schedule=replace(story.plans[0].schedule, until=MONDAY))
    story.told("08:00")
    for day in range(1, 40):
        story.settle(clock("12:00", MONDAY + timedelta(days=day)))
    assert story.only().state is State.OPEN


def test_an_injection_that_came_too_late_to_be_told_waits_in_the_list():
    story = Story(plan("denosumab", kind=Kind.INJECTION, since=MONDAY))
    found = story.settle(clock("12:00", MONDAY + timedelta(days=1)))
    assert [one.record.state for one in found.away] == [State.OPEN, State.OPEN]


def test_put_off_it_comes_when_it_was_asked_to():
    story = Story(plan())
    story.told("08:00")
    assert not story.only().put_off(clock("08:02"))
    record = snoozed(story.only(), clock("08:30"), clock("08:02"), repeats=3)
    assert record.put_off(clock("08:29"))
    assert not record.put_off(clock("08:30"))
    story.records[record.id] = record
    assert story.told("08:10") == []
    assert story.told("08:30") == ["letrozole 1"]
    assert story.told("08:40") == ["letrozole 2"]


def test_an_answer_ends_it():
    story = Story(plan())
    story.told("08:00")
    record = answered(story.only(), State.SKIPPED, clock("08:03"), reason="dentist")
    story.records[record.id] = record
    assert story.told("08:10") == []
    assert record.reason == "dentist"
    for again in (lambda: answered(record, State.DONE, clock("08:04")), lambda: snoozed(record, MADE, MADE, 3)):
        with pytest.raises(InvalidEntry, match="already_answered"):
            again()


@pytest.mark.parametrize("until", [clock("08:00"), clock("07:00"), clock("08:01", MONDAY + timedelta(days=1))])
def test_it_is_put_off_to_a_time_within_a_day(until):
    with pytest.raises(InvalidEntry, match="impossible_snooze"):
        snoozed(record_of(next(planned([plan()], MONDAY, MONDAY, BERLIN))), until, clock("08:00"), 3)


def test_what_an_entry_settled_does_not_come():
    story = Story(plan())
    story.settled = {"letrozole:2026-11-16:08:00"}
    assert story.told("08:00") == []
    story.settled = set()  # she took the entry back
    assert story.told("08:05") == ["letrozole"]


def test_a_time_that_had_passed_when_it_was_set_is_not_asked_for():
    story = Story(replace(plan("calcium", "08:00", "18:00"), made=clock("12:00")))
    assert story.settle(clock("12:01")).records == ()
    assert story.told("18:00") == ["calcium"]


def test_a_plan_made_by_a_clock_that_ran_ahead_still_comes():
    story = Story(replace(plan(), made=clock("12:00", MONDAY + timedelta(days=1))))
    assert story.told("08:00") == ["letrozole"]


def test_quiet_hours_hold_a_session_until_they_end_and_a_medicine_comes_without_sound():
    story = Story(plan("walk", "06:30", kind=Kind.SESSION), plan("thyroxine", "06:30"), quiet=NIGHT)
    found = story.settle(clock("06:30"))
    assert [(one.plan.label, one.silent) for one in found.shown] == [("thyroxine", True)]
    assert [one.plan.label for one in found.standing] == ["walk"]
    assert "walk" in story.told("07:00")


def test_asleep_through_the_quiet_hours_it_is_told_after_them():
    story = Story(plan("walk", "23:00", kind=Kind.SESSION), quiet=NIGHT)
    assert story.told("07:30", MONDAY + timedelta(days=1)) == ["walk"]


def test_what_stood_in_the_quiet_hours_and_was_slept_through_is_asked_about():
    story = Story(plan("walk", "23:00", kind=Kind.SESSION), quiet=NIGHT)
    assert [one.plan.label for one in story.settle(clock("23:00")).standing] == ["walk"]
    found = story.settle(clock("12:00", MONDAY + timedelta(days=1)))
    assert [(one.plan.label, one.record.state) for one in found.away] == [("walk", State.CLOSED)]
    late = Story(plan("walk", "23:00", kind=Kind.SESSION), quiet=NIGHT)
    late.settle(clock("23:00"))
    assert late.settle(clock("12:00", MONDAY + timedelta(days=4))).closed[0].plan.label == "walk"


def test_quiet_hours_within_a_day():
    nap = Quiet(time(13), time(15))
    assert nap.hold(time(14))
    assert not nap.hold(time(15))
    assert nap.end_after(clock("13:30"), BERLIN) == clock("15:00")
    assert NIGHT.end_after(clock("23:30"), BERLIN) == clock("07:00", MONDAY + timedelta(days=1))


def test_rest_weeks_hush_sessions_and_never_medicines():
    story = Story(plan("walk", kind=Kind.SESSION), plan("letrozole"))
    story.hushed = frozenset({MONDAY})
    assert story.told("08:00") == ["letrozole"]


def test_a_rest_week_begun_while_a_session_waits_takes_it_away():
    story = Story(plan("walk", kind=Kind.SESSION))
    story.told("08:00")
    story.hushed = frozenset({MONDAY})
    found = story.settle(clock("08:10"))
    assert [record.state for record in found.dropped] == [State.CLOSED]
    assert found.shown == ()


def test_a_time_changed_while_it_is_on_the_screen_comes_at_its_new_time():
    story = Story(plan())
    story.told("08:00")
    story.plans[0] = replace(plan("letrozole", "09:00"), made=clock("08:05"))
    found = story.settle(clock("08:05"))
    assert [record.time for record in found.dropped] == [time(8)]
    assert story.told("09:00") == ["letrozole"]


def test_in_a_skipped_hour_it_comes_shifted_and_in_a_repeated_hour_once():
    spring = Story(plan("tablet", "02:30", since=date(2027, 3, 28)))
    assert spring.told("03:29", date(2027, 3, 28)) == []
    assert spring.told("03:30", date(2027, 3, 28)) == ["tablet"]
    autumn = Story(plan("tablet", "02:30", since=date(2026, 10, 25), repeat_times=0))
    first = clock("02:30", date(2026, 10, 25))
    shown = [one for hour in range(3) for one in autumn.settle(first + timedelta(hours=hour)).shown]
    assert [one.record.at for one in shown] == [first]


def test_flying_east_what_was_jumped_over_is_listed():
    story = Story(plan("tablet", "22:00"), zone="America/New_York")
    story.settle(clock("20:00", MONDAY, "America/New_York"))  # 02:00 on Tuesday in Berlin
    story.zone = BERLIN
    found = story.settle(clock("20:00", MONDAY, "America/New_York") + timedelta(hours=1))
    assert [one.record.date for one in found.away] == [MONDAY]


def test_flying_west_what_was_settled_on_the_date_does_not_return():
    story = Story(plan(repeat_times=0))
    assert story.told("08:00") == ["letrozole"]
    story.zone = "America/Los_Angeles"
    assert story.told("08:00") == []


def test_a_home_this_computer_does_not_know_is_told_where_she_is():
    story = Story(plan(zone="Asia/Foo"), zone="America/New_York")
    assert story.told("07:59") == []
    assert story.told("08:00") == ["letrozole"]
    found = story.settle(clock("00:00", MONDAY + timedelta(days=1), "America/New_York"))
    assert [one.record.state for one in found.closed] == [State.CLOSED]


def test_a_zone_under_its_old_and_its_new_name_is_the_same():
    for name in ("Europe/Kiev", "Europe/Kyiv"):
        assert Story(plan(zone=name), zone=BERLIN).told("07:00") == ["letrozole"]  # an hour ahead of Berlin


def test_home_time_is_kept_wherever_she_is():
    story = Story(plan(zone=BERLIN), zone="America/New_York")
    assert story.told("02:00") == ["letrozole"]  # 08:00 in Berlin


def test_a_pause_wakes_by_itself_and_days_before_a_change_keep_what_was_planned():
    paused = replace(plan(), since=MONDAY + timedelta(days=2), state=PlanState.PAUSED, wakes=MONDAY + timedelta(days=4))
    ended = replace(plan(), since=MONDAY + timedelta(days=6), state=PlanState.ENDED)
    days = [slot.date.day for slot in planned([ended, plan(), paused], MONDAY, MONDAY + timedelta(days=9), BERLIN)]
    assert days == [16, 17, 20, 21]
    assert in_force([ended, plan(), paused], MONDAY + timedelta(days=3)) == [paused]
    assert in_force([plan()], MONDAY - timedelta(days=1)) == []


def test_a_plan_without_times_is_planned_and_never_told():
    untimed = replace(plan(), schedule=Schedule(MONDAY))
    (slot,) = planned([untimed], MONDAY, MONDAY, BERLIN)
    assert slot.id == "letrozole:2026-11-16:"
    assert slot.closes(BERLIN) == clock("00:00", MONDAY + timedelta(days=1))
    assert Story(untimed).settle(clock("23:59")).records == ()


def test_a_year_away_is_one_short_list_and_a_reminder_every_minute_is_not_looked_back_on():
    every_minute = tuple(f"{n // 60:02d}:{n % 60:02d}" for n in range(24 * 60))
    story = Story(*(plan(f"plan {n}") for n in range(20)), plan("minutely", *every_minute, repeat_times=0))
    found = story.settle(clock("12:00", MONDAY + timedelta(days=365)))
    daily = [one for one in found.closed if one.plan.id != "minutely"]
    assert len(daily) == 20 * 364
    assert len([one for one in found.away if one.plan.id != "minutely"]) == 40
    # Only the last week is written: today is 16 November.
    assert sorted(record.date.day for record in found.records if record.plan == "plan 0") == list(range(9, 17))
    again = story.settle(clock("12:01", MONDAY + timedelta(days=365)))
    assert {record.plan for record in again.records} == {"minutely"}


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin", "Australia/Lord_Howe"]),
    st.times(),
    st.times(),
    st.sampled_from([Kind.MEDICINE, Kind.SESSION]),
    st.integers(0, 60),
    st.times(),
)
def test_what_lies_days_back_is_closed_as_if_it_were_looked_at_closely(zone, at, begins, kind, days, now):
    quiet = Quiet(begins, NIGHT.ends) if begins.replace(second=0, microsecond=0) != NIGHT.ends else None
    away = plan("tablet", f"{at:%H:%M}", kind=kind)
    instant = moment_of(MONDAY + timedelta(days=days), now, zone).instant
    quick = due([away], {}, (), instant, zone, quiet)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bonecoach.core.reminders.SURELY_OVER", timedelta(days=1000))
        assert due([away], {}, (), instant, zone, quiet) == quick


def test_a_plan_that_is_over_is_closed_once_and_not_again_at_every_look():
    story = Story(replace(plan(), schedule=Schedule(MONDAY, times=(time(8),), until=MONDAY + timedelta(days=30))))
    found = story.settle(clock("12:00", MONDAY + timedelta(days=300)))
    # 16 December is its last day.
    assert (len(found.closed), [record.date.day for record in found.records]) == (31, list(range(9, 17)))
    assert story.settle(clock("12:01", MONDAY + timedelta(days=300))).records == ()


def test_who_logs_everything_by_hand_is_looked_back_on_for_a_month_at_most():
    story = Story(plan(repeat_times=0))
    for days in range(0, 200):
        day = MONDAY + timedelta(days=days)
        story.settled.add(f"letrozole:{day}:08:00")
        assert story.told("08:01", day) == []
    marks = [record.date - MONDAY for record in story.records.values()]
    # First once a time of more than 30 days ago is over for four, then again and again after as long.
    assert [mark.days for mark in marks][:2] == [31, 60]
    assert len(marks) == 6
    assert all(record.state is State.CLOSED for record in story.records.values())


def test_what_had_passed_long_before_it_was_planned_is_not_looked_at():
    since_years = replace(plan(since=date(2020, 1, 1)), made=clock("12:00"))
    assert looked_back([since_years], {}, clock("12:01"), BERLIN) == {"letrozole": MONDAY - timedelta(days=2)}
    by_a_clock_ahead = replace(since_years, made=clock("12:00", date(2031, 1, 1)))
    found = looked_back([by_a_clock_ahead], {}, clock("12:01"), BERLIN)
    assert found == {"letrozole": MONDAY - timedelta(days=2000)}


def test_looking_ahead_leaves_the_collecting_of_what_is_no_longer_used_as_it_was():
    gc.disable()
    try:
        upcoming([plan()], MADE, MADE, BERLIN)
        assert not gc.isenabled()
    finally:
        gc.enable()
    upcoming([plan()], MADE, MADE, BERLIN)
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"label": " "}, "no_name"),
        ({"label": "x" * 201}, "too_long"),
        ({"repeat_times": 11}, "impossible_repeat"),
        ({"made": MADE.replace(tzinfo=None)}, "naive_instant"),
    ],
)
def test_a_plan_refuses_nonsense(wrong, code):
    with pytest.raises(InvalidEntry, match=code):
        replace(plan(), **wrong)


def test_upcoming_is_in_order_and_knows_nothing_before_the_start():
    plans = [plan("later", "18:00"), plan("sooner", "07:00")]
    found = upcoming(plans, clock("00:00", MONDAY - timedelta(days=3)), clock("18:00"), BERLIN)
    assert [slot.plan.label for slot in found] == ["sooner"]


ZONES = st.sampled_from(
    [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "Asia/Kolkata",
        "Africa/Casablanca",
    ]
)
CLOCKS = st.lists(st.times().map(lambda at: f"{at:%H:%M}"), min_size=1, max_size=3)
SLEEPS = st.lists(st.integers(1, 60 * 60), min_size=60, max_size=160)


@settings(max_examples=25, deadline=None)
@given(ZONES, st.lists(CLOCKS, min_size=1, max_size=3), SLEEPS, st.dates(date(2026, 1, 1), date(2026, 12, 1)))
def test_whatever_sleeps_and_clock_changes_nothing_is_told_twice_and_nothing_lost(zone, clocks, sleeps, start):
    story = Story(*(plan(f"plan {n}", *times, since=start) for n, times in enumerate(clocks)), zone=zone)
    story.plans = [replace(one, made=datetime(2020, 1, 1, tzinfo=UTC)) for one in story.plans]
    now = moment_of(start, time(), zone).instant
    told, seen = [], set()
    for minutes in sleeps:
        now += timedelta(minutes=minutes if minutes % 3 else minutes % 40 + 1)
        found = story.settle(now)
        told += [(one.record.id, one.repeat) for one in found.shown]
        seen |= {record.id for record in found.records}
        assert story.settle(now).records == ()
    assert len(told) == len(set(told))
    last = now - timedelta(minutes=1)
    assert {slot.id for slot in upcoming(story.plans, datetime(2026, 1, 1, tzinfo=UTC), last, zone)} <= seen
