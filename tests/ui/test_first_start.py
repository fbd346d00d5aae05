"""The first five questions."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from bonecoach.ui.first_place import FIRST_START_DONE, first_place
from bonecoach.ui.first_start import FirstStartPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(opened):
    return opened(FirstStartPage)


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_answers_are_kept_in_one_step_and_today_opens(page, diary, qtbot):
    page.birth.line.setText("1958")
    page.sex.box.setCurrentIndex(page.sex.box.findData("female"))
    qtbot.keyClicks(page.weight.line, "150")
    page.weight.line.editingFinished.emit()  # she left the field before she chose its unit
    page.weight.unit.setCurrentIndex(page.weight.unit.findData("lb"))
    page.therapy.box.setCurrentIndex(page.therapy.box.findData("letrozole"))
    page.since.month.setCurrentIndex(3)
    page.since.year.setText("2025")
    page.risks["kidney_stones"].setChecked(True)
    with qtbot.waitSignal(page.goes_to) as gone:
        press(page.start, qtbot)
    assert gone.args == ["today", None]
    profile = diary.person.profile(diary.today())
    assert profile.birth_date == date(1958, 7, 1)
    assert profile.weight_kg == pytest.approx(68.04, abs=0.01)  # 150 lb of 453.59237 g
    assert profile.weight_unit == "lb"
    assert profile.therapy_start == date(2025, 3, 1)
    assert profile.kidney_stones
    assert profile.warfarin is None  # what is not ticked is not said
    diary.undo()
    assert diary.person.profile(diary.today()).birth_date is None


def test_everything_may_be_left_out(page, diary, qtbot):
    with qtbot.waitSignal(page.goes_to):
        press(page.start, qtbot)
    assert diary.person.facts() == ()
    assert diary.setting(FIRST_START_DONE)


def test_skip_keeps_nothing_and_does_not_ask_again(page, diary, qtbot):
    assert first_place(diary) == "first_start"
    page.birth.line.setText("1958")
    press(page.skip, qtbot)
    assert diary.person.facts() == ()
    assert first_place(diary) == "today"


def test_a_diary_from_the_terminal_is_not_asked_first(diary):
    diary.log_text("walk 30 brisk")
    assert first_place(diary) == "today"


def test_a_birth_year_that_cannot_be_keeps_her_on_the_page(page, diary, qtbot):
    page.birth.line.setText("2058")
    page.risks["warfarin"].setChecked(True)
    press(page.start, qtbot)
    assert "2058" in page.questions[0].complaint.text()
    assert page.birth.line.text() == "2058"
    assert diary.person.facts() == ()  # all or none


def test_every_question_says_why_it_is_asked(page):
    assert len(page.questions) == 5
    assert all(question.why.text() for question in page.questions)


def test_tab_leads_from_question_to_question_and_then_to_the_buttons(page, qapp):
    page.activateWindow()
    page.birth.line.setFocus()
    passed = []
    for _ in range(14):
        passed.append(qapp.focusWidget())
        page.focusNextPrevChild(True)
    assert passed.index(page.sex.box) < passed.index(page.weight.line) < passed.index(page.risks["warfarin"])
    assert passed.index(page.risks["warfarin"]) < passed.index(page.start)


def test_a_weight_alone_is_kept_though_the_field_was_left(page, diary, qtbot):
    qtbot.keyClicks(page.weight.line, "70")
    page.weight.line.editingFinished.emit()
    press(page.start, qtbot)
    assert diary.person.profile(diary.today()).weight_kg == 70


@pytest.mark.parametrize(
    ("field", "typed", "place", "wanted"),
    [
        ("birth", "66", 0, "1966"),
        ("birth", "may 1966", 0, "the year is enough"),
        ("since", "24", 3, "2024"),
        ("weight", "heavy", 2, "not a number"),
        ("weight", "62 apples", 2, "is not a weight"),
        ("weight", "620 kg", 2, "between 20 and 400"),
    ],
)
def test_what_is_wanted_is_said_where_the_answer_stands_and_the_keyboard_goes_there(
    page, diary, qtbot, field, typed, place, wanted
):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    answer = getattr(page, field)
    line = answer.year if field == "since" else answer.line
    line.setText(typed)
    page.start.setFocus()
    press(page.start, qtbot)
    said = page.questions[place].complaint
    assert said.isVisible()
    assert wanted in said.text()
    assert said.text().count(".") + said.text().count("?") == 1
    assert line.hasFocus()
    assert diary.person.facts() == ()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert said.isHidden()  # another answer is being given
    with qtbot.waitSignal(page.goes_to):
        press(page.start, qtbot)


def test_a_month_without_its_year_is_asked_about_and_not_dropped(page, diary, qtbot):
    page.since.month.setCurrentIndex(3)
    press(page.start, qtbot)
    assert "year" in page.questions[3].complaint.text()
    assert first_place(diary) == "first_start"


def test_enter_in_a_line_keeps_the_answers(page, diary, qtbot):
    page.weight.line.setText("62")
    with qtbot.waitSignal(page.goes_to):
        qtbot.keyClick(page.weight.line, Qt.Key.Key_Return)
    assert diary.person.profile(diary.today()).weight_kg == 62


@pytest.mark.parametrize(
    ("typed", "kg"), [("62 kg", 62), ("62,5", 62.5), ("137 lb", 62.14), ("9 st 11", 62.14), ("62,5kg", 62.5)]
)
def test_a_weight_is_taken_as_she_writes_it(page, diary, qtbot, typed, kg):
    qtbot.keyClicks(page.weight.line, typed)
    with qtbot.waitSignal(page.goes_to):
        press(page.start, qtbot)
    assert diary.person.profile(diary.today()).weight_kg == kg


def test_whoever_goes_elsewhere_without_a_button_loses_no_answer_and_is_asked_again(page, diary):
    page.birth.line.setText("1958")
    page.therapy.box.setCurrentIndex(page.therapy.box.findData("letrozole"))
    page.hide()  # Medicines was opened at the side
    profile = diary.person.profile(diary.today())
    assert (profile.birth_date, profile.aromatase_inhibitor) == (date(1958, 7, 1), "letrozole")
    assert diary.setting(FIRST_START_DONE) is None
    page.show_state()
    page.hide()
    diary.undo()  # kept once, in one step
    assert diary.person.facts() == ()


def test_what_cannot_be_kept_on_the_way_is_said(page, diary, qtbot):
    page.birth.line.setText("2058")
    with qtbot.waitSignal(page.refused) as refused:
        page.hide()
    assert "2058" in refused.args[0]
    assert diary.person.facts() == ()
