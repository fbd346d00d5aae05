"""The form that says on which day an injection was given."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bonecoach.core.plans import Plan
from bonecoach.ui.cards import Text
from bonecoach.ui.medicines.plan_form import PlanForm
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate


class GivenForm(PlanForm):
    """One field, the day, today at first. The next one counts from it."""

    def __init__(self, plan: Plan, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("It was given"), desk, parent)
        self.plan = plan
        self.column.insertWidget(0, Text(plan.label, "strong"))
        self.day = DayField(desk.words.conventions.order)
        self.day.setMaximumDate(as_qdate(desk.diary.today()))
        self.day.setDate(as_qdate(desk.diary.today()))
        self.field(self.tr("Given on"), self.day)
        self.say(self.tr("The next one is counted from this day."), "small", "quiet")
        self.add_buttons(self.tr("Save"))
        self.day.setFocus()

    def save(self) -> None:
        self.desk.diary.reminders.injections.give(self.plan.id, as_date(self.day.date()))
