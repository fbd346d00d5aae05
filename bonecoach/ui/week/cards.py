"""The cards of the Week page: each draws one part of a week's state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bonecoach.core.advice import Advice
from bonecoach.core.movement import WeekMovement
from bonecoach.core.nutrients import MAIN_NUTRIENTS
from bonecoach.core.week import WeekState
from bonecoach.paint.legend import Key, keys_of_loads, keys_of_nutrients, keys_of_trend, legend_height, paint_legend
from bonecoach.paint.minutes_bar import table_minutes_bar
from bonecoach.paint.nutrient_days import paint_nutrient_days, table_nutrient_days
from bonecoach.paint.style import Style
from bonecoach.paint.trend import paint_trend, table_trend
from bonecoach.paint.week_so_far import WeekPicture
from bonecoach.paint.week_strip import paint_week_strip, table_week_strip
from bonecoach.ui.buttons import QuietButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.chart_card import ChartCard
from bonecoach.ui.chart_view import Paint
from bonecoach.ui.theme import px, style
from bonecoach.words import Words, capital


def under_keys(keys: Sequence[Key], paint: Paint) -> Paint:
    """A chart with its legend above it."""

    def both(painter: QPainter, rect: QRectF, style: Style) -> None:
        head = legend_height(rect.width(), keys, style)
        paint_legend(painter, rect, keys, style)
        paint(painter, rect.adjusted(0, head + style.px(6), 0, 0), style)

    return both


class StripCard(ChartCard):
    """Seven days of movement."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(188, 250, parent)
        self.name_it(self.tr("Movement, day by day"))

    def show_week(self, week: WeekState, words: Words, today: date) -> None:
        """Draws another week."""
        movement = week.movement

        def paint(painter: QPainter, rect: QRectF, style: Style) -> None:
            paint_week_strip(painter, rect, movement, style, words, today)

        keys = keys_of_loads(movement, words, today)
        spoken = words.spoken_strip(movement, today)
        self.show_chart(under_keys(keys, paint), spoken, partial(table_week_strip, movement, words, today))


class NutrientsCard(ChartCard):
    """Nutrients by day, with how many days are recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(304, 400, parent)
        self.name_it(self.tr("Nutrients, day by day"))

    def show_week(self, week: WeekState, words: Words, today: date) -> None:
        """Draws another week."""
        shown = MAIN_NUTRIENTS
        self.note.setText(words.recorded_days(sum(day.recorded for day in week.days)))

        def paint(painter: QPainter, rect: QRectF, style: Style) -> None:
            paint_nutrient_days(painter, rect, week, shown, style, words, today)

        spoken = " ".join(words.spoken_nutrient_days(week.nutrients[n], week.week.first, today) for n in shown)
        keys = keys_of_nutrients(week, words, today)
        self.show_chart(under_keys(keys, paint), spoken, partial(table_nutrient_days, week, shown, words, today))


class MinutesCard(ChartCard):
    """The week's minutes against the 150 in their parts, days of resistance and balance, and pain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(200, 200, parent)
        self.name_it(self.tr("Minutes and days"))
        self._picture: WeekPicture | None = None
        self.pain, self.pain_before = Text("", "strong"), Text("", "body", "quiet")
        self.column.addSpacing(px(4))
        self.column.addWidget(self.pain)
        self.column.addWidget(self.pain_before)

    def show_week(self, week: WeekState, before: WeekState, words: Words) -> None:
        """Draws another week, with the pain of the week before it."""
        self._picture = picture = WeekPicture(week.movement, words, week.profile.count)
        self._fit()
        spoken = words.spoken_minutes(week.movement, week.profile.count)
        self.show_chart(picture.paint, spoken, partial(table_minutes_bar, week.movement, words))
        scored = week.pain_worst is not None
        self.pain.setText(
            self.tr("Joint pain: {pain}").format(pain=words.pain(week)) if scored else capital(words.pain(week))
        )
        self.pain_before.setText(self.tr("Week before: {pain}").format(pain=words.pain(before)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its sentence and its legend need in this width."""
        if self._picture is not None:
            wide = max(self.width() - 2 * px(self.PADDING), px(120))
            self.chart.setMinimumHeight(round(self._picture.height(wide, style())))


class TrendCard(ChartCard):
    """Twelve weeks of minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(126, 210, parent)
        self.name_it(self.tr("Twelve weeks"))

    def show_weeks(self, weeks: Sequence[WeekMovement], marked: date, words: Words, count: str) -> None:
        """Draws other weeks, the one that is open marked."""

        def paint(painter: QPainter, rect: QRectF, style: Style) -> None:
            paint_trend(painter, rect, weeks, style, words, marked)

        spoken = words.spoken_trend(weeks, count)
        keys = keys_of_trend(weeks, words, count)
        self.show_chart(under_keys(keys, paint), spoken, partial(table_trend, weeks, words))


class StepCard(Card):
    """The one next step of the running week, or what is true instead. `why(advice)`: where it is from."""

    why = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self._advice: Advice | None = None
        self.heading = Heading(self.tr("One next step"))
        self.sentence = Text("", "body")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.why_button = QuietButton(self.tr("Why?"))
        self.why_button.setAccessibleName(self.tr("Why? Where this step is from"))
        self.why_button.clicked.connect(lambda: self.why.emit(self._advice))
        head = QHBoxLayout()
        self.column.addLayout(head)
        head.addWidget(self.heading, 1)
        head.addWidget(self.why_button)
        self.column.addWidget(self.sentence)

    def show_advice(self, advice: Sequence[Advice], otherwise: str, words: Words) -> None:
        """Shows the first advice; without any, the sentence `otherwise`."""
        self._advice = advice[0] if advice else None
        self.sentence.setText(words.advice(advice[0]) if advice else otherwise)
        self.why_button.setVisible(bool(advice))

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setContentsMargins(px(self.PADDING), px(4), px(self.PADDING), px(self.PADDING - 2))
        self.column.setSpacing(0)
