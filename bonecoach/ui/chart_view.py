"""A chart in the window: a picture with a name, and the same said in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QStylePainter, QWidget

from bonecoach.paint.style import Style
from bonecoach.ui.buttons import paint_ring
from bonecoach.ui.later import later
from bonecoach.ui.theme import follow, px, style

Paint = Callable[[QPainter, QRectF, Style], None]
"""A painter of `paint` with its state already bound."""


class ChartView(QLabel):
    """Draws a chart. A screen reader hears its name as a graphic, and its description, which says the same in words.

    `height` is in pixels at 100 %; the width is whatever the page gives. It can be reached with Tab, so that somebody
    who reads with the keyboard finds it.
    """

    # A QLabel with a pixmap is the one stock widget that Qt tells screen readers is a graphic.

    def __init__(self, name: str, height: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint: Paint | None = None
        self._height = height
        self.setPixmap(QPixmap(1, 1))
        self.setAccessibleName(name)
        later(self._settle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, self.updateGeometry)

    def show_chart(self, paint: Paint, description: str, height: float | None = None) -> None:
        """Draws another state: `paint(painter, rect, style)`. `description` says in words what it shows."""
        self._paint = paint
        if height is not None and height != self._height:
            self._height = height
            self.updateGeometry()
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)  # which also tells a screen reader that listens
        self.update()

    def _settle(self) -> None:
        from PySide6.QtCore import Qt

        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(style().font("body"))
        if self._paint is not None:
            self._paint(painter, QRectF(self.rect()), style())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), px(6))
