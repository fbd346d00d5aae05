"""The form for a new reminder."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bonecoach.core.days import WEEKDAYS
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.ui.medicines.plan_form import PlanForm
from bonecoach.ui.medicines.times_field import TimesField
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser, Typed


class ReminderForm(PlanForm):
    """Five fields: what, when, on which days, what Done logs, and what it is about."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("Add a reminder"), desk, parent)
        words = desk.words
        self.label = Typed(self.tr("for example calcium with lunch"))
        self.at = TimesField(self.tr("for example 12:30, 18:30"), desk)
        self.days = Chooser(
            (
                (self.tr("every day"), ()),
                *((words.say(f"weekdays.{name}"), (place,)) for place, name in enumerate(WEEKDAYS)),
                (self.tr("Tue and Fri"), (1, 4)),
                (self.tr("Mon, Wed and Fri"), (0, 2, 4)),
            )
        )
        self.log = Typed(self.tr("for example calcium citrate 500; may stay empty"))
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
        self.field(self.tr("On"), self.days)
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
        plans, log = self.desk.diary.plans, self.log.text().strip()
        times = self.times(self.at, needed=True)
        weekdays = tuple(self.days.currentData())
        unit = Unit.WEEK if weekdays else Unit.DAY
        schedule = Schedule(self.desk.diary.today(), unit, weekdays=weekdays, times=times)
        reading = plans.understood(log, self.desk.diary.read) if log else None
        more = {"kind": self.kind.currentData(), "log": log, "reading": reading, "moves": self.at.moves}
        plans.add(self.label.text() or log, schedule, **more)
