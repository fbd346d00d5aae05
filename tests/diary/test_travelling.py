"""A journey in the diary: whose time the reminders keep, once she was asked."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bonecoach.core.occurrences import State
from bonecoach.core.plans import PlanState
from bonecoach.core.schedules import Schedule
from bonecoach.core.travel import Stay
from tests.makers import BERLIN

LONDON, NEW_YORK = "Europe/London", "America/New_York"
TODAY = date(2026, 11, 23)
"""The clock stands at noon of Monday the 23rd in Berlin."""


@pytest.fixture
def travelling(diary):
    return diary.reminders.travelling


@pytest.fixture
def letrozole(diary, clock):
    clock.advance(hours=-10)
    plan = diary.plans.add_medicine("letrozole", Schedule(TODAY, times=(time(20),)))
    clock.advance(hours=10)
    return plan


def ahead(diary, clock):
    found = diary.reminders.upcoming(clock.now(), clock.now() + timedelta(days=1))
    return [slot.at.strftime("%H:%M") for slot in found]


def test_in_london_she_is_asked_once_and_local_time_is_local_time(diary, clock, traveller, travelling, letrozole):
    assert travelling.asks() is None
    traveller.zone = LONDON
    assert travelling.asks() == Stay(BERLIN, BERLIN, TODAY)
    assert travelling.asks() is not None  # until she says
    assert travelling.go_along().changes == ()
    assert travelling.asks() is None
    assert ahead(diary, clock) == ["20:00"]  # UTC, London's own
    traveller.zone = BERLIN
    assert travelling.asks() is None
    assert ahead(diary, clock) == ["19:00"]


def test_home_time_is_kept_from_now_on_and_one_undo_takes_it_back(diary, clock, traveller, travelling, letrozole):
    travelling.asks()
    traveller.zone = NEW_YORK
    step = travelling.keep_home()
    assert (step.name, step.label) == ("home_time", BERLIN)
    assert ahead(diary, clock) == ["19:00"]  # 20:00 in Berlin is 14:00 in New York
    assert travelling.asks() is None
    assert (travelling.follow(), travelling.home()) == (False, BERLIN)
    traveller.zone = "Asia/Tokyo"
    assert travelling.asks() is None  # nothing follows her any more
    diary.undo()
    assert travelling.follow()


def test_what_had_come_by_local_time_does_not_come_twice(diary, clock, traveller, travelling):
    plan = diary.plans.add("Calcium", Schedule(TODAY, times=(time(13), time(18))))
    travelling.asks()
    clock.stand_at(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
    told = [one.record.id for one in diary.reminders.settle().shown]
    traveller.zone = LONDON  # noon there
    travelling.keep_home()
    clock.advance(hours=1)
    assert diary.reminders.settle().shown[0].record.id == told[0]  # only repeated
    assert {record.plan for record in diary.reminders.waiting()} == {plan.id}


def test_a_time_that_home_has_passed_already_is_listed_and_not_lost(diary, clock, traveller, travelling, letrozole):
    travelling.asks()
    traveller.zone = NEW_YORK
    clock.stand_at(datetime(2026, 11, 23, 22, 0, tzinfo=UTC))  # 17:00 in New York, 23:00 in Berlin
    assert diary.reminders.settle().shown == ()
    travelling.keep_home()
    assert [one.record.time for one in diary.reminders.settle().away] == [time(20)]


def test_local_time_again_frees_them_and_what_was_ended_or_has_no_time_is_left(diary, clock, traveller, travelling):
    diary.plans.add_medicine("exemestane", Schedule(TODAY))
    gone = diary.plans.add("Gone", Schedule(TODAY, times=(time(9),)))
    kept = diary.plans.add("Kept", Schedule(TODAY, times=(time(9),)), zone="Asia/Tokyo")
    clock.advance(days=3)
    diary.plans.change(kept.id, since=TODAY + timedelta(days=9), schedule=Schedule(TODAY, times=(time(10),)))
    diary.plans.end(gone.id, TODAY)
    paused = diary.plans.add("Paused", Schedule(TODAY, times=(time(9),)))
    diary.plans.pause(paused.id)
    assert travelling.follow()  # the paused one does
    travelling.keep_home()
    zones = {plan.label: plan.zone for plan in diary.plans.standing()}
    assert zones == {"Exemestane 25 mg": None, "Kept": "Asia/Tokyo", "Paused": BERLIN}
    assert not travelling.follow()
    travelling.go_along()
    assert {plan.zone for plan in diary.plans.standing()} == {None}
    assert diary.plans.plan(kept.id).zone is None  # also as it is changed on a later day
    assert diary.plans.plan(paused.id).state is PlanState.PAUSED
    diary.undo()
    assert diary.plans.plan(kept.id).zone == "Asia/Tokyo"


def test_without_reminders_nothing_is_asked(diary, traveller, travelling):
    assert travelling.home() == BERLIN
    travelling.asks()
    traveller.zone = LONDON
    assert travelling.asks() is None
    assert travelling.follow()


def test_an_answer_of_that_evening_is_on_record_wherever_it_was_given(diary, clock, traveller, travelling, letrozole):
    travelling.asks()
    traveller.zone = LONDON
    travelling.keep_home()
    clock.stand_at(datetime(2026, 11, 23, 19, 0, tzinfo=UTC))
    (one,) = diary.reminders.settle().shown
    diary.reminders.answer(one.record.id, State.DONE)
    assert [entry.moment.zone for entry in diary.entries()] == [LONDON]
    assert [found.state for found in diary.reminders.on(TODAY)] == [State.DONE]
