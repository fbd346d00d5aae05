"""What stands in a layout, without asking for its items."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QLayoutItem, QVBoxLayout, QWidget

from bonecoach.ui.laid_out import laid_out
from bonecoach.ui.reading_order import stops
from bonecoach.ui.today.page import TodayPage


@pytest.fixture
def ground(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    return ground


def test_in_its_order_and_not_in_that_in_which_it_was_made(ground):
    column, row = QVBoxLayout(ground), QHBoxLayout()
    first, second, inner, loose = QLabel("1"), QLabel("2"), QLabel("3"), QLabel("4", ground)
    column.addWidget(second)
    column.addStretch(1)
    column.addLayout(row)
    column.insertWidget(0, first)
    row.addWidget(inner)
    assert laid_out(column) == [first, second, row]
    assert laid_out(row) == [inner]
    assert loose.parent() is ground  # and stands in none of them


def test_a_grid_is_read_row_by_row(ground):
    grid = QGridLayout(ground)
    cells = {place: QLabel(str(place)) for place in ((1, 1), (0, 1), (1, 0), (0, 0))}
    for (row, column), cell in cells.items():
        grid.addWidget(cell, row, column)
    assert laid_out(grid) == [cells[place] for place in sorted(cells)]


def test_a_layout_that_no_widget_has_yet_has_nothing_to_read(qapp):
    assert laid_out(QVBoxLayout()) == []


def test_walking_through_a_page_leaves_no_half_of_an_item_behind(opened):
    """It would end the program some time after, when its place in memory is used again."""

    def halves():
        made = [one for one in gc.get_objects() if isinstance(one, QLayoutItem)]
        return [one for one in made if not isinstance(one, QLayout)]

    page = opened(TodayPage)
    before = len(halves())
    assert len(stops(page)) > 5
    assert len(halves()) == before
