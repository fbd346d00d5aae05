"""The window around the pages: what it says of steps, and what happens only once."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from bonecoach.app import Bus, Program
from bonecoach.clock import SystemZone
from bonecoach.core.schedules import Schedule
from bonecoach.desktop.instance import Instance
from bonecoach.diary import open_diary
from bonecoach.ui.theme import font
from tests.makers import BERLIN
from tests.ui.conftest import KNOWLEDGE, SATURDAY

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""The screen that is none says so of every window with a least size."""


@pytest.fixture
def program(qapp, qtbot, tmp_path, clock):
    bus = Bus()
    diary = open_diary(tmp_path / "diary", clock, BERLIN, bus.changed.emit, KNOWLEDGE)
    diary.person.set_facts({"birth_date": "1961"})
    instance = Instance(tmp_path / "diary")
    instance.claim()
    made = Program(qapp, tmp_path / "diary", diary, bus, instance, SystemZone())
    qtbot.addWidget(made.window)
    yield made
    made.leave()
    made.deleteLater()


def until_still(program):
    for _ in range(40):
        QApplication.processEvents()


def test_the_first_reminder_may_be_set_in_a_terminal(program, clock, tmp_path):
    program.start(hidden=True)
    until_still(program)
    assert program.unasked.reminding is None
    terminal = open_diary(tmp_path / "diary", clock, BERLIN, None, KNOWLEDGE)
    terminal.plans.add("Call Anna", Schedule(terminal.today(), times=(time(18, 40),)))
    terminal.close()
    program.look_again()
    assert program.unasked.reminding is not None
    assert not program.heartbeat.isActive()


@pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")  # nor does a screen that is none know in front
def test_a_window_that_began_hidden_makes_ready_what_reminds_and_the_rest_when_it_is_shown(program):
    program.start(hidden=True)
    until_still(program)
    assert program.window.open_page is None
    assert program.menus.edit.actions() == []
    assert program.heartbeat.isActive()
    program.window.show_up()
    until_still(program)
    assert program.window.open_key == "today"
    assert program.window.isVisible()
    entries = [action.text() for action in program.menus.edit.actions()]
    assert entries
    program.window.hide()
    program.window.show_up()
    until_still(program)
    assert [action.text() for action in program.menus.edit.actions()] == entries


def test_taking_back_is_said_once_and_as_what_it_is(program, monkeypatch):
    said = []
    monkeypatch.setattr(
        type(program.window.toast), "show_message", lambda slip, sentence, button="": said.append(sentence)
    )
    program.start()
    until_still(program)
    program.diary.log_text("walk 30")
    program.window.turning.undo()
    program.window.turning.redo()
    assert len(said) == 3
    assert said[0] != said[1] != said[2]


def test_the_slip_takes_back_only_what_it_names(program, tmp_path, clock):
    program.start()
    until_still(program)
    program.diary.log_text("walk 30")
    terminal = open_diary(tmp_path / "diary", clock, BERLIN, None, KNOWLEDGE)
    terminal.log_text("milk 1 glass")
    program.window._act()  # the Undo of the slip about the walk
    assert [entry.label.split(",")[0] for entry in terminal.entries()] == ["Walk", "Whole milk"]
    terminal.close()


def test_a_line_on_yesterdays_page_is_shown_and_logged_as_of_yesterday(program):
    program.start()
    until_still(program)
    page = program.window.open_page
    yesterday = SATURDAY.date() - timedelta(days=1)
    page.show_day(yesterday)
    page.entry.edit.setText("milk 1 glass at 20:00")  # 18:30 now: still to come today, past yesterday
    page.entry.enter()
    (milk,) = program.diary.day(yesterday).entries
    assert (milk.moment.date, milk.moment.wall.hour) == (yesterday, 20)


def test_what_an_edit_will_save_is_what_it_shows(program):
    program.diary.log_text("walk 30 at 8:00")
    program.start()
    until_still(program)
    (walk,) = program.diary.day(SATURDAY.date()).entries
    reading = program.diary.read_edit(walk, "walk 30 at 9")
    assert reading.entries[0].moment.wall.hour == 9
    program.window.open_page._look_at_edit(walk, "walk 30 at 8:30")  # understood: not a time still to come
    program.diary.edit(walk.id, "walk 30 at 9")
    assert program.diary.entry(walk.id).moment.wall.hour == 9


# -- the slip for what was just done -----------------------------------------------------------------------------


@pytest.fixture
def window(program):
    program.start()
    program.window.showNormal()  # the screen of these tests is smaller, and it begins as large as that
    program.window.resize(1280, 800)
    until_still(program)
    yield program.window
    program.appearance.choose_scale(1.0)


def place_in(window, widget):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("size", [1.0, 1.25, 2.0], ids=["100 %", "125 %", "200 %"])
def test_the_slip_covers_nothing_of_the_page(program, window, size):
    program.appearance.choose_scale(size)
    program.diary.log_text("calcium citrate 500, vitamin k2 mk-7 100, walk 30 brisk")
    until_still(program)
    slip = place_in(window, window.toast)
    assert window.toast.isVisible()
    assert not slip.intersects(place_in(window, window.stack))
    for button in window.navigation.buttons.values():
        assert not slip.intersects(place_in(window, button))
    assert window.rect().contains(slip)
    assert window.toast.text.height() >= window.toast.text.heightForWidth(window.toast.text.width())


