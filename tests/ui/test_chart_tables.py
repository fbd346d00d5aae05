"""The tables behind charts: as wide as their cards, as tall as their rows, and filled once."""

import pytest
from PySide6.QtWidgets import QTableWidgetItem, QVBoxLayout, QWidget

from bonecoach.ui.chart_card import FittedTable, shared
from bonecoach.ui.table_view import Table

MONTHS = tuple((f"{1 + nth % 28} Nov {2000 + nth}", "Movement", "185 minutes a week over 2 weeks") for nth in range(40))
YEARS = Table("Over time", ("Day", "What", "What it says"), MONTHS)
WORDY = "0.641 g/cm², T-score −1.9. 2.1 % lower than on 11 Aug 2025: no measurable change, as far as anybody can tell. "


@pytest.mark.parametrize(
    ("wanted", "room", "widths"),
    [
        ([(50, 100), (60, 80), (100, 400)], 700, [140, 120, 440]),  # all have their wish, and 120 is left for three
        ([(50, 100), (60, 80), (100, 4000)], 500, [100, 80, 320]),  # the short ones have theirs, the wordy one the rest
        ([(50, 1000), (60, 1060)], 210, [100, 110]),  # two wordy ones share what is left
        ([(50, 100), (60, 80)], 90, [50, 60]),  # no room at all: words stay whole
        ([(50, 50)], 80, [80]),
    ],
)
def test_short_columns_have_their_wish_before_wordy_ones(wanted, room, widths):
    assert shared(wanted, room) == widths


@pytest.fixture
def table(qapp, qtbot):
    card = QWidget()
    qtbot.addWidget(card)
    card.resize(600, 900)
    shown = FittedTable(YEARS)
    QVBoxLayout(card).addWidget(shown)
    card.show()
    yield shown
    card.close()


def test_it_is_as_wide_as_its_card_and_as_tall_as_its_rows(table):
    columns = sum(table.columnWidth(column) for column in range(3))
    assert table.viewport().width() - 3 <= columns <= table.viewport().width()
    assert table.height() >= sum(table.rowHeight(row) for row in range(table.rowCount()))
    assert table.item(0, 1).text() == "What"  # its heads are its first row
    one_line = table.rowHeight(1)
    table.show_table(Table("Over time", YEARS.heads, (("1 Nov 2026", "Femoral neck", WORDY * 3),)))
    assert (table.rowCount(), table.item(1, 0).text()) == (2, "1 Nov 2026")
    assert table.rowHeight(1) > one_line


def test_the_same_figures_are_not_filled_in_twice(table, monkeypatch):
    made = []

    def item(text):
        made.append(text)
        return QTableWidgetItem(text)

    monkeypatch.setattr("bonecoach.ui.table_view.QTableWidgetItem", item)
    table.show_table(YEARS)
    assert made == []
    table.show_table(Table("Over time", YEARS.heads, MONTHS[:1]))
    assert len(made) == 6


def test_nobody_measures_what_nobody_looks_at(qapp, qtbot, monkeypatch):
    measured = []
    monkeypatch.setattr(FittedTable, "_widths", lambda table: measured.append(1) or [100, 100, 100])
    hidden = FittedTable(YEARS)
    qtbot.addWidget(hidden)
    assert measured == []
    hidden.show()
    assert measured != []
