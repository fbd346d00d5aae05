"""The field of the entry line: text with what cannot be read underlined at its exact place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from bonecoach.ui.later import later
from bonecoach.ui.theme import colour, follow, font, px

LONGEST = 2_000
"""Characters that one line takes; more is refused in one sentence."""


class LineEdit(QLineEdit):
    """One line of text. Signals say which key with a meaning of its own was pressed.

    `moved(by)`: Down or Up; `taken()`: Tab while `lists` is true; `other()`: F2; `left()`: Escape.
    `gained()` and `lost()`: the keyboard came or went.
    """

    moved = Signal(int)
    taken = Signal()
    other = Signal()
    left = Signal()
    gained = Signal()
    lost = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists = False
        self._marks: tuple[tuple[int, int], ...] = ()
        self.setProperty("bare", True)
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.setAccessibleDescription(" ")  # or Qt would say what stands in it while it is empty, which is its name
        follow(self, self._restyle)
        later(partial(self.installEventFilter, self))  # from then on PySide asks Python of each event

    def mark(self, places: Sequence[tuple[int, int]]) -> None:
        """Underlines the characters from each start to its end."""
        if tuple(places) != self._marks:
            self._marks = tuple(places)
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Tab is a key of ours only while a list is open; otherwise it goes on to the next control, as everywhere.
        if watched is not self or not isinstance(event, QKeyEvent):
            return False
        if self.lists and event.type() is QEvent.Type.KeyPress and event.text() == "\t":
            self.taken.emit()
            return True
        # Ctrl+Z is the field's own only while there is typing to take back; then it takes back what was logged.
        if event.type() is QEvent.Type.ShortcutOverride and self._leaves(event):
            event.ignore()
            return True
        return False

    def _leaves(self, event: QKeyEvent) -> bool:
        from PySide6.QtGui import QKeySequence

        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        if event.matches(undo):
            return not self.isUndoAvailable()
        return event.matches(redo) and not self.isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        keys = Qt.Key
        acts: dict[int, Callable[[], None]] = {
            keys.Key_Down: lambda: self.moved.emit(1),
            keys.Key_Up: lambda: self.moved.emit(-1),
            keys.Key_F2: self.other.emit,
            keys.Key_Escape: self.left.emit,
        }
        act = acts.get(event.key())
        if act is not None and not event.modifiers():
            act()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.gained.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.lost.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._marks:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("warning"), 2 * self._unit))
            for start, end in self._marks:
                painter.drawPath(self._wave(start, end))

    def _wave(self, start: int, end: int) -> QPainterPath:
        # The cursor's own rectangle tells how far the text is scrolled.
        text, metrics = self.text(), self.fontMetrics()
        origin = self.cursorRect().center().x() - metrics.horizontalAdvance(text[: self.cursorPosition()])
        left = origin + metrics.horizontalAdvance(text[:start])
        right = max(origin + metrics.horizontalAdvance(text[:end]), left + px(10))
        y = self.height() / 2 + metrics.ascent() / 2 + 2 * self._unit
        half = 3.0 * self._unit
        path, up = QPainterPath(QPointF(left, y)), True
        x = float(left)
        while x < right:
            path.quadTo(QPointF(x + half / 2, y + (-half if up else half)), QPointF(x + half, y))
            x, up = x + half, not up
        return path

    @property
    def _unit(self) -> float:
        return px(10) / 10

    def _restyle(self) -> None:
        face = font("body")
        face.setPixelSize(px(19))
        self.setFont(face)
        self.setMinimumHeight(px(44))
