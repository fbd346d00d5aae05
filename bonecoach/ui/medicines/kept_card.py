"""How one medicine or supplement was kept: twelve weeks of signs, one month as a calendar, or five years of months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bonecoach.core.adherence import Kept, together
from bonecoach.core.days import WEEKDAYS
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import months_after
from bonecoach.diary.keeping import WEEKS, AdherenceItem
from bonecoach.paint.dose_marks import keys_of_marks
from bonecoach.paint.kept_calendar import calendar_rows, paint_kept_calendar, table_kept_calendar
from bonecoach.paint.kept_months import keys_of_months, paint_kept_months
from bonecoach.paint.kept_weeks import paint_kept_weeks, table_kept_months, table_kept_weeks
from bonecoach.paint.legend import Key, legend_height, paint_legend
from bonecoach.paint.style import Style
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, TARGET, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.chart_card import ChartCard, Rows
from bonecoach.ui.chart_view import Paint
from bonecoach.ui.flow import Flow
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.theme import follow, px, style
from bonecoach.words.kept import KeptWords

WEEKS_VIEW, MONTH_VIEW, YEARS_VIEW = "weeks", "month", "years"
_HEIGHTS = {WEEKS_VIEW: 170, YEARS_VIEW: 210}
_CALENDAR_ROW = 58
"""Pixels at 100 %."""


class KeptCard(ChartCard):
    """The counts and the chart of what is chosen, and the choice. It shows nothing while nothing was planned."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(200, 240, parent)
        self._desk = desk
        self._view = WEEKS_VIEW
        self._month: date | None = None
        self._keys: Sequence[Key] = ()
        self._high = 0
        self.name_it(self.tr("How it was kept"))
        self.note.hide()
        follow(self, self._level_heading)
        self.which = Chooser(())
        self.which.setAccessibleName(self.tr("Of what"))
        self.counts = Text("", "strong")
        self.nothing = Text(self.tr("What is taken, missed or skipped is counted here."), "body", "quiet")
        self.views = {
            WEEKS_VIEW: Button(self.tr("12 weeks")),
            MONTH_VIEW: Button(self.tr("Month")),
            YEARS_VIEW: Button(self.tr("5 years")),
        }
        self.earlier = Button("", "left", name=self.tr("Earlier month"))
        self.later = Button("", "right", name=self.tr("Later month"))
        self.turning = QHBoxLayout()
        self.month_name = Text("", "strong", wraps=False)
        self._lay_out()
        self.which.activated.connect(lambda: self.draw())
        for view, button in self.views.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self.show_view, view))
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))

    def _lay_out(self) -> None:
        ways = Flow(GAP)
        for button in self.views.values():
            ways.add(button)
        top = self.column.indexOf(self.chart)
        for nth, row in enumerate((self.nothing, self.which, ways, self.counts)):
            self.column.insertWidget(top + nth, row)
        self.column.insertLayout(top + 4, self.turning)
        for widget in (self.earlier, self.month_name, self.later):
            self.turning.addWidget(widget)
        self.turning.setSpacing(px(GAP))
        self.turning.addStretch(1)
        self.ways = ways

    # -- what is shown -----------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Asks the diary anew, and keeps what was chosen where it is still there."""
        chosen = self.which.currentData()
        items = self._items()
        self.which.clear()
        for item in items:
            self.which.addItem(item.plan.label, item.plan.id)
        self.which.choose(chosen)
        for widget in (self.which, self.ways, self.counts, self.chart, self.turn):
            widget.setVisible(bool(items))
        self.nothing.setVisible(not items)
        self._show_turning(shown=bool(items) and self._view == MONTH_VIEW)
        if items:
            self.draw()

    def _items(self) -> list[AdherenceItem]:
        today = self._desk.diary.today()
        found = self._desk.diary.reminders.adherence(today - timedelta(days=7 * WEEKS - 1), today)
        planned = [item for item in found if item.counts.planned]
        return sorted(planned, key=lambda item: item.plan.kind is Kind.SUPPLEMENT)  # medicines first

    def show_view(self, view: str, *_: object) -> None:
        """Another look at the same: "weeks", "month" or "years"."""
        self._view = view
        self._month = None
        self._show_turning(shown=view == MONTH_VIEW)
        self.draw()
        announce(self, self.counts.text())

    def _turn(self, months: int) -> None:
        this = self._desk.diary.today().replace(day=1)
        self._month = min(months_after(self._month or this, months), this)
        self.draw()
        announce(self, f"{self.month_name.text()}: {self.counts.text()}")

    def draw(self) -> None:
        """Draws what is chosen."""
        for view, button in self.views.items():
            button.setChecked(view == self._view)
        plan_id, label = str(self.which.currentData()), self.which.currentText()
        {WEEKS_VIEW: self._draw_weeks, MONTH_VIEW: self._draw_month, YEARS_VIEW: self._draw_years}[self._view](
            plan_id, label
        )

    def _draw_weeks(self, plan_id: str, label: str) -> None:
        words, today = self._desk.words, self._desk.diary.today()
        days = self._desk.diary.reminders.keeping.by_week(plan_id)

        def paint(painter: QPainter, rect: QRectF, style: Style) -> None:
            paint_kept_weeks(painter, rect, days, style, words, today)

        spoken = KeptWords(words).spoken_days(label, KeptWords(words).span(WEEKS_VIEW), days)
        self._show(days, paint, keys_of_marks(days, words), spoken, partial(table_kept_weeks, days, words))

    def _draw_month(self, plan_id: str, label: str) -> None:
        words, today = self._desk.words, self._desk.diary.today()
        days = self._desk.diary.reminders.keeping.of_month(plan_id, self._month or today)
        first_weekday = WEEKDAYS.index(self._desk.diary.person.profile(today).week_starts)
        self.month_name.setText(KeptWords(words).month(days[0].first))
        self.later.setEnabled(days[-1].first < today)

        def paint(painter: QPainter, rect: QRectF, style: Style) -> None:
            paint_kept_calendar(painter, rect, days, first_weekday, style, words, today)

        spoken = KeptWords(words).spoken_days(label, self.month_name.text(), days)
        rows = partial(table_kept_calendar, days, words)
        high = 24 + _CALENDAR_ROW * calendar_rows(days, first_weekday)
        self._show(days, paint, keys_of_marks(days, words), spoken, rows, high)

    def _draw_years(self, plan_id: str, label: str) -> None:
        words = self._desk.words
        months = self._desk.diary.reminders.keeping.by_month(plan_id)

        def paint(painter: QPainter, rect: QRectF, style: Style) -> None:
            paint_kept_months(painter, rect, months, style, words)

        spoken = KeptWords(words).spoken_months(label, months)
        self._show(months, paint, keys_of_months(months, words), spoken, partial(table_kept_months, months, words))

    def _show(
        self, parts: Sequence[Kept], paint: Paint, keys: Sequence[Key], spoken: str, rows: Rows, high: float = 0
    ) -> None:
        self.counts.setText(KeptWords(self._desk.words).counts(together(parts)))
        self._high = px(high or _HEIGHTS[self._view])
        self._keys = keys
        self.show_chart(_above_keys(keys, paint), spoken, rows)
        self._fit()

    def _fit(self) -> None:
        wide = max(self.width() - 2 * px(self.PADDING), px(120))
        self.chart.setMinimumHeight(round(self._high + legend_height(wide, self._keys, style()) + px(8)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setSpacing(px(8))

    def _level_heading(self) -> None:
        """As tall as beside its button, which is not there while nothing was planned."""
        self.heading.setMinimumHeight(px(TARGET))

    def _show_turning(self, *, shown: bool) -> None:
        for widget in (self.earlier, self.month_name, self.later):
            widget.setVisible(shown)


def _above_keys(keys: Sequence[Key], paint: Paint) -> Paint:
    """A chart with its legend below it."""

    def both(painter: QPainter, rect: QRectF, style: Style) -> None:
        foot = legend_height(rect.width(), keys, style)
        paint(painter, rect.adjusted(0, 0, 0, -foot - style.px(8)), style)
        paint_legend(painter, QRectF(rect.left(), rect.bottom() - foot, rect.width(), foot), keys, style)

    return both
