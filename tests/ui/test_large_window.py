"""The large reminder window: it comes with a reminder, holds all that waits, and goes when that is answered."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule
from bonecoach.diary.wishes import Wish
from bonecoach.ui.reminders import reminding as reminding_module
from bonecoach.ui.reminders.reminding import Reminding
from tests.ui.fake_notifier import FakeNotifier

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|This plugin does not support raise")

SATURDAY = date(2026, 11, 21)
"""It is 18:30 in Berlin."""


class Window(QWidget):
    """Stands for the program's window."""

    came_back = Signal()
    stays, pages = None, {}
    show_up = tell = show_waiting = lambda self, *_: None


@pytest.fixture
def reminding(qtbot, writing_desk, diary, clock, monkeypatch):
    clock.advance(hours=-12)
    diary.plans.add_medicine("letrozole", Schedule(SATURDAY, times=(time(18, 30),)), note="any time", repeat_times=1)
    clock.advance(hours=12)
    diary.reminders.wishes.choose(Wish.LARGE_WINDOW, on=True)
    window = Window()
    qtbot.addWidget(window)
    monkeypatch.setattr(reminding_module, "Notifier", lambda _parent: FakeNotifier())
    made = Reminding(writing_desk, window)
    made.notifier.stop = lambda _standing: None
    yield made
    made.stop()


def texts(window):
    return [(row.at.text(), row.what.text(), row.how.text()) for row in window.rows.rows]


def test_it_comes_in_the_middle_of_the_screen_with_what_it_is_and_three_large_buttons(reminding):
    reminding.bell.settle()
    large = reminding.large
    assert large.isVisible()
    assert texts(large) == [("18:30", "Letrozole 2.5 mg", "any time")]
    (row,) = large.rows.rows
    assert [button.text() for button in row.buttons.values()] == ["Taken", "In 30 minutes", "Skip", "Other\u2026"]
    assert all(row.buttons[answer].height() >= 76 for answer in ("done", "later", "skip"))
    assert large.geometry().center() == QGuiApplication.primaryScreen().availableGeometry().center()


def test_it_does_not_take_the_keyboard_from_who_is_typing(qtbot, reminding):
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    line.setFocus()
    reminding.bell.settle()
    QApplication.processEvents()
    assert reminding.large.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not reminding.large.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus  # she can go to it


@pytest.mark.parametrize("button", ["done", "later", "skip"])
def test_answered_it_goes(diary, reminding, button):
    reminding.bell.settle()
    reminding.large.rows.rows[0].buttons[button].click()
    assert not reminding.large.isVisible()
    assert diary.reminders.wanted() == []


def test_answered_elsewhere_it_goes_too(diary, reminding):
    reminding.bell.settle()
    diary.log_text("took letrozole")
    reminding.bell.look_again()
    assert not reminding.large.isVisible()


def test_several_are_one_list_and_those_that_are_answered_leave_it(diary, clock, reminding):
    clock.advance(hours=-12)
    log = "calcium citrate 500"
    diary.plans.add("Calcium", Schedule(SATURDAY, times=(time(14), time(18, 20))), log=log, reading=diary.read(log))
    clock.advance(hours=12)
    reminding.bell.settle()
    large = reminding.large
    assert [what for _, what, _ in texts(large)] == ["Calcium", "Letrozole 2.5 mg"]
    high = large.height()
    large.rows.rows[0].buttons["skip"].click()
    assert [what for _, what, _ in texts(large)] == ["Letrozole 2.5 mg"]
    assert large.height() < high


def test_left_with_escape_it_comes_again_with_the_repeat(qtbot, clock, reminding):
    reminding.bell.settle()
    large = reminding.large
    qtbot.keyClick(large, Qt.Key.Key_Space)  # on nothing
    qtbot.keyClick(large, Qt.Key.Key_Escape)
    assert not large.isVisible()
    clock.advance(minutes=5)
    reminding.bell.settle()
    assert not large.isVisible()
    clock.advance(minutes=5)
    reminding.bell.settle()
    assert large.isVisible()


def test_what_waits_without_being_told_now_does_not_call(diary, clock, reminding):
    reminding.bell.look_again()
    assert reminding.large is None


def test_who_did_not_ask_for_it_is_not_shown_it(diary, reminding):
    diary.reminders.wishes.choose(Wish.LARGE_WINDOW, on=False)
    reminding.bell.settle()
    assert reminding.large is None


def test_every_other_answer_is_asked_for_above_it(monkeypatch, diary, reminding):
    asked = []
    monkeypatch.setattr("bonecoach.ui.reminders.other_answer.OtherAnswer.exec", lambda self: asked.append(self))
    reminding.bell.settle()
    reminding.large.rows.rows[0].buttons["other"].click()
    (dialog,) = asked
    assert dialog.parent() is reminding.large
    dialog.missed.click()
    reminding.bell.look_again()
    assert [one.state for one in diary.reminders.on(SATURDAY)] == [State.MISSED]
    assert not reminding.large.isVisible()


def test_what_is_planned_no_more_is_said(monkeypatch, diary, reminding):
    told = []
    monkeypatch.setattr(reminding._window, "tell", told.append, raising=False)
    reminding.bell.settle()
    reminding.answer("gone:2026-11-21:08:00", "other")
    assert len(told) == 1


def test_it_stays_on_the_screen_in_large_text(reminding, qapp):
    from bonecoach.paint.look import HIGH_CONTRAST, LIGHT
    from bonecoach.ui.theme import apply

    reminding.bell.settle()
    apply(qapp, HIGH_CONTRAST, 2.0)
    QApplication.processEvents()
    try:
        assert QGuiApplication.primaryScreen().availableGeometry().contains(reminding.large.geometry())
        (row,) = reminding.large.rows.rows
        assert row.buttons["done"].height() >= 152
    finally:
        apply(qapp, LIGHT, 1.0)
