"""A plan that is changed in the middle of a day: what was taken that day stays taken, and is not asked for again."""

from datetime import date, time, timedelta

import pytest

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.occurrences import State
from bonecoach.core.plans import PlanState
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.diary.replanning import with_dose, with_log
from tests.clocks import NOON_IN_BERLIN as NOON

TODAY = date(2026, 11, 23)  # a Monday, at noon
TOMORROW = TODAY + timedelta(days=1)


def daily(*times):
    return Schedule(TODAY - timedelta(days=3), times=tuple(time.fromisoformat(at) for at in times))


def planned(diary, day=TODAY):
    return [(f"{one.slot.time:%H:%M}", one.state.value) for one in diary.reminders.on(day)]


def asked_for(diary, since=NOON, days=1):
    slots = diary.reminders.upcoming(since, since + timedelta(days=days))
    return [f"{slot.date:%a} {slot.time:%H:%M}" for slot in slots]


@pytest.fixture
def letrozole(diary, clock):
    clock.advance(days=-1)  # planned yesterday
    plan = diary.plans.add_medicine("letrozole", daily("08:00"))
    clock.advance(days=1)
    return plan


@pytest.fixture
def citrate(diary, clock):
    clock.advance(days=-1)
    log = "calcium citrate 500"
    plan = diary.plans.add("Calcium", daily("08:00", "18:00"), log=log, reading=diary.read(log))
    clock.advance(days=1)
    return plan


def done(diary, plan, at, day=TODAY):
    return diary.reminders.answer(f"{plan.id}:{day}:{at}", State.DONE)


def test_taken_in_the_morning_and_moved_to_the_evening_it_comes_tomorrow_evening(diary, letrozole):
    done(diary, letrozole, "08:00")
    diary.plans.change(letrozole.id, schedule=daily("20:00"))
    assert planned(diary) == [("08:00", "done")]
    assert asked_for(diary, days=2) == ["Tue 20:00"]
    assert [plan.schedule.times for plan in diary.plans.standing()] == [(time(20),)]  # the list shows it at once


def test_logged_by_hand_counts_as_much(diary, letrozole):
    diary.log_text("took letrozole at 8:10")
    diary.plans.change(letrozole.id, schedule=daily("20:00"))
    assert planned(diary) == [("08:00", "done")]
    assert asked_for(diary, days=2) == ["Tue 20:00"]


def test_not_taken_yet_it_comes_this_evening(diary, letrozole):
    diary.plans.change(letrozole.id, schedule=daily("20:00"))
    assert planned(diary) == [("20:00", "closed")]
    assert asked_for(diary, days=2) == ["Mon 20:00", "Tue 20:00"]


def test_added_taken_and_moved_on_one_day(diary):
    plan = diary.plans.add_medicine("letrozole", Schedule(TODAY, times=(time(8),)))
    done(diary, plan, "08:00")
    diary.plans.change(plan.id, schedule=Schedule(TODAY, times=(time(20),)))
    assert planned(diary) == [("08:00", "done")]
    assert asked_for(diary, days=2) == ["Tue 20:00"]
    (item,) = diary.reminders.adherence(TODAY, TOMORROW)
    assert item.counts == (1, 1, 0, 0, 0)


def test_moved_twice_on_one_day_and_once_back(diary, letrozole):
    done(diary, letrozole, "08:00")
    for at in ("20:00", "21:00", "08:00"):
        diary.plans.change(letrozole.id, schedule=daily(at))
    assert planned(diary) == [("08:00", "done")]
    assert asked_for(diary, days=1) == ["Tue 08:00"]
    assert len(diary.plans.versions()) == 2


def test_moved_and_then_done_is_taken_back_and_moved_again(diary, letrozole):
    done(diary, letrozole, "08:00")
    diary.plans.change(letrozole.id, schedule=daily("20:00"))
    diary.undo()
    diary.undo()
    diary.plans.change(letrozole.id, schedule=daily("20:00"))
    assert planned(diary) == [("20:00", "closed")]


