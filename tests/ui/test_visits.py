"""The Appointment page. It is Saturday 21 November 2026, 18:30 in Berlin."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bonecoach.core.measurements import Scan, Site
from bonecoach.core.visits import Appointment, Before
from bonecoach.ui.bones.page import BonePage
from bonecoach.ui.person.day_field import as_qdate
from bonecoach.ui.visits.forms import AppointmentForm, QuestionForm
from bonecoach.ui.visits.page import VisitsPage


@pytest.fixture
def page(opened, diary):
    found = opened(VisitsPage)
    found.desk.diary._ledger.announce = found.step_done  # as the window does
    return found


def waiting(diary):
    return [question.text for question in diary.visits.to_ask()]


def test_a_question_is_written_down_with_enter_and_the_line_is_free_again(page, diary):
    QTest.keyClicks(page.questions.line, "Is walking enough?")
    QTest.keyClick(page.questions.line, Qt.Key.Key_Return)
    assert waiting(diary) == ["Is walking enough?"]
    assert page.questions.line.text() == ""
    assert not page.questions.nothing.isVisible()


def test_an_empty_question_is_refused_in_one_sentence(page, diary, qtbot):
    with qtbot.waitSignal(page.refused) as told:
        page.questions.add.click()
    assert told.args == ["Please write down what you would like to ask."]
    assert diary.visits.questions() == []


def test_questions_move_by_their_buttons_and_the_keyboard_stays_with_them(page, diary):
    for text in ("First", "Second", "Third"):
        diary.visits.ask(text)
    rows = page.questions.rows
    assert [row.up.isEnabled() for row in rows] == [False, True, True]
    assert [row.down.isEnabled() for row in rows] == [True, True, False]
    rows[2].up.click()
    assert waiting(diary) == ["First", "Third", "Second"]
    page.questions.rows[0].down.click()
    assert waiting(diary) == ["Third", "First", "Second"]


def test_what_was_asked_stands_below_and_can_wait_again(page, diary):
    diary.visits.ask("First")
    diary.visits.ask("Second")
    page.questions.rows[0].asked.click()
    assert [row.question.text for row in page.questions.rows] == ["Second", "First"]
    page.questions.rows[1].asked.click()
    assert waiting(diary) == ["First", "Second"]
    page.questions.rows[0].delete.click()
    assert waiting(diary) == ["Second"]
    diary.undo()
    assert waiting(diary) == ["First", "Second"]


def test_an_answer_is_noted_and_a_question_reworded(page, diary, writing_desk):
    diary.visits.ask("First")
    form = QuestionForm(writing_desk, page, diary.visits.questions()[0])
    form.text.setText("First, but better")
    form.answer.setText("Yes.")
    form.accept()
    (kept,) = diary.visits.questions()
    assert (kept.text, kept.answer, kept.asked) == ("First, but better", "Yes.", diary.today())
    QuestionForm(writing_desk, page, kept).accept()  # nothing changed, nothing happens
    assert diary.visits.questions() == [kept]


def test_a_suggestion_becomes_a_question_here_and_on_the_bone_page(page, opened, diary):
    diary.bones.add_scan(Scan(date=date(2026, 3, 4), site=Site.TOTAL_HIP, t_score=-2.4))
    (add,) = page.suggested.buttons
    add.click()
    assert waiting(diary) == ["My lowest T-score is −2.4. Is a medicine to protect my bones right for me?"]
    assert not page.suggested.isVisible()
    diary.visits.delete(diary.visits.questions()[0].id)
    bones = opened(BonePage)
    bones.suggested.buttons[0].click()
    assert len(waiting(diary)) == 1


def test_an_appointment_is_entered_changed_and_deleted(page, diary, writing_desk):
    form = AppointmentForm(writing_desk, page)
    form.accept()
    assert form.complaint.text() == "This needs a name."
    form.whom.setText("Dr Meyer")
    form.day.setDate(as_qdate(date(2026, 12, 11)))
    form.at.setText("10:30, 11:00")
    form.accept()
    assert "10:30" in form.complaint.text()
    form.at.setText("10:30")
    form.accept()
    kept = diary.visits.next()
    assert (kept.whom, kept.time, bool(kept.plan)) == ("Dr Meyer", time(10, 30), True)
    assert page.next.when.text() == "Friday 11 December at 10:30"
    again = AppointmentForm(writing_desk, page, kept)
    again.day.setDate(as_qdate(date(2026, 12, 18)))
    again.accept()
    moved = diary.visits.next()
    assert diary.plans.plan(moved.plan).schedule.start == date(2026, 12, 17)
    again = AppointmentForm(writing_desk, page, moved)
    again.remind.choose("never")
    again.accept()
    assert diary.visits.next().plan == ""
    page.next.delete.click()
    assert diary.visits.next() is None
    assert page.next.when.text() == "None has been entered."
    page._delete_visit(None)


def test_what_was_decided_is_noted_once_the_day_has_come(page, diary, writing_desk):
    diary.visits.add(Appointment(date=date(2026, 11, 10), whom="Dr Meyer"), Before.NEVER)
    last = diary.visits.last()
    form = AppointmentForm(writing_desk, page, last)
    form.decided.setText("Scan in spring.")
    form.accept()
    assert page.last.decided.text() == "Decided: Scan in spring."


def test_the_buttons_open_their_forms(page, diary, monkeypatch):
    opened = []
    for form in (AppointmentForm, QuestionForm):
        monkeypatch.setattr(form, "exec", lambda self: opened.append(type(self).__name__))
    diary.visits.add(Appointment(date=date(2026, 12, 10), whom="Dr Meyer"))
    diary.visits.ask("First")
    page.add.click()
    page.next.change.click()
    page.questions.rows[0].edit.click()
    assert opened == ["AppointmentForm", "AppointmentForm", "QuestionForm"]
