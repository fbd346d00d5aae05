"""What is still told today, and whether anything is to come at all. It is noon on Monday in Berlin."""

from datetime import date, time, timedelta

import pytest

from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule

TODAY = date(2026, 11, 23)


@pytest.fixture
def citrate(diary):
    log = "calcium citrate 500"
    clocks = (time(12, 30), time(18, 30))
    return diary.plans.add("Calcium", Schedule(TODAY, times=clocks), log=log, reading=diary.read(log))


def ahead(diary):
    return [(f"{slot.time:%H:%M}", f"{at:%H:%M}") for slot, at in diary.reminders.ahead()]


def test_what_is_ahead_today_is_in_the_order_it_is_told(diary, clock, citrate):
    diary.plans.add_medicine("letrozole", Schedule(TODAY))  # without a time it is not told
    assert ahead(diary) == [("12:30", "11:30"), ("18:30", "17:30")]  # in UTC behind it
    diary.reminders.answer(f"{citrate.id}:{TODAY}:18:30", State.DONE)
    assert ahead(diary) == [("12:30", "11:30")]
    clock.advance(minutes=30)
    (one,) = diary.reminders.settle().shown
    assert ahead(diary) == []  # it waits, and is not ahead
    diary.reminders.snooze(one.record.id, clock.now() + timedelta(hours=1))
    assert ahead(diary) == [("12:30", "12:30")]


def test_what_is_put_off_to_tomorrow_is_not_told_today(diary, clock, citrate):
    clock.advance(hours=6.5)
    (one,) = diary.reminders.settle().shown
    diary.reminders.snooze(one.record.id, clock.now() + timedelta(hours=9))
    assert ahead(diary) == []
    assert [slot.id for slot, _ in diary.reminders.put_off()] == [one.record.id]


def test_reminders_are_to_come_until_the_last_one_is_over_and_answered(diary, clock):
    assert not diary.reminders.are_to_come()
    diary.plans.add_medicine("letrozole", Schedule(TODAY))
    assert not diary.reminders.are_to_come()
    once = diary.plans.add("Call Anna", Schedule(TODAY, times=(time(13),), until=TODAY))
    assert diary.reminders.are_to_come()
    clock.advance(minutes=61)
    diary.reminders.settle()
    assert diary.reminders.are_to_come()  # it waits
    diary.reminders.answer(f"{once.id}:{TODAY}:13:00", State.DONE)
    assert not diary.reminders.are_to_come()
