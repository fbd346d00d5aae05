"""A card with a chart on it that can be turned over: behind every picture stands its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QWidget,
)

from bonecoach.ui.buttons import QuietButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.chart_view import ChartView, Paint
from bonecoach.ui.table_view import Table, TableView
from bonecoach.ui.theme import font, px, theme

Rows = Callable[[], list[list[str]]]
"""The table twin of a chart, heads first, made only when somebody looks at it."""


class FittedTable(TableView):
    """A table as wide as its card and as tall as its rows: the page scrolls, the table never does."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        self._shown: Table | None = None
        self._wanted: list[tuple[int, int]] | None = None
        self._fits = False
        super().__init__(table, parent)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        theme().changed.connect(self._restyle)

    def show_table(self, table: Table) -> None:
        """Shows other figures, no row of them chosen. The heads are the first row: heads of their own cannot break."""
        if table == self._shown:
            return
        self.clearSelection()
        self._shown = None  # it is fitted once, when its cells have their type
        super().show_table(Table(table.caption, table.heads, ((*table.heads,), *table.rows)))
        self._shown = table
        self.horizontalHeader().hide()
        self._restyle()

    def _restyle(self) -> None:
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                cell = self.item(row, column)
                assert cell is not None
                cell.setFont(font(_role(row, column)))
        self._wanted = None
        self.fit()

    def fit(self) -> None:
        """Columns as wide as their words ask for, rows as tall as they then are; not before it is looked at."""
        self._fits = self.isVisible() and self._shown is not None
        if not self._fits:
            return
        for column, wide in enumerate(self._widths()):
            self.setColumnWidth(column, wide)
        self.resizeRowsToContents()
        heights = [max(self.rowHeight(row) + px(8), px(36)) for row in range(self.rowCount())]
        for row, high in enumerate(heights):
            self.setRowHeight(row, high)
        self.setFixedHeight(sum(heights) + 2 * self.frameWidth() + px(4))

    def _widths(self) -> list[int]:
        if self._wanted is None:
            self._wanted = self._measured()
        return shared(self._wanted, self.viewport().width())

    def _measured(self) -> list[tuple[int, int]]:
        """How wide the longest word of each column is, and its longest cell. Years of months say the same words."""
        assert self._shown is not None
        metrics = {role: QFontMetrics(font(role)) for role in _ROLES}
        advance = cache(lambda role, said: metrics[role].horizontalAdvance(said))
        wanted = []
        for column, cells in enumerate(zip(self._shown.heads, *self._shown.rows, strict=True)):
            said = {(_role(row, column), cell) for row, cell in enumerate(cells)}
            words = {(role, word) for role, cell in said for word in cell.split(" ")}
            low, high = max(advance(*word) for word in words), max(advance(*cell) for cell in said)
            wanted.append((low + px(12), high + px(14)))
        return wanted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fits:
            self.fit()


def shared(wanted: Sequence[tuple[int, int]], room: int) -> list[int]:
    """Widths of columns, of which each needs the first figure and wishes the second, in so much room.

    Those that wish for little more than they need have it; what is left is shared by the wordy ones.
    """
    wide, more = [low for low, _ in wanted], [high - low for low, high in wanted]
    spare = max(0, room - sum(wide))
    for place, column in enumerate(sorted(range(len(wide)), key=more.__getitem__)):
        given = min(more[column], spare // (len(wide) - place))
        wide[column], spare = wide[column] + given, spare - given
    return [each + spare // len(wide) for each in wide]


_ROLES = ("small", "small_strong")


def _role(row: int, column: int) -> str:
    """Heads stand in the first row and the first column."""
    return "small_strong" if 0 in (row, column) else "small"


class ChartCard(Card):
    """A heading, a note beside it, a chart, and a button that turns the chart into its table and back.

    `height` is the least height of the chart in pixels at 100 %, `roomy` the one on a page that scrolls; it grows
    where there is room. `name_it` gives the chart its name, which the card of a page says in its own words.
    """

    def __init__(self, height: float, roomy: float, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: Rows | None = None
        self._heights = {False: height, True: roomy}
        self._narrow = False
        self.heading = Heading()
        self.note = Text("", "small", "quiet", wraps=False)
        self.turn = QuietButton(self.tr("Show as table"), "table")
        self.turn.setCheckable(True)
        self.turn.toggled.connect(self._turn_over)
        self.head = QHBoxLayout()
        self.column.addLayout(self.head)
        self.head.addWidget(self.heading)
        self.head.addSpacing(px(8))
        self.head.addWidget(self.note, 1)
        self.head.addWidget(self.turn)
        self.chart = self.new_view(height)
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.table: FittedTable | None = None
        self.rest_of_card = QWidget()  # keeps the foot of the card at its foot while the table stands on it
        self.rest_of_card.hide()
        self.column.addWidget(self.chart, 1)
        self.column.addWidget(self.rest_of_card, 1)

    def new_view(self, height: float) -> ChartView:
        """The view of its chart; a card whose chart can do more makes its own."""
        return ChartView("", height)

    def name_it(self, title: str) -> None:
        """The heading, and what a screen reader calls chart and button."""
        self.heading.setText(title)
        self.chart.setAccessibleName(title)
        self.turn.setAccessibleName(self.tr("{chart}: show as table").format(chart=title))

    def show_chart(self, paint: Paint, spoken: str, rows: Rows) -> None:
        """Draws another state; the table follows where it is shown."""
        self._rows = rows
        self.chart.show_chart(paint, spoken, self._heights[self._narrow])
        if self.table is not None and self.turn.isChecked():
            self.table.show_table(self._table())

    def give_room(self, *, narrow: bool) -> None:
        """More height on a page of one column, which scrolls."""
        self._narrow = narrow

    def _turn_over(self, as_table: bool) -> None:
        if as_table and self.table is None:
            self.table = FittedTable(self._table())
            self.column.insertWidget(self.column.indexOf(self.chart), self.table)
        elif as_table and self.table is not None:
            self.table.show_table(self._table())
        if self.table is not None:
            self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self.rest_of_card.setVisible(as_table)
        self.turn.setText(self.tr("Show as chart") if as_table else self.tr("Show as table"))
        self.turn.updateGeometry()

    def _table(self) -> Table:
        heads, *rows = self._rows() if self._rows is not None else [[""]]
        return Table(self.heading.text(), tuple(heads), tuple(tuple(row) for row in rows))

    def _restyle(self) -> None:
        super()._restyle()
        # The button in the first row brings air of its own.
        self.column.setContentsMargins(px(self.PADDING), px(4), px(self.PADDING), px(self.PADDING - 3))
        self.column.setSpacing(px(2))
