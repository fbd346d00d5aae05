"""The form that lets a plan rest: until she says so, or until a day on which it goes on by itself."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from bonecoach.core.plans import Kind, Plan
from bonecoach.ui.cards import Text
from bonecoach.ui.medicines.day_or_not import DayOrNot
from bonecoach.ui.medicines.plan_form import PlanForm
from bonecoach.ui.page import Desk

_A_WEEK = timedelta(days=7)


class PauseForm(PlanForm):
    """Nothing of a plan comes while it rests."""

    def __init__(self, plan: Plan, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("Pause"), desk, parent)
        self.plan = plan
        self.column.insertWidget(0, Text(plan.label, "strong"))
        ways = (self.tr("when I say so"), self.tr("by itself, on a day"))
        offered = desk.diary.today() + _A_WEEK
        self.wakes = DayOrNot(self, self.tr("It goes on"), ways, None, offered, self.tr("The day it goes on"))
        if plan.kind is Kind.MEDICINE:
            self.say(self.tr("Please pause a medicine only if your team has said so."))
        self.say(self.tr("What was taken stays on record."), "small", "quiet")
        self.add_buttons(self.tr("Pause"))
        self.wakes.choice.setFocus()

    def save(self) -> None:
        self.desk.diary.plans.pause(self.plan.id, self.wakes.chosen())
