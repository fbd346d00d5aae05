"""Days of resistance or balance as squares: one for each day asked for, ticked when done."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from bonecoach.paint.fill import fill, rounded
from bonecoach.paint.marks import check
from bonecoach.paint.plain import edge_rounded
from bonecoach.paint.style import Style

SIDE = 22
"""Pixels of a square's side at 100 %."""

_GAP = 6


def squares_width(done: int, target: int, style: Style) -> int:
    """Pixels that so many squares need, with a pixel for the edge at either side: each is rounded by itself."""
    count = max(done, target)
    return count * style.px(SIDE) + max(count - 1, 0) * style.px(_GAP) + 2


def paint_day_squares(painter: QPainter, rect: QRectF, done: int, target: int, role: str, style: Style) -> None:
    """`done` of `target` squares filled and ticked, in the colour of `role`; days beyond the target are filled too."""
    side = min(style.px(SIDE), rect.height() - 2)
    for nth in range(max(done, target)):
        left = rect.left() + 1 + nth * (side + style.px(_GAP))
        square = QRectF(left, rect.center().y() - side / 2, side, side)
        if nth < done:
            fill(painter, rounded(square, style.px(5)), style.colour(role), "solid", style)
            check(painter, square, style.colour("on_load"), style)
        else:
            edge_rounded(painter, square, style.px(5), style.colour("control"), 1.8 * style.scale)
