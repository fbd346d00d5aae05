"""Appointment: what do I bring, and what was said?"""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.advice import Advice
from bonecoach.core.errors import BoneCoachError
from bonecoach.core.visits import Appointment, Question
from bonecoach.ui.buttons import GAP, PrimaryButton
from bonecoach.ui.cards import Heading
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.theme import follow, px
from bonecoach.ui.visits.paper_card import PaperCard
from bonecoach.ui.visits.questions_card import QuestionsCard, SuggestedCard
from bonecoach.ui.visits.visit_card import VisitCard


class VisitsPage(Page):
    """Questions at the left; the page, appointments and what is worth asking at the right."""

    key = "appointment"
    icon = "appointment"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.heading = Heading(self.title, "title")
        self.add = PrimaryButton(self.tr("Add an appointment"), "plus")
        self.questions, self.suggested = QuestionsCard(desk), SuggestedCard(desk)
        self.paper = PaperCard(desk)
        self.next = VisitCard(self.tr("Next appointment"), self.tr("None has been entered."))
        self.last = VisitCard(self.tr("Last appointment"), "")
        self._lay_out()
        self._connect()
        follow(self, self._space)

    @property
    def title(self) -> str:
        return self.tr("Appointment")

    def _lay_out(self) -> None:
        self._whole, self._head = QVBoxLayout(self.body), QHBoxLayout()
        self._whole.addLayout(self._head)
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.add)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._whole.addLayout(self._columns, 1)
        self._columns.addLayout(self._left, 55)
        self._columns.addLayout(self._right, 45)
        self._left.addWidget(self.questions)
        for card in (self.paper, self.next, self.suggested, self.last):
            self._right.addWidget(card)
        for column in (self._left, self._right):
            column.addStretch(1)

    def _connect(self) -> None:
        self.add.clicked.connect(self._new)
        for card in (self.next, self.last):
            card.change.clicked.connect(lambda _on=False, card=card: self._change(card.appointment))
            card.delete.clicked.connect(lambda _on=False, card=card: self._delete_visit(card.appointment))
            card.decide.clicked.connect(lambda _on=False, card=card: self._decide(card.appointment))
            card.calendar.clicked.connect(lambda: self.asks_for.emit("calendar"))
        self.questions.adds.connect(self._ask)
        self.questions.moves.connect(self._move)
        self.questions.ticks.connect(self._tick)
        self.questions.changes.connect(self._reword)
        self.questions.deletes.connect(self._delete_question)
        self.suggested.accepts.connect(self._accept)
        self.suggested.tells.connect(self._tell)
        self.suggested.why.connect(self.asks_why)

    # -- drawing -----------------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Draws appointments and questions anew."""
        visits = self.desk.diary.visits
        self.questions.show_state()
        self.paper.show_state()
        self.suggested.show_state(visits.suggested(), self.desk.diary.bones.to_be_told())
        self.next.show_visit(visits.next(), self.desk)
        last = visits.last()
        self.last.setVisible(last is not None)
        self.last.show_visit(last, self.desk)

    def first_focus(self) -> QWidget:
        return self.questions.line

    # -- doing -------------------------------------------------------------------------------------------------

    def _new(self) -> None:
        from bonecoach.ui.visits.forms import AppointmentForm

        AppointmentForm(self.desk, self).exec()

    def _change(self, appointment: Appointment | None) -> None:
        from bonecoach.ui.visits.forms import AppointmentForm

        AppointmentForm(self.desk, self, appointment).exec()

    def _decide(self, appointment: Appointment | None) -> None:
        from bonecoach.ui.visits.forms import DecidedForm

        if appointment is not None:
            DecidedForm(self.desk, self, appointment).exec()

    def _delete_visit(self, appointment: Appointment | None) -> None:
        if appointment is not None:
            self.attempt(self.desk.diary.visits.delete, appointment.id)
            self.add.setFocus()

    def _ask(self, text: str) -> None:
        try:
            self.desk.diary.visits.ask(text)
        except BoneCoachError as error:
            self.refused.emit(self.desk.words.error(error))
        else:
            self.questions.line.clear()
        self.questions.line.setFocus()

    def _accept(self, advice: Advice) -> None:
        self.attempt(self.desk.diary.visits.ask, self.desk.words.question(advice), advice.code)
        self._go_on()

    def _tell(self, yes: bool) -> None:
        self.attempt(self.suggested.keep_answer, yes)
        self._go_on()

    def _go_on(self) -> None:
        following = self.suggested.buttons
        (following[0] if following else self.questions.line).setFocus()

    def _move(self, question: str, by: int) -> None:
        self.attempt(self.desk.diary.visits.move, question, by)
        self.questions.focus_on(question, "up" if by < 0 else "down")

    def _tick(self, question: str, on: bool) -> None:
        self.attempt(lambda: self.desk.diary.visits.tick(question, on=on))
        self.questions.focus_on(question, "asked")

    def _reword(self, question: Question) -> None:
        from bonecoach.ui.visits.forms import QuestionForm

        QuestionForm(self.desk, self, question).exec()
        self.questions.focus_on(question.id, "edit")

    def _delete_question(self, question: str) -> None:
        self.attempt(self.desk.diary.visits.delete, question)
        self.questions.line.setFocus()

    # -- layout ------------------------------------------------------------------------------------------------

    def arrange(self, narrow: bool) -> None:
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _space(self) -> None:
        self._whole.setContentsMargins(px(24), px(12), px(24), px(14))
        self._whole.setSpacing(px(12))
        self._head.setSpacing(px(GAP))
        for column in (self._columns, self._left, self._right):
            column.setSpacing(px(12))
