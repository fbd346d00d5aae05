"""Bad luck with reminders: each has one clear outcome, and nothing is lost or told twice."""

from __future__ import annotations

import time as stopwatch
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.words import Words
from bonecoach.words.plans import PlanWords
from tests.clocks import NOON_IN_BERLIN as NOON

TODAY = date(2026, 11, 23)
"""The clock stands at noon of Monday the 23rd in Berlin."""


def daily(*times, start=TODAY):
    return Schedule(start, times=tuple(time.fromisoformat(at) for at in times))


def labels(tellings):
    return [telling.plan.label for telling in tellings]


def told(diary):
    return labels(diary.reminders.settle().shown)


# -- away for a year ------------------------------------------------------------------------------------------------


def test_ten_thousand_times_unanswered_after_a_year_away_are_one_short_list_and_soon_there(diary, clock):
    for n in range(28):
        diary.plans.add(f"Tablet {n}", daily(f"{8 + n // 4:02d}:{n % 4 * 15:02d}"), kind=Kind.SUPPLEMENT)
    clock.advance(days=365, hours=9)  # nine in the evening: 28 times a day have passed unseen on 366 days, 10,248
    begun = stopwatch.perf_counter()
    found = diary.reminders.settle()
    waiting, asked = diary.reminders.wanted(), diary.reminders.to_ask_about()
    assert stopwatch.perf_counter() - begun < 5  # a third of a second, where nothing else runs
    assert found.shown == ()
    # Today's wait for an answer; of the days before only the last two are asked about, and nothing older.
    today = TODAY + timedelta(days=365)
    assert len(waiting) == 28
    assert {slot.date for slot in waiting} == {today}
    assert {one.slot.date for one in asked} == {today - timedelta(days=1), today - timedelta(days=2)}
    assert len(asked) == 56
    assert diary.reminders.settle().records == ()
    counts = [item.counts for item in diary.reminders.adherence(TODAY, today)]
    assert sum(count.missed + count.taken for count in counts) == 0


# -- too often, and seldom ------------------------------------------------------------------------------------------


def test_a_reminder_every_minute_comes_every_minute_and_piles_nothing_up(diary, clock):
    minutes = [f"{n // 60:02d}:{n % 60:02d}" for n in range(24 * 60)]
    diary.plans.add("Sip of water", daily(*minutes), repeat_times=0)
    seen, most = [], 0
    for _ in range(40):
        clock.advance(minutes=1)
        seen += [telling.record.time for telling in diary.reminders.settle().shown]
        most = max(most, len(diary.reminders.wanted()))
    assert seen == [time(12, n) for n in range(1, 41)]
    # The one that is on the screen, and those whose ten minutes for an answer are not over.
    assert most <= 11


def test_asleep_with_a_reminder_every_minute_is_one_list(diary, clock):
    minutes = [f"{n // 60:02d}:{n % 60:02d}" for n in range(24 * 60)]
    diary.plans.add("Sip of water", daily(*minutes), repeat_times=0)
    clock.advance(hours=8)
    found = diary.reminders.settle()
    assert [telling.record.time for telling in found.shown] == [time(20, 0)]
    assert len(diary.reminders.wanted()) == 1


def test_the_29th_of_february_comes_every_year(diary):
    leap = Schedule(date(2024, 2, 29), Unit.MONTH, 12, times=(time(9),))
    diary.plans.add("Bone density", leap, kind=Kind.APPOINTMENT)
    ahead = diary.reminders.upcoming(NOON, NOON + timedelta(days=5 * 366))
    assert [slot.date.isoformat() for slot in ahead] == [
        "2027-02-28",
        "2028-02-29",
        "2029-02-28",
        "2030-02-28",
        "2031-02-28",
    ]


def test_a_month_shorter_than_its_day_takes_its_last(diary, clock):
    monthly = Schedule(date(2026, 12, 31), Unit.MONTH, times=(time(9),))
    diary.plans.add("Ibandronate", monthly, kind=Kind.MEDICINE)
    clock.stand_at(datetime(2028, 2, 29, 8, 0, tzinfo=UTC))  # nine in Berlin, in a leap year
    assert told(diary) == ["Ibandronate"]


# -- zones ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def from_elsewhere(diary):
    """A diary of a computer that knows a zone which this one does not."""

    def comes(sql):
        diary._store._connection.execute(sql)
        diary._ledger.forget()

    return comes


def test_home_in_a_zone_unknown_here_is_told_where_she_is_and_says_so(diary, clock, from_elsewhere):
    plan = diary.plans.add("Calcium", daily("12:30"), zone="Europe/Berlin")
    from_elsewhere("update plans set zone = 'Asia/Foo'")
    clock.advance(minutes=30)
    assert told(diary) == ["Calcium"]
    (standing,) = diary.plans.standing()
    said = PlanWords(Words("en_GB")).plan_state(standing)
    assert said == "the zone Asia/Foo is not known on this computer, so it comes at local time"
    assert diary.plans.change(plan.id, note="with lunch").zone == "Asia/Foo"  # at home it is known again