@pytest.mark.parametrize("size", [1.0, 1.25, 2.0], ids=["100 %", "125 %", "200 %"])
@pytest.mark.parametrize(
    "path",
    [
        "/home/ruth/.local/share/bonecoach/backups/diary-2026-11-30.db",
        "C:\\Users\\Ruth\\AppData\\Local\\BoneCoach\\backups\\before-restore-20261130T075405.db",
        "/run/media/ruth/Stick 1/backups/diary-2026-11-30-2.db",
    ],
)
def test_a_path_in_the_slip_is_seen_wholly(program, window, size, path):
    program.appearance.choose_scale(size)
    window.tell("Backed up.", "Undo")
    window.tell(f"Backed up: {path}")
    until_still(program)
    words = window.toast.text
    assert words.height() >= words.heightForWidth(words.width())
    assert words.minimumSizeHint().width() <= words.width()


def test_what_is_to_be_pressed_on_the_slip_grows_with_the_text(program, window):
    window.tell("Logged: Walk, 30 min.", "Undo")
    window.toast.hide()
    program.appearance.choose_scale(2.0)
    window.tell("Logged: Walk, 30 min.", "Undo")
    until_still(program)
    assert window.toast.button.font().pixelSize() == font("strong").pixelSize()
    program.appearance.choose_scale(1.0)
    window.tell("Logged: Walk, 30 min.", "Undo")
    until_still(program)
    assert window.toast.button.font().pixelSize() == font("strong").pixelSize()


def test_in_a_low_window_the_slip_has_a_row_below_the_page(program, window):
    window.resize(1280, 420)
    program.diary.log_text("calcium citrate 500, vitamin k2 mk-7 100, walk 30 brisk")
    until_still(program)
    assert place_in(window, window.toast).top() >= place_in(window, window.stack).bottom()
    window.resize(1280, 800)
    until_still(program)
    assert place_in(window, window.toast).right() <= place_in(window, window.stack).left()


def test_what_she_types_in_stays_in_sight_when_the_slip_takes_its_row(program, window):
    program.appearance.choose_scale(2.0)
    until_still(program)
    page = window.open_page
    low = page.usuals if page.usuals.isVisible() else page.nutrients.as_table
    low.setFocus()
    page.verticalScrollBar().setValue(low.mapTo(page.body, QPoint(0, low.height())).y() - page.viewport().height())
    program.diary.log_text("walk 30 brisk")
    until_still(program)
    foot = low.mapTo(page.viewport(), QPoint(0, low.height())).y()
    assert foot <= page.viewport().height()


def test_undo_pressed_by_the_keyboard_leaves_the_keyboard_on_redo_and_then_on_the_page(program, window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    program.diary.log_text("walk 30")
    until_still(program)
    window.toast.button.setFocus()
    qtbot.keyClick(window.toast.button, Qt.Key.Key_Space)
    assert program.diary.entries() == []
    assert window.toast.button.text() == "Redo"
    assert window.toast.button.hasFocus()
    window.toast.close_button.setFocus()
    qtbot.keyClick(window.toast.close_button, Qt.Key.Key_Space)
    assert window.toast.isHidden()
    assert window.open_page.entry.edit.hasFocus()


def test_what_is_logged_too_near_is_said_once_in_the_slip(program, monkeypatch, clock):
    said = []
    monkeypatch.setattr(
        type(program.window.toast), "show_message", lambda slip, sentence, button="": said.append(sentence)
    )
    program.start()
    until_still(program)
    program.diary.log_text("took alendronate")
    clock.advance(minutes=10)
    program.diary.log_text("calcium citrate 500")
    program.window.turning.undo()
    assert said[0] == "Logged: Alendronate 70 mg."
    assert said[1].startswith(
        "Logged: Calcium citrate 500 mg. Alendronate: nothing else to eat, drink or take for 30 min"
    )
    assert said[2] == "Taken back: Calcium citrate 500 mg."


# -- large text ---------------------------------------------------------------------------------------------------


def is_in_sight(page, widget):
    return page.viewport().rect().contains(QRect(widget.mapTo(page.viewport(), QPoint(0, 0)), widget.size()))


def test_an_entry_being_changed_is_seen_with_its_buttons_however_large_the_text(program, window):
    program.appearance.choose_scale(2.0)
    program.diary.log_text("sardines, walk 20, apple")
    until_still(program)
    window.toast.hide()
    page = window.open_page
    for row in page.logged._rows[:3]:
        page._edit(row.entry)
        until_still(program)
        editor = page.logged.editor
        assert is_in_sight(page, editor.edit)
        assert is_in_sight(page, editor.cancel)
        assert page.logged.roll.viewport().height() >= page.logged.list.height()  # nothing scrolls within the page
        page.logged.close_editor()
        until_still(program)


def test_the_way_to_the_entry_line_leads_to_its_sight_from_far_below(program, window):
    program.appearance.choose_scale(2.0)
    until_still(program)
    page = window.open_page
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    window.go("today")
    until_still(program)
    assert is_in_sight(page, page.entry.edit)


@pytest.mark.parametrize("size", [1.0, 1.25, 1.5, 2.0])
def test_the_window_has_room_for_itself_in_1280_by_800(program, window, size):
    program.appearance.choose_scale(size)
    until_still(program)
    least = window.minimumSizeHint()
    assert least.width() <= 1280
    assert least.height() <= 760
