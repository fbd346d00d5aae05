"""The form that says what changed in the therapy, and on which day."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bonecoach.core.plans import Kind
from bonecoach.core.profile import INHIBITORS
from bonecoach.ui.medicines.plan_form import PlanForm
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser
from bonecoach.words import capital
from bonecoach.words.therapy import TherapyWords


class TherapyForm(PlanForm):
    """What happened, which medicine where one was begun, and when."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("What changed in my therapy"), desk, parent)
        self._therapy = desk.diary.person.therapy
        words = TherapyWords(desk.words)
        self.what = Chooser(
            (
                (self.tr("I began or switched to"), "began"),
                (self.tr("My team stopped it"), "stopped"),
                (self.tr("My team paused it"), "paused"),
                (self.tr("I went on again"), "resumed"),
            )
        )
        names = [(capital(words.medicine(name)), name) for name in INHIBITORS if name != "none"]
        self.medicine = Chooser(names)
        self.day = DayField(desk.words.conventions.order)
        self.day.setMaximumDate(as_qdate(desk.diary.today()))
        self.day.setDate(as_qdate(desk.diary.today()))
        self.field(self.tr("What"), self.what)
        self.medicine_name = self.field(self.tr("Medicine"), self.medicine)
        self.field(self.tr("On"), self.day)
        self.say(self.tr("Reminders stay as they are: change them under What is planned."), "small", "quiet")
        self.add_buttons(self.tr("Save"))
        self.what.activated.connect(self._show_medicine)
        self._fill_in()
        self.what.setFocus()

    def _fill_in(self) -> None:
        """While nothing was said: the inhibitor that is planned, since the day its plan began."""
        planned = [plan for plan in self.desk.diary.plans.standing() if plan.kind is Kind.MEDICINE]
        found = next((plan for plan in planned if plan.medicine in INHIBITORS), None)
        if found is not None and not self._therapy.changes():
            self.medicine.choose(found.medicine)
            self.day.setDate(as_qdate(min(found.schedule.start, self.desk.diary.today())))
        elif periods := self._therapy.periods():
            self.medicine.choose(periods[-1].medicine)

    def _show_medicine(self) -> None:
        shown = self.what.currentData() == "began"
        self.medicine.setVisible(shown)
        self.medicine_name.setVisible(shown)

    def save(self) -> None:
        self._therapy.say(str(self.what.currentData()), as_date(self.day.date()), str(self.medicine.currentData()))
