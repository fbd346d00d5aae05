"""Pages and forms are built unseen: no part of them flashes up as a window of its own before it has its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from bonecoach.ui.cannot_open import CannotOpen
from bonecoach.ui.medicines.change_form import ChangeForm
from bonecoach.ui.reminders.rows import AnswerRow
from tests.pictures.window import reminded, window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with window(tmp_path_factory.mktemp("diary") / "diary", reminded) as made:
        yield made


class Watch(QObject):
    """Keeps the kinds of the windows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, one: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(one, QWidget) and one.isWindow():
            self.seen.append(type(one).__name__)
        return False


@pytest.fixture
def windows(qapp):
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch.seen
    qapp.removeEventFilter(watch)


def pages(program):
    return [place.build(program.desk) for place in program.window.places.values()]


def changes(program):
    return [ChangeForm(plan, program.desk, program.window) for plan in program.diary.plans.standing()]


def answers(program):
    return [AnswerRow(slot, program.desk) for slot in program.diary.reminders.wanted()]


def last_words(program):
    return [CannotOpen("It is damaged.", Path("diary.db"), can_go_back=True)]


@pytest.mark.parametrize("build", [pages, changes, answers, last_words])
def test_nothing_is_shown_while_it_is_built(qtbot, program, windows, build):
    built = build(program)
    for widget in built:
        qtbot.addWidget(widget)
    assert built
    assert windows == []


def test_what_is_shown_is_seen(qtbot, windows):
    label = QWidget()
    qtbot.addWidget(label)
    label.show()
    assert windows == ["QWidget"]
