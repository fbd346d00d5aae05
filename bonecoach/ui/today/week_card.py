"""This week so far, on Today: minutes in their parts, days of resistance and balance, and the table behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonecoach.core.movement import WeekMovement
from bonecoach.core.profile import Profile
from bonecoach.paint.week_so_far import WeekPicture
from bonecoach.ui.chart_view import ChartView
from bonecoach.ui.theme import style
from bonecoach.ui.today.two_sided import TwoSided
from bonecoach.words import Words

if TYPE_CHECKING:
    from bonecoach.ui.table_view import Table


class WeekCard(TwoSided):
    """The week that holds the shown day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._picture: WeekPicture | None = None
        self.chart = ChartView(self.tr("Movement this week"), 200)
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        super().__init__(self.tr("This week"), self.chart, self.tr("Show the week's minutes as table"), parent)

    def show_week(self, week: WeekMovement, profile: Profile, words: Words, *, is_now: bool = True) -> None:
        """Draws another week."""
        self.heading.setText(self.tr("This week") if is_now else words.week_title(week.first))
        self._picture = WeekPicture(week, words, profile.count)
        self._draw()
        self.show_again()

    def table(self) -> Table:
        from bonecoach.paint.minutes_bar import table_minutes_bar
        from bonecoach.ui.table_view import Table

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
