"""The densities of one site in time, small: for paper, where sites stand beside each other."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from bonecoach.exchange.summary.curves import Curve
from bonecoach.paint.lettering import CENTRE, LEFT, RIGHT, height_of, letter, width_of
from bonecoach.paint.marks import dashed_line
from bonecoach.paint.plain import stroke
from bonecoach.paint.style import Style
from bonecoach.paint.timeline import paint_site_mark

_PLOT, _AIR, _BELOW = 45, 5, 4
_BESIDE = 9
"""Between a mark and what stands beside it."""


def curve_height(style: Style) -> float:
    """How tall a chart is: its name, air, its plot, air for a figure beside its lowest mark, its months."""
    return height_of(style.font("tiny_strong")) + style.px(_PLOT + _AIR + _BELOW) + height_of(style.font("tiny"))


def paint_curve(painter: QPainter, rect: QRectF, curve: Curve, style: Style) -> None:
    """The mark of the site for every scan, its first and its last density beside them, their months below.

    Scans that can be compared are joined. Between the dashes the newest density would be no measurable change.
    """
    font, strong = style.font("tiny"), style.font("tiny_strong")
    line, head = height_of(font), height_of(strong)
    name = QRectF(rect.left(), rect.top(), rect.width(), head)
    letter(painter, name, curve.name, strong, style.colour("text"), LEFT)
    beside = width_of(curve.points[0].bmd, font) + style.px(_BESIDE) + style.px(4)
    top = rect.top() + head + style.px(_AIR)
    plot = QRectF(rect.left() + beside, top, rect.width() - 2 * beside, rect.bottom() - line - style.px(_BELOW) - top)

    def at(x: float, y: float) -> QPointF:
        return QPointF(plot.left() + x * plot.width(), plot.bottom() - y * plot.height())

    if curve.bounds is not None:
        for y in (curve.bounds.low, curve.bounds.high):
            dashed_line(painter, QLineF(at(curve.bounds.left, y), at(curve.bounds.right, y)), style)
    marks = [at(point.x, point.y) for point in curve.points]
    for old, new in curve.links:
        path = QPainterPath(marks[old])
        path.lineTo(marks[new])
        stroke(painter, path, style.colour("text"), 2 * style.scale)
    for mark in marks:
        paint_site_mark(painter, mark, curve.site, curve.side, style)
    for mark, point, align in ((marks[0], curve.points[0], RIGHT), (marks[-1], curve.points[-1], LEFT)):
        left = mark.x() - beside if align == RIGHT else mark.x() + style.px(_BESIDE)
        box = QRectF(left, mark.y() - line / 2, beside - style.px(_BESIDE), line)
        letter(painter, box, point.bmd, font, style.colour("text"), align)
    _paint_months(painter, rect, curve, (marks[0].x(), marks[-1].x()), style)


def _paint_months(painter: QPainter, rect: QRectF, curve: Curve, ends: tuple[float, float], style: Style) -> None:
    """Under the first and the last mark; the first gives way where both do not fit."""
    font = style.font("tiny")
    boxes = []
    for x, point in zip(ends, (curve.points[0], curve.points[-1]), strict=True):
        wide = width_of(point.month, font) + 2
        left = min(max(x - wide / 2, rect.left()), rect.right() - wide)
        boxes.append((QRectF(left, rect.bottom() - height_of(font), wide, height_of(font)), point.month))
    (first, _), (last, _) = boxes
    for box, month in boxes if first.right() + style.px(6) <= last.left() else boxes[1:]:
        letter(painter, box, month, font, style.colour("quiet"), CENTRE)
