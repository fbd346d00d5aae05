"""Medicines and reminders in the window: the page, its forms, the strip, and what notifications answer."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.plans import PlanState
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.diary.wishes import Wish
from bonecoach.ui.buttons import Button
from bonecoach.ui.medicines.change_form import ChangeForm
from bonecoach.ui.medicines.page import MedicinesPage
from bonecoach.ui.medicines.pause_form import PauseForm
from bonecoach.ui.medicines.said import times_said
from bonecoach.ui.reminders.bell import AWAY, Bell
from bonecoach.ui.reminders.reminding import Reminding
from tests.ui.fake_notifier import FakeNotifier

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SATURDAY = date(2026, 11, 21)
"""It is 18:30 in Berlin."""


@pytest.fixture
def letrozole(diary, clock):
    clock.advance(hours=-12)  # planned in the morning, before its time
    plan = diary.plans.add_medicine("letrozole", Schedule(SATURDAY, times=(time(18, 30),)), note="any time")
    clock.advance(hours=12)
    return plan


@pytest.fixture
def bell(qapp, writing_desk):
    return Bell(writing_desk, FakeNotifier())


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("8:00, 18:30", [time(8), time(18, 30)]),
        ("8 and 20", [time(8), time(20)]),
        ("mornings", [time(8)]),
        ("breakfast, bedtime", [time(8), time(22)]),
        ("7 am", [time(7)]),
        ("", []),
    ],
)
def test_times_are_read_as_people_write_them(text, times):
    assert list(times_said(text)) == times


@pytest.mark.parametrize("wrong", ["25:00", "whenever", "8:00 8:30"])
def test_what_is_no_time_is_refused(wrong):
    with pytest.raises(InvalidEntry, match="not_a_clock"):
        times_said(wrong)


def test_a_time_that_waits_is_told_without_a_word_of_health_and_done_logs_it(diary, bell, letrozole):
    bell.settle()
    (key,) = bell._notifier.shown
    assert bell._notifier.shown[key] == "Time for your 18:30 reminder"
    bell._notifier.pressed.emit(key, "done")
    assert [entry.label for entry in diary.entries()] == ["Letrozole 2.5 mg"]
    assert bell._notifier.shown == {}


def test_named_only_where_she_allowed_it(diary, bell, letrozole):
    diary.set_setting(Wish.HEALTH_WORDS.value, "yes")
    bell.settle()
    assert list(bell._notifier.shown.values()) == ["Letrozole 2.5 mg"]


def test_later_comes_again_and_skip_is_kept(diary, clock, bell, letrozole):
    bell.settle()
    (key,) = bell._notifier.shown
    bell.answer(key, "later")
    clock.advance(minutes=29)
    bell.settle()
    clock.advance(minutes=1)
    bell.settle()
    assert diary.reminders.record(key)[1].told == 2
    bell.answer(key, "skip")
    assert diary.reminders.wanted() == []


def test_a_second_press_is_refused_in_one_sentence(qtbot, diary, bell, letrozole):
    bell.settle()
    (key,) = bell._notifier.shown
    bell.answer(key, "done")
    with qtbot.waitSignal(bell.refused) as refused:
        bell.answer(key, "done")
    assert refused.args == ["That was answered already; nothing was changed."]
    assert len(diary.entries()) == 1


def test_what_came_while_she_was_away_is_one_notification(qtbot, diary, clock, bell, letrozole):
    clock.advance(hours=3)
    bell.settle()
    assert bell._notifier.shown == {AWAY: "While you were away: 1 reminder"}
    with qtbot.waitSignal(bell.opens):
        bell._notifier.clicked.emit(AWAY)
    diary.log_text("took letrozole")
    bell.look_again()
    assert bell._notifier.shown == {}


def test_the_page_answers_in_place_and_counts(diary, bell, opened, letrozole):
    bell.settle()
    page = opened(MedicinesPage)
    (row,) = page.today.rows
    assert row.how.text() == "any time"
    (record,) = diary.reminders.waiting()
    page._answer(record.id, "later")
    page.show_state()
    assert page.today.rows[0].how.text() == "Comes again at 19:00"
    page._answer(record.id, "done")
    page.show_state()
    (row,) = page.today.rows
    assert row.state.text() == "taken"
    assert any("1 of 1 taken" in text.text() for text in page.kept.findChildren(QWidget) if hasattr(text, "text"))


def test_yesterdays_unanswered_time_is_asked_about(diary, clock, bell, opened, letrozole):
    bell.settle()
    clock.advance(hours=16)
    bell.settle()
    page = opened(MedicinesPage)
    first, second = page.today.rows
    assert first.how.text() == "Yesterday. any time"
    assert second.state.text() == "later today"


def test_an_empty_page_teaches(opened):
    page = opened(MedicinesPage)
    assert page.today.rows == []
    assert page.injections == []


def test_the_keyboard_stays_with_the_plan_that_was_changed(diary, qtbot, opened, letrozole):
    diary.plans.add_medicine("calcium citrate 500", Schedule(SATURDAY, times=(time(13),)))
    zinc = diary.plans.add_medicine("zinc 10", Schedule(SATURDAY, times=(time(14),)))
    page = opened(MedicinesPage)
    window = page.window()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def stands_on():
        return next((row.what.text() for row in page.plans.rows if row.change.hasFocus()), None)

    first, second, third = (row.what.text() for row in page.plans.rows)
    page.plans.rows[1].change.setFocus()
    diary.plans.change(page.plans.rows[1].plan.id, note="after a meal")
    page.show_state()
    assert stands_on() == second
    page.plans.rows[2].change.setFocus()
    diary.plans.end(zinc.id)
    page.show_state()
    assert (stands_on(), third) == (second, zinc.label)
    page.add_medicine.setFocus()
    diary.plans.change(letrozole.id, note="at breakfast")
    page.show_state()
    assert (stands_on(), page.add_medicine.hasFocus(), first) == (None, True, letrozole.label)


def test_a_plan_is_changed_paused_and_ended(diary, writing_desk, opened, letrozole):
    page = opened(MedicinesPage)
    assert len(page.plans.rows) == 1
    form = ChangeForm(diary.plans.plan(letrozole.id), writing_desk, page)
    form.at.setText("9:00")
    form.note.setText("with tea")
    form.accept()
    changed = diary.plans.plan(letrozole.id)
    assert (changed.schedule.times, changed.note) == ((time(9),), "with tea")
    PauseForm(changed, writing_desk, page).accept()
    assert diary.plans.plan(letrozole.id).state is PlanState.PAUSED
    ChangeForm(diary.plans.plan(letrozole.id), writing_desk, page).rest.click()
    assert diary.plans.plan(letrozole.id).state is PlanState.ON
    diary.plans.add("Call Anna", Schedule(SATURDAY, times=(time(18),)))
    call = diary.plans.standing()[-1]
    ChangeForm(call, writing_desk, page).end.click()
    assert [plan.id for plan in diary.plans.standing()] == [letrozole.id]


def test_a_plan_that_is_gone_meanwhile_is_refused_in_the_form(diary, writing_desk, opened, letrozole):
    form = ChangeForm(letrozole, writing_desk, opened(MedicinesPage))
    diary.undo()
    form.note.setText("with tea")
    form.accept()
    assert form.complaint.text()


def test_closing_the_window_with_reminders_to_come_puts_it_aside(qtbot, diary, writing_desk, letrozole, monkeypatch):
    class Window(QWidget):
        came_back = Signal()

        def __init__(self):
            super().__init__()
            self.stays, self.waiting, self.pages = None, [], {}

        def show_up(self):
            self.show()

        def tell(self, sentence):
            self.told = sentence

        def show_waiting(self, slots, answer, put_off):
            self.waiting = slots

    window = Window()
    qtbot.addWidget(window)
    reminding = Reminding(writing_desk, window)
    shown = FakeNotifier()
    monkeypatch.setattr(reminding.notifier, "show", shown.show)
    reminding.start()
    assert [slot.plan.label for slot in window.waiting] == ["Letrozole 2.5 mg"]
    assert window.stays()
    assert window.stays()
    assert list(shown.shown) == [window.waiting[0].id, "stays"]  # said once
    window.came_back.emit()
    assert not hasattr(window, "told")
    reminding.notifier.failed.emit("stays")  # nothing shows notifications: it is said when she comes back
    window.came_back.emit()
    assert "Quit in the File menu stops reminders." in window.told
    diary.log_text("took letrozole")
    reminding.step_done(diary.can_undo())
    QApplication.processEvents()
    assert window.waiting == []
    diary.plans.end(letrozole.id)
    assert not reminding.put_aside()
    reminding.stop()
    assert window.stays is None


def test_what_has_no_time_of_day_can_be_answered_from_the_morning_on(diary, clock, opened):
    diary.plans.add_medicine("alendronate", Schedule(SATURDAY, Unit.WEEK), interval="week")
    page = opened(MedicinesPage)
    (row,) = page.today.rows
    done, skip = row.findChildren(Button)
    assert (done.text(), skip.text()) == ("Taken", "Skip")
    done.click()
    page.show_state()
    assert page.today.rows[0].state.text() == "taken"


# -- where hands are ------------------------------------------------------------------------------------------------


def presses(button, at, *, second=False):
    """The mouse is pressed on a button and let go, at so many milliseconds; as the second press of a double click."""
    middle, none = QPointF(button.rect().center()), Qt.KeyboardModifier.NoModifier
    left, released = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    down = QEvent.Type.MouseButtonDblClick if second else QEvent.Type.MouseButtonPress
    for kind, held in ((down, left), (QEvent.Type.MouseButtonRelease, released)):
        event = QMouseEvent(kind, middle, QPointF(button.mapToGlobal(middle)), left, held, none)
        event.setTimestamp(at)
        QApplication.sendEvent(button, event)


def test_a_double_click_answers_the_one_it_was_meant_for(diary, opened, letrozole):
    diary.plans.add_medicine("Levothyroxine", Schedule(SATURDAY, times=(time(18, 35),)))
    page = opened(MedicinesPage)
    page.show()
    presses(page.today.rows[0].buttons["done"], 1_000)
    page.show_state()
    came = page.today.rows[1].buttons["done"]  # under the mouse, where the answered one made room
    presses(came, 1_200, second=True)
    assert [entry.name for entry in diary.entries()] == ["Letrozole"]
    presses(came, 3_000)
    assert [entry.name for entry in diary.entries()] == ["Letrozole", "Levothyroxine"]


def test_a_double_click_on_what_stays_is_two_clicks(qtbot):
    button = Button("Earlier")
    qtbot.addWidget(button)
    button.show()
    clicks = []
    button.clicked.connect(lambda: clicks.append("pressed"))
    presses(button, 1_000)
    presses(button, 1_200, second=True)
    assert clicks == ["pressed"] * 2


def test_the_keyboard_stays_on_a_time_that_is_drawn_anew_and_goes_on_when_it_was_answered(
    qtbot, diary, opened, letrozole
):
    diary.plans.add_medicine("Levothyroxine", Schedule(SATURDAY, times=(time(18, 35),)))
    page = opened(MedicinesPage)
    window = page.window()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def stands_on():
        found = [(row.what.text(), answer) for row in page.today.rows for answer in row.buttons]
        held = [button.hasFocus() for row in page.today.rows for button in row.buttons.values()]
        return next((place for place, has in zip(found, held, strict=True) if has), None)

    page.today.rows[0].buttons["skip"].setFocus()
    page.show_state()
    assert stands_on() == ("Letrozole 2.5 mg", "skip")
    diary.log_text("took letrozole")
    page.show_state()
    assert stands_on() == ("Levothyroxine", "skip")
    diary.log_text("took levothyroxine")
    page.show_state()
    assert stands_on() is None
