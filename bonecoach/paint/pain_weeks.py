"""The worst joint pain of each week as a line from 0 to 10."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from bonecoach.core.period_pain import HIGH, PainWeek
from bonecoach.paint.fill import SOLID, fill
from bonecoach.paint.lettering import RIGHT, height_of, letter, width_of
from bonecoach.paint.marks import dashed_line
from bonecoach.paint.months import paint_months
from bonecoach.paint.plain import dot, stroke
from bonecoach.paint.style import Style
from bonecoach.words import Words

_WORST = 10


def paint_pain_weeks(painter: QPainter, rect: QRectF, weeks: Sequence[PainWeek], style: Style, words: Words) -> None:
    """A dot a week, oldest first, joined where weeks follow each other; a stroke at the foot where none was scored.

    The dashed line is at 4. A week without a score is no 0: its neighbours are not joined over it.
    """
    if not weeks:
        return
    font = style.font("tiny")
    line = height_of(font)
    side = width_of(words.number(_WORST), font) + style.px(8)
    room = QRectF(
        rect.left() + side, rect.top() + line / 2, rect.width() - side, rect.height() - 1.5 * line - style.px(6)
    )
    for score in (0, HIGH, _WORST):
        y = room.bottom() - room.height() * score / _WORST
        box = QRectF(rect.left(), y - line / 2, side - style.px(6), line)
        letter(painter, box, words.number(score), font, style.colour("quiet"), RIGHT)
    fill(painter, QRectF(room.left(), room.bottom(), room.width(), 1), style.colour("control"), SOLID, style)
    high = room.bottom() - room.height() * HIGH / _WORST
    dashed_line(painter, QLineF(room.left(), high, room.right(), high), style)
    _paint_line(painter, room, weeks, style)
    months = QRectF(room.left(), rect.bottom() - line, room.width(), line)
    paint_months(painter, months, [week.first for week in weeks], style, words)


def _paint_line(painter: QPainter, room: QRectF, weeks: Sequence[PainWeek], style: Style) -> None:
    cell = room.width() / len(weeks)
    path, joined = QPainterPath(), False
    dots = []
    for nth, week in enumerate(weeks):
        if week.worst is None:
            joined = False
            continue
        at = QPointF(room.left() + (nth + 0.5) * cell, room.bottom() - room.height() * week.worst / _WORST)
        (path.lineTo if joined else path.moveTo)(at)
        dots.append(at)
        joined = True
    stroke(painter, path, style.colour("text"), 1.6 * style.scale)
    radius = min(3.4 * style.scale, cell * 0.42)
    for at in dots:
        dot(painter, at, radius, style.colour("text"))