def test_done_deleted_after_the_move_the_next_move_holds_at_once(diary, letrozole):
    done(diary, letrozole, "08:00")
    (taken,) = diary.entries(TODAY, TODAY)
    diary.plans.change(letrozole.id, schedule=daily("20:00"))
    diary.delete([taken.id])
    diary.plans.change(letrozole.id, schedule=daily("21:00"))
    assert asked_for(diary, days=2) == ["Mon 21:00", "Tue 21:00"]
    assert len(diary.plans.versions()) == 2


def test_of_several_times_a_day_those_that_are_left_come_today(diary, citrate):
    done(diary, citrate, "08:00")
    diary.plans.change(citrate.id, schedule=daily("12:30", "19:00"))
    assert planned(diary) == [("08:00", "done"), ("19:00", "closed")]
    assert asked_for(diary, days=2) == ["Mon 19:00", "Tue 12:30", "Tue 19:00"]


def test_skipped_it_stays_skipped_and_the_new_time_comes(diary, letrozole):
    diary.reminders.answer(f"{letrozole.id}:{TODAY}:08:00", State.SKIPPED, reason="later")
    diary.plans.change(letrozole.id, schedule=daily("20:00"))
    assert planned(diary) == [("08:00", "skipped"), ("20:00", "closed")]


def test_paused_after_the_first_of_two_the_first_stays_and_the_second_does_not_come(diary, citrate):
    done(diary, citrate, "08:00")
    diary.plans.pause(citrate.id)
    assert planned(diary) == [("08:00", "done")]
    assert asked_for(diary, days=3) == []
    assert [plan.state for plan in diary.plans.standing()] == [PlanState.PAUSED]
    diary.plans.resume(citrate.id)
    assert planned(diary) == [("08:00", "done"), ("18:00", "closed")]
    assert asked_for(diary, days=1) == ["Mon 18:00", "Tue 08:00"]


def test_ended_after_the_first_of_two_it_leaves_the_list_and_the_first_stays(diary, citrate):
    done(diary, citrate, "08:00")
    diary.plans.end(citrate.id)
    assert planned(diary) == [("08:00", "done")]
    assert asked_for(diary, days=3) == []
    assert diary.plans.standing() == []
    assert not diary.reminders.are_to_come()
    diary.undo()
    assert diary.reminders.are_to_come()
    assert asked_for(diary, days=1) == ["Mon 18:00", "Tue 08:00"]


def test_begun_taken_and_ended_on_one_day_what_was_taken_stays(diary):
    plan = diary.plans.add_medicine("letrozole", Schedule(TODAY, times=(time(8),)))
    done(diary, plan, "08:00")
    diary.plans.end(plan.id, TODAY - timedelta(days=1))  # "stopped on" today
    assert planned(diary) == [("08:00", "done")]
    assert diary.plans.standing() == []


def test_whose_last_day_is_today_stands_in_the_list_until_it_is_taken(diary, clock, letrozole):
    diary.plans.change(letrozole.id, schedule=daily("20:00"))
    diary.plans.end(letrozole.id, TODAY)
    assert [plan.label for plan in diary.plans.standing()] == ["Letrozole 2.5 mg"]
    clock.advance(hours=8)
    done(diary, letrozole, "20:00")
    assert diary.plans.standing() == []


def test_a_weekly_tablet_that_was_taken_today_stays_and_its_new_day_is_of_the_days_after(diary, clock):
    clock.advance(days=-7)
    mondays = Schedule(TODAY - timedelta(days=7), Unit.WEEK, times=(time(7),))
    plan = diary.plans.add_medicine("alendronate", mondays, interval="week")
    clock.advance(days=7)
    done(diary, plan, "07:00")
    diary.plans.change(plan.id, schedule=Schedule(mondays.start, Unit.WEEK, weekdays=(3,), times=(time(7),)))
    assert planned(diary) == [("07:00", "done")]
    assert asked_for(diary, days=7) == ["Thu 07:00"]
    assert [item.counts.taken for item in diary.reminders.adherence(TODAY, TODAY)] == [1]


