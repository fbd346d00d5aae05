"""A long import taken back beside the window. It is Saturday 21 November 2026, 18:30 in Berlin."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bonecoach.core.progress import by_percent
from bonecoach.ui import turning
from bonecoach.ui.your_data.turn_dialog import TurnDialog
from tests.pictures.window import settle, untouched, window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MANY = 1_200
FIRST = date(2020, 1, 1)


@pytest.fixture
def program(qapp, tmp_path):
    with window(tmp_path / "diary", untouched) as made:
        settle()
        yield made


@pytest.fixture
def imported(program, tmp_path):
    path = tmp_path / "symptoms.csv"
    days = (FIRST + timedelta(days=nth) for nth in range(MANY))
    rows = "".join(f"{day}T08:00,Europe/Berlin,joint_pain,4,Joint pain\n" for day in days)
    path.write_text(f"at,zone,symptom,score,name\n{rows}")
    program.diary.arriving.keep(program.diary.arriving.csv(path))
    return program


def open_dialog():
    (dialog,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, TurnDialog)]
    return dialog


def said(program):
    return program.window.toast.text.text(), program.window.toast.button.text()


def test_it_is_taken_back_and_done_again_with_the_way_back_each_time(imported):
    imported.window.turning.undo()
    assert imported.diary.entries() == []
    assert said(imported) == ("Taken back: 1200 lines from a file.", "Redo")
    imported.window.turning.redo()
    assert len(imported.diary.entries()) == MANY
    assert said(imported) == ("Done again: 1200 lines from a file.", "Undo")


def test_stopped_in_its_midst_nothing_has_changed(imported, qtbot, monkeypatch):
    pressed = threading.Event()

    def slowly(things, *part, **every):
        for nth, thing in enumerate(by_percent(things, *part, **every)):
            if nth == 600:
                assert pressed.wait(20)
            yield thing

    seen = []

    def press():
        dialog = open_dialog()
        seen.append((dialog.progress.text(), dialog.heading.text(), dialog.cancel.text()))
        dialog.cancel.click()
        seen.append(dialog.progress.text())
        pressed.set()

    monkeypatch.setattr("bonecoach.core.progress.by_percent", slowly)
    QTimer.singleShot(0, press)
    imported.window.turning.undo()
    assert seen == [("0 % taken back", "Taking back", "Stop"), "Stopping…"]
    assert said(imported)[0] == "Stopped; nothing was half-written."
    assert len(imported.diary.entries()) == MANY
    monkeypatch.undo()
    imported.window.turning.undo()
    assert imported.diary.entries() == []


def test_a_short_import_and_any_other_step_are_turned_at_once(imported, monkeypatch):
    monkeypatch.setattr(turning, "LONG", MANY + 1)
    monkeypatch.setattr(TurnDialog, "turned", lambda _: pytest.fail("a dialog for so little"))
    imported.window.turning.undo()
    imported.window.turning.redo()
    imported.diary.log_text("walk 30")
    imported.window.turning.undo()
    assert len(imported.diary.entries()) == MANY


def test_another_step_than_was_meant_is_left(imported):
    meant = imported.diary.can_undo().id
    imported.diary.log_text("walk 30")
    imported.window.turning.undo(meant)
    assert len(imported.diary.entries()) == MANY + 1
    imported.window.turning.undo()
    imported.window.turning.undo(meant - 1)
    assert len(imported.diary.entries()) == MANY
