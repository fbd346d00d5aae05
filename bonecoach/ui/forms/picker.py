"""Finding one thing: a line to search in, words to press instead of typing, and a list of what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.flow import Flow
from bonecoach.ui.person.fields import Typed
from bonecoach.ui.theme import follow, font, px, style

Found = Sequence[tuple[str, object]]
"""Labels and the things they stand for."""

Search = Callable[[str], Found]


LARGE = 1.5
"""From this text size on a dialog has no room for words to press and for what is found at once."""


class Picker(QWidget):
    """`picked(thing)`: another thing is chosen; None when the list is empty."""

    picked = Signal(object)

    def __init__(
        self, search: Search, hint: str, quick: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._search = search
        self.line = Line(hint)
        self.line.setAccessibleName(hint)
        self.line.textChanged.connect(self.look)
        self.line.moved.connect(self._move)
        self.list = FoundList()
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.currentItemChanged.connect(self._tell)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.line)
        self.words = self._quick(quick)
        self.column.addWidget(self.words)
        self.column.addWidget(self.list, 1)
        follow(self, self._restyle)

    def look(self, text: str = "") -> None:
        """Shows what is found for a text, the first of it chosen."""
        self._make_room(looking=bool(text))
        self.list.clear()
        for label, thing in self._search(text):
            item = QListWidgetItem(label, self.list)
            item.setData(Qt.ItemDataRole.UserRole, thing)
        self.list.setCurrentRow(0)
        if not self.list.count():
            self.picked.emit(None)
        elif text:
            first, count = self.list.currentItem().text(), self.list.count()
            announce(self.line, self.tr("{first}, first of {count}").format(first=first, count=count))

    def _make_room(self, *, looking: bool) -> None:
        """In large text the words to press make room for what is found, and come back when the line is empty."""
        crowded = looking and style().scale >= LARGE
        if crowded and any(button.hasFocus() for button in self.words.findChildren(Button)):
            self.line.setFocus()
        self.words.setVisible(not crowded)

    def thing(self) -> Any:
        """What is chosen."""
        index = self.list.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None

    def _quick(self, words: Sequence[tuple[str, str]]) -> QWidget:
        row = Flow(GAP)
        for label, text in words:
            button = Button(label)
            button.setAccessibleName(self.tr("Look for %s").replace("%s", label))
            button.clicked.connect(lambda _checked=False, text=text: self.line.setText(text))
            row.add(button)
        return row

    def _move(self, by: int) -> None:
        row = min(max(self.list.currentRow() + by, 0), self.list.count() - 1)
        self.list.setCurrentRow(row)
        if self.list.count():
            announce(self.line, self.list.currentItem().text())

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(Qt.ItemDataRole.UserRole))

    def _restyle(self) -> None:
        self.column.setSpacing(px(GAP))
        self.list.setFont(font("body"))
        self.list.setStyleSheet(f"QListWidget::item {{ min-height: {px(44)}px; padding-left: {px(8)}px; }}")
        self.list.setMinimumHeight(px(140))


class FoundList(QListWidget):
    """What was found; what is chosen stays in sight when there is less room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class Line(Typed):
    """The line to search in. `moved(by)`: arrow keys walk through the list below."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in ways:
            self.moved.emit(ways[key])
        else:
            super().keyPressEvent(event)
