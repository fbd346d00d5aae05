"""What stands in a layout, without asking for its items."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSpacerItem, QVBoxLayout, QWidget

import bonecoach
import tests
from bonecoach.ui.laid_out import laid_out
from bonecoach.ui.reading_order import stops
from tests.layouts import halves
from tests.pictures.window import lived, settle, window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with window(tmp_path_factory.mktemp("diary") / "diary", lived) as made:
        yield made


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


def test_a_layout_that_is_given_away_filled_fails_the_test(ground):
    filled = QHBoxLayout()
    filled.addWidget(QLabel("1"))
    column, grid = QVBoxLayout(), QGridLayout()
    for give in (column.addLayout, partial(column.insertLayout, 0), partial(grid.addLayout, row=0, column=0)):
        with pytest.raises(AssertionError, match="put in first"):
            give(filled)
    with pytest.raises(AssertionError, match="put in first"):
        ground.setLayout(filled)
    column.addLayout(QHBoxLayout())
    assert (column.count(), grid.count()) == (1, 0)


def test_no_layout_is_asked_for_its_items():
    """Read in the sources: put in the place of Qt's own `itemAt`, a guard would be asked by Qt as well."""
    asking = re.compile(r"\.(itemAt|itemAtPosition|takeAt)\b")
    sources = [file for house in (bonecoach, tests) for file in Path(house.__file__).parent.rglob("*.py")]
    assert len(sources) > 100
    assert [file.name for file in sources if asking.search(file.read_text(encoding="utf-8"))] == []


def test_opening_a_page_and_walking_through_it_makes_no_half_of_an_item(program):
    """It would end the program some time after, when its place in memory is used again."""
    for key in program.window.places:
        program.window.go(key)
        settle()
        assert len(stops(program.window.open_page)) > 5
        assert halves() == [], key


def test_a_half_that_there_is_would_be_found():
    room = QSpacerItem(1, 1)
    assert room in halves()
