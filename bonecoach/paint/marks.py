"""The small signs of charts: target line, at-least arrow, limit triangle, rest, and a box for what is not recorded."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from bonecoach.paint.plain import edge_dashed, fill_path, fill_plain, stroke
from bonecoach.paint.style import Style


def dashed_line(painter: QPainter, line: QLineF, style: Style) -> None:
    """A target: dashes with a halo of paper, so that it is seen on paper and on any bar."""
    from PySide6.QtCore import Qt  # late, see `plain`: Today has none of these at the start

    painter.save()  # who fills with a pattern after this borrows the painter's pen
    painter.setPen(QPen(style.colour("card"), 3.4 * style.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(line)
    pen = QPen(style.colour("target"), 1.8 * style.scale, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.drawLine(line)
    painter.restore()


def upright_mark(painter: QPainter, x: float, top: float, bottom: float, ink: QColor, style: Style) -> None:
    """An upright line across a lying bar, with a halo of paper."""
    for wide, colour in ((6 * style.scale, style.colour("card")), (3 * style.scale, ink)):
        fill_plain(painter, QRectF(x - wide / 2, top, wide, bottom - top), colour)


def arrow(painter: QPainter, tip: QPointF, ink: QColor, style: Style, *, upward: bool) -> None:
    """At least: an open arrow head whose point is at `tip`, upward or to the right."""
    reach = 5 * style.scale
    wings = (
        (QPointF(-reach, reach), QPointF(reach, reach)) if upward else (QPointF(-reach, -reach), QPointF(-reach, reach))
    )
    path = QPainterPath(tip + wings[0])
    path.lineTo(tip)
    path.lineTo(tip + wings[1])
    stroke(painter, path, ink, 2.2 * style.scale)


def triangle(painter: QPainter, centre: QPointF, ink: QColor, style: Style) -> None:
    """Above an upper limit: a filled triangle."""
    reach = 5.5 * style.scale
    corners = [QPointF(0, -reach), QPointF(reach, reach * 0.8), QPointF(-reach, reach * 0.8)]
    path = QPainterPath()
    path.addPolygon(QPolygonF([centre + corner for corner in corners]))
    fill_path(painter, path, ink)


def dash(painter: QPainter, centre: QPointF, ink: QColor, style: Style) -> None:
    """Not recorded: a short lying stroke."""
    half = QPointF(5 * style.scale, 0)
    path = QPainterPath(centre - half)
    path.lineTo(centre + half)
    stroke(painter, path, ink, 2.4 * style.scale)


def dashed_box(painter: QPainter, rect: QRectF, radius: float, style: Style) -> None:
    """The place of something that is not recorded: an empty box with a dashed edge."""
    edge_dashed(painter, rect, radius, style.colour("control"), 1.4 * style.scale)


def moon(painter: QPainter, centre: QPointF, ink: QColor, style: Style) -> None:
    """Rest: a small crescent."""
    reach = 7 * style.scale
    whole, bite = QPainterPath(), QPainterPath()
    whole.addEllipse(centre, reach, reach)
    bite.addEllipse(centre + QPointF(reach * 0.55, -reach * 0.35), reach * 0.85, reach * 0.85)
    fill_path(painter, whole.subtracted(bite), ink)


def check(painter: QPainter, rect: QRectF, ink: QColor, style: Style) -> None:
    """Done: a tick."""
    path = QPainterPath(QPointF(rect.left() + rect.width() * 0.24, rect.center().y() + rect.height() * 0.03))
    path.lineTo(rect.left() + rect.width() * 0.43, rect.bottom() - rect.height() * 0.28)
    path.lineTo(rect.right() - rect.width() * 0.22, rect.top() + rect.height() * 0.28)
    stroke(painter, path, ink, 2.2 * style.scale)
