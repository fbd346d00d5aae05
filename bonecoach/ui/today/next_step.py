"""The one thing worth doing next, and red flags, each in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from bonecoach.core.advice import Advice
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button, QuietButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.theme import follow, px
from bonecoach.words import Words


class NextStep(Card):
    """A strip with one advice. `why(advice)`: where it is from; `more()`: the others too."""

    why = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self._all: tuple[Advice, ...] = ()
        self._shown = 0
        self.heading = Heading(self.tr("One next step"))
        self.sentence = Text("", "body")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.next_button = QuietButton(self.tr("Another"), name=self.tr("Show another thing worth knowing"))
        self.why_button = QuietButton(self.tr("Why?"), name=self.tr("Why? Where this step is from"))
        self.row, self.buttons = QHBoxLayout(), QHBoxLayout()
        self.column.addLayout(self.row)
        self.row.addWidget(self.heading)
        self.row.addWidget(self.sentence, 1)
        self.row.addLayout(self.buttons)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.next_button)
        self.buttons.addWidget(self.why_button)
        self.why_button.clicked.connect(lambda: self.why.emit(self._all[self._shown]))
        self.next_button.clicked.connect(self._turn)
        self._words: Words | None = None
        follow(self, self._space)

    def show_advice(self, advice: Sequence[Advice], words: Words) -> None:
        """Shows the first advice; without any the strip is gone."""
        if tuple(advice) != self._all:
            self._shown = 0
        self._all, self._words = tuple(advice), words
        self.setVisible(bool(self._all))
        if self._all:
            self._say()

    def stand(self, narrow: bool) -> None:
        """Heading, sentence and buttons under each other when room is short."""
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _turn(self) -> None:
        self._shown = (self._shown + 1) % len(self._all)
        self._say()

    def _say(self) -> None:
        assert self._words is not None
        self.sentence.setText(self._words.advice(self._all[self._shown]))
        self.next_button.setVisible(len(self._all) > 1)
        first = self._shown == 0
        self.heading.setText(self.tr("One next step") if first else self.tr("Worth knowing"))

    def _space(self) -> None:
        self.column.setContentsMargins(px(18), px(7), px(10), px(7))
        self.row.setSpacing(px(14))
        self.buttons.setSpacing(px(GAP))


class RedFlag(Card):
    """A sentence that stands above everything else until the person has read it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("caution", parent)
        self.sentence = Text("", "strong", "text")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.read = Button(self.tr("I have read this"), "check")
        self.read.clicked.connect(self.hide)
        self.row = QHBoxLayout()
        self.column.addLayout(self.row)
        self.row.addWidget(self.sentence, 1)
        self.row.addWidget(self.read)
        follow(self, self._space)

    def show_flags(self, sentences: Sequence[str]) -> None:
        """Shows sentences, one under the other, and keeps them; none leave those that stand there."""
        if sentences:
            self.sentence.setText("\n".join(sentences))
            self.show()
            announce(self, self.sentence.text())

    def _space(self) -> None:
        self.column.setContentsMargins(px(18), px(10), px(12), px(10))
        self.row.setSpacing(px(14))
