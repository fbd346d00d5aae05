"""What the bell does where the system shows nothing, or shows it late, and what it takes away again."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonecoach.core.errors import DiaryError
from bonecoach.core.schedules import Schedule
from bonecoach.ui.reminders import reminding as reminding_module
from bonecoach.ui.reminders.bell import AWAY, FAULT, MOST_TRIES, Bell
from bonecoach.ui.reminders.reminding import Reminding
from tests.ui.fake_notifier import FakeNotifier

SATURDAY = date(2026, 11, 21)
"""It is 18:30 in Berlin."""


@pytest.fixture
def letrozole(diary, clock):
    clock.advance(hours=-12)  # planned in the morning, before its time
    plan = diary.plans.add_medicine("letrozole", Schedule(SATURDAY, times=(time(18, 30),)), repeat_times=0)
    clock.advance(hours=12)
    return plan


@pytest.fixture
def shown():
    return FakeNotifier()


@pytest.fixture
def bell(qapp, writing_desk, shown):
    return Bell(writing_desk, shown)


class Window(QWidget):
    """Stands for the program's window."""

    came_back = Signal()
    stays, pages = None, {}
    show_up = tell = show_waiting = lambda self, *_: None


def fails(shown):
    """The system does not show what it was given."""
    for key in list(shown.shown):
        shown.withdraw(key)
        shown.failed.emit(key)


def test_what_is_not_shown_is_tried_again_at_the_next_look_and_the_window_hears_of_it_once(
    qtbot, clock, bell, shown, letrozole
):
    bell.settle()
    with qtbot.waitSignal(bell.unseen) as unseen:
        fails(shown)
    assert unseen.args == ["Time for your 18:30 reminder"]
    said = []
    bell.unseen.connect(said.append)
    clock.advance(seconds=25)
    bell.settle()
    assert list(shown.shown.values()) == ["Time for your 18:30 reminder"]
    fails(shown)
    assert said == []

    clock.advance(seconds=25)
    bell.settle()
    clock.advance(seconds=25)
    shown.shown.clear()
    bell.settle()  # it stands there since: not again
    assert shown.shown == {}


def test_what_is_never_shown_is_given_up_after_a_while(clock, bell, shown, letrozole):
    bell.settle()
    for _ in range(MOST_TRIES):
        fails(shown)
        clock.advance(seconds=25)
        bell.settle()
    assert shown.shown == {}


def test_answered_in_the_window_it_is_not_tried_again(clock, bell, shown, letrozole):
    bell.settle()
    (key,) = shown.shown
    bell.answer(key, "done")
    shown.failed.emit(key)
    bell.settle()
    assert shown.shown == {}


def test_put_off_it_leaves_screen_and_strip_until_its_time(diary, clock, bell, shown, letrozole):
    bell.settle()
    (key,) = shown.shown
    bell.answer(key, "later")
    assert shown.shown == {}
    assert diary.reminders.wanted() == []
    clock.advance(minutes=30)
    bell.settle()
    assert list(shown.shown) == [key]
    assert [slot.id for slot in diary.reminders.wanted()] == [key]


def test_done_on_what_was_changed_meanwhile_logs_nothing_and_says_so(qtbot, diary, bell, shown, letrozole):
    bell.settle()
    (key,) = shown.shown
    diary.plans.change(letrozole.id, schedule=Schedule(SATURDAY, times=(time(19),)))
    with qtbot.waitSignal(bell.refused) as refused:
        shown.pressed.emit(key, "done")
    assert refused.args == ["That reminder was changed meanwhile, so nothing was logged."]
    assert diary.entries() == []
    assert shown.shown == {}


def test_what_passed_in_the_night_stays_on_the_list_until_it_is_answered(diary, clock, bell, shown, letrozole):
    clock.advance(hours=14)  # half past eight: yesterday's time is over
    bell.settle()
    assert shown.shown == {AWAY: "While you were away: 1 reminder"}
    (asked,) = diary.reminders.to_ask_about()
    bell.answer(asked.slot.id, "skip")
    assert shown.shown == {}


def refuses(*_):
    raise DiaryError("taken_away")


def test_a_diary_that_takes_nothing_is_said_once_and_goes_when_it_does_again(
    qtbot, diary, clock, bell, shown, letrozole, monkeypatch
):
    said = []
    bell.refused.connect(said.append)
    with monkeypatch.context() as broken:
        broken.setattr(type(diary._store), "apply", refuses)
        for beats in range(4):
            with pytest.raises(DiaryError):
                bell.settle()
            assert len(said) == min(beats, 1)  # the first time, another program may just have been writing
    assert shown.shown == {FAULT: "No reminder can come now: please open BoneCoach"}
    assert said[0].startswith("The diary file is not in its place any more")
    with qtbot.waitSignal(bell.opens):
        shown.clicked.emit(FAULT)
    assert len(said) == 2
    bell.settle()
    assert list(shown.shown.values()) == ["Time for your 18:30 reminder"]


def test_a_window_can_be_put_aside_though_the_diary_takes_nothing(qtbot, writing_desk, diary, monkeypatch, letrozole):
    window = Window()
    qtbot.addWidget(window)
    reminding = Reminding(writing_desk, window)
    monkeypatch.setattr(reminding.notifier, "show", lambda *_, **__: None)
    monkeypatch.setattr(type(diary._store), "set_setting", refuses)
    assert reminding.put_aside()


@pytest.mark.parametrize("in_tray", [True, False])
def test_where_nothing_shows_notifications_the_tray_or_the_task_bar_does(
    qtbot, writing_desk, monkeypatch, letrozole, in_tray
):
    window = Window()
    qtbot.addWidget(window)
    reminding = Reminding(writing_desk, window)
    told, alerted = [], []
    monkeypatch.setattr(type(reminding.tray), "exists", in_tray)
    monkeypatch.setattr(reminding.tray, "tell", told.append)
    monkeypatch.setattr(reminding_module.QApplication, "alert", alerted.append)
    reminding.bell.unseen.emit("Time for your 18:30 reminder")
    assert told == ["Time for your 18:30 reminder"]
    assert alerted == [window]
    assert window.isMinimized() is not in_tray
