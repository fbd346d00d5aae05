"""The weekly ask about joint pain: eleven numbers, one press; then room for what else bothered her."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bonecoach.ui.buttons import GAP, Button, QuietButton
from bonecoach.ui.cards import Card, Text
from bonecoach.ui.flow import Flow
from bonecoach.ui.person.fields import Typed
from bonecoach.ui.theme import follow, px

WORST = 10


class PainCard(Card):
    """`scored(score)`, then `noted(text)`; `left()`: not now, or nothing else."""

    scored = Signal(int)
    noted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self.question = Text("", "body")
        self.question.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.not_now = QuietButton(self.tr("Not now"), name=self.tr("Not now: joint pain"))
        self.head, self.foot = QHBoxLayout(), QHBoxLayout()
        self.column.addLayout(self.head)
        self.head.addWidget(self.question, 1)
        self.head.addWidget(self.not_now)
        self.scale = Flow(GAP)
        self.scores = [Button(str(score)) for score in range(WORST + 1)]
        for score, button in enumerate(self.scores):
            button.setAccessibleName(self.tr("Joint pain %s of 10").replace("%s", str(score)))
            button.clicked.connect(partial(self._score, score))
            self.scale.add(button)
        self.line = Typed(self.tr("for example hot flushes, tired 5"))
        self.line.setAccessibleName(self.tr("What else bothered you this week"))
        self.keep, self.nothing = Button(self.tr("Keep")), Button(self.tr("Nothing else"))
        self.note = QWidget()
        self.note.setLayout(self.foot)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.addWidget(self.line, 1)
        self.foot.addWidget(self.keep)
        self.foot.addWidget(self.nothing)
        self.column.addWidget(self.scale)
        self.column.addWidget(self.note)
        for signal in (self.not_now.clicked, self.nothing.clicked):
            signal.connect(self._leave)
        for signal in (self.keep.clicked, self.line.returnPressed):
            signal.connect(self._keep)
        self.is_noting = False
        self.hide()
        follow(self, self._space)

    def ask(self) -> None:
        """Asks for the number, unless it stands there already or what else there was is still asked for."""
        if self.isHidden() or self.is_noting:
            self._turn(noting=False)
            self.show()

    def ask_what_else(self) -> None:
        """The number is on record: room for a word besides."""
        self._turn(noting=True)
        self.line.setFocus()

    def put_away(self) -> None:
        """Goes."""
        self.is_noting = False
        self.line.clear()
        self.hide()

    def _turn(self, *, noting: bool) -> None:
        self.is_noting = noting
        said = self.tr("Joint pain this week, at its worst? 0 is none, 10 the worst.")
        self.question.setText(self.tr("Did anything else bother you this week?") if noting else said)
        self.setAccessibleName(self.question.text())
        for widget in (self.scale, self.not_now):
            widget.setVisible(not noting)
        self.note.setVisible(noting)

    def _score(self, score: int, _checked: bool = False) -> None:
        self.scored.emit(score)

    def _keep(self) -> None:
        if self.line.text().strip():
            self.noted.emit(self.line.text())
        else:
            self._leave()

    def _leave(self) -> None:
        self.left.emit()

    def _space(self) -> None:
        self.column.setContentsMargins(px(18), px(7), px(10), px(9))
        for layout in (self.head, self.foot):
            layout.setSpacing(px(GAP))
