"""Areas that scroll, as a screen reader is told of them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from bonecoach.ui.scroll_access import mind_scroll_bars

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def a_reader(qapp):
    """Somebody listens, as long as the story lasts."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def area(qtbot):
    made = QScrollArea()
    qtbot.addWidget(made)
    made.setAccessibleName("Settings")
    inside = QLabel("Text size")
    inside.setMinimumHeight(900)
    made.setWidget(inside)
    made.resize(300, 300)
    made.show()
    return made


def test_a_bar_that_went_meanwhile_is_no_child_any_more_and_no_end_of_the_program(area):
    QAccessible.queryAccessibleInterface(area)  # told of before already
    mind_scroll_bars()
    told = QAccessible.queryAccessibleInterface(area)
    with_bar = told.childCount()
    area.widget().setMinimumHeight(10)
    area.widget().resize(10, 10)
    for index in range(with_bar + 3):  # as a reader asks that counted before
        told.child(index)
    assert told.child(with_bar + 3) is None
    assert told.text(QAccessible.Text.Name) == "Settings"
    assert told.role() == QAccessible.Role.Client


def test_what_stands_inside_is_found(area):
    mind_scroll_bars()
    told = QAccessible.queryAccessibleInterface(area)
    (view,) = [told.child(n) for n in range(told.childCount()) if told.child(n).object() is area.viewport()]
    assert view.child(0).object() is area.widget()


def test_nothing_else_is_told_otherwise(qtbot):
    mind_scroll_bars()
    plain = QWidget()
    qtbot.addWidget(plain)
    assert QAccessible.queryAccessibleInterface(plain).role() == QAccessible.Role.Client
