"""What the colours, patterns and signs of a chart mean, in a line that breaks where it must."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from bonecoach.core.activities import WEIGHT_BEARING, Load
from bonecoach.core.movement import WeekMovement
from bonecoach.core.values import Value
from bonecoach.core.week import WeekState
from bonecoach.paint.fill import PATTERNS, SOLID, STRIPES, fill, rounded
from bonecoach.paint.lettering import LEFT, height_of, letter, width_of
from bonecoach.paint.marks import arrow, dash, dashed_line, moon, triangle
from bonecoach.paint.plain import edge_rounded
from bonecoach.paint.style import Style
from bonecoach.words import Words

Draw = Callable[[QPainter, QRectF, Style], None]


class Key(Value):
    """One sign and what it means."""

    draw: Draw
    said: str


def legend_height(width: float, keys: Sequence[Key], style: Style, role: str = "small") -> float:
    """The height that the keys need in this width, in the painter's pixels; `role` is that of their type."""
    bottoms = [box.bottom() for box, _ in _placed(QRectF(0, 0, width, 0), keys, style, role)]
    return max(bottoms, default=0.0)


def paint_legend(painter: QPainter, rect: QRectF, keys: Sequence[Key], style: Style, role: str = "small") -> None:
    """The keys from left to right, in as many lines as they need."""
    for box, key in _placed(rect, keys, style, role):
        side = style.px(16)
        sign = QRectF(box.left(), box.center().y() - side / 2, side, side)
        key.draw(painter, sign, style)
        said = box.adjusted(side + style.px(7), 0, 0, 0)
        letter(painter, said, key.said, style.font(role), style.colour("quiet"), LEFT)


def _placed(rect: QRectF, keys: Sequence[Key], style: Style, role: str) -> Iterator[tuple[QRectF, Key]]:
    font = style.font(role)
    high = height_of(font) + style.px(3)
    x, y = rect.left(), rect.top()
    for key in keys:
        wide = style.px(16 + 7) + width_of(key.said, font) + 1
        if x > rect.left() and x + wide > rect.right():
            x, y = rect.left(), y + high
        yield QRectF(x, y, wide, high), key
        x += wide + style.px(16)


def keys_of_loads(movement: WeekMovement, words: Words, today: date | None = None) -> list[Key]:
    """Keys of the loads in a week; both weight-bearing ones and the two that make days where there are none."""
    used = [load for load in Load if load in movement.by_load or any(load in day.loads for day in movement.days)]
    shown = used or [Load.WEIGHT_BEARING_LOW, Load.WEIGHT_BEARING_HIGH, Load.RESISTANCE, Load.BALANCE]
    keys = [Key(swatch_of(load), words.load_short(load)) for load in shown]
    if any(movement.by_load.get(load, 0) > movement.counted_by_load.get(load, 0) for load in WEIGHT_BEARING):
        keys.append(Key(outline, words.say("chart.light")))
    if any(not day.recorded and _has_come(day.date, today) for day in movement.days):
        keys.append(Key(_dash, words.say("spoken.not_recorded")))
    return keys


def keys_of_nutrients(week: WeekState, words: Words, today: date | None = None) -> list[Key]:
    """Keys of food, supplements and target, and of the rarer signs that this week has."""
    totals = [total for nutrient in week.nutrients.values() for total in nutrient.days]
    keys = [
        Key(_swatch("food", SOLID), words.say("chart.food_key")),
        Key(_swatch("supplement", STRIPES), words.say("chart.supplement_key")),
        Key(_target, words.say("chart.target_key")),
    ]
    if any(total.at_least and total.amount for total in totals):
        keys.append(Key(_arrow, words.say("chart.at_least_key")))
    if any(total.above_limit for total in totals):
        keys.append(Key(_triangle, words.say("chart.limit_key")))
    if any(not day.recorded and _has_come(day.date, today) for day in week.days):
        keys.append(Key(_dash, words.say("spoken.not_recorded")))
    return keys


def keys_of_trend(weeks: Sequence[WeekMovement], words: Words, count: str = "weight_bearing") -> list[Key]:
    """Keys of the filled and outlined columns, and of rest and missing weeks where there are some."""
    keys = [Key(_swatch("low", SOLID), words.say(f"count_kind.{count}"))]
    if any(week.aerobic_equivalent_minutes > week.counted_minutes for week in weeks):
        keys.append(Key(outline, words.say("chart.vigorous_twice_key")))
    if any(week.rest_week for week in weeks):
        keys.append(Key(_moon, words.say("spoken.rest_week")))
    if any(not week.known and not week.rest_week for week in weeks):
        keys.append(Key(_dash, words.say("spoken.not_recorded")))
    return keys


def _has_come(day: date, today: date | None) -> bool:
    return today is None or day <= today


def _swatch(role: str, pattern: str) -> Draw:
    def draw(painter: QPainter, rect: QRectF, style: Style) -> None:
        fill(painter, rounded(rect, style.px(4)), style.colour(role), pattern, style)

    return draw


def swatch_of(load: Load) -> Draw:
    """The sign of a load: its colour and pattern."""

    def draw(painter: QPainter, rect: QRectF, style: Style) -> None:
        fill(painter, rounded(rect, style.px(4)), style.load(load), PATTERNS[load], style)

    return draw


def outline(painter: QPainter, rect: QRectF, style: Style) -> None:
    """The sign of minutes that are outlined only."""
    edge_rounded(painter, rect, style.px(4), style.colour("low"), 2 * style.scale)


def thin_bar(painter: QPainter, rect: QRectF, style: Style) -> None:
    """The sign of the thin bar below the minutes: all aerobic movement with vigorous minutes twice."""
    lying = QRectF(rect.left(), rect.center().y() - style.px(4), rect.width(), style.px(8))
    fill(painter, rounded(lying, style.px(4)), style.colour("quiet"), SOLID, style)


def _target(painter: QPainter, rect: QRectF, style: Style) -> None:
    dashed_line(
        painter,
        QLineF(rect.left() - style.px(1), rect.center().y(), rect.right() + style.px(2), rect.center().y()),
        style,
    )


def _arrow(painter: QPainter, rect: QRectF, style: Style) -> None:
    arrow(
        painter, QPointF(rect.center().x(), rect.center().y() - style.px(3)), style.colour("text"), style, upward=True
    )


def _triangle(painter: QPainter, rect: QRectF, style: Style) -> None:
    triangle(painter, rect.center(), style.colour("limit"), style)


def _dash(painter: QPainter, rect: QRectF, style: Style) -> None:
    dash(painter, rect.center(), style.colour("quiet"), style)


def _moon(painter: QPainter, rect: QRectF, style: Style) -> None:
    moon(painter, rect.center(), style.colour("text"), style)
