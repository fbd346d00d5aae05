"""The form for something new that she takes: its name brings what is known of it."""

from __future__ import annotations

from contextlib import suppress
from datetime import time

from PySide6.QtWidgets import QWidget

from bonecoach.core.doses import dose_of
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.diary.plans import INTERVALS
from bonecoach.ui.medicines.plan_form import PlanForm
from bonecoach.ui.medicines.said import times_said
from bonecoach.ui.medicines.suggestions import Suggestions
from bonecoach.ui.medicines.times_field import TimesField
from bonecoach.ui.medicines.weekday_field import WeekdayField
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser, Typed
from bonecoach.words.plans import PlanWords


class MedicineForm(PlanForm):
    """Six fields. A known name fills the others; whatever she changed herself stays as she has it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("Add a medicine"), desk, parent)
        self.known_of = desk.diary.new_medicines
        self._asked: set[str] = set()
        self._chose = False
        self.name = Typed(self.tr("for example letrozole, or calcium citrate 500"))
        self.dose = Typed(self.tr("for example 2.5 mg"))
        self.every = self._intervals()
        self.on = WeekdayField(desk.words)
        self.at = TimesField(self.tr("8:00, or mornings; may stay empty"), desk)
        self.start = DayField(desk.words.conventions.order)
        self.start.setDate(as_qdate(desk.diary.today()))
        self.note = Typed(self.tr("how it is taken, if you like"))
        self._lay_out()
        self.name.textEdited.connect(self._suggest)
        self.name.textEdited.connect(self._ask_nothing)
        self.name.editingFinished.connect(self.fill_in)
        self.dose.editingFinished.connect(self.fill_in)
        self.every.activated.connect(self._choose)
        self.start.dateChanged.connect(self.fill_in)
        self.on.activated.connect(self.fill_in)
        self.at.roomy.connect(self._go_on)
        self.suggestions.picked.connect(self._pick)
        self.name.setText(self.known_of.begun())
        self._suggest(self.name.text())
        self.fill_in()
        self.name.selectAll()
        self.name.setFocus()

    def _intervals(self) -> Chooser:
        return Chooser(
            (
                (self.tr("every day"), "day"),
                (self.tr("twice a day"), "day 2"),
                (self.tr("three times a day"), "day 3"),
                (self.tr("every week"), "week"),
                (self.tr("every month"), "month"),
                (self.tr("every 6 months"), "6months"),
                (self.tr("every year"), "year"),
            )
        )

    def _lay_out(self) -> None:
        self.field(self.tr("Name"), self.name)
        self.suggestions = Suggestions(self.name)
        self.below(self.suggestions)
        self.field(self.tr("Dose"), self.dose)
        self.field(self.tr("How often"), self.every)
        self._on = self.field(self.tr("On"), self.on)
        self.field(self.tr("Remind me at"), self.at)
        self.below(self.at.quiet)
        self.below(self.at.make_room)
        self.since = self.field(self.tr("Since"), self.start)
        self.field(self.tr("Note"), self.note)
        self.add_buttons(self.tr("Save"))

    # -- filling in --------------------------------------------------------------------------------------------

    def fill_in(self) -> None:
        """What is known of the name, in every field that she did not fill herself."""
        self._take_times()
        chosen = self._interval()[0] if self._chose else ""
        known = self.known_of.known(self.name.text(), self.dose.text(), chosen)
        if not self.dose.isModified():
            self.dose.setText(known.dose)
        if not self._chose:
            self.every.choose(known.interval)
        self._ask_weekday()
        if not self.note.isModified():
            self.note.setText("" if known.rules is None else self.desk.words.say(f"note_of.{known.rules.how}"))
        self.since.setText(self.tr("Last or next on") if known.by_clinic else self.tr("Since"))
        self.start.setAccessibleName(self.since.text())
        what = known.supplement or self.name.text()
        self.at.offer(what, self.known_of.offered(what, self._interval()[1], self._schedule()))

    def _take_times(self) -> None:
        """Times that were typed behind a known name stand in their own field: "letrozole, mornings"."""
        name, behind = self.known_of.parted(self.name.text())
        with suppress(InvalidEntry):
            if name and not self.at.isModified() and times_said(behind):
                self.name.setText(name)
                self.suggestions.show_names(())
                self.at.setText(behind)
                self.at.setModified(True)

    def _ask_weekday(self) -> None:
        """On which day of the week, of what is planned every week: that of its first day, until she chooses another."""
        weekly = self._interval()[0] == "week"
        self._on.setVisible(weekly)
        self.on.setVisible(weekly)
        self.on.follow_day(as_date(self.start.date()))

    def _interval(self) -> tuple[str, int]:
        """How often in the words of the medicine table, and how many times on such a day."""
        interval, _, times = str(self.every.currentData()).partition(" ")
        return interval, int(times or 1)

    def _schedule(self, times: tuple[time, ...] = ()) -> Schedule:
        unit, count = INTERVALS[self._interval()[0]]
        start = as_date(self.start.date())
        return Schedule(start, unit, count, self.on.weekdays(start) if unit is Unit.WEEK else (), times)

    def _choose(self) -> None:
        self._chose = True
        self.fill_in()

    def _suggest(self, text: str) -> None:
        self.suggestions.show_names(self.known_of.suggested(text))

    def _pick(self, name: str) -> None:
        self.name.setText(name)
        self.suggestions.show_names(())
        self.complaint.say("")
        self._ask_nothing()
        self.fill_in()
        self._go_on()

    def _go_on(self) -> None:
        """The keyboard goes to what is to be pressed next: the way to a time where one is offered, else Save."""
        offered = not self.at.make_room.isHidden()
        if offered:
            self.middle.ensureWidgetVisible(self.at.make_room)
        (self.at.make_room if offered else self.primary or self.name).setFocus()

    # -- saving ------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        question = self._question()
        if question and question not in self._asked:  # once: who presses Save again has said yes
            self._asked.add(question)
            self.complain(question)
        else:
            super().accept()

    def _question(self) -> str:
        """What is asked before this is planned; "" for nothing."""
        name = self.name.text()
        near = self.known_of.near(name)
        if near:
            self.suggestions.show_names(near)
            said = self.tr("“%s” is not known here. Save again to keep it so, or choose one above.")
            return said.replace("%s", name)
        plan = self.known_of.already(name, self.dose.text(), as_date(self.start.date()))
        question = "" if plan is None else PlanWords(self.desk.words).planned_already(plan)
        if question and question not in self._asked:
            self._save_says(self.tr("Add it a second time"))
            return question
        if self.at.make_room.isHidden():
            return ""
        self._go_on()
        return self.tr("No time is free as things are planned. Save again to keep it without one, or press Yes above.")

    def _ask_nothing(self) -> None:
        """Another name is another question."""
        if self._asked:
            self._asked.clear()
            self.complaint.say("")
            self._save_says(self.tr("Save"))

    def _save_says(self, said: str) -> None:
        if self.primary is not None:
            self.primary.setText(said)
            self.primary.updateGeometry()

    def save(self) -> None:
        self.fill_in()
        dose = self.dose.text()
        amount, measure = dose_of(dose) if dose.strip() else (None, None)
        schedule = self._schedule(self.times(self.at, needed=False))
        more = {"note": self.note.text().strip(), "moves": self.at.moves}
        self.known_of.add(self.name.text().strip(), schedule, amount, measure, self._interval()[0], **more)
