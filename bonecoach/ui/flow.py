"""Buttons beside each other, in as many lines as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonecoach.ui.theme import px


class Flow(QWidget):
    """`gap` is the distance between neighbours, in pixels at 100 %."""

    def __init__(self, gap: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._pieces: list[QWidget] = []
        self._away: set[QWidget] = set()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, piece: QWidget) -> None:
        """One more, behind the others."""
        piece.setParent(self)
        self._pieces.append(piece)
        self._place(self.width())
        self.updateGeometry()

    def show_piece(self, piece: QWidget, *, on: bool) -> None:
        """Shows one of them, or leaves its place to those behind it."""
        piece.setVisible(on)
        (self._away.discard if on else self._away.add)(piece)
        self._place(self.width())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(max(self.width(), px(200))))

    def minimumSizeHint(self) -> QSize:
        widest = max((piece.sizeHint().width() for piece in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width())
        self.updateGeometry()

    def _place(self, width: int, *, move: bool = True) -> int:
        gap, x, y, high = px(self._gap), 0, 0, 0
        for piece in self._shown():
            size = piece.sizeHint()
            size.setWidth(min(size.width(), max(width, 1)))
            if x and x + size.width() > width:
                x, y, high = 0, y + high + gap, 0
            if move:
                piece.setGeometry(QRect(QPoint(x, y), size))
            x, high = x + size.width() + gap, max(high, size.height())
        return y + high

    def _shown(self) -> list[QWidget]:
        return [piece for piece in self._pieces if piece not in self._away]
