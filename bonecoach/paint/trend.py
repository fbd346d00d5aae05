"""Weeks of minutes side by side, against the 150."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bonecoach.core.movement import WeekMovement
from bonecoach.paint.fill import SOLID, STRIPES, fill, rounded
from bonecoach.paint.lettering import LEFT, centred, height_of, letter, width_of
from bonecoach.paint.marks import dash, dashed_line, moon
from bonecoach.paint.months import paint_months
from bonecoach.paint.style import Style
from bonecoach.words import Words, unbroken

_SHARE_OF_CELL, _SMALLEST = 0.66, 0.45


def paint_trend(
    painter: QPainter,
    rect: QRectF,
    weeks: Sequence[WeekMovement],
    style: Style,
    words: Words,
    marked: date | None = None,
    *,
    target_beside: bool = False,
) -> None:
    """One column a week, oldest first: filled for counted minutes, outlined for all aerobic with vigorous twice.

    The dashed line is the target. A rest week is striped and has a moon, with the word where it fits; a week in which
    nothing was logged has a stroke and no column; a recorded week without minutes has a 0. The week whose first day is
    `marked` is underlined. The target is said on its line, or `target_beside` the columns.
    """
    if not weeks:
        return
    foot, line = height_of(style.font("tiny")) + style.px(8), height_of(style.font("tiny")) + style.px(4)
    bare = target_beside and not any(week.rest_week for week in weeks)  # neither a word nor a moon above the columns
    head = style.px(4) if bare else line
    target = weeks[-1].target_minutes
    said = words.minutes(target)
    beside = width_of(said, style.font("tiny")) + style.px(8) if target_beside else 0.0
    room = QRectF(rect.left() + beside, rect.top() + head, rect.width() - beside, rect.height() - head - foot)
    full = max(target * 1.15, *(max(w.counted_minutes, min(w.aerobic_equivalent_minutes, 2 * target)) for w in weeks))
    cell = room.width() / len(weeks)
    wide = min(cell * _SHARE_OF_CELL, style.px(40))
    fill(painter, QRectF(room.left(), room.bottom(), room.width(), 1), style.colour("control"), SOLID, style)
    columns = [
        QRectF(room.left() + (n + 0.5) * cell - wide / 2, room.top(), wide, room.height()) for n in range(len(weeks))
    ]
    for column, week in zip(columns, weeks, strict=True):
        _paint_week(painter, column, week, full, style, words)
        if week.days[0].date == marked:
            under = QRectF(column.left(), room.bottom() + style.px(3), wide, style.px(3))
            fill(painter, rounded(under, style.px(1.5)), style.colour("accent"), SOLID, style)
    y = room.bottom() - room.height() * target / full
    dashed_line(painter, QLineF(room.left(), y, room.right(), y), style)
    _say_target(painter, QPointF(rect.left(), y - line / 2 if target_beside else y - line), said, style)
    for column, week in zip(columns, weeks, strict=True):
        if week.rest_week:
            _paint_rest(painter, column, column.bottom() - column.height() * week.counted_minutes / full, style, words)
    months = QRectF(room.left(), rect.bottom() - foot + style.px(6), room.width(), foot - style.px(6))
    paint_months(painter, months, [week.days[0].date for week in weeks], style, words)


def _say_target(painter: QPainter, at: QPointF, said: str, style: Style) -> None:
    font = style.font("tiny")
    box = QRectF(at.x(), at.y(), width_of(said, font) + style.px(6), height_of(font) + style.px(2))
    fill(painter, rounded(box, style.px(3)), style.colour("card"), SOLID, style)
    letter(painter, box, said, font, style.colour("text"), LEFT)


def _paint_week(painter: QPainter, column: QRectF, week: WeekMovement, full: float, style: Style, words: Words) -> None:
    def piece(minutes: float) -> QRectF:
        high = column.height() * min(1.0, minutes / full)
        return QRectF(column.left(), column.bottom() - high, column.width(), high)

    foot = QPointF(column.center().x(), column.bottom() - style.px(10))
    if not week.known and not week.rest_week:
        dash(painter, foot, style.colour("quiet"), _small(column, style))
        return
    counted, equal = week.counted_minutes, week.aerobic_equivalent_minutes
    radius = min(style.px(4), column.width() / 3)
    if equal > counted and not week.rest_week:
        painter.setPen(QPen(style.colour("low"), 1.6 * style.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(piece(equal).adjusted(1, 1, -1, 0), radius, radius)
    if counted:
        role, pattern = ("other", STRIPES) if week.rest_week else ("low", SOLID)
        fill(painter, rounded(piece(counted), radius), style.colour(role), pattern, style)
    elif not week.rest_week:
        centred(painter, foot, words.number(0), style.font("tiny"), style.colour("text"))


def _paint_rest(painter: QPainter, column: QRectF, top: float, style: Style, words: Words) -> None:
    small = _small(column, style)
    middle, reach = QPointF(column.center().x(), top - small.px(11)), small.px(9)
    halo = QRectF(middle - QPointF(reach, reach), middle + QPointF(reach, reach))
    fill(painter, rounded(halo, reach), style.colour("card"), SOLID, style)
    moon(painter, middle, style.colour("text"), small)
    said, font = words.say("chart.rest"), style.font("tiny")
    if width_of(said, font) <= column.width() / _SHARE_OF_CELL and middle.y() - style.px(24) > column.top():
        centred(painter, middle - QPointF(0, style.px(18)), said, font, style.colour("text"))


def _small(column: QRectF, style: Style) -> Style:
    """The style for the signs of a column: where many weeks stand side by side, they are no wider than theirs."""
    room = column.width() / _SHARE_OF_CELL
    return replace(style, scale=style.scale * max(_SMALLEST, min(1.0, room / style.px(18))))


def table_trend(weeks: Sequence[WeekMovement], words: Words) -> list[list[str]]:
    """The weeks as rows of text, heads first: first day, counted minutes, all aerobic, resistance and balance days."""
    heads = [words.say(f"chart.{key}") for key in ("week_from", "counted", "vigorous_twice")]
    rows = [[*heads, words.say("chart.resistance_days"), words.say("chart.balance_days")]]
    for week in weeks:
        first = unbroken(words.short_date(week.days[0].date))
        if not week.known and not week.rest_week:
            rows.append([first, words.say("spoken.not_recorded"), "", "", ""])
            continue
        days = [
            words.say("days.so_far", done=week.resistance_days, target=week.resistance_days_target),
            words.say("days.so_far", done=week.balance_days, target=week.balance_days_target),
        ]
        counted = words.number(week.counted_minutes)
        counted = words.say("chart.rest_with", minutes=counted) if week.rest_week else counted
        rows.append([first, counted, words.number(week.aerobic_equivalent_minutes), *days])
    return rows
