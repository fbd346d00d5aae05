"""Two programs at once: a window and a terminal, or two alarms, on one diary."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.diary import reminders

TODAY = date(2026, 11, 23)
"""The clock stands at noon of Monday the 23rd in Berlin."""


@pytest.fixture
def citrate(diary):
    log = "calcium citrate 500"
    schedule = Schedule(TODAY, times=(time(12, 30),))
    return diary.plans.add("Calcium", schedule, log=log, reading=diary.plans.understood(log))


@pytest.fixture
def other(reopen):
    """The same diary, open in another program."""
    return reopen()


def noon_of(plan):
    return f"{plan.id}:{TODAY}:12:30"


@pytest.fixture
def meanwhile(monkeypatch):
    """Lets the other program act just after this one has read the diary, and before it writes: once."""

    def let(act, reading="due"):
        real = getattr(reminders, reading)

        def read_and_be_overtaken(*asked):
            found = real(*asked)
            monkeypatch.setattr(reminders, reading, real)
            act()
            return found

        monkeypatch.setattr(reminders, reading, read_and_be_overtaken)

    return let


def shown(diary):
    return [telling.record.id for telling in diary.reminders.settle().shown]


def test_two_alarms_in_the_same_moment_tell_it_once(diary, clock, other, citrate, meanwhile):
    clock.advance(minutes=30)
    told = []

    def ring():
        told.extend(shown(other))
        clock.advance(seconds=1)

    meanwhile(ring)
    told += shown(diary)
    assert told == [noon_of(citrate)]


def test_done_in_the_window_and_in_the_terminal_logs_once(diary, clock, other, citrate, meanwhile):
    clock.advance(minutes=30)
    shown(diary)
    meanwhile(lambda: other.reminders.answer(noon_of(citrate), State.DONE), reading="answered")
    with pytest.raises(InvalidEntry, match="already_answered"):
        diary.reminders.answer(noon_of(citrate), State.DONE)
    assert len(diary.entries()) == 1


def test_put_off_in_the_moment_it_was_answered_elsewhere_it_stays_answered(diary, clock, other, citrate, meanwhile):
    clock.advance(minutes=30)
    shown(diary)
    meanwhile(lambda: other.reminders.answer(noon_of(citrate), State.SKIPPED), reading="snoozed")
    with pytest.raises(InvalidEntry, match="already_answered"):
        diary.reminders.snooze(noon_of(citrate), clock.now() + timedelta(minutes=30))
    clock.advance(minutes=30)
    assert shown(diary) == []


def test_who_is_overtaken_again_and_again_says_so(diary, clock, citrate, monkeypatch):
    clock.advance(minutes=30)

    def overtaken(step):
        raise DiaryError("changed_since")

    monkeypatch.setattr(diary.reminders._ledger, "apply", overtaken)
    with pytest.raises(DiaryError, match="changed_since"):
        diary.reminders.settle()


def test_what_is_planned_in_the_terminal_is_told_by_the_window(diary, clock, other, citrate):
    clock.advance(minutes=15)
    diary.reminders.settle()
    other.plans.add("Call Anna", Schedule(TODAY, times=(time(12, 20),)))
    other.plans.change(citrate.id, schedule=Schedule(TODAY, times=(time(12, 40),)))
    clock.advance(minutes=5)
    assert [telling.plan.label for telling in diary.reminders.settle().shown] == ["Call Anna"]
    clock.advance(minutes=10)
    assert shown(diary) == [shown_again(diary, "Call Anna")]
    clock.advance(minutes=10)
    assert f"{citrate.id}:{TODAY}:12:40" in shown(diary)


def shown_again(diary, label):
    (plan,) = [plan for plan in diary.plans.standing() if plan.label == label]
    return f"{plan.id}:{TODAY}:12:20"


def test_looking_for_what_is_due_does_not_hide_from_the_window_that_it_has_to_draw_anew(diary, clock, other, citrate):
    assert not diary.changed_elsewhere()
    other.log_text("walk 30")
    diary.reminders.settle()
    assert diary.changed_elsewhere()
    assert not diary.changed_elsewhere()


def test_a_visit_nobody_answered_does_not_open_the_answered_ones_behind_it(diary, clock):
    weekly = Schedule(TODAY, Unit.WEEK, times=(time(15),))
    visit = diary.plans.add("Physiotherapy", weekly, kind=Kind.APPOINTMENT)
    clock.advance(hours=4)
    for week in range(6):
        diary.reminders.settle()
        if week > 0:
            diary.reminders.answer(f"{visit.id}:{TODAY + timedelta(weeks=week)}:15:00", State.DONE)
        clock.advance(days=7)
    states = [one.state for week in range(6) for one in diary.reminders.on(TODAY + timedelta(weeks=week))]
    assert states == [State.OPEN] + [State.DONE] * 5
    assert [record.date for record in diary.reminders.waiting()] == [TODAY]
