"""A question in one quiet line, with its answers: nothing stands in the way until she has one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Card, Text
from bonecoach.ui.theme import follow, px

TEXT_WIDE = 300
"""Pixels at 100 % that the question keeps beside its answers; otherwise they stand below it."""


class QuietAsk(Card):
    """`answered(key)`: one of the answers."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self.question = Text("", "body")
        self.question.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.buttons: dict[str, Button] = {}
        self.line, self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self.column.addLayout(self.line)
        self.line.addWidget(self.question, 1)
        self.line.addLayout(self.row)
        self.row.addStretch(1)
        self.hide()
        follow(self, self._space)

    def ask(self, question: str, answers: Sequence[tuple[str, str]]) -> None:
        """Asks, with pairs of a key and what its button says. The same question leaves what stands there as it is."""
        if self.isHidden() or question != self.question.text():
            self.question.setText(question)
            self.setAccessibleName(question)
            for button in self.buttons.values():
                button.hide()
                button.deleteLater()
            self.buttons = {key: Button(said) for key, said in answers}
            for key, button in self.buttons.items():
                button.clicked.connect(partial(self._press, key))
                self.row.insertWidget(self.row.count() - 1, button)
            self._space()
            self.show()
            announce(self, question)

    def _press(self, key: str, _checked: bool = False) -> None:
        self.answered.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _space(self) -> None:
        self.column.setContentsMargins(px(18), px(7), px(10), px(7))
        ways = QBoxLayout.Direction
        narrow = self.width() < self.row.sizeHint().width() + px(TEXT_WIDE)
        self.line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.line.setSpacing(px(GAP))
        self.row.setSpacing(px(GAP))
