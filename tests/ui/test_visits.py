"""The Appointment page. It is Saturday 21 November 2026, 18:30 in Berlin."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bonecoach.core.measurements import Scan, Site
from bonecoach.core.visits import Appointment, Before
from bonecoach.ui.bones.page import BonePage
from bonecoach.ui.person.day_field import as_qdate
from bonecoach.ui.visits.forms import AppointmentForm, DecidedForm, QuestionForm
from bonecoach.ui.visits.page import VisitsPage
from bonecoach.ui.your_data import open_way
from bonecoach.ui.your_data.export_dialog import ExportDialog
from bonecoach.words import Words
from bonecoach.words.visits import when_reminded


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


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (Before.EVENING, "the day before at 18:00"),
        (Before.MORNING, "on its day at 08:00"),
        (Before.NEVER, "not at all"),
    ],
)
def test_the_card_says_when_she_is_reminded_and_so_does_the_form(page, diary, writing_desk, before, said):
    diary.visits.add(Appointment(date=date(2026, 12, 10), whom="Dr Meyer"), before)
    assert page.next.reminder.text() == f"Reminder: {said}"
    form = AppointmentForm(writing_desk, page, diary.visits.next())
    assert form.remind.currentText() == f"as it is: {said}"
    assert [form.remind.itemText(nth) for nth in (1, 2, 3)] == [
        "the day before at 18:00", "on its day at 08:00", "not at all",
    ]  # fmt: skip


def test_a_reminder_of_another_day_is_said_with_its_day():
    words, day = Words("en_GB"), date(2026, 12, 10)
    assert when_reminded(words, day, (date(2026, 12, 1), time(9, 30))) == "on 1 Dec 2026 at 09:30"


def test_what_was_decided_is_entered_from_the_card_of_an_appointment_that_has_been(page, diary, monkeypatch):
    diary.visits.add(Appointment(date=date(2026, 12, 10), whom="Dr Ade"), Before.NEVER)
    diary.visits.add(Appointment(date=date(2026, 11, 10), whom="Dr Meyer"), Before.NEVER)
    assert not page.next.decide.isVisible()  # it has not been yet
    assert page.last.decide.text() == "What was decided?"

    def write(form):
        form.decided.setText("Scan in spring.")
        form.accept()

    monkeypatch.setattr(DecidedForm, "exec", write)
    page.last.decide.click()
    assert page.last.decided.text() == "Decided: Scan in spring."
    assert page.last.decide.text() == "Change what was decided"
    assert not page.last.reminder.isVisible()
    assert not page.last.calendar.isVisible()
    page._decide(None)


def test_an_appointment_of_today_has_room_for_what_was_decided_and_still_its_calendar(page, diary):
    diary.visits.add(Appointment(date=date(2026, 11, 21), whom="Dr Meyer"), Before.NEVER)
    assert page.next.decide.isVisible()
    assert page.next.calendar.isVisible()


def test_the_card_asks_for_the_calendar_file_and_gets_it(page, diary, writing_desk, monkeypatch, qtbot):
    diary.visits.add(Appointment(date=date(2026, 12, 10), whom="Dr Meyer"))
    with qtbot.waitSignal(page.asks_for) as told:
        page.next.calendar.click()
    shown = []
    monkeypatch.setattr(ExportDialog, "exec", lambda self: shown.append(self.kind))
    open_way(*told.args, writing_desk, page)
    open_way("export", writing_desk, page)
    assert shown == ["ics", "csv"]


def test_a_question_is_ticked_off_by_a_box_that_says_how_it_stands(page, diary):
    diary.visits.ask("Is walking enough?")
    box = page.questions.rows[0].asked
    assert (box.text(), box.isChecked(), box.accessibleName()) == (
        "I asked this", False, "I asked this: Is walking enough?",
    )  # fmt: skip
    box.click()
    assert page.questions.rows[0].asked.isChecked()
    page.questions.rows[0].asked.click()
    assert not page.questions.rows[0].asked.isChecked()
    assert waiting(diary) == ["Is walking enough?"]


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
