"""Text in charts: measured before it is drawn, so that nothing is cut off or runs over a neighbour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from bonecoach.paint.style import Style

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def width_of(text: str, font: QFont) -> float:
    """How wide a text is drawn, in the painter's pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def height_of(font: QFont) -> float:
    """The height of one line."""
    return QFontMetricsF(font).height()


def letter(
    painter: QPainter, rect: QRectF, text: str, font: QFont, ink: QColor, align: Qt.AlignmentFlag = LEFT
) -> None:
    """One line of text in a box."""
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(rect, align, text)


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
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(patch, room, room)
    centred(painter, rect.center(), text, font, ink)
    return True


def centred(painter: QPainter, centre: QPointF, text: str, font: QFont, ink: QColor) -> None:
    """Figures with their optical middle on a point: capitals and figures have no descenders to make room for."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(
        QPointF(centre.x() - metrics.horizontalAdvance(text) / 2, centre.y() + metrics.capHeight() / 2), text
    )
