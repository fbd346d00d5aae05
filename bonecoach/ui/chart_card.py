"""A card with a chart on it that can be turned over: behind every picture stands its table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableWidgetItem,
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

    _shown: Table | None = None

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
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
        if table != self._shown:
            self.clearSelection()
        self._shown = table
        heads = Table(table.caption, table.heads, ((*table.heads,), *table.rows))
        super().show_table(heads)
        self.horizontalHeader().hide()
        self._restyle()

    def _restyle(self) -> None:
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                self._cell(row, column).setFont(font("small_strong" if 0 in (row, column) else "small"))
        self.fit()

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.item(row, column)
        assert cell is not None
        return cell

    def fit(self) -> None:
        """Columns as wide as their words ask for, rows as tall as they then are."""
        for column, wide in enumerate(self._widths()):
            self.setColumnWidth(column, wide)
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self.rowHeight(row) + px(8), px(36)))
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(rows + 2 * self.frameWidth() + px(4))

    def _widths(self) -> list[int]:
        """Every column has room for its longest word; what is left goes to those with more to say."""
        room = self.viewport().width()
        least, wish = [], []
        for column in range(self.columnCount()):
            cells = [self._cell(row, column) for row in range(self.rowCount())]
            words = [(QFontMetrics(cell.font()), word) for cell in cells for word in cell.text().split(" ")]
            least.append(max(metrics.horizontalAdvance(word) for metrics, word in words) + px(12))
            wish.append(max(QFontMetrics(cell.font()).horizontalAdvance(cell.text()) for cell in cells) + px(14))
        spare, wanted = room - sum(least), sum(wish) - sum(least)
        if spare >= wanted:
            return [wide + (room - sum(wish)) // len(wish) for wide in wish]
        return [low + max(0, spare) * (high - low) // max(1, wanted) for low, high in zip(least, wish, strict=True)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()


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
        self.head.addWidget(self.heading)
        self.head.addSpacing(px(8))
        self.head.addWidget(self.note, 1)
        self.head.addWidget(self.turn)
        self.chart = self.new_view(height)
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.table: FittedTable | None = None
        self.rest_of_card = QWidget()  # keeps the foot of the card at its foot while the table stands on it
        self.rest_of_card.hide()
        self.column.addLayout(self.head)
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
        if self.table is not None:
            self.table.show_table(self._table())
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
