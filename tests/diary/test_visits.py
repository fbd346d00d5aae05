"""Appointments and questions. The clock stands still unless it is moved."""

from datetime import time, timedelta

import pytest

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.measurements import Scan, Site
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.visits import Appointment, Before, Question


@pytest.fixture
def visits(diary):
    return diary.visits


def visit(diary, days=10, whom="Dr Meyer", **more):
    return Appointment(date=diary.today() + timedelta(days=days), whom=whom, **more)


def test_an_appointment_brings_a_reminder_on_the_evening_before(diary, visits):
    visits.add(visit(diary, 10, time=time(10, 30)))
    (kept,) = visits.appointments()
    plan = diary.plans.plan(kept.plan)
    assert (plan.schedule.start, plan.schedule.times) == (diary.today() + timedelta(days=9), (time(18),))
    assert visits.next() == kept
    diary.undo()
    assert (visits.appointments(), diary.plans.versions()) == ([], [])


def test_one_on_the_morning_none_and_none_that_has_passed(diary, visits):
    visits.add(visit(diary, 5), Before.MORNING)
    visits.add(visit(diary, 6), Before.NEVER)
    visits.add(visit(diary, 0), Before.MORNING)  # 08:00 is over
    visits.add(visit(diary, -30))
    assert [bool(each.plan) for each in visits.appointments()] == [False, False, True, False]
    assert visits.last().date == diary.today() - timedelta(days=30)


def test_what_was_decided_is_noted_and_another_day_moves_the_reminder(diary, visits):
    visits.add(visit(diary, 10))
    (kept,) = visits.appointments()
    visits.change(kept.id, decided="Scan in spring.")
    visits.change(kept.id, Before.EVENING, date=diary.today() + timedelta(days=20))
    (moved,) = visits.appointments()
    assert (moved.decided, moved.plan != kept.plan) == ("Scan in spring.", True)
    assert [plan.id for plan in diary.plans.versions()] == [moved.plan]
    visits.change(moved.id, Before.NEVER)
    assert diary.plans.versions() == []
    assert visits.change(moved.id).changes == ()


def test_when_she_is_reminded_can_be_asked(diary, visits):
    visits.add(visit(diary, 10))
    visits.add(visit(diary, 11, "Dr Ade"), Before.MORNING)
    visits.add(visit(diary, 12, "Dr Oh"), Before.NEVER)
    eve, morning, never = visits.appointments()
    assert visits.reminded(eve) == (diary.today() + timedelta(days=9), time(18))
    assert visits.reminded(morning) == (diary.today() + timedelta(days=11), time(8))
    assert visits.reminded(never) is None
    diary.plans.end(eve.plan)
    assert visits.reminded(eve) is None


def test_deleting_takes_the_reminder_too(diary, visits):
    visits.add(visit(diary))
    visits.delete(visits.appointments()[0].id[:8])
    assert (visits.appointments(), diary.plans.versions(), visits.next(), visits.last()) == ([], [], None, None)
    diary.undo()
    assert len(diary.plans.versions()) == 1


def test_questions_stand_in_her_order_and_are_ticked_off(diary, visits):
    for text in ("First", "Second", "Third"):
        visits.ask(text)
    ids = {question.text: question.id for question in visits.questions()}
    visits.move(ids["Third"], -2)
    visits.move(ids["First"], 9)
    assert [question.text for question in visits.to_ask()] == ["Third", "Second", "First"]
    assert visits.move(ids["First"], 1).changes == ()
    visits.answer(ids["Second"], "In spring.")
    assert [question.text for question in visits.to_ask()] == ["Third", "First"]
    assert visits.move(ids["Second"], 1).changes == ()  # it waits no more
    visits.move(ids["First"], -1)
    assert [question.text for question in visits.to_ask()] == ["First", "Third"]
    visits.tick(ids["Second"], on=False)
    visits.reword(ids["Second"], "Second, but better")
    (second,) = [question for question in visits.questions() if question.id == ids["Second"]]
    assert (second.text, second.answer, second.asked) == ("Second, but better", "In spring.", None)
    visits.tick(ids["Third"])
    visits.answer(ids["Third"], "Yes.")
    visits.delete(ids["Third"])
    assert len(visits.questions()) == 2
    assert visits.tick(ids["Second"], on=False).changes == ()


def test_a_suggestion_becomes_a_question_and_is_not_suggested_again(diary, visits):
    diary.bones.add_scan(Scan(date=diary.today(), site=Site.TOTAL_HIP, t_score=-2.4))
    (advice,) = visits.suggested()
    assert advice.code == "ask_t_score"
    visits.ask("Is a medicine right for me?", advice.code)
    assert visits.suggested() == ()
    visits.tick(visits.questions()[0].id)
    assert visits.suggested() == ()


def test_what_was_asked_rests_until_something_newer_or_half_a_year(diary, visits, clock):
    diary.bones.add_scan(Scan(date=diary.today(), site=Site.TOTAL_HIP, t_score=-2.4))
    visits.ask("Is a medicine right for me?", "ask_t_score")
    visits.answer(visits.questions()[0].id, "Let us wait.")
    clock.advance(days=26 * 7 - 1)
    assert visits.suggested() == ()
    diary.bones.add_scan(Scan(date=diary.today(), site=Site.TOTAL_HIP, t_score=-2.5))
    assert [advice.code for advice in visits.suggested()] == ["ask_t_score"]
    diary.undo()
    assert visits.suggested() == ()
    clock.advance(days=1)
    assert [advice.code for advice in visits.suggested()] == ["ask_t_score"]


def test_a_late_injection_is_suggested_to_be_asked(diary, visits):
    diary.plans.add_medicine("denosumab", Schedule(diary.today() - timedelta(days=250), Unit.MONTH, 6))
    assert [advice.code for advice in visits.suggested()] == ["ask_injection"]


def test_nonsense_is_refused(diary, visits, monkeypatch):
    for make, code in (
        (lambda: visit(diary, whom=" "), "no_name"),
        (lambda: visit(diary, place="x" * 201), "too_long"),
        (lambda: visit(diary, note="x" * 4001), "too_long"),
        (lambda: Question(text=" ", made=diary.today()), "no_question"),
        (lambda: Question(text="x", made=diary.today(), answer="x" * 4001), "too_long"),
    ):
        with pytest.raises(InvalidEntry) as refused:
            make()
        assert refused.value.code == code
    ids = iter(["abcd" + "0" * 28, "abcd" + "1" * 28])
    monkeypatch.setattr("bonecoach.diary.visits.new_id", lambda: next(ids))
    visits.ask("One")
    visits.ask("Two")
    with pytest.raises(DiaryError, match="several_visits"):
        visits.delete("abcd")
    with pytest.raises(DiaryError, match="no_such_visit"):
        visits.delete("abc")
    with pytest.raises(DiaryError, match="no_such_visit"):
        visits.change("abcd0", note="x")


def test_what_was_deleted_leaves_with_the_bin(diary, visits):
    visits.ask("One")
    visits.delete(visits.questions()[0].id)
    assert diary.empty_bin() == 1
