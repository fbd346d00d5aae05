"""What is on record for planned times, whichever entry says so and however long ago it was."""

from datetime import date, datetime, time, timedelta

import pytest

from bonecoach.core.nutrients import only
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.supplements import Product

TODAY = date(2026, 11, 23)
"""The clock stands at noon of Monday the 23rd in Berlin."""


def weekly(day, *times):
    return Schedule(day, Unit.WEEK, times=tuple(time.fromisoformat(at) for at in times))


def daily(*times, start=TODAY):
    return Schedule(start, times=tuple(time.fromisoformat(at) for at in times))


@pytest.fixture
def plan(diary):
    """Plans what Done logs."""

    def plan_it(log, schedule, **more):
        return diary.plans.add(log, schedule, log=log, reading=diary.read(log), **more)

    return plan_it


def states(diary, day=TODAY):
    return {one.slot.plan.label: one.state for one in diary.reminders.on(day)}


def on(day, clock="12:00"):
    return datetime.fromisoformat(f"{day}T{clock}:00+01:00")


def test_a_glass_of_milk_that_done_logged_is_done(diary, plan):
    milk = plan("1 glass milk", daily("12:30"))
    diary.reminders.answer(f"{milk.id}:2026-11-23:12:30", State.DONE)
    assert states(diary) == {"1 glass milk": State.DONE}
    diary.delete([diary.entries()[0].id])
    assert states(diary) == {"1 glass milk": State.CLOSED}


def test_an_injection_given_weeks_after_its_day_is_on_record_for_it(diary):
    infusion = diary.plans.add_medicine("zoledronic acid", Schedule(date(2026, 10, 20), Unit.MONTH, 12))
    diary.reminders.answer(f"{infusion.id}:2026-10-20:", State.DONE)  # on 23 November
    assert states(diary, date(2026, 10, 20)) == {"Zoledronic acid 4 mg": State.DONE}


def test_what_answered_an_earlier_day_does_not_settle_today_as_well(diary, clock, plan):
    citrate = plan("calcium citrate 500", daily("13:00"))
    clock.advance(days=5)
    diary.reminders.answer(f"{citrate.id}:2026-11-23:13:00", State.DONE, at=clock.now())
    assert states(diary) == {"calcium citrate 500": State.DONE}
    assert states(diary, TODAY + timedelta(days=5)) == {"calcium citrate 500": State.CLOSED}


def test_a_weekly_capsule_taken_late_and_a_daily_one_of_the_same_settle_one_time_each(diary, plan):
    thursday = TODAY - timedelta(days=4)
    plan("d3 20000 iu", weekly(thursday, "08:00"))
    plan("d3 1000 iu", daily("08:00", start=TODAY - timedelta(days=1)))
    for day in ("2026-11-22", "2026-11-23"):
        diary.log_text("d3 1000 iu", at=on(day, "08:10"))
    assert states(diary) == {"d3 1000 iu": State.DONE}
    assert states(diary, TODAY - timedelta(days=1)) == {"d3 1000 iu": State.DONE}
    assert states(diary, thursday) == {"d3 20000 iu": State.CLOSED}
    diary.log_text("d3 20000 iu", at=on("2026-11-23", "09:00"), confirmed=True)
    assert states(diary, thursday) == {"d3 20000 iu": State.DONE}


def test_a_weekly_walk_is_settled_by_any_walk_of_its_week_and_a_session_by_any_session(diary, plan):
    thursday = TODAY - timedelta(days=4)
    plan("walk 30", weekly(thursday, "10:00"))
    diary.log_text("walk 20", at=on("2026-11-21"))
    assert states(diary, thursday) == {"walk 30": State.DONE}
    friday = thursday + timedelta(days=1)
    diary.plans.add("Move", weekly(friday, "10:00"), kind=Kind.SESSION)
    assert states(diary, friday) == {"Move": State.CLOSED}  # the walk was already counted
    diary.log_text("squats 3x10 10 min", at=on("2026-11-22"))
    assert states(diary, friday) == {"Move": State.DONE}


def test_a_product_of_her_own_settles_its_week(diary, plan):
    diary.person.save_product(Product("", ("Osteofem",), "tablet", only(calcium_mg=400)))
    plan("osteofem", weekly(TODAY - timedelta(days=6), "08:00"))
    diary.log_text("osteofem", at=on("2026-11-20"))
    assert list(states(diary, TODAY - timedelta(days=6)).values()) == [State.DONE]


def test_days_logged_by_hand_while_the_program_was_closed_are_no_open_ends(diary, clock, plan):
    plan("calcium citrate 500", daily("13:00"))
    for _ in range(9):
        clock.advance(days=1)
        diary.log_text("calcium citrate 500", at=clock.now())
    found = diary.reminders.settle()
    assert [one.record.date.day for one in found.closed] == [23]  # the first day: of it nothing is logged
    assert (found.shown, found.away) == ((), ())
