"""What is planned, each in a plain sentence with the button that changes it, and what lies too near to what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.medicines.rows import PlanRow
from bonecoach.ui.page import Desk


class PlansCard(Card):
    """Draws the plans. `wanted(plan)`: she wants to change one."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.rows: list[PlanRow] = []
        self.column.addWidget(Heading(self.tr("What is planned")))
        self._nothing = Text(self.tr("Nothing yet."), "body", "quiet")
        self.too_near = Text("", "small", "quiet")
        self.column.addWidget(self._nothing)
        self.column.addWidget(self.too_near)

    def show_state(self) -> None:
        """Draws the plans anew. The keyboard stays with the plan it stood on, or with the next where that is gone."""
        stood = next((nth for nth, row in enumerate(self.rows) if row.change is self.window().focusWidget()), None)
        plan = "" if stood is None else self.rows[stood].plan.id
        for row in self.rows:
            row.hide()
            row.deleteLater()
        diary, words = self._desk.diary, self._desk.words
        self.rows = [PlanRow(plan, words) for plan in diary.plans.standing()]
        for row in self.rows:
            row.wanted.connect(self.wanted)
            self.column.insertWidget(self.column.count() - 1, row)
            row.show()
        if stood is not None and self.rows:
            again = (row for row in self.rows if row.plan.id == plan)
            next(again, self.rows[min(stood, len(self.rows) - 1)]).change.setFocus()
        self._nothing.setVisible(not self.rows)
        self.too_near.say("\n".join(words.conflict(conflict) for conflict in diary.spacing.planned()))
