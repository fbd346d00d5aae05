"""The bar of places: six of them in every text size, in a window of 1280 pixels and in smaller ones."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from bonecoach.paint.fonts import load_fonts
from bonecoach.ui.buttons import Button
from bonecoach.ui.navigation import Navigation, Place
from bonecoach.ui.theme import apply, look_named, px

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAMES = ("Today", "Week", "Exercise", "Bone health", "Medicines", "Appointment")
ICONS = ("today", "week", "movement", "food", "supplement", "history")


@pytest.fixture
def bar(qapp, qtbot):
    load_fonts()
    places = [Place(name.lower(), name, icon, lambda _desk: None) for name, icon in zip(NAMES, ICONS, strict=True)]
    made = Navigation(places)
    qtbot.addWidget(made)
    made.show()
    yield made
    apply(QApplication.instance(), look_named("light"), 1.0)


def lying(bar, size, width):
    apply(QApplication.instance(), look_named("light"), size)
    bar.lie_down(True)
    bar.resize(width, bar.height())
    QApplication.processEvents()


@pytest.mark.parametrize("size", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("width", [1280, 1024, 800])
def test_every_place_has_its_room_and_none_lies_over_another(bar, size, width):
    lying(bar, size, width)
    buttons = list(bar.buttons.values())
    for button in buttons:
        assert bar.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
        assert button.height() >= px(44)
    shown = [*buttons, *([bar.kept] if bar.kept.isVisible() else [])]
    assert not any(one.geometry().intersects(other.geometry()) for one, other in combinations(shown, 2))


def test_the_bar_never_asks_for_a_wider_window(bar):
    lying(bar, 2.0, 1280)
    assert bar.minimumSizeHint().width() <= 1280
    assert bar.minimumWidth() <= 1280


def test_in_1280_pixels_at_200_percent_six_places_stand_in_one_row(bar):
    lying(bar, 2.0, 1280)
    assert len({button.y() for button in bar.buttons.values()}) == 1
    assert all(button.stacked for button in bar.buttons.values())


def test_it_stands_up_again(bar):
    lying(bar, 2.0, 1280)
    apply(QApplication.instance(), look_named("light"), 1.0)
    bar.lie_down(False)
    bar.resize(bar.width(), 760)
    QApplication.processEvents()
    assert bar.width() == 184
    tops = [button.y() for button in bar.buttons.values()]
    assert tops == sorted(set(tops))
    assert not any(button.stacked for button in bar.buttons.values())
    assert bar.kept.isVisible()
    assert bar.kept.geometry().top() > tops[-1]


def test_a_place_is_lit_by_a_pointer_that_moves_and_not_by_one_a_closing_menu_left_there(qtbot):
    button = Button("Week")
    qtbot.addWidget(button)
    button.show()
    inside = QPointF(5, 5)
    QApplication.sendEvent(button, QEnterEvent(inside, inside, inside))
    assert not button._lit()  # Qt may never say that it went
    moved = QMouseEvent(
        *(QEvent.Type.MouseMove, inside, inside, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton),
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(button, moved)
    assert button._lit()
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert not button._lit()
    QApplication.sendEvent(button, moved)
    button.hide()
    button.show()
    assert not button._lit()
