"""This week so far, on Today: minutes in their parts, days of resistance and balance, and the table behind them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bonecoach.core.week import WeekState
from bonecoach.paint.minutes_bar import table_minutes_bar
from bonecoach.paint.week_so_far import WeekPicture
from bonecoach.ui.buttons import QuietButton
from bonecoach.ui.cards import Card, Heading
from bonecoach.ui.chart_view import ChartView, Table, TableView
from bonecoach.ui.theme import style
from bonecoach.words import Words


class WeekCard(Card):
    """The week that holds the shown day. `opened()`: the person wants the whole week."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._picture: WeekPicture | None = None
        self._table: TableView | None = None
        self.heading = Heading(self.tr("This week"))
        self.as_table = QuietButton("", "table", name=self.tr("Show the week's minutes as table"))
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._turn)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.as_table)
        self.column.addLayout(head)
        self.chart = ChartView(self.tr("Movement this week"), 200)
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.column.addWidget(self.chart, 1)

    def show_week(self, week: WeekState, words: Words, *, is_now: bool = True) -> None:
        """Draws another week."""
        self.heading.setText(self.tr("This week") if is_now else words.week_title(week.week.first))
        self._picture = WeekPicture(week.movement, words, week.profile.count)
        self._draw()
        if self._table is not None and self.as_table.isChecked():
            self._table.show_table(self.table())

    def table(self) -> Table:
        """The same figures as a table."""
        assert self._picture is not None
        heads, *rows = table_minutes_bar(self._picture.movement, self._picture.words)
        return Table(self.tr("Movement this week"), tuple(heads), tuple(tuple(row) for row in rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._picture is not None:
            spoken = self._picture.words.spoken_minutes(self._picture.movement, self._picture.count)
            high = self._picture.height(max(self.chart.width(), 80), style()) / style().scale
            self.chart.show_chart(self._picture.paint, spoken, high)

    def _turn(self, as_table: bool) -> None:
        if as_table and self._picture is not None:
            if self._table is None:
                self._table = TableView(self.table())
                self.column.addWidget(self._table, 1)
            self._table.show_table(self.table())
        if self._table is not None:
            self._table.setVisible(as_table)
        self.chart.setVisible(not as_table)
