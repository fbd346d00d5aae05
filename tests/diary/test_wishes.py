"""How she wishes to be told, and her holidays."""

from datetime import date, time, timedelta

import pytest

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.plans import Kind, Repeats
from bonecoach.core.schedules import Schedule
from bonecoach.diary.holidays import Holiday
from bonecoach.diary.wishes import Wish

TODAY = date(2026, 11, 23)
"""The clock stands at noon of Monday the 23rd in Berlin."""


@pytest.fixture
def wishes(diary):
    return diary.reminders.wishes


@pytest.fixture
def letrozole(diary):
    return diary.plans.add_medicine("letrozole", Schedule(TODAY, times=(time(12, 30),)))


def told(diary, clock, minutes):
    """How often she is told within so many minutes."""
    count = 0
    for _ in range(minutes):
        clock.advance(minutes=1)
        count += len(diary.reminders.settle().shown)
    return count


def test_until_she_chooses_nothing_is_named_or_sounds_and_pain_is_asked_about(wishes):
    assert {wish for wish in Wish if wishes.holds(wish)} == {Wish.PAIN_ASK}
    for wish in Wish:
        wishes.choose(wish, on=not wishes.holds(wish))
    assert {wish for wish in Wish if wishes.holds(wish)} == set(Wish) - {Wish.PAIN_ASK}


def test_unanswered_it_is_told_four_times_in_all_and_as_often_as_she_wishes(diary, clock, wishes, letrozole):
    assert wishes.repeats() == Repeats(10, 3)
    wishes.choose_repeats(Repeats(5, 1))
    assert told(diary, clock, minutes=90) == 2
    wishes.choose_repeats(Repeats(10, 0))
    clock.advance(days=1, hours=-2)
    assert told(diary, clock, minutes=90) == 1


def test_a_reminder_with_repeats_of_its_own_keeps_them(diary, clock, wishes, letrozole):
    diary.plans.change(letrozole.id, repeat_times=2)
    wishes.choose_repeats(Repeats(10, 0))
    assert told(diary, clock, minutes=90) == 3


def test_a_reminder_that_is_only_renamed_still_comes_today(diary, clock, letrozole):
    clock.advance(minutes=31)  # its time came while the program was closed
    diary.plans.change(letrozole.id, label="The white tablet")
    assert [one.plan.label for one in diary.reminders.settle().shown] == ["The white tablet"]


@pytest.mark.parametrize("wrong", [Repeats(0, 3), Repeats(241, 3), Repeats(10, 11)])
def test_repeats_keep_to_what_a_reminder_can_have(wishes, wrong):
    with pytest.raises(InvalidEntry, match="impossible_repeat"):
        wishes.choose_repeats(wrong)
    assert wishes.repeats() == Repeats(10, 3)


def test_a_holiday_hushes_the_walk_and_never_the_medicine_and_can_be_taken_back(diary, letrozole):
    diary.plans.add("Walk", Schedule(TODAY, times=(time(18),)), kind=Kind.SESSION)
    holidays = diary.reminders.holidays
    holidays.add(TODAY, TODAY + timedelta(days=6))
    assert [one.slot.plan.label for one in diary.reminders.on(TODAY)] == ["Letrozole 2.5 mg"]
    holidays.remove(TODAY)
    assert len(diary.reminders.on(TODAY)) == 2
    diary.undo()
    assert holidays.all() == [Holiday(TODAY, TODAY + timedelta(days=6))]
    diary.undo()
    assert holidays.all() == []


def test_a_holiday_from_the_same_day_gets_another_end_and_those_behind_her_are_left_out(diary):
    holidays = diary.reminders.holidays
    holidays.add(date(2026, 8, 1), date(2026, 8, 9))
    holidays.add(date(2026, 8, 1), date(2026, 8, 14))
    assert holidays.all() == [Holiday(date(2026, 8, 1), date(2026, 8, 14))]
    assert holidays.all(since=TODAY) == []


@pytest.mark.parametrize(("days", "code"), [(-1, "days_reversed"), (366, "long_holiday")])
def test_a_holiday_that_cannot_be_is_refused(diary, days, code):
    with pytest.raises(InvalidEntry, match=code):
        diary.reminders.holidays.add(TODAY, TODAY + timedelta(days=days))


def test_a_holiday_that_is_not_there_cannot_be_taken_out(diary):
    with pytest.raises(DiaryError, match="no_such_holiday"):
        diary.reminders.holidays.remove(TODAY)
