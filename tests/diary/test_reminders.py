"""Plans and reminders in the diary: set, told, answered, taken back."""

from datetime import date, datetime, time, timedelta

import pytest

from bonecoach.core.entries import DoseState
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Kind, PlanState
from bonecoach.core.reminders import Quiet
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.diary.refusals import NotUnderstood, PleaseConfirm
from tests.clocks import NOON_IN_BERLIN as NOON

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
"""The clock stands at noon of Monday the 23rd in Berlin."""


CITRATE = ("12:30", "18:30")


def daily(*times, start=TODAY, **more):
    return Schedule(start, times=tuple(time.fromisoformat(at) for at in times), **more)


@pytest.fixture
def letrozole(diary):
    return diary.plans.add_medicine("Femara", daily("12:30"))


@pytest.fixture
def citrate(diary):
    log = "calcium citrate 500"
    reading = diary.plans.understood(log)
    return diary.plans.add("Calcium", daily(*CITRATE), log=log, reading=reading)


def shown(diary):
    return [one.record.id for one in diary.reminders.settle().shown]


def kept(diary, first=TODAY, last=TODAY):
    return {item.plan.label: tuple(item.counts) for item in diary.reminders.adherence(first, last)}


def test_a_medicine_of_the_table_brings_its_name_and_usual_dose(letrozole):
    assert (letrozole.label, letrozole.medicine, letrozole.kind) == ("Letrozole 2.5 mg", "letrozole", Kind.MEDICINE)


def test_any_other_medicine_can_be_planned(diary):
    plan = diary.plans.add_medicine("Ferrous sulfate", daily("12:30"), amount=200, unit="mg")
    assert (plan.label, plan.settles) == ("Ferrous sulfate 200 mg", "dose:ferrous_sulfate")
    bare = diary.plans.add_medicine("Eye drops", daily("12:30"))
    diary.reminders.answer(f"{bare.id}:2026-11-23:12:30", State.DONE)
    assert diary.entries()[0].label == "Eye drops"
    with pytest.raises(InvalidEntry, match="no_name"):
        diary.plans.add_medicine(" ", daily("08:00"))


def test_done_logs_and_settles_in_one_step_and_one_undo_takes_both_back(diary, clock, letrozole):
    clock.advance(minutes=30)
    (occurrence,) = shown(diary)
    diary.reminders.answer(occurrence, State.DONE)
    assert [entry.label for entry in diary.entries()] == ["Letrozole 2.5 mg"]
    assert kept(diary) == {"Letrozole 2.5 mg": (1, 1, 0, 0, 0)}
    diary.undo()
    assert diary.entries() == []
    assert [record.state for record in diary.reminders.waiting()] == [State.OPEN]
    diary.redo()
    assert diary.reminders.waiting() == []


def test_done_pressed_twice_logs_once(diary, clock, letrozole):
    clock.advance(minutes=30)
    (occurrence,) = shown(diary)
    diary.reminders.answer(occurrence, State.DONE)
    with pytest.raises(InvalidEntry, match="already_answered"):
        diary.reminders.answer(occurrence, State.DONE)
    assert len(diary.entries()) == 1


def test_logged_by_hand_it_does_not_come_and_taken_back_it_does(diary, clock, citrate):
    diary.log_text("calcium citrate 500")
    clock.advance(minutes=30)
    assert shown(diary) == []
    diary.undo()
    assert shown(diary) == [f"{citrate.id}:2026-11-23:12:30"]


def test_put_off_is_no_step_of_hers(diary, clock, citrate):
    diary.log_text("walk 30")
    clock.advance(minutes=30)
    (occurrence,) = shown(diary)
    diary.reminders.snooze(occurrence, clock.now() + timedelta(minutes=30))
    assert shown(diary) == []
    clock.advance(minutes=30)
    assert shown(diary) == [occurrence]
    assert diary.undo().name == "log"


def test_skipped_and_missed_are_said_with_a_reason(diary, clock, citrate):
    clock.advance(hours=7)
    noon, evening = (slot.id for slot in diary.reminders.upcoming(NOON, NOON + timedelta(hours=9)))
    diary.reminders.answer(noon, State.SKIPPED, reason="stomach")
    diary.reminders.answer(evening, State.MISSED)
    assert kept(diary) == {"Calcium": (2, 0, 1, 1, 0)}
    assert diary.entries() == []


