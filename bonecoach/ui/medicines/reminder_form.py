"""The form for a new reminder."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule
from bonecoach.ui.medicines.plan_form import PlanForm
from bonecoach.ui.medicines.schedule_fields import ScheduleFields
from bonecoach.ui.medicines.times_field import TimesField
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser, Typed


class ReminderForm(PlanForm):
    """What, what Done logs, at what times and on which days, from when until when, and what it is about."""

    spare = 150  # for the days of the week, which are asked about where they are wanted

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("Add a reminder"), desk, parent)
        self.label = Typed(self.tr("for example calcium with lunch"))
        self.at = TimesField(self.tr("for example 12:30, 18:30"), desk)
        self.log = Typed(self.tr("for example calcium citrate 500; may stay empty"))
        self.start = DayField(desk.words.conventions.order)
        self.start.setDate(as_qdate(desk.diary.today()))
        self.kind = Chooser(
            (
                (self.tr("what Done logs"), None),
                (self.tr("an exercise session"), Kind.SESSION),
                (self.tr("logging the day"), Kind.LOG),
                (self.tr("a look at the week"), Kind.LOOK),
                (self.tr("an appointment"), Kind.APPOINTMENT),
            )
        )
        self.field(self.tr("Remind me of"), self.label)
        self.field(self.tr("Done logs"), self.log)
        self.field(self.tr("At"), self.at)
        self.below(self.at.quiet)
        self.below(self.at.make_room)
        self.days = ScheduleFields(self, Schedule(desk.diary.today()), self.start)
        self.field(self.tr("It is about"), self.kind)
        self.add_buttons(self.tr("Save"))
        self.label.editingFinished.connect(self.fill_in)
        self.log.editingFinished.connect(self.fill_in)
        self.label.setFocus()

    def fill_in(self) -> None:
        """A supplement that is named is what Done logs, and times for it are offered."""
        new = self.desk.diary.new_medicines
        if not self.log.isModified():
            self.log.setText(new.known(self.label.text()).supplement)
        what = self.log.text().strip()
        if new.known(what).supplement:
            self.at.offer(what, new.offered(what))

    def save(self) -> None:
        plans, log, start = self.desk.diary.plans, self.log.text().strip(), as_date(self.start.date())
        times = self.times(self.at, needed=True)
        schedule = self.days.schedule(start, times)
        reading = plans.understood(log) if log else None
        more = {"kind": self.kind.currentData(), "log": log, "reading": reading, "moves": self.at.moves}
        plans.add(self.label.text() or log, schedule, **more)
