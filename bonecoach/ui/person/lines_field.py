"""A field for a sentence or two: as tall as what is written there, within bounds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from bonecoach.ui.theme import follow, font, px

LEAST_LINES, MOST_LINES = 2, 4
"""Lines that are seen at once; what is longer scrolls."""


class LinesField(QPlainTextEdit):
    """Enter is the dialog's, Shift and Enter begin a line, Tab leaves the field. `grew()`: it is taller, or lower."""

    grew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)  # the sheet draws its edge
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._settle())
        follow(self, self._restyle)

    def text(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Shows a text, the keyboard at its end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.textCursor().insertBlock()
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        written = round(self.document().size().height())
        policy = Qt.ScrollBarPolicy
        # Left to itself the bar comes where a single pixel is missing.
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if written > MOST_LINES else policy.ScrollBarAlwaysOff)
        lines = max(LEAST_LINES, min(MOST_LINES, written))
        wanted = lines * self.fontMetrics().lineSpacing() + 2 * px(12)
        if wanted != self.height() or wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
            self.grew.emit()

    def _restyle(self) -> None:
        self.setFont(font("body"))
        self.document().setDocumentMargin(px(4))
        self._settle()
