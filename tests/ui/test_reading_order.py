"""Tab goes as one reads, whatever came into the window last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bonecoach.ui.laid_out import laid_out
from bonecoach.ui.reading_order import InReadingOrder, stops

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def ground(qtbot):
    ground = InReadingOrder()
    ground.setLayout(QVBoxLayout())
    qtbot.addWidget(ground)
    with qtbot.waitActive(ground):
        ground.show()
    return ground


def button(name, parent=None):
    made = QPushButton(name, parent)
    made.setObjectName(name)
    return made


def names(ground):
    QApplication.processEvents()
    return " ".join(one.objectName() for one in stops(ground))


def test_what_is_put_before_the_rest_comes_before_it_though_it_came_last(ground, qtbot):
    ground.layout().addWidget(button("b"))
    ground.layout().addWidget(button("c"))
    first = button("a")
    ground.layout().insertWidget(0, first)
    assert names(ground) == "a b c"
    first.setFocus()
    passed = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        qtbot.keyClick(QApplication.focusWidget(), key)
        passed.append(QApplication.focusWidget().objectName())
    assert passed == ["b", "c", "a", "c"]


def test_columns_are_read_one_after_the_other_and_grids_row_by_row(ground):
    columns, grid = QHBoxLayout(), QGridLayout()
    ground.layout().addLayout(columns)
    ground.layout().addLayout(grid)
    for column in ("ab", "cd"):
        inner = QVBoxLayout()
        columns.addLayout(inner)
        for name in column:
            inner.addWidget(button(name))
    for name, place in (("h", (1, 1)), ("f", (0, 1)), ("g", (1, 0)), ("e", (0, 0))):
        grid.addWidget(button(name), *place)
    assert names(ground) == "a b c d e f g h"


def test_what_cannot_be_seen_or_pressed_is_passed_over(ground):
    hidden, idle, pages = button("x"), button("y"), QStackedWidget()
    idle.setEnabled(False)
    clicked_only = button("z")
    clicked_only.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    for name in "ab":
        pages.addWidget(button(name))
    pages.setCurrentIndex(1)
    for widget in (QLabel("words"), hidden, idle, clicked_only, pages):
        ground.layout().addWidget(widget)
    hidden.hide()
    assert names(ground) == "b"


def test_a_field_is_one_stop_and_what_scrolls_is_gone_into(ground):
    inside, area = QWidget(), QScrollArea()
    inside.setLayout(QVBoxLayout())
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for name, field in (("number", QDoubleSpinBox()), ("choice", QComboBox()), ("last", QPushButton())):
        field.setObjectName(name)
        inside.layout().addWidget(field)
    ground.layout().addWidget(area)
    assert names(ground) == "number choice last"


def test_what_lies_over_something_comes_behind_it(ground):
    for name in "ac":
        ground.layout().addWidget(button(name))
    QApplication.processEvents()
    over = button("b", ground)
    over.setGeometry(laid_out(ground.layout())[0].geometry().adjusted(2, 2, -2, -2))
    over.show()
    assert names(ground) == "a b c"


def test_from_where_nobody_comes_by_tab_the_order_of_qt_holds(ground, qtbot):
    ground.layout().addWidget(button("a"))
    aside = button("b")
    aside.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    ground.layout().addWidget(aside)
    assert names(ground) == "a"
    aside.setFocus()
    qtbot.keyClick(aside, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "a"


def test_what_tab_comes_to_is_scrolled_into_sight_from_wherever_it_comes(ground, qtbot):
    """The bar of places stands beside the page, which is scrolled down: the page's first button lay above its edge."""
    beside, area, inside = button("a"), QScrollArea(), QWidget()
    inside.setLayout(QVBoxLayout())
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFixedHeight(100)
    ground.layout().addWidget(beside)
    ground.layout().addWidget(area)
    inside.layout().addWidget(button("b"))
    for _ in range(20):
        inside.layout().addWidget(QLabel("words"))
    inside.layout().addWidget(button("c"))
    assert names(ground) == "a b c"
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    beside.setFocus()
    for key, name in ((Qt.Key.Key_Tab, "b"), (Qt.Key.Key_Tab, "c"), (Qt.Key.Key_Tab, "a"), (Qt.Key.Key_Backtab, "c")):
        qtbot.keyClick(QApplication.focusWidget(), key)
        on = QApplication.focusWidget()
        assert on.objectName() == name
        if name != "a":
            at = on.mapTo(area.viewport(), on.rect().topLeft()).y()
            assert 0 <= at <= area.viewport().height() - on.height()
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum() - bar.value())
