"""Which tablets ask for a while upright, and for how long: from what is on record, so that a restart loses nothing."""

from datetime import date, timedelta

import pytest

from bonecoach.core.occurrences import State
from bonecoach.core.rituals import Stage
from bonecoach.core.schedules import Schedule, Unit


def ritual_after(diary, line):
    diary.log_text(line)
    return next(iter(diary.reminders.rituals.running()), None)


@pytest.mark.parametrize(
    ("line", "how", "minutes"),
    [
        # Evidence 2 and 5.2: 30 minutes, 60 for ibandronate; delayed-release risedronate after breakfast.
        ("took alendronate", "fasting_upright_30", 30),
        ("took fosamax", "fasting_upright_30", 30),
        ("took alendronic acid", "fasting_upright_30", 30),
        ("took risedronate", "fasting_upright_30", 30),
        ("took monthly risedronate", "fasting_upright_30", 30),
        ("took actonel", "fasting_upright_30", 30),
        ("took ibandronate", "fasting_upright_60", 60),
        ("took bonviva", "fasting_upright_60", 60),
        ("took atelvia", "after_breakfast_upright_30", 30),
        ("took actonel dr", "after_breakfast_upright_30", 30),
    ],
)
def test_each_tablet_asks_for_its_own_minutes_and_for_calcium_four_hours_later(diary, clock, line, how, minutes):
    ritual = ritual_after(diary, line)
    assert ritual.how == how
    assert ritual.free_at - clock.now() == timedelta(minutes=minutes)
    assert ritual.calcium_at - clock.now() == timedelta(hours=4)


@pytest.mark.parametrize("line", ["took letrozole", "took exemestane", "took denosumab"])
def test_other_medicines_ask_for_nothing(diary, line):
    assert ritual_after(diary, line) is None


def test_what_was_missed_or_skipped_asks_for_nothing(diary):
    assert ritual_after(diary, "skipped alendronate") is None


def test_risedronate_behind_something_eaten_waits_two_hours(diary, clock):
    diary.log_text("1 glass milk")
    clock.advance(minutes=90)
    ritual = ritual_after(diary, "took risedronate")
    assert (ritual.late, ritual.free_at - clock.now()) == (True, timedelta(hours=2))


def test_other_tablets_know_no_such_way(diary):
    diary.log_text("1 glass milk")
    ritual = ritual_after(diary, "took alendronate")
    assert not ritual.late


def test_taken_by_its_reminder_closed_and_opened_again_it_still_runs(diary, clock, reopen):
    plan = diary.plans.add_medicine("alendronate", Schedule(date(2026, 11, 23), Unit.WEEK), interval="week")
    diary.reminders.answer(f"{plan.id}:2026-11-23:", State.DONE)
    clock.advance(minutes=29)
    (ritual,) = reopen().reminders.rituals.running()
    assert ritual.minutes_left(clock.now()) == 1
    clock.advance(minutes=1)
    (ritual,) = reopen().reminders.rituals.running()
    assert ritual.stage(clock.now()) is Stage.BREAKFAST
    clock.advance(hours=4)
    assert reopen().reminders.rituals.running() == []


def test_taken_back_it_runs_no_more(diary):
    assert ritual_after(diary, "took alendronate") is not None
    diary.undo()
    assert diary.reminders.rituals.running() == []


def test_a_tablet_of_last_night_runs_past_midnight(diary, clock):
    clock.advance(hours=11, minutes=50)  # ten to midnight
    diary.log_text("took ibandronate")
    clock.advance(minutes=20)
    assert len(diary.reminders.rituals.running()) == 1


def test_one_logged_for_earlier_counts_from_when_it_was_taken(diary, clock):
    ritual = ritual_after(diary, "took alendronate 20 min ago")
    assert ritual.minutes_left(clock.now()) == 10


def test_of_two_the_last_one_stands_in_front(diary, clock):
    diary.log_text("took alendronate")
    clock.advance(minutes=5)
    assert ritual_after(diary, "took ibandronate").dose.medicine == "ibandronate"


def test_only_a_medicine_with_a_ritual_asks_before_it_is_taken(diary):
    for name in ("alendronate", "letrozole", "Eye drops"):
        diary.plans.add_medicine(name, Schedule(date(2026, 11, 23)))
    diary.plans.add("Call Anna", Schedule(date(2026, 11, 23)))
    rituals, planned = diary.reminders.rituals, diary.reminders.on(date(2026, 11, 23))
    assert [one.slot.plan.medicine for one in planned if rituals.asks_first(one.slot)] == ["alendronate"]
