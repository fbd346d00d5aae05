"""What she wants to ask, in her order, and what published guidance suggests asking."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.advice import Advice
from bonecoach.core.visits import Question
from bonecoach.ui.buttons import GAP, Button, PrimaryButton, QuietButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.flow import Flow
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Typed
from bonecoach.ui.theme import follow, px


class QuestionRow(QWidget):
    """One question with its answer; its buttons stand below it, in as many lines as they need."""

    def __init__(self, question: Question, *, first: bool, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.up = QuietButton("", "up", name=self.tr("Further up: %s").replace("%s", question.text))
        self.down = QuietButton("", "down", name=self.tr("Further down: %s").replace("%s", question.text))
        waits = question.asked is None
        said = self.tr("I asked this")
        self.asked = QCheckBox(said)
        self.asked.setChecked(not waits)
        self.asked.setAccessibleName(f"{said}: {question.text}")
        self.edit = QuietButton("", "pencil", name=self.tr("Change or answer: %s").replace("%s", question.text))
        self.delete = QuietButton("", "bin", name=self.tr("Delete: %s").replace("%s", question.text))
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self.buttons = Flow(GAP)
        for button in (self.asked, *((self.up, self.down) if waits else ()), self.edit, self.delete):
            self.buttons.add(button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(Text(question.text, "strong" if waits else "body"))
        if question.answer:
            self.column.addWidget(Text(question.answer))
        self.column.addWidget(self.buttons)
        follow(self, self._space)

    def _space(self) -> None:
        self.column.setSpacing(px(4))


class QuestionsCard(Card):
    """Draws her questions. `adds(text)`, `moves(id, by)`, `ticks(id, on)`, `changes(question)`, `deletes(id)`."""

    adds = Signal(str)
    moves = Signal(str, int)
    ticks = Signal(str, bool)
    changes = Signal(object)
    deletes = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._new = QHBoxLayout()
        super().__init__(parent=parent)
        self._desk = desk
        self.rows: list[QuestionRow] = []
        self.line = Typed(self.tr("What would you like to ask?"))
        self.line.setAccessibleName(self.tr("A new question"))
        self.add = PrimaryButton(self.tr("Add"))
        self.add.setAccessibleName(self.tr("Add the question"))
        self.nothing = Text(self.tr("Nothing yet. What you write down here stands on your page."), "body", "quiet")
        self.column.addWidget(Heading(self.tr("My questions")))
        self.column.addLayout(self._new)
        self._new.addWidget(self.line, 1)
        self._new.addWidget(self.add)
        self.column.addWidget(self.nothing)
        self.column.addStretch(1)
        self.line.returnPressed.connect(self._say)
        self.add.clicked.connect(self._say)

    def _say(self) -> None:
        self.adds.emit(self.line.text())

    def show_state(self) -> None:
        """Draws them anew: those that wait first, then those that were asked."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        questions = self._desk.diary.visits.questions()
        waiting = [question for question in questions if question.asked is None]
        done = [question for question in questions if question.asked is not None]
        self.rows = []
        for place, question in enumerate([*waiting, *done]):
            waits = place < len(waiting)
            row = QuestionRow(question, first=place == 0, last=not waits or place == len(waiting) - 1)
            row.up.clicked.connect(partial(self.moves.emit, question.id, -1))
            row.down.clicked.connect(partial(self.moves.emit, question.id, 1))
            row.asked.clicked.connect(partial(self.ticks.emit, question.id, waits))
            row.edit.clicked.connect(partial(self.changes.emit, question))
            row.delete.clicked.connect(partial(self.deletes.emit, question.id))
            self.column.insertWidget(self.column.count() - 1, row)
            self.rows.append(row)
        self.nothing.setVisible(not self.rows)

    def focus_on(self, question_id: str, button: str) -> None:
        """Puts the keyboard on a button of a question, or where a new one is written when it cannot be pressed."""
        for row in self.rows:
            wanted: QWidget = getattr(row, button)
            if row.question.id == question_id and wanted.isEnabled():
                wanted.setFocus()
                return
        self.line.setFocus()

    def _restyle(self) -> None:
        super()._restyle()
        self._new.setSpacing(px(GAP))
        self.column.setSpacing(px(12))


class SuggestedCard(Card):
    """`accepts(advice)`: she wants to ask it; `why(advice)`: where it is from; `tells(yes)`: what only she can say."""

    accepts = Signal(object)
    tells = Signal(bool)
    why = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self._desk = desk
        self._rows: list[QWidget] = []
        self.buttons: list[Button] = []
        self.column.addWidget(Heading(self.tr("Worth asking")))

    def show_state(self, suggested: tuple[Advice, ...], asks: Advice | None = None) -> None:
        """Draws them anew, or nothing at all where there is none. `asks` is what only she can say: yes or no."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self.buttons = [], []
        if asks is not None:
            self._ask(asks)
        for advice in suggested:
            add, why = Button(self.tr("Add to my questions"), "plus"), self._why(advice)
            question = self._desk.words.question(advice)
            add.setAccessibleName(self.tr("Add to my questions: %s").replace("%s", question))
            add.clicked.connect(partial(self.accepts.emit, advice))
            self._put(advice, add, why)
            self.buttons.append(add)
        self.setVisible(bool(self._rows))

    def _ask(self, asks: Advice) -> None:
        question = self._desk.words.advice(asks)
        for said, yes in ((self.tr("Yes"), True), (self.tr("No"), False)):
            button = Button(said)
            button.setAccessibleName(f"{said}: {question}")
            button.clicked.connect(partial(self.tells.emit, yes))
            self.buttons.append(button)
        self._put(asks, *self.buttons, self._why(asks))

    def _why(self, advice: Advice) -> QuietButton:
        why = QuietButton(self.tr("Why?"))
        why.setAccessibleName(self.tr("Why? Where this suggestion is from"))
        why.clicked.connect(partial(self.why.emit, advice))
        return why

    def _put(self, advice: Advice, *buttons: Button) -> None:
        below = Flow(GAP)
        for row in (Text(self._desk.words.advice(advice)), below):
            self.column.addWidget(row)
            self._rows.append(row)
        for button in buttons:
            below.add(button)

    def keep_answer(self, yes: bool) -> None:
        """Keeps whether a fracture was from little force. Raises BoneCoachError."""
        self._desk.diary.person.set_facts({"fragility_fracture": "yes" if yes else "no"})

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setSpacing(px(10))
