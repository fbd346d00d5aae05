"""What comes next today, on the Today page: one press when it is done already."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bonecoach.core.days import moment_at
from bonecoach.core.plans import Slot
from bonecoach.core.settling import MOST_AHEAD
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.page import Desk
from bonecoach.ui.reminders.rows import AnswerRow
from bonecoach.ui.theme import follow, px
from bonecoach.words import capital
from bonecoach.words.plans import PlanWords


class NextCard(Card):
    """The next time of today, and how many follow. `answered(id, button)`."""

    answered = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._drawn: tuple[object, ...] = ()
        self.row: AnswerRow | None = None
        self.heading, self.then = Heading(self.tr("Next")), Text("", "small", "quiet")
        self.head = QHBoxLayout()
        self.column.addLayout(self.head)
        self.head.addWidget(self.heading)
        self.head.addWidget(self.then, 1)
        follow(self, self._space)

    def show_next(self, ahead: list[tuple[Slot, datetime]]) -> None:
        """Shows the first of what is ahead today, each with the instant it is told."""
        now = self._desk.diary.now().instant
        can_be_done = bool(ahead) and ahead[0][1] - now <= MOST_AHEAD
        drawn = (self._desk.diary.today(), can_be_done, ahead)
        if drawn != self._drawn:
            self._drawn = drawn
            self._fill(ahead, can_be_done=can_be_done)

    def _fill(self, ahead: list[tuple[Slot, datetime]], *, can_be_done: bool) -> None:
        if self.row is not None:
            self.row.hide()
            self.row.deleteLater()
            self.row = None
        if not ahead:
            return
        slot, at = ahead[0]
        self.row = AnswerRow(slot, self._desk, ("done",) if can_be_done else (), self._put_off(slot, at))
        self.row.answered.connect(self.answered)
        self.column.addWidget(self.row)
        self.then.say(self._following(ahead[1:]))

    def _put_off(self, slot: Slot, at: datetime) -> str:
        if at == slot.at:
            return ""
        until = moment_at(at, self._desk.diary.zone)
        return capital(PlanWords(self._desk.words).comes_again(until, self._desk.diary.today()))

    def _following(self, others: list[tuple[Slot, datetime]]) -> str:
        """ "then 22:00 Vitamin D, and 1 more"."""
        if not others:
            return ""
        slot, at = others[0]
        named = f"{self._time(at)} {PlanWords(self._desk.words).label(slot.plan)}"
        said = self.tr("then %s").replace("%s", named)
        return f"{said}, {self.tr('and %n more', '', len(others) - 1)}" if len(others) > 1 else said

    def _time(self, at: datetime) -> str:
        return self._desk.words.time(moment_at(at, self._desk.diary.zone).wall)

    def _space(self) -> None:
        self.head.setSpacing(px(12))
