"""Fills that differ without colour: each kind of load, and supplements beside food, has a pattern of its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from bonecoach.core.activities import Load
from bonecoach.paint.plain import fill_path
from bonecoach.paint.style import Style

SOLID, STRIPES, DOTS, BARS, CROSS = "solid", "stripes", "dots", "bars", "cross"

PATTERNS = {
    Load.WEIGHT_BEARING_LOW: SOLID,
    Load.WEIGHT_BEARING_HIGH: STRIPES,
    Load.RESISTANCE: BARS,
    Load.BALANCE: DOTS,
    Load.NOT_WEIGHT_BEARING: CROSS,
}
"""The pattern of each kind of load. Pattern and colour always go together."""


def fill(painter: QPainter, shape: QPainterPath | QRectF, colour: QColor, pattern: str, style: Style) -> None:
    """Fills a shape with a colour and lays a pattern on it in the paper's colour, thin enough for text on top."""
    path = shape if isinstance(shape, QPainterPath) else _rectangle(shape)
    painter.save()
    fill_path(painter, path, colour)
    if pattern != SOLID:
        clip_more(painter, path)
        _lay(painter, path.boundingRect(), pattern, style)
    painter.restore()


def clip_more(painter: QPainter, path: QPainterPath) -> None:
    """Lets nothing be drawn outside a path, nor outside what was clipped before; `save` and `restore` around it."""
    painter.setClipPath(path.intersected(painter.clipPath()) if painter.hasClipping() else path)


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle with rounded corners as a path."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def _rectangle(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(rect)
    return path


def _lay(painter: QPainter, box: QRectF, pattern: str, style: Style) -> None:
    ink = style.colour("card")
    ink.setAlphaF(0.55)
    step = 7 * style.scale
    if pattern == DOTS:
        _dots(painter, box, step, ink, style)
        return
    height = box.height()
    slanting = _steps(box.left() - height, box.right(), step)
    lines: list[tuple[float, float, float, float]] = []
    if pattern == BARS:
        lines = [(box.left(), y, box.right(), y) for y in _steps(box.top() + step / 2, box.bottom(), step)]
    if pattern in (STRIPES, CROSS):
        lines = [(x, box.bottom(), x + height, box.top()) for x in slanting]
    if pattern == CROSS:
        lines += [(x, box.top(), x + height, box.bottom()) for x in slanting]
    path = QPainterPath()
    for x, y, right, end in lines:
        path.moveTo(x, y)
        path.lineTo(right, end)
    # As one filled shape, so many lines take ten times as long. The pen is borrowed: making one names the namespace.
    pen = painter.pen()
    pen.setColor(ink)
    pen.setWidthF(1.4 * style.scale)
    painter.strokePath(path, pen)


def _dots(painter: QPainter, box: QRectF, step: float, ink: QColor, style: Style) -> None:
    radius, path = 1.3 * style.scale, QPainterPath()
    for row, y in enumerate(_steps(box.top() + step / 2, box.bottom(), step)):
        for x in _steps(box.left() + (step / 2 if row % 2 else step), box.right(), step):
            path.addEllipse(QPointF(x, y), radius, radius)
    fill_path(painter, path, ink)


def _steps(start: float, stop: float, step: float) -> list[float]:
    return [start + n * step for n in range(max(0, int((stop - start) // step) + 1))]
