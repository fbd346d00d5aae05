"""The therapy in its changes: what was begun, switched to, stopped or paused, each with its day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bonecoach.core.therapy import TherapyChange
from bonecoach.ui.buttons import GAP, Button, QuietButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import follow, px
from bonecoach.words.therapy import TherapyWords


class TherapyCard(Card):
    """Draws the changes. `asked()`: she has something to say; `taken_back(change)`: one was said in error."""

    asked = Signal()
    taken_back = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.rows: list[ChangeRow] = []
        self.say = Button(self.tr("Something changed"), "plus")
        self.say.setAccessibleName(self.tr("Something changed in my therapy"))
        self.nothing = Text(
            self.tr("Say when you began your aromatase inhibitor; it stands on the time line of your bones."),
            "body",
            "quiet",
        )
        head = QHBoxLayout()
        self.column.addLayout(head)
        head.addWidget(Heading(self.tr("Therapy")), 1)
        head.addWidget(self.say)
        self.column.addWidget(self.nothing)
        self.say.clicked.connect(self.asked)

    def show_state(self) -> None:
        """Draws the changes anew."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        words = TherapyWords(self._desk.words)
        self.rows = [ChangeRow(change, words) for change in self._desk.diary.person.therapy.changes()]
        for row in self.rows:
            row.taken_back.connect(self.taken_back)
            self.column.addWidget(row)
            row.show()
        self.nothing.setVisible(not self.rows)


class ChangeRow(QWidget):
    """One change and its day, with a button that takes it back."""

    taken_back = Signal(object)

    def __init__(self, change: TherapyChange, words: TherapyWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said, day = words.change(change), words.day(change)
        self.what, self.day = Text(said, "strong"), Text(day, "body", "quiet", wraps=False)
        self.what.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.remove = QuietButton("", "bin", name=self.tr("Take back: %s").replace("%s", f"{said}, {day}"))
        self.remove.clicked.connect(lambda: self.taken_back.emit(change))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.what, 1)
        self.row.addWidget(self.day)
        self.row.addWidget(self.remove)
        follow(self, self._space)

    def _space(self) -> None:
        self.row.setSpacing(px(GAP))
