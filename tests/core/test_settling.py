"""Which planned time an entry settles that was logged by hand, and how a plan was kept."""

from dataclasses import replace
from datetime import date, time, timedelta

from bonecoach.core.adherence import adherence
from bonecoach.core.entries import Dose, DoseState
from bonecoach.core.occurrences import State, answered, record_of
from bonecoach.core.plans import Kind, planned
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.settling import by_hand, key_of, on_record
from tests.core.test_reminders import clock, plan
from tests.makers import BERLIN, MONDAY, at, food, session, supplement


def dose(wall, day=MONDAY, state=DoseState.TAKEN, name="letrozole", entry_id=None):
    return Dose(
        moment=at(day, wall), name=name.title(), medicine=name, state=state, id=entry_id or f"{name} {day} {wall}"
    )


def of(*times, last=MONDAY, **more):
    return list(planned([plan("p", *times, settles="dose:letrozole", **more)], MONDAY, last, BERLIN))


def settled(slots, *entries, records=()):
    found = by_hand(slots, entries, {record.id: record for record in records})
    return {f"{slot.date.day} {slot.time:%H:%M}": found[slot.id][0].id for slot in slots if slot.id in found}


def test_an_entry_settles_the_nearest_time_of_its_day():
    slots = of("08:00", "20:00")
    assert settled(slots, dose("09:10", entry_id="morning")) == {"16 08:00": "morning"}
    assert settled(slots, dose("19:00", entry_id="evening")) == {"16 20:00": "evening"}


def test_one_entry_settles_one_time_and_two_settle_both():
    slots = of("08:00", "12:00")
    found = settled(slots, dose("08:05", entry_id="first"), dose("08:10", entry_id="second"))
    assert found == {"16 08:00": "first", "16 12:00": "second"}


def test_never_one_more_than_four_hours_ahead():
    slots = of("20:00")
    assert settled(slots, dose("15:59")) == {}
    assert settled(slots, dose("16:00", entry_id="early")) == {"16 20:00": "early"}


def test_another_medicine_food_and_another_day_settle_nothing():
    slots = of("08:00")
    other = dose("08:00", name="anastrozole")
    assert settled(slots, other, food(), dose("08:00", MONDAY + timedelta(days=1))) == {}
    assert key_of(food()) == ""


def test_a_weekly_tablet_is_settled_from_the_day_before_until_the_next():
    weekly = replace(plan("p", settles="dose:letrozole"), schedule=Schedule(MONDAY, Unit.WEEK, times=(time(7),)))
    slots = list(planned([weekly], MONDAY, MONDAY + timedelta(days=13), BERLIN))
    sunday, thursday = MONDAY - timedelta(days=1), MONDAY + timedelta(days=3)
    assert settled(slots, dose("07:00", sunday, entry_id="day before")) == {"16 07:00": "day before"}
    assert settled(slots, dose("07:00", thursday, entry_id="late")) == {"16 07:00": "late"}
    assert settled(slots, dose("07:00", MONDAY - timedelta(days=2))) == {}


def test_what_was_answered_in_between_does_not_lengthen_the_reach_of_a_week():
    weekly = replace(plan("p", settles="dose:letrozole"), schedule=Schedule(MONDAY, Unit.WEEK, times=(time(7),)))
    slots = list(planned([weekly], MONDAY, MONDAY + timedelta(days=20), BERLIN))
    done = answered(record_of(slots[1]), State.DONE, clock("07:00", MONDAY + timedelta(days=7)), entry="second")
    again = dose("07:00", MONDAY + timedelta(days=9), entry_id="again")
    assert settled(slots, again, records=[done]) == {}


def test_a_product_and_a_session_settle_what_was_planned():
    tablets = [plan("p", settles="intake:tablet"), plan("walk", settles="session:walk", kind=Kind.SESSION)]
    slots = list(planned(tablets, MONDAY, MONDAY, BERLIN))
    walk = replace(session(30), activity="walk", id="walk")
    assert set(by_hand(slots, [supplement(calcium_mg=500), walk], {})) == {slot.id for slot in slots}
    any_session = [replace(plan("p", "10:30"), settles="session:")]
    assert len(by_hand(list(planned(any_session, MONDAY, MONDAY, BERLIN)), [walk], {})) == 1


def test_what_an_answer_logged_settles_nothing_else():
    slots = of("08:00", "12:00")
    done = answered(record_of(slots[0]), State.DONE, clock("08:01"), entry="tablet")
    assert settled(slots, dose("08:01", entry_id="tablet"), records=[done]) == {}


def states(slots, *entries, records=(), gone=()):
    return [one.state for one in on_record(slots, entries, {record.id: record for record in records}, gone)]


def test_missed_only_when_she_says_so():
    slots = of(last=MONDAY + timedelta(days=3))
    entries = [dose("08:00"), dose("08:00", MONDAY + timedelta(days=1), DoseState.MISSED)]
    entries.append(dose("08:00", MONDAY + timedelta(days=2), DoseState.SKIPPED))
    assert states(slots, *entries) == [State.DONE, State.MISSED, State.SKIPPED, State.CLOSED]


def test_an_answer_whose_entry_was_deleted_says_nothing_any_more():
    slots = of()
    done = answered(record_of(slots[0]), State.DONE, clock("08:01"), entry="tablet")
    assert states(slots, dose("08:01", entry_id="tablet"), records=[done]) == [State.DONE]
    assert states(slots, records=[done], gone={"tablet"}) == [State.CLOSED]
    assert states(slots, records=[record_of(slots[0])]) == [State.OPEN]


def test_counts_leave_out_what_can_still_be_answered_in_its_time():
    slots = of("08:00", last=MONDAY + timedelta(days=2))
    kept = on_record(slots, [dose("08:00")], {})
    wednesday_noon = clock("12:00", MONDAY + timedelta(days=2))
    # Monday taken, Tuesday over and not recorded, Wednesday still to be answered.
    assert adherence(kept, wednesday_noon, BERLIN) == (2, 1, 0, 0, 1)
    injection = list(planned([plan("d", kind=Kind.INJECTION, since=date(2026, 11, 16))], MONDAY, MONDAY, BERLIN))
    assert adherence(on_record(injection, [], {}), wednesday_noon, BERLIN).planned == 0
