"""Forms for a new medicine, a new reminder, and for changing one. At most six fields, prefilled from what is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from bonecoach.core.days import WEEKDAYS
from bonecoach.core.errors import BoneCoachError, InvalidEntry
from bonecoach.core.plans import Kind, Plan, PlanState
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.diary.plans import INTERVALS
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.entry.said import refusal
from bonecoach.ui.medicines.said import dose_said, times_said
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser, DayField, Typed, as_date, as_qdate
from bonecoach.ui.theme import px


class PlanForm(Dialog):
    """Fields under each other, a complaint where something cannot be planned, and Save. Nothing is kept until then."""

    def __init__(self, title: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.desk = desk
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(px(12))
        self.grid.setVerticalSpacing(px(GAP))
        self.grid.setColumnStretch(1, 1)
        self.column.addLayout(self.grid)
        self.complaint = Text("", "body", "warning")
        self.complaint.hide()

    def field(self, said: str, field: QWidget) -> None:
        """One more field under its name."""
        row = self.grid.rowCount()
        name = Text(said, "strong", wraps=False)
        name.setBuddy(field)
        field.setAccessibleName(said)
        self.grid.addWidget(name, row, 0)
        self.grid.addWidget(field, row, 1)

    def finish(self, accept: str, parent: QWidget) -> None:
        """The complaint and the buttons, below the fields."""
        self.column.addWidget(self.complaint)
        self.add_buttons(accept)
        self.setMinimumWidth(min(px(560), parent.window().width() - px(40)))

    def save(self) -> None:
        """Plans what the fields say. Raises BoneCoachError."""
        raise NotImplementedError

    def accept(self) -> None:
        try:
            self.save()
        except BoneCoachError as error:
            self.complaint.say(refusal(error, self.desk.words))
            return
        super().accept()

    def times(self, typed: Typed, *, needed: bool) -> tuple[Any, ...]:
        """The times in a field. Raises InvalidEntry("not_a_clock")."""
        found = times_said(typed.text())
        if needed and not found:
            raise InvalidEntry("not_a_clock", text=typed.text())
        return found


class MedicineForm(PlanForm):
    """A new medicine: its name brings what is known of it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent.tr("Add a medicine"), desk, parent)
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
        self.finish(self.tr("Save"), parent)
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


class ReminderForm(PlanForm):
    """A new reminder."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent.tr("Add a reminder"), desk, parent)
        words = desk.words
        self.label = Typed(self.tr("for example calcium with lunch"))
        self.at = Typed(self.tr("for example 12:30, 18:30"))
        self.days = Chooser(
            (
                (self.tr("every day"), ()),
                *((words.say(f"weekdays.{name}"), (place,)) for place, name in enumerate(WEEKDAYS)),
                (self.tr("Tuesdays and Fridays"), (1, 4)),
                (self.tr("Mondays, Wednesdays and Fridays"), (0, 2, 4)),
            )
        )
        self.log = Typed(self.tr("for example calcium citrate 500; may stay empty"))
        self.kind = Chooser(
            (
                (self.tr("what it logs, or my own words"), None),
                (self.tr("an exercise session"), Kind.SESSION),
                (self.tr("logging the day"), Kind.LOG),
                (self.tr("a look at the week"), Kind.LOOK),
                (self.tr("an appointment"), Kind.APPOINTMENT),
            )
        )
        self.field(self.tr("Remind me of"), self.label)
        self.field(self.tr("At"), self.at)
        self.field(self.tr("On"), self.days)
        self.field(self.tr("Done logs"), self.log)
        self.field(self.tr("It is about"), self.kind)
        self.finish(self.tr("Save"), parent)
        self.label.setFocus()

    def save(self) -> None:
        plans, log = self.desk.diary.plans, self.log.text().strip()
        times = self.times(self.at, needed=True)
        weekdays = tuple(self.days.currentData())
        unit = Unit.WEEK if weekdays else Unit.DAY
        schedule = Schedule(self.desk.diary.today(), unit, weekdays=weekdays, times=times)
        reading = plans.understood(log, self.desk.diary.read) if log else None
        plans.add(self.label.text() or log, schedule, kind=self.kind.currentData(), log=log, reading=reading)


class ChangeForm(PlanForm):
    """Other times or another note for a plan; or let it rest, go on, or end."""

    def __init__(self, plan: Plan, desk: Desk, parent: QWidget) -> None:
        super().__init__(plan.label, desk, parent)
        self.plan = plan
        self.at, self.note = Typed(self.tr("for example 8:00, or mornings")), Typed()
        self.at.setText(", ".join(f"{at:%H:%M}" for at in plan.schedule.times))
        self.note.setText(plan.note)
        self.field(self.tr("Remind me at"), self.at)
        self.field(self.tr("Note"), self.note)
        rules = desk.diary.knowledge.medicine_rules(plan)
        if rules is not None:
            for said in (desk.words.how_to_take(rules), desk.words.missed_dose(rules)):
                self.column.addWidget(Text(said, "small"))
            # Before she says that it was stopped: denosumab never is without a plan for what follows (TAY2022).
            for caution in rules.cautions:
                if caution.when == "stopping":
                    self.column.addWidget(Text(desk.words.caution(caution), "strong", "warning"))
        paused = plan.state is PlanState.PAUSED
        self.rest = Button(self.tr("Go on") if paused else self.tr("Pause"))
        self.rest.setVisible(plan.kind is not Kind.INJECTION)
        self.end = Button(self.tr("My team has stopped it") if plan.medicine else self.tr("Delete"), "bin")
        ways = QHBoxLayout()
        ways.setSpacing(px(GAP))
        for button in (self.rest, self.end):
            ways.addWidget(button)
        ways.addStretch(1)
        self.column.addLayout(ways)
        self.rest.clicked.connect(self._resume if paused else self._pause)
        self.end.clicked.connect(self._end)
        self.finish(self.tr("Save"), parent)

    def save(self) -> None:
        changes: dict[str, Any] = {}
        times = self.times(self.at, needed=not self.plan.medicine)
        if times != self.plan.schedule.times:
            changes["schedule"] = replace(self.plan.schedule, times=times)
        if self.note.text().strip() != self.plan.note:
            changes["note"] = self.note.text().strip()
        if changes:
            self.desk.diary.plans.change(self.plan.id, **changes)

    def _pause(self) -> None:
        self._do(self.desk.diary.plans.pause)

    def _resume(self) -> None:
        self._do(self.desk.diary.plans.resume)

    def _end(self) -> None:
        self._do(self.desk.diary.plans.end)

    def _do(self, act: Callable[[str], Plan]) -> None:
        try:
            act(self.plan.id)
        except BoneCoachError as error:
            self.complaint.say(refusal(error, self.desk.words))
            return
        self.done(1)
