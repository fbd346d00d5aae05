"""The form that says a medicine was stopped by the team: with its date, and first with what must be known of it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from bonecoach.core.plans import Plan
from bonecoach.ui.cards import Card, Text
from bonecoach.ui.medicines.plan_form import PlanForm
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate


class StopForm(PlanForm):
    """A medicine ends from a day on. What stopping it asks for stands above the date, with its source open."""

    def __init__(self, plan: Plan, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("My team has stopped it"), desk, parent)
        self.plan = plan
        self.column.insertWidget(0, Text(plan.label, "strong"))
        for nth, card in enumerate(self._before_stopping(plan), start=1):
            self.column.insertWidget(nth, card)
        self.stopped = DayField(desk.words.conventions.order)
        self.stopped.setMinimumDate(as_qdate(self._first_day()))
        self.stopped.setDate(as_qdate(desk.diary.today()))
        self.field(self.tr("Stopped on"), self.stopped)
        self.say(self.tr("What was taken stays on record. Undo takes this back."), "small", "quiet")
        self.add_buttons(self.tr("My team has stopped it"))
        self.stopped.setFocus()

    def _before_stopping(self, plan: Plan) -> list[Card]:
        words, rules = self.desk.words, self.desk.diary.knowledge.medicine_rules(plan)
        cards = []
        for caution in () if rules is None else rules.cautions:
            if caution.when == "stopping":
                card = Card("caution")
                card.column.addWidget(Text(words.caution(caution), "strong", "warning"))
                card.column.addWidget(Text(words.source(caution.source), "small"))
                cards.append(card)
        return cards

    def _first_day(self) -> date:
        return min(version.since for version in self.desk.diary.plans.versions() if version.id == self.plan.id)

    def save(self) -> None:
        self.desk.diary.plans.end(self.plan.id, as_date(self.stopped.date()) - timedelta(days=1))
