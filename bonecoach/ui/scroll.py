"""A list that scrolls inside its card, or takes all the height it needs where the page scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from bonecoach.ui.later import later
from bonecoach.ui.theme import px

_LEAST = 96


class Scroll(QScrollArea):
    """Downwards only, without an edge."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grows, self._inside = False, inside
        self.setViewport(QWidget())  # see `Page`
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # what it stands on shows through, whatever its colour
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        later(self._settle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_growing(self, grows: bool) -> None:
        """Whether it is as tall as what it holds."""
        self._grows = grows
        self.updateGeometry()

    def _settle(self) -> None:
        from PySide6.QtCore import Qt

        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        if not self._grows:
            return QSize(px(160), px(_LEAST))
        inside = self._inside
        wide = self.viewport().width()
        high = inside.heightForWidth(wide) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return QSize(px(160), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
