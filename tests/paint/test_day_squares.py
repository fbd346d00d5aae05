"""Squares of days: each as wide as the pixels allow, in every text size, and none cut off."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from bonecoach.paint.day_squares import paint_day_squares, squares_width
from bonecoach.paint.style import Style


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize(("done", "target"), [(1, 2), (0, 3), (4, 3)])
def test_none_is_cut_off_at_its_right_edge(qapp, scale, done, target):
    style = Style(scale=scale)
    wide, high, beside = squares_width(done, target, style), style.px(30), 20
    image = QImage(wide + beside, high, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_day_squares(painter, QRectF(0, 0, wide, high), done, target, "balance", style)
    painter.end()
    inked = [x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 240 for y in range(high))]
    assert inked[0] >= 0
    assert wide - 3 <= inked[-1] < wide