def test_what_passed_is_answered_later_at_the_time_it_was_taken(diary, clock, letrozole):
    clock.advance(hours=22)  # ten in the morning of the 24th
    found = diary.reminders.settle()
    (yesterday,) = [one.record.id for one in found.away]
    assert [one.slot.id for one in diary.reminders.to_ask_about()] == [yesterday]
    diary.reminders.answer(yesterday, State.DONE, at=NOON + timedelta(minutes=45))
    assert (diary.entries()[0].moment.date, diary.entries()[0].moment.wall) == (TODAY, time(12, 45))
    assert diary.reminders.to_ask_about() == []


def test_taken_without_a_time_counts_when_it_was_due_once_that_is_over(diary, clock, letrozole):
    clock.advance(hours=22)
    diary.reminders.settle()
    diary.reminders.answer(f"{letrozole.id}:2026-11-23:12:30", State.DONE)  # closed in the night
    clock.advance(days=9)
    diary.reminders.answer(f"{letrozole.id}:2026-11-26:12:30", State.DONE)  # days ago, and never told
    assert [entry.moment.local.strftime("%d %H:%M") for entry in diary.entries()] == ["23 12:30", "26 12:30"]


def test_late_in_the_evening_taken_is_now_while_its_repeats_run(diary, clock):
    tablet = diary.plans.add_medicine("letrozole", daily("23:55"))
    clock.advance(hours=12)
    diary.reminders.settle()
    clock.advance(minutes=10)
    diary.reminders.answer(f"{tablet.id}:2026-11-23:23:55", State.DONE)
    assert diary.entries()[0].moment.local.strftime("%d %H:%M") == "24 00:10"


def test_the_catch_up_asks_on_one_day_and_not_on_the_next(diary, clock, letrozole, citrate):
    clock.advance(hours=22)
    diary.reminders.settle()
    missing = [slot.id for slot in diary.reminders.catch_up.slots()]
    assert {slot[-5:] for slot in missing} == {"12:30", "18:30"}
    assert len(missing) == 3
    diary.reminders.catch_up.shown(missing)
    diary.reminders.catch_up.shown(missing)  # drawn once more
    clock.advance(hours=6)
    diary.reminders.answer(missing[0], State.MISSED)
    assert [slot.id for slot in diary.reminders.catch_up.slots()] == missing[1:]  # all day long
    clock.advance(hours=12)
    diary.reminders.settle()
    assert {slot.date.day for slot in diary.reminders.catch_up.slots()} == {24}


def test_what_was_put_off_stands_with_its_time_until_it_is_logged(diary, clock, citrate):
    assert diary.reminders.put_off() == []
    clock.advance(minutes=30)
    (occurrence,) = shown(diary)
    diary.reminders.snooze(occurrence, clock.now() + timedelta(minutes=45))
    ((slot, until),) = diary.reminders.put_off()
    assert (slot.id, until) == (occurrence, NOON + timedelta(minutes=75))
    diary.log_text("calcium citrate 500")
    assert diary.reminders.put_off() == []


def test_the_catch_up_asks_once(diary, clock, letrozole):
    clock.advance(hours=22)
    diary.reminders.settle()
    asked = [one.slot.id for one in diary.reminders.to_ask_about()]
    diary.reminders.catch_up.leave([*asked, "none:2026-11-23:08:00"])  # a time without a record has nothing to keep
    assert diary.reminders.to_ask_about() == []
    assert kept(diary) == {"Letrozole 2.5 mg": (1, 0, 0, 0, 1)}


def test_a_change_holds_from_its_day_and_earlier_days_keep_theirs(diary, clock, citrate):
    clock.advance(days=2)
    diary.plans.change(citrate.id, schedule=daily("08:00"))
    planned = [one.slot.time for day in range(3) for one in diary.reminders.on(TODAY + timedelta(days=day))]
    assert planned == [time(12, 30), time(18, 30)] * 2 + [time(8)]


def test_paused_it_rests_until_its_day_and_an_injection_is_never_paused(diary, clock, citrate):
    diary.plans.pause(citrate.id, until=TODAY + timedelta(days=2))
    assert diary.plans.standing()[0].state is PlanState.PAUSED
    assert diary.reminders.on(TODAY) == []
    assert len(diary.reminders.on(TODAY + timedelta(days=2))) == 2
    diary.plans.resume(citrate.id)
    assert len(diary.reminders.on(TODAY)) == 2
    with pytest.raises(InvalidEntry, match="not_ahead"):
        diary.plans.pause(citrate.id, until=TODAY)
    denosumab = diary.plans.add_medicine("denosumab", daily("09:00"), interval="6months")
    with pytest.raises(DiaryError, match="cannot_pause"):
        diary.plans.pause(denosumab.id)


