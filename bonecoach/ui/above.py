"""What stands above every page, one under the other. It is as tall as it needs while the page keeps its least height.

In large text a waiting reminder and the morning of a tablet would otherwise be taller than the screen together, and
push out what is typed in and the slip for what was just done; then they scroll.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.ui.later import later
from bonecoach.ui.theme import colour, follow, px

LEAST = 60
"""Pixels at 100 % that stay of it, however little room there is."""


class Above(QScrollArea):
    """Holds widgets in `column`, and takes no room while none of them is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside = Inside()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setViewport(QWidget())  # see `Page`
        self.setWidget(self.inside)
        self.inside.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.edge = QWidget(self)
        self.edge.setAutoFillBackground(True)
        self.verticalScrollBar().rangeChanged.connect(self._show_edge)
        follow(self, self._colour_edge)
        later(self._settle)

    def sizeHint(self) -> QSize:
        wide = self.viewport().width()
        column = self.column
        high = column.heightForWidth(wide) if column.hasHeightForWidth() else column.sizeHint().height()
        return QSize(px(160), max(0, high))

    def minimumSizeHint(self) -> QSize:
        wanted = self.sizeHint()
        return QSize(wanted.width(), min(wanted.height(), px(LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_edge()

    def _show_edge(self) -> None:
        """Where there is more of it than is seen, a line parts it from the page, under which it seems to lie."""
        thick = max(2, px(1))
        self.edge.setGeometry(0, self.height() - thick, self.width(), thick)
        self.edge.setVisible(self.verticalScrollBar().maximum() > 0)
        self.edge.raise_()

    def _colour_edge(self) -> None:
        ground = self.edge.palette()
        ground.setColor(self.edge.backgroundRole(), colour("control"))
        self.edge.setPalette(ground)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        answer = super().eventFilter(watched, event)
        if watched is self.inside and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return answer

    def _settle(self) -> None:
        from PySide6.QtCore import Qt

        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _left: QWidget | None, standing: QWidget | None) -> None:
        """What has the keyboard in it is seen."""
        if standing is not None and self.isAncestorOf(standing):
            self.ensureWidgetVisible(standing, 0, px(8))


class Inside(QWidget):
    """As tall as its column is in its width; Qt would have it as tall as its texts are in hardly any width."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
