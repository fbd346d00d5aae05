"""A field for a sentence or two. It is Saturday 21 November 2026, 18:30 in Berlin."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bonecoach.ui.visits.forms import QuestionForm
from bonecoach.ui.visits.page import VisitsPage

LONG = "Is there anything that I can do about my hands in the morning, and would another medicine be easier on them?"


@pytest.fixture
def form(opened, diary, writing_desk, qtbot):
    diary.visits.ask(LONG)
    form = QuestionForm(writing_desk, opened(VisitsPage), diary.visits.questions()[0])
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    return form


def lines(field):
    return round(field.document().size().height())


def test_a_long_question_is_seen_from_its_start(form):
    assert lines(form.text) >= 2
    assert form.text.verticalScrollBar().maximum() == 0
    assert form.text.cursorRect().bottom() <= form.text.viewport().height()


def test_it_grows_to_four_lines_and_then_scrolls_and_shrinks_again(form):
    least = form.answer.height()
    heights = []
    for text in ("One line.", "a\nb", "a\nb\nc", "a\nb\nc\nd", "a\nb\nc\nd\ne", ""):
        form.answer.setText(text)
        heights.append(form.answer.height())
    line = form.answer.fontMetrics().lineSpacing()
    assert heights == [least, least, least + line, least + 2 * line, least + 2 * line, least]


def test_enter_saves_and_shift_with_it_begins_a_line(form, diary):
    form.answer.setFocus()
    QTest.keyClicks(form.answer, "In spring.")
    QTest.keyClick(form.answer, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(form.answer, "Perhaps.")
    assert form.isVisible()
    QTest.keyClick(form.answer, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert diary.visits.questions()[0].answer == "In spring.\nPerhaps."


def test_tab_leaves_it_in_both_ways(form):
    form.text.setFocus()
    QTest.keyClick(form.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.answer
    QTest.keyClick(form.answer, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is form.text
    assert "\t" not in form.text.text()