def test_without_its_times_what_was_taken_today_stays_and_is_not_planned_again(diary, letrozole):
    done(diary, letrozole, "08:00")
    diary.plans.silence(letrozole.id)
    assert planned(diary) == [("08:00", "done")]
    assert [one.slot.time for one in diary.reminders.on(TOMORROW)] == [None]


def test_taken_without_a_time_and_given_times_it_comes_tomorrow(diary, clock):
    plan = diary.plans.add_medicine("letrozole", daily())
    diary.log_text("took letrozole at 8:10")
    diary.plans.change(plan.id, schedule=daily("20:00"))
    assert asked_for(diary, days=2) == ["Tue 20:00"]
    assert [one.state for one in diary.reminders.on(TODAY)] == [State.DONE]


def test_a_change_for_a_later_day_leaves_today_alone(diary, citrate):
    done(diary, citrate, "08:00")
    diary.plans.change(citrate.id, since=date(2026, 12, 1), schedule=daily("09:00"))
    assert planned(diary) == [("08:00", "done"), ("18:00", "closed")]
    assert [plan.schedule.times for plan in diary.plans.standing()] == [(time(8), time(18))]


def test_another_note_leaves_the_move_of_today_as_it_is(diary, letrozole):
    done(diary, letrozole, "08:00")
    diary.plans.change(letrozole.id, schedule=daily("20:00"))
    diary.plans.change(letrozole.id, note="with supper")
    assert planned(diary) == [("08:00", "done")]
    (plan,) = diary.plans.standing()
    assert (plan.note, plan.schedule.times) == ("with supper", (time(20),))


def test_taken_before_its_time_and_ended_nothing_is_to_come(diary):
    plan = diary.plans.add_medicine("letrozole", Schedule(TODAY, times=(time(14),)))
    diary.log_text("took letrozole")
    assert diary.reminders.are_to_come()
    diary.plans.end(plan.id)
    assert planned(diary) == [("14:00", "done")]
    assert not diary.reminders.are_to_come()


def doses(diary, day=TODAY):
    return [one.slot.plan.label for one in diary.reminders.on(day)]


def test_another_dose_holds_from_now_on_what_is_still_to_be_taken(diary, letrozole):
    diary.plans.change(letrozole.id, **with_dose(letrozole, "5 mg"))
    assert (doses(diary, TODAY - timedelta(days=1)), doses(diary)) == (["Letrozole 2.5 mg"], ["Letrozole 5 mg"])
    done(diary, letrozole, "08:00")
    assert [entry.label for entry in diary.entries(TODAY, TODAY)] == ["Letrozole 5 mg"]


def test_another_dose_leaves_the_one_that_was_taken_today(diary, letrozole):
    done(diary, letrozole, "08:00")
    diary.plans.change(letrozole.id, **with_dose(letrozole, "5 mg"))
    assert (doses(diary), doses(diary, TOMORROW)) == (["Letrozole 2.5 mg"], ["Letrozole 5 mg"])
    assert [plan.label for plan in diary.plans.standing()] == ["Letrozole 5 mg"]


def test_a_supplement_in_another_dose_leaves_the_one_that_was_taken_today(diary, citrate):
    done(diary, citrate, "08:00")
    changed = with_log(diary, citrate, "calcium citrate 600")
    assert changed == {"log": "calcium citrate 600", "settles": "intake:calcium citrate"}  # she named it herself
    diary.plans.change(citrate.id, **changed)
    assert [one.slot.plan.log for one in diary.reminders.on(TODAY)] == ["calcium citrate 500"] * 2
    assert [one.slot.plan.log for one in diary.reminders.on(TOMORROW)] == ["calcium citrate 600"] * 2
    named = diary.plans.change(citrate.id, label="Calcium citrate 600 mg")
    assert with_log(diary, named, "calcium citrate 500")["label"] == "Calcium citrate 500 mg"


def test_only_a_medicine_has_a_dose_and_one_without_is_called_by_its_name(letrozole, citrate):
    assert with_dose(letrozole, " ") == {"dose_amount": None, "dose_unit": None, "label": "Letrozole"}
    with pytest.raises(InvalidEntry, match="dose_of_no_medicine"):
        with_dose(citrate, "5 mg")
