"""What stands below an empty entry line: an example to be tried, and forms for those who would rather not type."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.theme import follow, px

LAST = ("dose", "felt")
"""The forms that stand in a second row where one has no room for all."""

HINT_WIDE = 200
"""Pixels at 100 % that the hint keeps beside the forms."""


class FirstWords(QWidget):
    """`wanted(text)`: put the example into the line. `form_wanted(key)`: the form that is asked for."""

    wanted = Signal(str)
    form_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.example_text = self.tr("2 glasses milk, walk 30 brisk")
        self.hint = Text(self.tr("Several things fit in one line, parted by commas."), "small", "quiet")
        self.hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.example = Button(self.tr("Try: %s").replace("%s", self.example_text), "plus")
        self.example.clicked.connect(lambda: self.wanted.emit(self.example_text))
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.addWidget(self.example)
        self.line.addWidget(self.hint, 1)
        self._offer_forms()
        follow(self, self._restyle)

    def show_for(self, *, teaching: bool) -> None:
        """With the example while there is nothing to look at yet."""
        self.example.setVisible(teaching)
        self.hint.setVisible(not teaching)
        self._find_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._find_room()

    def _find_room(self) -> None:
        """All in one line where there is room; otherwise the forms stand below, the last of them in a second row."""
        gap, ways = px(GAP), QBoxLayout.Direction
        wide = sum(button.sizeHint().width() + gap for button in self.forms.values())
        before = px(HINT_WIDE) if self.example.isHidden() else self.example.sizeHint().width()
        self.line.setDirection(ways.LeftToRight if before + wide <= self.width() else ways.TopToBottom)
        last = self.row if wide - gap <= self.width() else self.below
        for key in LAST:
            last.addWidget(self.forms[key])

    def _offer_forms(self) -> None:
        self.forms = {
            "food": Button(self.tr("Food\u2026"), "food"),
            "supplement": Button(self.tr("Supplement\u2026"), "supplement"),
            "movement": Button(self.tr("Movement\u2026"), "movement"),
            "dose": Button(self.tr("Medicine\u2026"), "medicine"),
            "felt": Button(self.tr("Pain\u2026"), "felt"),
        }
        self.row, self.below, self.rows = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self.line.addLayout(self.rows)
        for row in (self.row, self.below):
            self.rows.addLayout(row)
            row.addStretch(1)
        for key, button in self.forms.items():
            self.row.addWidget(button)
            button.clicked.connect(lambda _checked=False, key=key: self.form_wanted.emit(key))

    def _restyle(self) -> None:
        for layout in (self.row, self.below, self.rows, self.line):
            layout.setSpacing(px(GAP))
        self._find_room()