def test_ended_it_leaves_the_list_and_what_was_planned_stays(diary, clock, letrozole):
    clock.advance(days=3)
    diary.plans.end(letrozole.id, TODAY + timedelta(days=1))
    assert diary.plans.standing() == []
    assert kept(diary, TODAY, TODAY + timedelta(days=3)) == {"Letrozole 2.5 mg": (2, 0, 0, 0, 2)}


def test_ended_before_it_began_nothing_of_it_is_kept(diary, letrozole):
    assert diary.plans.end(letrozole.id).state is PlanState.ENDED
    assert diary.plans.versions() == []
    diary.undo()
    assert len(diary.plans.versions()) == 1


def test_ending_drops_what_was_changed_for_later(diary, clock, citrate):
    clock.advance(days=1)
    diary.plans.change(citrate.id, since=TODAY + timedelta(days=5), schedule=daily("09:00"))
    diary.plans.end(citrate.id)
    assert [plan.state for plan in diary.plans.versions()] == [PlanState.ON, PlanState.ENDED]


def test_without_its_times_a_medicine_stays_in_the_list_and_anything_else_ends(diary, letrozole, citrate):
    diary.plans.silence(letrozole.id)
    diary.plans.silence(citrate.id)
    (left,) = diary.plans.standing()
    assert (left.label, left.schedule.times) == ("Letrozole 2.5 mg", ())


def test_a_plan_for_later_stands_in_the_list_and_keeps_its_start(diary):
    plan = diary.plans.add_medicine("letrozole", daily("08:00", start=TODAY + timedelta(days=9)))
    assert [one.label for one in diary.plans.standing()] == ["Letrozole 2.5 mg"]
    changed = diary.plans.change(plan.id, note="with water")
    assert changed.since == TODAY + timedelta(days=9)


def test_a_plan_is_named_by_the_beginning_of_its_id(diary, letrozole, citrate):
    assert diary.plans.plan(letrozole.id[:10]).id == letrozole.id
    for wrong in ("", "no such"):
        with pytest.raises(DiaryError, match="no_such_plan"):
            diary.plans.plan(wrong)


def test_a_beginning_that_several_have_is_refused(diary, monkeypatch):
    ids = iter(("a1", "a2"))
    monkeypatch.setattr("bonecoach.diary.plans.new_id", lambda: next(ids))
    for name in ("letrozole", "anastrozole"):
        diary.plans.add_medicine(name, daily("08:00"))
    with pytest.raises(DiaryError, match="several_plans"):
        diary.plans.plan("a")


def test_the_kind_is_what_done_logs(diary):
    for log, kind in {
        "took letrozole": Kind.MEDICINE,
        "walk 30": Kind.SESSION,
        "d3 1000 iu": Kind.SUPPLEMENT,
        "1 glass milk": Kind.OWN,
    }.items():
        plan = diary.plans.add("x", daily("08:00"), log=log, reading=diary.plans.understood(log))
        assert plan.kind is kind, log
    assert diary.plans.add("Call Anna", daily("18:00")).kind is Kind.OWN


def test_what_done_would_log_must_be_understood(diary, citrate):
    with pytest.raises(NotUnderstood):
        diary.plans.understood("frobnicate")
    with pytest.raises(PleaseConfirm):
        diary.plans.understood("calcium citrate 30000")
    diary.plans.change(citrate.id, log="frobnicate")
    with pytest.raises(NotUnderstood):
        diary.reminders.answer(f"{citrate.id}:2026-11-23:12:30", State.DONE)
    assert diary.entries() == []


@pytest.mark.parametrize("wrong", ["", "x", "x:2026-11-23", "x:2026-11-23:99:00", "x:2026-11-23:08:00"])
def test_what_is_no_planned_time_is_refused(diary, letrozole, wrong):
    with pytest.raises(DiaryError, match="no_such_occurrence"):
        diary.reminders.answer(wrong, State.DONE)


def test_a_time_that_is_planned_no_more_is_refused(diary, clock, letrozole):
    clock.advance(minutes=30)
    (occurrence,) = shown(diary)
    diary.plans.end(letrozole.id)
    with pytest.raises(DiaryError, match="no_such_occurrence"):
        diary.reminders.answer(occurrence, State.DONE)


