"""What stands below an empty entry line: an example to be tried, and forms for those who would rather not type."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.theme import follow, px


class FirstWords(QWidget):
    """`wanted(text)`: put the example into the line. `form_wanted(key)`: "food", "supplement" or "movement"."""

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
        self.line.addLayout(self._forms())
        follow(self, self._restyle)

    def show_for(self, *, teaching: bool) -> None:
        """With the example while there is nothing to look at yet."""
        self.example.setVisible(teaching)
        self.hint.setVisible(not teaching)

    def stand(self, narrow: bool) -> None:
        """Under each other when room is short."""
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _forms(self) -> QHBoxLayout:
        self.forms = {
            "food": Button(self.tr("Food\u2026"), "food"),
            "supplement": Button(self.tr("Supplement\u2026"), "supplement"),
            "movement": Button(self.tr("Movement\u2026"), "movement"),
        }
        self.row = QHBoxLayout()
        self.row.addStretch(1)
        for key, button in self.forms.items():
            self.row.addWidget(button)
            button.clicked.connect(lambda _checked=False, key=key: self.form_wanted.emit(key))
        return self.row

    def _restyle(self) -> None:
        self.row.setSpacing(px(GAP))
        self.line.setSpacing(px(GAP))
