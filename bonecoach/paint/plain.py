"""The few strokes, fills and letters that Today is drawn with, without ever naming the namespace `Qt`.

Naming it even once (as setting a pen or a brush does, to tell their many forms apart) makes Python build all of its two
hundred enums: a fifth of the time until the window is first painted. Fills need none of it, a stroke is the fill of its
outline, and letters are written by the style. What is drawn later need not care.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPalette,
)
from PySide6.QtWidgets import QStylePainter

ALIGN_LEFT = 0x0001
ALIGN_RIGHT = 0x0002
ALIGN_MIDDLE = 0x0004
ALIGN_UPRIGHT = 0x0080
"""Qt.AlignmentFlag.AlignVCenter."""
WRAPPED = 0x1000
"""Qt.TextFlag.TextWordWrap."""

LEFT = ALIGN_LEFT | ALIGN_UPRIGHT
CENTRE = ALIGN_MIDDLE | ALIGN_UPRIGHT
RIGHT = ALIGN_RIGHT | ALIGN_UPRIGHT

ELLIPSIS = "\u2026"

_INK = QPalette.ColorRole.WindowText


def brush_of(colour: QColor) -> QBrush:
    """A brush that fills with one colour."""
    return _brush(colour.rgba())


@lru_cache(maxsize=128)
def _brush(rgba: int) -> QBrush:
    return _inks(rgba).brush(_INK)


@lru_cache(maxsize=128)
def _inks(rgba: int) -> QPalette:
    inks = QPalette()
    inks.setColor(_INK, QColor.fromRgba(rgba))
    return inks


def fill_path(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    """A filled shape without an edge."""
    painter.fillPath(path, brush_of(colour))


def fill_rounded(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """A filled rectangle with round corners and no edge."""
    fill_path(painter, _rounded(rect, radius), colour)


def fill_plain(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A filled rectangle."""
    path = QPainterPath()
    path.addRect(rect)
    fill_path(painter, path, colour)


def dot(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    """A filled disc."""
    path = QPainterPath()
    path.addEllipse(centre, radius, radius)
    fill_path(painter, path, colour)


def edge_rounded(painter: QPainter, rect: QRectF, radius: float, colour: QColor, wide: float = 1.0) -> None:
    """The edge of a rectangle with round corners, `wide` pixels and wholly inside it."""
    ring = _rounded(rect, radius)
    inner = max(radius - wide, 0)
    ring.addRoundedRect(rect.adjusted(wide, wide, -wide, -wide), inner, inner)
    fill_path(painter, ring, colour)


def edge_dashed(painter: QPainter, rect: QRectF, radius: float, colour: QColor, wide: float = 1.0) -> None:
    """Such an edge in dashes three times as long as wide, its corners whole.

    A stroker's own dashes would name the namespace, and to walk along a path takes twenty times as long.
    """
    half, dash = wide / 2, 3 * wide
    box, bend = rect.adjusted(half, half, -half, -half), max(radius - half, 0.0)
    dashes = QPainterPath()
    for at_right, at_foot, angle in ((False, False, 90), (True, False, 0), (True, True, 270), (False, True, 180)):
        corner = QRectF(0, 0, 2 * bend, 2 * bend)
        corner.moveLeft(box.right() - 2 * bend if at_right else box.left())
        corner.moveTop(box.bottom() - 2 * bend if at_foot else box.top())
        dashes.arcMoveTo(corner, angle)
        dashes.arcTo(corner, angle, 90)
    for start, end in _dashes(box.left() + bend, box.right() - bend, dash):
        for y in (box.top(), box.bottom()):
            dashes.moveTo(start, y)
            dashes.lineTo(end, y)
    for start, end in _dashes(box.top() + bend, box.bottom() - bend, dash):
        for x in (box.left(), box.right()):
            dashes.moveTo(x, start)
            dashes.lineTo(x, end)
    lines_of(painter, dashes, colour, wide)


def _dashes(start: float, stop: float, dash: float) -> list[tuple[float, float]]:
    """Dashes with gaps as long as they are, spread evenly between two corners."""
    number = max(int((stop - start) / (2 * dash)), 0)
    pitch = (stop - start) / number if number else 0.0
    middles = [start + pitch * (n + 0.5) for n in range(number)]
    return [(middle - dash / 2, middle + dash / 2) for middle in middles]


def line(painter: QPainter, start: QPointF, end: QPointF, colour: QColor, wide: float) -> None:
    """A straight line with flat ends."""
    path = QPainterPath(start)
    path.lineTo(end)
    fill_path(painter, _stroked(path, wide), colour)


def lines_of(painter: QPainter, path: QPainterPath, colour: QColor, wide: float) -> None:
    """All lines of a path at once, with flat ends."""
    fill_path(painter, _stroked(path, wide), colour)


def stroke(painter: QPainter, path: QPainterPath, colour: QColor, wide: float) -> None:
    """The lines of a path with round ends and joints."""
    fill_path(painter, outline(path, wide), colour)


def outline(path: QPainterPath, wide: float) -> QPainterPath:
    """The shape of a stroke with round ends and joints: a dot on every corner does what a round cap would.

    A stroker's shapes are filled wherever they wind around a point, so dots may lie over lines and over each other;
    they have to wind the same way.
    """
    shape = _stroked(path, wide)
    for polygon in path.toSubpathPolygons():
        for corner in polygon.toList():
            disc = QPainterPath()
            disc.addEllipse(corner, wide / 2, wide / 2)
            shape.addPath(disc)
    return shape


def write(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: QColor, align: int = LEFT) -> None:
    """Text in a box."""
    painter.setFont(font)
    if isinstance(painter, QStylePainter):
        painter.drawItemText(rect.toRect(), align, _inks(colour.rgba()), True, text, _INK)
    else:
        painter.setPen(colour)
        painter.drawText(rect, align, text)


def cut(text: str, font: QFont, room: float) -> str:
    """The text, shortened with an ellipsis where it is wider than `room`."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= room:
        return text
    fits, too_long = 0, len(text)  # letters that fit before an ellipsis; Qt's own way would name the namespace
    while too_long - fits > 1:
        letters = (fits + too_long) // 2
        if metrics.horizontalAdvance(text[:letters].rstrip() + ELLIPSIS) <= room:
            fits = letters
        else:
            too_long = letters
    return text[:fits].rstrip() + ELLIPSIS


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def _stroked(path: QPainterPath, wide: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(wide)
    return stroker.createStroke(path)
