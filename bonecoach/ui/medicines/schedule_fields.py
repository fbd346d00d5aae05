"""The fields that say on which days something is planned: how often, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QWidget

from bonecoach.core.days import WEEKDAYS
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.ui.buttons import GAP
from bonecoach.ui.flow import Flow
from bonecoach.ui.medicines.day_or_not import DayOrNot
from bonecoach.ui.medicines.plan_form import PlanForm
from bonecoach.ui.person.day_field import DayField
from bonecoach.ui.person.fields import Chooser, Typed
from bonecoach.words import Words
from bonecoach.words.plans import PlanWords

EVERY_DAY, WEEKLY, SO_MANY_DAYS, MONTHLY, SO_MANY_MONTHS = "day", "week", "days", "month", "months"
ONCE, AS_IT_IS = "once", "as_it_is"

_COUNTED = {SO_MANY_DAYS: Unit.DAY, SO_MANY_MONTHS: Unit.MONTH}
A_COURSE = timedelta(days=13)
"""The last day that is offered first: with today, two weeks."""


class WeekdayBoxes(Flow):
    """Monday to Sunday, each to be ticked."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(GAP, parent)
        self.boxes = [QCheckBox(words.say(f"weekday_short.{name}")) for name in WEEKDAYS]
        for box, name in zip(self.boxes, WEEKDAYS, strict=True):
            box.setAccessibleName(words.say(f"weekday.{name}"))
            self.add(box)

    def tick(self, weekdays: Sequence[int]) -> None:
        """Ticks these, 0 is Monday, and no others."""
        for place, box in enumerate(self.boxes):
            box.setChecked(place in weekdays)

    def ticked(self) -> tuple[int, ...]:
        """Those that are ticked, in order."""
        return tuple(place for place, box in enumerate(self.boxes) if box.isChecked())


class ScheduleFields(QObject):
    """How often, on which days of the week or how many days or months apart where that is asked, and until when.

    `old` is what is planned, or what a new plan begins with, which has a field for its `start`, too. What was planned
    in a way that these fields cannot say stays as it is until another one is chosen.
    """

    def __init__(self, form: PlanForm, old: Schedule, start: DayField | None = None) -> None:
        super().__init__(form)
        self._old, self._is_new = old, start is not None
        words = form.desk.words
        ways = [
            (self.tr("every day"), EVERY_DAY),
            (self.tr("on days of the week"), WEEKLY),
            (self.tr("every so many days"), SO_MANY_DAYS),
            (self.tr("every month"), MONTHLY),
            (self.tr("every so many months"), SO_MANY_MONTHS),
            (self.tr("once"), ONCE),
        ]
        self._shown = _way_of(old)
        if self._shown == AS_IT_IS:
            ways.insert(0, (PlanWords(words).days(replace(old, until=None)), AS_IT_IS))
        self.every = Chooser(ways)
        self.weekdays = WeekdayBoxes(words)
        self.count = Typed(self.tr("for example 3"))
        form.field(self.tr("How often"), self.every)
        form.below(self.weekdays)
        self._count_name = form.field("", self.count)
        if start is not None:
            form.field(self.tr("From"), start)
        no_end = (self.tr("no end"), self.tr("until a day"))
        offered = max(old.start, form.desk.diary.today()) + A_COURSE
        self.until = DayOrNot(form, self.tr("Until"), no_end, old.until, offered, self.tr("Last day"))
        self.every.choose(self._shown)
        self.weekdays.tick(_weekdays(old))
        self.count.setText(str(old.every) if self._shown in _COUNTED else "")
        self.every.currentIndexChanged.connect(self._ask)
        self._ask()

    def schedule(self, start: date, times: tuple[time, ...]) -> Schedule:
        """What the fields say; where it is another rhythm than before, it is counted from `start`.

        Raises InvalidEntry("impossible_schedule").
        """
        unit, every, weekdays = self._rhythm()
        if not self._is_new and self.every.currentData() == self._shown and every == self._old.every:
            start = self._old.start
            weekdays = self._old.weekdays if weekdays == _weekdays(self._old) else weekdays
        until = start if self.every.currentData() == ONCE else self.until.chosen()
        return Schedule(start, unit, every, weekdays, times, until)

    def _rhythm(self) -> tuple[Unit, int, tuple[int, ...]]:
        way = self.every.currentData()
        if way == AS_IT_IS:
            return self._old.unit, self._old.every, _weekdays(self._old)
        if way == WEEKLY:
            ticked = self.weekdays.ticked()
            if not ticked:
                raise InvalidEntry("impossible_schedule")
            return (Unit.DAY, 1, ()) if len(ticked) == len(WEEKDAYS) else (Unit.WEEK, 1, ticked)
        if way in _COUNTED:
            said = self.count.text().strip()
            if not (said.isascii() and said.isdigit()):
                raise InvalidEntry("impossible_schedule")
            return _COUNTED[way], int(said), ()
        if way == ONCE and self._shown == ONCE:
            return self._old.unit, self._old.every, self._old.weekdays
        return (Unit.MONTH if way == MONTHLY else Unit.DAY), 1, ()

    def _ask(self) -> None:
        way = self.every.currentData()
        self.weekdays.setVisible(way == WEEKLY)
        for part in (self._count_name, self.count):
            part.setVisible(way in _COUNTED)
        said = self.tr("Days apart") if way == SO_MANY_DAYS else self.tr("Months apart")
        self.until.ask(wanted=way != ONCE)
        self._count_name.setText(said)
        self.count.setAccessibleName(said)


def _way_of(schedule: Schedule) -> str:
    if schedule.until == schedule.start:
        return ONCE
    if schedule.unit is Unit.WEEK:
        return WEEKLY if schedule.every == 1 else AS_IT_IS
    if schedule.unit is Unit.MONTH:
        return MONTHLY if schedule.every == 1 else SO_MANY_MONTHS
    return EVERY_DAY if schedule.every == 1 else SO_MANY_DAYS


def _weekdays(schedule: Schedule) -> tuple[int, ...]:
    if schedule.unit is not Unit.WEEK:
        return ()
    return schedule.weekdays or (schedule.start.weekday(),)
