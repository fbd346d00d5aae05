"""The form that changes a plan: its dose, its days and times, its note; or it rests, goes on, or ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.plans import Kind, Plan, PlanState
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.diary.replanning import with_dose, with_log
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.entry.said import refusal
from bonecoach.ui.medicines.day_or_not import DayOrNot
from bonecoach.ui.medicines.plan_form import PlanForm
from bonecoach.ui.medicines.schedule_fields import A_COURSE, ScheduleFields
from bonecoach.ui.medicines.times_field import TimesField
from bonecoach.ui.medicines.weekday_field import WeekdayField
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Typed
from bonecoach.ui.theme import px


class ChangeForm(PlanForm):
    """Another dose, other times, other days or another note for a plan; or let it rest, go on, or end."""

    spare = 110  # for the days of the week, which are asked about where they are wanted

    def __init__(self, plan: Plan, desk: Desk, parent: QWidget) -> None:
        super().__init__(plan.label, desk, parent)
        self.plan = plan
        self.at, self.note = TimesField(self.tr("for example 8:00, or mornings"), desk, plan.id), Typed()
        self.at.setText(", ".join(f"{at:%H:%M}" for at in plan.schedule.times))
        self.note.setText(plan.note)
        self.on = WeekdayField(desk.words)
        weekday = _weekday(plan.schedule)
        if plan.medicine and weekday is not None:
            self.on.choose(weekday)
            self.field(self.tr("On"), self.on)
        self.field(self.tr("Remind me at"), self.at)
        self.below(self.at.quiet)
        self.at.look(plan.log or plan.label)
        self.dose, self.log = Typed(self.tr("for example 2.5 mg")), Typed(self.tr("for example calcium citrate 500"))
        self.dose.setText(plan.dose)
        self.log.setText(plan.log)
        if plan.medicine:
            self.field(self.tr("Dose"), self.dose)
        elif plan.log:
            self.field(self.tr("Done logs"), self.log)
        self.days = None if plan.medicine else ScheduleFields(self, plan.schedule)
        self.until = self._last_day() if plan.medicine and plan.kind is not Kind.INJECTION else None
        self.field(self.tr("Note"), self.note)
        rules = desk.diary.knowledge.medicine_rules(plan)
        if rules is not None:
            for said in (desk.words.how_to_take(rules), desk.words.missed_dose(rules)):
                self.say(said)
        paused = plan.state is PlanState.PAUSED
        self.rest = Button(self.tr("Go on") if paused else self.tr("Pause"))
        self.end = Button(self.tr("My team has stopped it") if plan.medicine else self.tr("Delete"), "bin")
        ways = QHBoxLayout()
        self.column.addLayout(ways)
        ways.setSpacing(px(GAP))
        for button in (self.rest, self.end):
            ways.addWidget(button)
        ways.addStretch(1)
        self.rest.setVisible(plan.kind is not Kind.INJECTION)
        self.rest.clicked.connect(self._resume if paused else self._pause)
        self.end.clicked.connect(self._stop if plan.medicine else self._end)
        self.add_buttons(self.tr("Save"))

    def _last_day(self) -> DayOrNot:
        ways = (self.tr("no end"), self.tr("until a day"))
        offered = self.desk.diary.today() + A_COURSE
        return DayOrNot(self, self.tr("Until"), ways, self.plan.schedule.until, offered, self.tr("Last day"))

    def save(self) -> None:
        changes: dict[str, Any] = {}
        times = self.times(self.at, needed=not self.plan.medicine or self.plan.kind is Kind.INJECTION)
        schedule = replace(self.plan.schedule, times=times)
        if self.days is not None:
            schedule = self.days.schedule(self.desk.diary.today(), times)
        elif _weekday(schedule) not in (None, self.on.currentData()):
            schedule = replace(schedule, weekdays=(self.on.currentData(),))
        if self.until is not None:
            schedule = replace(schedule, until=self.until.chosen())
        if schedule != self.plan.schedule:
            changes["schedule"] = schedule
        dose, log = self.dose.text().strip(), self.log.text().strip()
        if dose != self.plan.dose:
            changes |= with_dose(self.plan, dose)
        if log != self.plan.log:
            changes |= with_log(self.desk.diary, self.plan, log)
        if self.note.text().strip() != self.plan.note:
            changes["note"] = self.note.text().strip()
        if changes:
            self.desk.diary.plans.change(self.plan.id, **changes)

    def _pause(self) -> None:
        from bonecoach.ui.medicines.pause_form import PauseForm

        if PauseForm(self.plan, self.desk, self).exec():
            self.done(1)

    def _resume(self) -> None:
        self._do(self.desk.diary.plans.resume)

    def _end(self) -> None:
        self._do(self.desk.diary.plans.end)

    def _stop(self) -> None:
        from bonecoach.ui.medicines.stop_form import StopForm

        if StopForm(self.plan, self.desk, self).exec():
            self.done(1)

    def _do(self, act: Callable[[str], Plan]) -> None:
        try:
            act(self.plan.id)
        except BoneCoachError as error:
            self.complain(refusal(error, self.desk.words))
            return
        self.done(1)


def _weekday(schedule: Schedule) -> int | None:
    """The one day of the week on which something is planned; None where it is planned otherwise."""
    if schedule.unit is not Unit.WEEK or len(schedule.weekdays) > 1:
        return None
    return schedule.weekdays[0] if schedule.weekdays else schedule.start.weekday()
