"""The calendar: a number is the day of the month that is shown, and not of the months beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QTableView

from bonecoach.paint.look import LIGHT
from bonecoach.ui.month_view import MonthView
from bonecoach.ui.theme import apply, colour

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def inks(qtbot, qapp):
    """The colours of November 2026 by row and column; its first row is that of the names of the days."""
    apply(qapp, LIGHT)
    calendar = MonthView()
    qtbot.addWidget(calendar)
    calendar.setSelectedDate(QDate(2026, 11, 20))
    calendar.setMaximumDate(QDate(2026, 11, 21))
    calendar.resize(500, 400)
    with qtbot.waitExposed(calendar):
        calendar.show()
    picture = calendar.findChild(QTableView).viewport().grab().toImage()

    def of(row, column):
        days = calendar.findChild(QTableView)
        cell = days.visualRect(days.model().index(row, column))
        inside = cell.adjusted(6, 6, -6, -6)
        return {
            picture.pixelColor(x, y).name()
            for x in range(inside.left(), inside.right())
            for y in range(inside.top(), inside.bottom())
        }

    return of


def test_days_of_other_months_and_days_to_come_are_faded(inks):
    faded, text = colour("faded"), colour("text")

    def darkest(row, column):
        return min(inks(row, column), key=lambda name: sum(bytes.fromhex(name[1:])))

    assert darkest(1, 6) == text.name()  # Sunday 1 November
    assert darkest(4, 5) == text.name()  # Saturday 21 November, the last that can be chosen
    for row, column in ((1, 0), (1, 5), (4, 6), (6, 0), (6, 1)):  # 26 and 31 October; 22 and 30 November; 1 December
        assert sum(bytes.fromhex(darkest(row, column)[1:])) >= sum(faded.getRgb()[:3])


def test_the_day_that_is_chosen_is_marked_wherever_it_stands(inks):
    assert colour("selection").name() in inks(4, 4)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.4, 1.5, 2.0])
def test_every_day_has_room_for_a_finger(qtbot, qapp, scale):
    apply(qapp, LIGHT, scale)
    try:
        calendar = MonthView()
        qtbot.addWidget(calendar)
        calendar.resize(calendar.minimumSize())
        with qtbot.waitExposed(calendar):
            calendar.show()
        days = calendar.findChild(QTableView)
        cells = [days.visualRect(days.model().index(row, column)) for row in range(1, 7) for column in range(7)]
        assert min(min(cell.width(), cell.height()) for cell in cells) >= 44
    finally:
        apply(qapp, LIGHT)