def test_an_injection_counts_from_the_last_one_given(diary, clock):
    schedule = Schedule(date(2026, 1, 10), Unit.MONTH, 6, times=(time(9),))
    denosumab = diary.plans.add_medicine("Prolia", schedule)
    assert denosumab.kind is Kind.INJECTION
    for day in ("2026-01-10", "2026-07-24"):  # two weeks late; the next counts from then: 24 Jan 2027, not 10 Jan
        diary.log_text("took denosumab", at=datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    ahead = diary.reminders.upcoming(NOON, NOON + timedelta(days=90))
    assert [slot.date for slot in ahead if not slot.plan.stage] == [date(2027, 1, 24)]


def test_rest_weeks_and_holidays_hush_the_walk(diary):
    diary.plans.add("Walk", daily("18:00"), kind=Kind.SESSION)
    diary.rest_week(TODAY)
    assert diary.reminders.on(TODAY) == []
    diary.reminders.holidays.add(date(2026, 12, 1), date(2026, 12, 3))
    assert diary.reminders.on(date(2026, 12, 2)) == []
    assert len(diary.reminders.on(date(2026, 12, 4))) == 1


def test_quiet_hours_are_kept(diary):
    assert diary.reminders.wishes.quiet_hours() is None
    diary.reminders.wishes.choose_quiet_hours(Quiet(time(22), time(7, 30)))
    assert diary.reminders.wishes.quiet_hours() == Quiet(time(22), time(7, 30))
    with pytest.raises(InvalidEntry, match="impossible_quiet_hours"):
        diary.reminders.wishes.choose_quiet_hours(Quiet(time(7), time(7)))
    diary.reminders.wishes.choose_quiet_hours(None)
    assert diary.reminders.wishes.quiet_hours() is None


def test_a_diary_without_plans_has_nothing_to_tell(diary):
    assert not diary.reminders.any()
    assert diary.reminders.settle().next_at is None
    assert diary.reminders.wanted() == []
    assert diary.reminders.adherence(TODAY, TODAY) == []


def test_settling_twice_or_in_two_programs_tells_nothing_twice(diary, clock, citrate, reopen):
    other = reopen()
    clock.advance(minutes=30)
    assert len(shown(diary)) == 1
    assert shown(other) == []
    assert shown(diary) == []


def test_a_laptop_day(diary, clock, traveller, citrate):
    """Asleep at noon, a flight, a late evening answer, and the next morning's catch-up."""
    letrozole = diary.plans.add_medicine("letrozole", daily("13:00"))
    diary.plans.add("Walk", daily("16:00"), kind=Kind.SESSION)
    clock.advance(hours=4)  # she opens the lid at 16:00: calcium and letrozole came more than two hours ago
    found = diary.reminders.settle()
    assert [one.plan.label for one in found.away] == ["Calcium", "Letrozole 2.5 mg"]
    assert [one.plan.label for one in found.shown] == ["Walk"]
    diary.reminders.answer(f"{letrozole.id}:2026-11-23:13:00", State.DONE)
    diary.log_text("walk 30")
    traveller.zone = "Europe/London"  # 15:00 there
    clock.advance(hours=4)  # 19:00 in London
    assert [one.plan.label for one in diary.reminders.settle().shown] == ["Calcium"]
    clock.advance(hours=4)
    evening = f"{citrate.id}:2026-11-23:18:30"
    diary.reminders.answer(evening, State.DONE)
    clock.advance(hours=10)  # nine in the morning
    diary.reminders.settle()
    assert [one.slot.id for one in diary.reminders.to_ask_about()] == [f"{citrate.id}:2026-11-23:12:30"]
    diary.reminders.answer(f"{citrate.id}:2026-11-23:12:30", State.MISSED)
    assert kept(diary) == {"Calcium": (2, 1, 1, 0, 0), "Letrozole 2.5 mg": (1, 1, 0, 0, 0)}
    doses = [entry for entry in diary.entries() if hasattr(entry, "state")]
    assert [dose.state for dose in doses] == [DoseState.TAKEN]


def test_what_is_planned_too_near_is_told_when_it_is_set(diary, citrate):
    assert diary.spacing.planned() == ()
    diary.plans.add_medicine("levothyroxine", daily("09:00"), amount=75, unit="ug")  # 3½ h before the calcium
    (near,) = diary.spacing.planned()
    assert near.apart == 210
    diary.plans.add("Walk", daily("09:00"), kind=Kind.SESSION)  # nothing is taken: no rule speaks of it
    assert len(diary.spacing.planned()) == 1


def test_what_is_over_leaves_the_list_and_stays_on_record(diary, clock):
    diary.plans.add("Call Anna", daily("18:00", until=TODAY))
    assert [plan.label for plan in diary.plans.standing()] == ["Call Anna"]
    clock.advance(days=1)
    assert diary.plans.standing() == []
    assert len(diary.reminders.on(TODAY)) == 1
