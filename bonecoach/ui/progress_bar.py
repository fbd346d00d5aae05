"""A bar that fills while something long is done."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from bonecoach.core.progress import ALL_DONE
from bonecoach.paint.plain import edge_rounded, fill_rounded
from bonecoach.ui.theme import colour, follow, px

_TALL, _INSET = 18, 3


class ProgressBar(QProgressBar):
    """Per cent, from 0 to 100. The words beside it say what is done; nothing of it moves by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, ALL_DONE)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How far it is"))
        follow(self, self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, inset = QRectF(self.rect()), px(_INSET)
        fill_rounded(painter, whole, whole.height() / 2, colour("field"))
        edge_rounded(painter, whole, whole.height() / 2, colour("control"))
        track = whole.adjusted(inset, inset, -inset, -inset)
        if self.value():  # never narrower than its round ends
            track.setWidth(max(track.height(), track.width() * self.value() / ALL_DONE))
            fill_rounded(painter, track, track.height() / 2, colour("accent"))

    def _restyle(self) -> None:
        self.setFixedHeight(px(_TALL))
