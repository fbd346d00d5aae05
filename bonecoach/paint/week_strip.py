"""Seven days of movement, each a column of minutes stacked by what they load."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bonecoach.core.activities import WEIGHT_BEARING, Load
from bonecoach.core.movement import DayMovement, WeekMovement
from bonecoach.paint.fill import PATTERNS, fill, rounded
from bonecoach.paint.lettering import CENTRE, centred, height_of, letter, letter_if_it_fits, width_of
from bonecoach.paint.marks import dash, dashed_box
from bonecoach.paint.style import Style
from bonecoach.words import Words

LEAST_FULL_COLUMN = 60
"""Minutes that fill a column in a quiet week, so that a short walk does not look like a long one."""

_MAKES_A_DAY = (Load.RESISTANCE, Load.BALANCE)


def paint_week_strip(
    painter: QPainter, rect: QRectF, movement: WeekMovement, style: Style, words: Words, today: date | None = None
) -> None:
    """The strip of a week. Days after `today` are left empty; `today` itself is underlined.

    Filled pieces are minutes in the colour and pattern of their load, with their figures where they fit; light
    weight-bearing minutes, which do not count, are outlined only. The day's sum stands above its column.
    """
    foot = height_of(style.font("small")) + style.px(8)
    head = height_of(style.font("small_strong")) + style.px(2)
    full = max(LEAST_FULL_COLUMN, *(sum(day.by_load.values()) for day in movement.days))
    room = QRectF(rect.left(), rect.top() + head, rect.width(), rect.height() - head - foot)
    cell = room.width() / len(movement.days)
    wide = min(cell * 0.74, style.px(76))
    for nth, day in enumerate(movement.days):
        column = QRectF(room.left() + cell * nth + (cell - wide) / 2, room.top(), wide, room.height())
        below = QRectF(room.left() + cell * nth, room.bottom() + style.px(4), cell, foot - style.px(4))
        _paint_label(painter, below, day.date, style, words, is_today=day.date == today)
        if today is None or day.date <= today or day.by_load:
            _paint_day(painter, column, day, full, style, words)


def _paint_day(painter: QPainter, column: QRectF, day: DayMovement, full: int, style: Style, words: Words) -> None:
    radius = style.px(6)
    if not day.recorded:
        dashed_box(painter, column.adjusted(1, 1, -1, -1), radius, style)
        dash(painter, column.center(), style.colour("quiet"), style)
        return
    fill(painter, rounded(column, radius), style.colour("track"), "solid", style)
    painter.save()
    painter.setClipPath(rounded(column, radius), Qt.ClipOperation.IntersectClip)
    top = column.bottom()
    pieces = _pieces(day)
    for load, minutes, counted in pieces:
        high = max(column.height() * minutes / full, style.px(5)) if minutes else style.px(12)
        piece = QRectF(column.left(), max(top - high, column.top()), column.width(), min(high, top - column.top()))
        top = piece.top() - style.px(2)
        _paint_piece(painter, piece, load, minutes if len(pieces) > 1 else 0, style, words, counted=counted)
    painter.restore()
    above = QPointF(column.center().x(), top - style.px(9) if pieces else column.bottom() - style.px(11))
    centred(painter, above, words.number(sum(day.by_load.values())), style.font("small_strong"), style.colour("text"))


def _pieces(day: DayMovement) -> list[tuple[Load, int, bool]]:
    """Load, minutes, and whether it is filled: from the bottom up. Sets without minutes stand as 0 minutes."""
    pieces: list[tuple[Load, int, bool]] = []
    for load in Load:
        minutes, counted = day.by_load.get(load, 0), day.counted_by_load.get(load, 0)
        light = minutes - counted if load in WEIGHT_BEARING else 0
        if minutes - light:
            pieces.append((load, minutes - light, True))
        if light:
            pieces.append((load, light, False))
        if not minutes and load in day.loads and load in _MAKES_A_DAY:
            pieces.append((load, 0, True))
    return pieces


def _paint_piece(
    painter: QPainter, piece: QRectF, load: Load, figure: int, style: Style, words: Words, *, counted: bool
) -> None:
    colour = style.load(load)
    path, room = rounded(piece, style.px(4)), piece
    if counted:
        fill(painter, path, colour, PATTERNS[load], style)
        ground, ink = colour, style.colour("on_load")
    else:
        ground, ink = style.colour("card"), style.colour("text")
        edge = 2 * style.scale
        room = piece.adjusted(edge, edge, -edge, -edge)
        painter.fillPath(path, ground)
        painter.setPen(QPen(colour, 2 * style.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(rounded(piece.adjusted(1, 1, -1, -1), style.px(4)))
    if figure:
        letter_if_it_fits(painter, room, words.number(figure), style.font("small_strong"), ink, ground, style)


def _paint_label(painter: QPainter, rect: QRectF, day: date, style: Style, words: Words, *, is_today: bool) -> None:
    font = style.font("small_strong" if is_today else "small")
    said = f"{words.weekday(day, short=True)} {day.day}"
    if width_of(said, font) > rect.width() - style.px(4):
        said = words.weekday(day, short=True)
    letter(painter, rect, said, font, style.colour("text" if is_today else "quiet"), CENTRE)
    if is_today:
        under = QRectF(0, 0, width_of(said, font), style.px(3))
        under.moveCenter(QPointF(rect.center().x(), rect.bottom() - style.px(1.5)))
        fill(painter, rounded(under, style.px(1.5)), style.colour("accent"), "solid", style)


def table_week_strip(movement: WeekMovement, words: Words, today: date | None = None) -> list[list[str]]:
    """The strip as rows of text, heads first: a day, its minutes by load, what counts, and a last row of sums."""
    loads = [load for load in Load if movement.by_load.get(load) or any(load in day.loads for day in movement.days)]
    heads = [
        words.say("chart.day"),
        *(words.sentence(f"load_short.{load}") for load in loads),
        words.say("chart.counted"),
    ]
    rows = [heads]
    for day in movement.days:
        said = [words.number(day.by_load.get(load, 0)) for load in loads]
        if not day.recorded:
            rows.append([_day(day.date, words), *("" for _ in loads), words.unrecorded(day.date, today)])
        else:
            rows.append([_day(day.date, words), *said, words.number(day.counted_minutes or 0)])
    sums = [words.number(movement.by_load.get(load, 0)) for load in loads]
    rows.append([words.say("chart.sum"), *sums, words.number(movement.counted_minutes)])
    return rows


def _day(day: date, words: Words) -> str:
    return f"{words.weekday(day, short=True)} {day.day}"