def test_a_zone_nobody_knows_is_not_taken_for_home(diary):
    plan = diary.plans.add("Calcium", daily("12:30"))
    for wrong in (
        lambda: diary.plans.change(plan.id, zone="Asia/Foo"),
        lambda: diary.plans.add("x", daily("12:30"), zone="Asia/Foo"),
    ):
        with pytest.raises(InvalidEntry, match="unknown_zone"):
            wrong()


def test_what_was_logged_in_a_zone_unknown_here_stands_as_it_was(diary, from_elsewhere):
    diary.log_text("walk 30")
    from_elsewhere("update sessions set zone = 'Asia/Foo'")
    (entry,) = diary.entries()
    assert entry.moment.local.isoformat() == "2026-11-23T12:00:00+01:00"
    with pytest.raises(InvalidEntry, match="unknown_zone"):
        diary.edit(entry.id, "walk 40")
    assert diary.entries() == [entry]


# -- clocks ---------------------------------------------------------------------------------------------------------


def test_a_month_set_wrong_for_a_moment_silences_nothing(diary, clock):
    diary.plans.add("Calcium", daily("12:30"))
    clock.advance(days=30)
    diary.reminders.settle()
    clock.advance(days=-30)
    diary.reminders.settle()
    days = []
    for _ in range(31):
        clock.advance(minutes=30)
        days += [telling.record.date for telling in diary.reminders.settle().shown]
        clock.advance(hours=23, minutes=30)
        diary.reminders.settle()
    assert days == [TODAY + timedelta(days=n) for n in range(31)]


def test_what_she_answered_while_the_clock_ran_ahead_stays_answered(diary, clock):
    plan = diary.plans.add("Calcium", daily("12:30"))
    clock.advance(days=3, minutes=30)
    assert told(diary) == ["Calcium"]
    diary.reminders.answer(f"{plan.id}:{TODAY + timedelta(days=3)}:12:30", State.SKIPPED)
    clock.advance(days=-3)
    assert told(diary) == ["Calcium"]
    clock.advance(days=3)
    assert told(diary) == []


def test_a_clock_that_lost_its_years_takes_nothing_back_from_the_record(diary, clock):
    diary.plans.add("Calcium", daily("12:30"))
    clock.advance(minutes=30)
    assert told(diary) == ["Calcium"]
    clock.stand_at(datetime(1970, 1, 1, tzinfo=UTC))
    assert told(diary) == []
    clock.stand_at(NOON + timedelta(minutes=35))
    assert told(diary) == []
    assert len(diary.reminders.wanted()) == 1


def test_an_hour_back_by_hand_tells_nothing_twice(diary, clock):
    diary.plans.add("Calcium", daily("12:30"), repeat_times=0)
    clock.advance(minutes=30)
    assert told(diary) == ["Calcium"]
    for _ in range(26):
        clock.advance(hours=-1)
        assert told(diary) == []
        clock.advance(minutes=58)
        assert told(diary) == []


# -- on the screen --------------------------------------------------------------------------------------------------


@pytest.fixture
def on_screen(diary, clock):
    log = "calcium citrate 500"
    plan = diary.plans.add("Calcium", daily("12:30"), log=log, reading=diary.plans.understood(log))
    clock.advance(minutes=30)
    assert told(diary) == ["Calcium"]
    return f"{plan.id}:{TODAY}:12:30"


def test_a_schedule_edited_while_it_is_on_the_screen_takes_it_away_and_done_logs_nothing(diary, clock, on_screen):
    diary.plans.change(on_screen.partition(":")[0], schedule=daily("13:00"))
    with pytest.raises(DiaryError, match="no_such_occurrence"):
        diary.reminders.answer(on_screen, State.DONE)
    assert diary.entries() == []
    assert told(diary) == []
    assert diary.reminders.wanted() == []
    clock.advance(minutes=30)
    assert told(diary) == ["Calcium"]


def test_edited_back_while_it_is_on_the_screen_it_waits_again(diary, on_screen):
    diary.plans.change(on_screen.partition(":")[0], schedule=daily("13:00"))
    diary.reminders.settle()
    diary.undo()
    diary.reminders.settle()
    diary.reminders.answer(on_screen, State.DONE)
    assert len(diary.entries()) == 1


def test_done_pressed_twice_and_from_an_old_notification_after_undo(diary, on_screen):
    diary.reminders.answer(on_screen, State.DONE)
    with pytest.raises(InvalidEntry, match="already_answered"):
        diary.reminders.answer(on_screen, State.DONE)
    diary.undo()
    assert diary.entries() == []
    diary.reminders.answer(on_screen, State.DONE)  # the old one is still somewhere: it is answered by it, once
    with pytest.raises(InvalidEntry, match="already_answered"):
        diary.reminders.answer(on_screen, State.SKIPPED)
    assert len(diary.entries()) == 1
    diary.undo()
    diary.reminders.answer(on_screen, State.SKIPPED)
    with pytest.raises(DiaryError, match="nothing_to_redo"):
        diary.redo()
    assert diary.entries() == []
