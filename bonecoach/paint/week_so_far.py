"""The running week in one picture: minutes against the target, their parts, and days of resistance and balance."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from bonecoach.core.activities import WEIGHT_BEARING, Load
from bonecoach.core.movement import WeekMovement
from bonecoach.core.values import Value
from bonecoach.paint.day_squares import paint_day_squares, squares_width
from bonecoach.paint.legend import Key, legend_height, outline, paint_legend, swatch_of, thin_bar
from bonecoach.paint.lettering import height_of, letter, width_of
from bonecoach.paint.minutes_bar import paint_minutes_bar
from bonecoach.paint.plain import LEFT, WRAPPED, write
from bonecoach.paint.style import Style
from bonecoach.words import Words

_WRAPPED = LEFT | WRAPPED
_BAR = 40
_LARGEST_GAP = 22


class WeekPicture(Value):
    """A week's movement, the words for it, and what counts ("weight_bearing" or "all_aerobic")."""

    movement: WeekMovement
    words: Words
    count: str = "weight_bearing"

    def paint(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        """Draws from the top down; spare height goes between the parts."""
        heights = self._heights(rect.width(), style)
        spare = (rect.height() - sum(heights)) / len(heights)
        gap = min(max(spare, style.px(4)), style.px(_LARGEST_GAP))
        painters = (self._paint_number, self._paint_bar, self._paint_keys, self._paint_resistance, self._paint_balance)
        top = rect.top()
        for height, paint in zip(heights, painters, strict=True):
            paint(painter, QRectF(rect.left(), top, rect.width(), height), style)
            top += height + gap

    def height(self, width: float, style: Style) -> float:
        """The least height in a width, in the painter's pixels."""
        heights = self._heights(width, style)
        return sum(heights) + style.px(6) * (len(heights) - 1)

    def _heights(self, width: float, style: Style) -> tuple[float, ...]:
        row = max(height_of(style.font("strong")), style.px(26)) + style.px(2)
        return (
            self._number_height(width, style),
            style.px(_BAR),
            legend_height(width, self._keys(style), style),
            row,
            row,
        )

    # -- the number --------------------------------------------------------------------------------------------

    def _split(self) -> tuple[str, str]:
        """The figure that stands large, and the rest of its sentence; no figure when it does not come first."""
        said = self.words.minutes_of(self.movement, self.count)
        figure = self.words.number(self.movement.counted_minutes)
        return (figure, said[len(figure) :].strip()) if said.startswith(figure) else ("", said)

    def _number_height(self, width: float, style: Style) -> float:
        figure, rest = self._split()
        room = width - (width_of(figure, style.font("number")) + style.px(10) if figure else 0)
        metrics = QFontMetricsF(style.font("body"))
        wrapped = metrics.boundingRect(QRectF(0, 0, room, 10_000), _WRAPPED, rest)
        return max(wrapped.height(), height_of(style.font("number")) if figure else 0)

    def _paint_number(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        figure, rest = self._split()
        left = rect.left()
        if figure:
            letter(painter, rect, figure, style.font("number"), style.colour("text"), LEFT)
            left += width_of(figure, style.font("number")) + style.px(10)
        beside = QRectF(left, rect.top(), rect.right() - left, rect.height())
        write(painter, beside, rest, style.font("body"), style.colour("text"), _WRAPPED)

    # -- parts -------------------------------------------------------------------------------------------------

    def _paint_bar(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        thin = self.movement.aerobic_equivalent_minutes != self.movement.counted_minutes
        bar = rect if thin else rect.adjusted(0, style.px(4), 0, -style.px(8))
        paint_minutes_bar(painter, bar, self.movement, style, self.words)

    def _keys(self, style: Style) -> list[Key]:
        """What counts, in the bar's own figures; then what does not: light movement, the other loads, all aerobic."""
        movement, words = self.movement, self.words
        counted, keys, light = movement.counted_by_load, [], 0
        for load in Load:
            besides = movement.by_load.get(load, 0) - counted.get(load, 0)
            shown = counted.get(load, 0)
            if load in WEIGHT_BEARING:
                light += besides
            else:
                shown += besides
            if shown:
                keys.append(Key(swatch_of(load), f"{words.load_short(load)} {words.number(shown)}"))
        if light:
            keys.append(Key(outline, f"{words.say('chart.light')} {words.number(light)}"))
        if movement.aerobic_equivalent_minutes != movement.counted_minutes:
            equal = words.number(movement.aerobic_equivalent_minutes)
            keys.append(Key(thin_bar, f"{words.say('chart.vigorous_twice_key')} {equal}"))
        low = Load.WEIGHT_BEARING_LOW
        return keys or [Key(swatch_of(low), f"{words.load_short(low)} {words.number(0)}")]

    def _paint_keys(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        paint_legend(painter, rect, self._keys(style), style)

    # -- days --------------------------------------------------------------------------------------------------

    def _paint_resistance(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        movement = self.movement
        self._paint_days(painter, rect, "resistance", movement.resistance_days, movement.resistance_days_target, style)

    def _paint_balance(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        movement = self.movement
        self._paint_days(painter, rect, "balance", movement.balance_days, movement.balance_days_target, style)

    def _paint_days(self, painter: QPainter, rect: QRectF, kind: str, done: int, target: int, style: Style) -> None:
        name = self.words.sentence(f"load_short.{kind}")
        letter(painter, rect, name, style.font("strong"), style.colour("text"), LEFT)
        said = self.words.days_of(kind, self.movement)
        after = width_of(name, style.font("strong")) + style.px(8)
        squares = squares_width(done, target, style)
        if after + width_of(said, style.font("body")) + squares + style.px(8) <= rect.width():
            letter(painter, rect.adjusted(after, 0, 0, 0), said, style.font("body"), style.colour("quiet"), LEFT)
        place = QRectF(rect.right() - squares, rect.top(), squares, rect.height())
        paint_day_squares(painter, place, done, target, kind, style)
