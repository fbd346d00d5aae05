"""The catch-up of Today: what yesterday left without an answer, asked about once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bonecoach.core.plans import Slot
from bonecoach.ui.buttons import Button, QuietButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.page import Desk
from bonecoach.ui.reminders.rows import CLOSED, AnswerRow, AnswerRows
from bonecoach.ui.theme import follow, px

MOST = 5
"""Rows at once; the next come when these are answered."""


class CatchUpCard(Card):
    """Times that were not answered. `answered(id, button)`; `leaves(ids)`: they stay as they are, not recorded.

    `emptied()`: the last one had the keyboard and went.
    """

    answered = Signal(str, str)
    leaves = Signal(list)
    emptied = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self._slots: list[Slot] = []
        self.heading = Heading(self.tr("Not recorded yet"))
        self.leave: Button = QuietButton(self.tr("Leave them as they are"))
        self.more = Text("", "small", "quiet")
        self.list, self.head = AnswerRows(desk, lambda slot: AnswerRow(slot, desk, CLOSED)), QHBoxLayout()
        self.column.addLayout(self.head)
        self.head.addWidget(self.heading, 1)
        self.head.addWidget(self.leave)
        self.column.addWidget(self.list)
        self.column.addWidget(self.more)
        self.list.answered.connect(self.answered)
        self.list.emptied.connect(self.emptied)
        self.leave.clicked.connect(lambda: self.leaves.emit([slot.id for slot in self._slots]))
        follow(self, self._space)

    def show_slots(self, slots: list[Slot]) -> None:
        """Shows the first of them."""
        self._slots = slots
        self.list.show_slots(slots[:MOST])
        rest = len(slots) - MOST
        self.more.say(self.tr("%n more", "", rest) if rest > 0 else "")

    def _space(self) -> None:
        self.column.setContentsMargins(px(18), px(7), px(10), px(9))
        self.head.setSpacing(px(8))
