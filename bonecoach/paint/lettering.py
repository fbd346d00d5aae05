"""Text in charts: measured before it is drawn, so that nothing is cut off or runs over a neighbour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from bonecoach.paint.plain import CENTRE, LEFT, RIGHT, fill_rounded, write
from bonecoach.paint.style import Style

__all__ = ["CENTRE", "LEFT", "RIGHT", "centred", "height_of", "letter", "letter_if_it_fits", "width_of"]


def width_of(text: str, font: QFont) -> float:
    """How wide a text is drawn, in the painter's pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def height_of(font: QFont) -> float:
    """The height of one line."""
    return QFontMetricsF(font).height()


def letter(painter: QPainter, rect: QRectF, text: str, font: QFont, ink: QColor, align: int = LEFT) -> None:
    """One line of text in a box."""
    write(painter, rect, text, font, ink, align)


def letter_if_it_fits(
    painter: QPainter, rect: QRectF, text: str, font: QFont, ink: QColor, ground: QColor, style: Style
) -> bool:
    """A figure in the middle of a filled piece, on a plain patch so that no pattern runs through it.

    Says whether there was room; without room nothing is drawn.
    """
    wide, high = width_of(text, font), QFontMetricsF(font).capHeight()
    room = 2.5 * style.scale
    if rect.width() < wide + 2 * room or rect.height() < high + 2 * room:
        return False
    patch = QRectF(0, 0, wide + 2 * room, min(high + 3 * room, rect.height()))
    patch.moveCenter(rect.center())
    fill_rounded(painter, patch, room, ground)
    centred(painter, rect.center(), text, font, ink)
    return True


def centred(painter: QPainter, centre: QPointF, text: str, font: QFont, ink: QColor) -> None:
    """Figures with their optical middle on a point: capitals and figures have no descenders to make room for."""
    metrics = QFontMetricsF(font)
    box = QRectF(0, 0, metrics.horizontalAdvance(text) + 2, metrics.height())
    box.moveCenter(QPointF(centre.x(), centre.y() + (metrics.capHeight() + metrics.descent() - metrics.ascent()) / 2))
    write(painter, box, text, font, ink, CENTRE)
