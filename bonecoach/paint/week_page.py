"""A week on one sheet of paper: the same charts as in the window, legible in black and white."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from bonecoach.core.movement import WeekMovement
from bonecoach.core.nutrients import MAIN_NUTRIENTS
from bonecoach.core.week import WeekState
from bonecoach.paint.fill import SOLID, fill
from bonecoach.paint.legend import Key, keys_of_loads, keys_of_nutrients, keys_of_trend, legend_height, paint_legend
from bonecoach.paint.lettering import LEFT, RIGHT, height_of, letter
from bonecoach.paint.nutrient_days import paint_nutrient_days
from bonecoach.paint.style import Style
from bonecoach.paint.trend import paint_trend
from bonecoach.paint.week_so_far import WeekPicture
from bonecoach.paint.week_strip import paint_week_strip
from bonecoach.words import Words, capital

Draw = Callable[[QPainter, QRectF, Style], None]

_SHARES = {"strip": 3.0, "nutrients": 6.2, "weeks": 2.6}
"""How the height that headings and legends leave is shared among the charts."""

_FULL_HEIGHT = 1130.0
"""The least height in pixels of 1/96 inch that the sheet needs at 100 %; on shorter paper everything is smaller."""


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """A week, the weeks around it, and the day on which the sheet is made."""

    week: WeekState
    weeks: Sequence[WeekMovement]
    words: Words
    today: date

    def paint(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        """Draws the sheet from the top down."""
        style = replace(style, scale=style.scale * min(1.0, rect.height() / (_FULL_HEIGHT * style.scale)))
        words, week = self.words, self.week
        charts: list[tuple[str, list[Key], Draw]] = [
            ("strip", keys_of_loads(week.movement, words, self.today), self._strip),
            ("nutrients", keys_of_nutrients(week, words, self.today), self._nutrients),
            ("weeks", keys_of_trend(self.weeks, words, week.profile.count), self._trend),
        ]
        y = self._paint_head(painter, rect, style)
        picture = WeekPicture(week.movement, words, week.profile.count)
        y = self._title(painter, rect, y, "minutes", [], style)
        high = picture.height(rect.width(), style)
        picture.paint(painter, QRectF(rect.left(), y, rect.width(), high), style)
        y = self._paint_pain(painter, rect, y + high, style)
        foot = QRectF(rect.left(), rect.bottom() - style.px(18), rect.width(), style.px(18))
        heads = sum(self._title_height(rect.width(), keys, style) for _, keys, _ in charts)
        unit = (foot.top() - y - heads - style.px(8)) / sum(_SHARES.values())
        for name, keys, draw in charts:
            y = self._title(painter, rect, y, name, keys, style)
            draw(painter, QRectF(rect.left(), y, rect.width(), unit * _SHARES[name]), style)
            y += unit * _SHARES[name]
        letter(painter, foot, words.say("chart.sheet_foot"), style.font("tiny"), style.colour("quiet"), LEFT)

    def _paint_head(self, painter: QPainter, rect: QRectF, style: Style) -> float:
        words, high = self.words, height_of(style.font("title"))
        box = QRectF(rect.left(), rect.top(), rect.width(), high)
        letter(painter, box, words.week_title(self.week.week.first), style.font("title"), style.colour("text"), LEFT)
        made = words.say("chart.sheet_made", day=words.short_date(self.today))
        letter(painter, box, made, style.font("small"), style.colour("quiet"), RIGHT)
        return box.bottom()

    def _title_height(self, width: float, keys: Sequence[Key], style: Style) -> float:
        legend = legend_height(width, keys, style) + style.px(4) if keys else 0.0
        return style.px(16) + height_of(style.font("heading")) + style.px(4) + legend

    def _title(
        self, painter: QPainter, rect: QRectF, top: float, name: str, keys: Sequence[Key], style: Style
    ) -> float:
        """A rule, a heading and a legend; where they end."""
        fill(painter, QRectF(rect.left(), top + style.px(10), rect.width(), 1), style.colour("control"), SOLID, style)
        head = QRectF(rect.left(), top + style.px(16), rect.width(), height_of(style.font("heading")))
        letter(painter, head, self.words.say(f"chart.sheet_{name}"), style.font("heading"), style.colour("text"), LEFT)
        legend = QRectF(rect.left(), head.bottom() + style.px(4), rect.width(), 0)
        paint_legend(painter, legend, keys, style)
        return top + self._title_height(rect.width(), keys, style)

    def _paint_pain(self, painter: QPainter, rect: QRectF, top: float, style: Style) -> float:
        said = capital(self.words.say("chart.sheet_pain", pain=self.words.pain(self.week)))
        box = QRectF(rect.left(), top + style.px(8), rect.width(), height_of(style.font("body")))
        painter.setFont(style.font("body"))
        painter.setPen(style.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
        return box.bottom()

    def _strip(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        paint_week_strip(painter, rect, self.week.movement, style, self.words, self.today)

    def _nutrients(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        paint_nutrient_days(painter, rect, self.week, MAIN_NUTRIENTS, style, self.words, self.today)

    def _trend(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        paint_trend(painter, rect, self.weeks, style, self.words, self.week.week.first)
