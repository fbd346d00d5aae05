"""Denosumab from one injection to the next: booked, due, best by, and the call to the clinic."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule, Unit

GIVEN = date(2026, 6, 12)
BOOK_FROM, DUE, BEST_BY = date(2026, 11, 12), date(2026, 12, 12), date(2027, 1, 9)
"""Five and six months after 12 June, and 28 days later (LYU2020, KIM2024)."""


def morning(day, clock="09:00"):
    """A wall time in Berlin in winter."""
    return datetime.fromisoformat(f"{day}T{clock}:00+01:00").astimezone(UTC)


@pytest.fixture
def denosumab(diary, clock):
    clock.stand_at(morning("2026-06-12", "12:00"))
    plan = diary.plans.add_medicine("Prolia", Schedule(GIVEN, Unit.MONTH, 6, times=(time(9),)), interval="6months")
    diary.log_text("took denosumab")
    return plan


def told(diary, clock, day, at="09:00"):
    """What is told when the clock has come to a day, as plan ids without their beginnings, and how."""
    clock.stand_at(morning(day, at))
    found = diary.reminders.settle()
    return [one.record.plan.partition(".")[2] or "injection" for one in found.shown]


def test_it_is_told_to_book_then_that_it_is_due_then_its_best_by_day(diary, clock, denosumab):
    assert told(diary, clock, BOOK_FROM) == ["booking"]
    booking = f"{denosumab.id}.booking:{BOOK_FROM}:09:00"
    assert [slot.id for slot in diary.reminders.wanted()] == [booking]
    diary.reminders.answer(booking, State.DONE)
    assert len(diary.entries()) == 1  # booked is not given: only the injection of June is on record
    assert told(diary, clock, DUE) == ["injection"]
    assert told(diary, clock, DUE + timedelta(days=14)) == []
    assert told(diary, clock, BEST_BY - timedelta(days=1)) == []
    assert told(diary, clock, BEST_BY) == ["injection"]
    assert diary.reminders.injections.calls() == []
    assert told(diary, clock, BEST_BY + timedelta(days=1)) == []
    ((plan, found),) = diary.reminders.injections.calls()
    assert (plan.id, found.due, found.best_by) == (denosumab.id, DUE, BEST_BY)


def test_unanswered_each_telling_is_repeated_and_the_last_call_once_more(diary, clock, denosumab):
    told(diary, clock, DUE)
    again = [told(diary, clock, DUE, f"09:{minutes}") for minutes in (10, 20, 30, 40)]
    assert again == [["injection"]] * 3 + [[]]
    last = [told(diary, clock, BEST_BY, f"09:{minutes}") for minutes in ("00", "10", "20", "30", "40")]
    assert last == [["injection"]] * 4 + [[]]


def test_a_booking_that_was_not_answered_is_over_when_the_injection_is_due(diary, clock, denosumab):
    told(diary, clock, BOOK_FROM)
    told(diary, clock, DUE - timedelta(days=1))
    assert len(diary.reminders.wanted()) == 1
    told(diary, clock, DUE)
    assert [slot.plan.stage for slot in diary.reminders.wanted()] == [""]


def test_given_it_counts_anew_and_nothing_of_the_last_cycle_waits(diary, clock, denosumab):
    told(diary, clock, BOOK_FROM)
    told(diary, clock, DUE)
    told(diary, clock, BEST_BY + timedelta(days=3))
    diary.log_text("took denosumab")  # on 12 January: due on 12 July, booked from 12 June
    told(diary, clock, BEST_BY + timedelta(days=3), "09:05")
    assert diary.reminders.wanted() == []
    assert diary.reminders.injections.calls() == []
    ahead = diary.reminders.upcoming(clock.now(), clock.now() + timedelta(days=300))
    assert [(slot.plan.stage, slot.date) for slot in ahead] == [
        ("booking", date(2027, 6, 12)),
        ("", date(2027, 7, 12)),
    ]
    diary.undo()
    assert len(diary.reminders.injections.calls()) == 1


def test_skipped_it_still_calls_for_the_clinic(diary, clock, denosumab):
    told(diary, clock, DUE)
    diary.reminders.answer(f"{denosumab.id}:{DUE}:09:00", State.SKIPPED)
    assert told(diary, clock, BEST_BY) == []
    told(diary, clock, BEST_BY + timedelta(days=1))
    assert len(diary.reminders.injections.calls()) == 1


def test_who_slept_through_the_best_by_day_finds_it_waiting(diary, clock, denosumab):
    told(diary, clock, DUE)
    clock.stand_at(morning(BEST_BY, "15:00"))
    found = diary.reminders.settle()
    assert [one.record.plan for one in found.away] == [denosumab.id]
    assert diary.reminders.settle().away == ()
    assert len(diary.reminders.wanted()) == 1


def test_only_the_team_ends_it(diary, clock, denosumab):
    told(diary, clock, BEST_BY + timedelta(days=1))
    for pausing in (
        lambda: diary.plans.pause(denosumab.id),
        lambda: diary.plans.silence(denosumab.id),
        lambda: diary.plans.change(denosumab.id, schedule=Schedule(GIVEN, Unit.MONTH, 6)),
    ):
        with pytest.raises(DiaryError, match="cannot_pause"):
            pausing()
    assert len(diary.reminders.injections.calls()) == 1
    diary.plans.end(denosumab.id)
    assert diary.reminders.injections.calls() == []
    assert told(diary, clock, BEST_BY + timedelta(days=2)) == []
    assert diary.reminders.wanted() == []


def test_without_a_time_it_is_told_in_the_morning_all_the_same(diary):
    plan = diary.plans.add_medicine("denosumab", Schedule(GIVEN, Unit.MONTH, 6), interval="6months")
    assert plan.schedule.times == (time(9),)


def test_said_first_shortly_before_it_is_due_the_booking_comes_next_morning(diary, clock):
    clock.stand_at(morning("2026-12-05", "10:00"))
    diary.plans.add_medicine("denosumab", Schedule(GIVEN, Unit.MONTH, 6, times=(time(9),)), interval="6months")
    ahead = diary.reminders.upcoming(clock.now(), clock.now() + timedelta(days=10))
    assert [(slot.plan.stage, slot.date) for slot in ahead] == [("booking", date(2026, 12, 6)), ("", DUE)]


def test_said_first_on_the_day_before_there_is_nothing_left_to_book(diary, clock):
    clock.stand_at(morning("2026-12-11", "10:00"))
    diary.plans.add_medicine("denosumab", Schedule(GIVEN, Unit.MONTH, 6, times=(time(9),)), interval="6months")
    ahead = diary.reminders.upcoming(clock.now(), clock.now() + timedelta(days=10))
    assert [slot.plan.stage for slot in ahead] == [""]


def test_zoledronic_acid_has_no_window_and_none_is_invented(diary, clock):
    clock.stand_at(morning("2026-06-12", "12:00"))
    plan = diary.plans.add_medicine("Reclast", Schedule(GIVEN, Unit.MONTH, 12, times=(time(9),)), interval="year")
    ahead = diary.reminders.upcoming(clock.now(), clock.now() + timedelta(days=400))
    assert [(slot.plan.stage, slot.date) for slot in ahead] == [("", date(2027, 6, 12))]
    clock.stand_at(morning("2027-09-01"))
    assert diary.reminders.injections.next_given(plan).overdue
    assert diary.reminders.injections.calls() == []
    diary.plans.silence(plan.id)  # an ordinary reminder can be taken away
    assert diary.plans.plan(plan.id).schedule.times == ()


def test_denosumab_in_another_interval_has_no_window_of_six_months(diary, clock):
    clock.stand_at(morning("2026-06-12", "12:00"))
    monthly = diary.plans.add_medicine("denosumab", Schedule(GIVEN, Unit.MONTH, times=(time(9),)), interval="month")
    weekly = diary.plans.add_medicine("denosumab", Schedule(GIVEN, Unit.WEEK), interval="week")
    clock.stand_at(morning("2026-11-23"))
    assert diary.reminders.injections.next_given(monthly).best_by is None
    assert diary.reminders.injections.next_given(weekly).due == date(2026, 11, 27)  # the Friday of that week
    assert diary.reminders.injections.next_given(weekly, date(2026, 11, 27)).state == "due"
    assert diary.reminders.injections.calls() == []


def test_a_changed_time_holds_for_every_stage(diary, clock, denosumab):
    clock.stand_at(morning("2026-09-01"))
    diary.plans.change(denosumab.id, schedule=Schedule(GIVEN, Unit.MONTH, 6, times=(time(11),)))
    ahead = diary.reminders.upcoming(clock.now(), clock.now() + timedelta(days=110))
    assert [(slot.date, slot.time) for slot in ahead] == [(BOOK_FROM, time(11)), (DUE, time(11))]


def test_said_afterwards_it_counts_from_the_day_it_was_given(diary, clock, denosumab):
    told(diary, clock, DUE)
    clock.stand_at(morning("2026-12-20"))
    diary.reminders.injections.give(denosumab.id, date(2026, 12, 15))
    assert diary.reminders.injections.next_given(denosumab).due == date(2027, 6, 15)
    assert diary.reminders.wanted() == []  # the due day's reminder is settled by it
    with pytest.raises(InvalidEntry, match="already_answered"):
        diary.reminders.injections.give(denosumab.id, date(2026, 12, 15))
    with pytest.raises(DiaryError, match="future"):
        diary.reminders.injections.give(denosumab.id, date(2026, 12, 21))
    diary.reminders.injections.give(denosumab.id, date(2026, 12, 20))
    assert diary.entries()[-1].moment == diary.now()


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(date(2026, 6, 12), Unit.MONTH, 6, times=(time(9),), until=date(2026, 12, 24)),
        Schedule(date(2026, 6, 12), Unit.MONTH, 12, times=(time(9),)),
        Schedule(date(2026, 6, 12), times=(time(9),)),
        Schedule(date(2026, 6, 12), Unit.WEEK, weekdays=(0,), times=(time(9),)),
        Schedule(date(2026, 6, 12), Unit.MONTH, 6),
    ],
    ids=["until", "yearly", "daily", "weekly", "untold"],
)
def test_what_has_a_window_gets_no_last_day_and_no_other_rhythm_by_a_change(diary, schedule):
    plan = diary.plans.add_medicine(
        "denosumab", Schedule(date(2026, 6, 12), Unit.MONTH, 6, times=(time(9),)), interval="6months"
    )
    with pytest.raises(DiaryError, match="cannot_pause"):
        diary.plans.change(plan.id, schedule=schedule)
    assert diary.plans.versions() == [plan]
    moved = diary.plans.change(plan.id, schedule=replace(plan.schedule, times=(time(10),), start=date(2026, 6, 20)))
    assert (moved.schedule.times, moved.schedule.start) == ((time(10),), date(2026, 6, 20))


def test_what_has_none_is_changed_as_she_likes(diary):
    yearly = Schedule(date(2026, 6, 12), Unit.MONTH, 12)
    plan = diary.plans.add_medicine("zoledronic acid", yearly, interval="year")
    changed = diary.plans.change(plan.id, schedule=replace(yearly, until=date(2029, 6, 12)))
    assert changed.schedule.until == date(2029, 6, 12)
