"""The small signs of charts: target line, at-least arrow, limit triangle, rest, and a box for what is not recorded."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from bonecoach.paint.style import Style


def dashed_line(painter: QPainter, line: QLineF, style: Style) -> None:
    """A target: dashes with a halo of paper, so that it is seen on paper and on any bar."""
    painter.setPen(QPen(style.colour("card"), 3.4 * style.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(line)
    pen = QPen(style.colour("target"), 1.8 * style.scale, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.drawLine(line)


def upright_mark(painter: QPainter, x: float, top: float, bottom: float, ink: QColor, style: Style) -> None:
    """An upright line across a lying bar, with a halo of paper."""
    painter.setPen(QPen(style.colour("card"), 6 * style.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QLineF(x, top, x, bottom))
    painter.setPen(QPen(ink, 3 * style.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QLineF(x, top, x, bottom))


def arrow(painter: QPainter, tip: QPointF, ink: QColor, style: Style, *, upward: bool) -> None:
    """At least: an open arrow head whose point is at `tip`, upward or to the right."""
    reach = 5 * style.scale
    wings = (
        (QPointF(-reach, reach), QPointF(reach, reach)) if upward else (QPointF(-reach, -reach), QPointF(-reach, reach))
    )
    path = QPainterPath(tip + wings[0])
    path.lineTo(tip)
    path.lineTo(tip + wings[1])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(ink, 2.2 * style.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPath(path)


def triangle(painter: QPainter, centre: QPointF, ink: QColor, style: Style) -> None:
    """Above an upper limit: a filled triangle."""
    reach = 5.5 * style.scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    corners = [QPointF(0, -reach), QPointF(reach, reach * 0.8), QPointF(-reach, reach * 0.8)]
    painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))


def dash(painter: QPainter, centre: QPointF, ink: QColor, style: Style) -> None:
    """Not recorded: a short lying stroke."""
    painter.setPen(QPen(ink, 2.4 * style.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    half = 5 * style.scale
    painter.drawLine(QLineF(centre.x() - half, centre.y(), centre.x() + half, centre.y()))


def dashed_box(painter: QPainter, rect: QRectF, radius: float, style: Style) -> None:
    """The place of something that is not recorded: an empty box with a dashed edge."""
    pen = QPen(style.colour("control"), 1.4 * style.scale, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def moon(painter: QPainter, centre: QPointF, ink: QColor, style: Style) -> None:
    """Rest: a small crescent."""
    reach = 7 * style.scale
    whole, bite = QPainterPath(), QPainterPath()
    whole.addEllipse(centre, reach, reach)
    bite.addEllipse(centre + QPointF(reach * 0.55, -reach * 0.35), reach * 0.85, reach * 0.85)
    painter.fillPath(whole.subtracted(bite), ink)


def check(painter: QPainter, rect: QRectF, ink: QColor, style: Style) -> None:
    """Done: a tick."""
    path = QPainterPath(QPointF(rect.left() + rect.width() * 0.24, rect.center().y() + rect.height() * 0.03))
    path.lineTo(rect.left() + rect.width() * 0.43, rect.bottom() - rect.height() * 0.28)
    path.lineTo(rect.right() - rect.width() * 0.22, rect.top() + rect.height() * 0.28)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(ink, 2.2 * style.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPath(path)
