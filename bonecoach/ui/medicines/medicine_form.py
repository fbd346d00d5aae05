"""The form for a new medicine."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bonecoach.core.schedules import Schedule
from bonecoach.diary.plans import INTERVALS
from bonecoach.ui.medicines.plan_form import PlanForm
from bonecoach.ui.medicines.said import dose_said
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser, DayField, Typed, as_date, as_qdate


class MedicineForm(PlanForm):
    """A new medicine: its name brings what is known of it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("Add a medicine"), desk, parent)
        self.name = Typed(self.tr("for example letrozole"))
        self.dose = Typed(self.tr("for example 2.5 mg"))
        self.every = Chooser(
            (
                (self.tr("every day"), "day"),
                (self.tr("every week"), "week"),
                (self.tr("every month"), "month"),
                (self.tr("every 6 months"), "6months"),
                (self.tr("every year"), "year"),
            )
        )
        self.at = Typed(self.tr("8:00, or mornings; may stay empty"))
        self.start = DayField(desk.words.conventions.order)
        self.start.setDate(as_qdate(desk.diary.today()))
        self.note = Typed(self.tr("how it is taken, if you like"))
        self.field(self.tr("Name"), self.name)
        self.field(self.tr("Dose"), self.dose)
        self.field(self.tr("How often"), self.every)
        self.field(self.tr("Remind me at"), self.at)
        self.field(self.tr("Since"), self.start)
        self.field(self.tr("Note"), self.note)
        self.add_buttons(self.tr("Save"))
        self.name.editingFinished.connect(self._fill_in)
        self.name.setFocus()

    def _fill_in(self) -> None:
        known = self.desk.diary.knowledge.medicines.named(self.name.text())
        if known is None:
            return
        if not self.dose.text() and known.dose_amount is not None:
            self.dose.setText(f"{known.dose_amount:g} {known.dose_unit}")
        self.every.choose(known.every)

    def save(self) -> None:
        self._fill_in()
        amount, measure = dose_said(self.dose.text())
        interval = str(self.every.currentData())
        unit, count = INTERVALS[interval]
        schedule = Schedule(as_date(self.start.date()), unit, count, times=self.times(self.at, needed=False))
        self.desk.diary.plans.add_medicine(
            self.name.text(), schedule, amount=amount, unit=measure, interval=interval, note=self.note.text().strip()
        )
