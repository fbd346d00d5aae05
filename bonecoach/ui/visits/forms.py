"""The forms of an appointment, and of a question with its answer."""

from __future__ import annotations

from datetime import time

from PySide6.QtWidgets import QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.visits import Appointment, Before, Question
from bonecoach.diary.visits import EVENING, MORNING
from bonecoach.ui.fields_dialog import FieldsDialog
from bonecoach.ui.medicines.said import times_said
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser, Typed
from bonecoach.ui.person.lines_field import LinesField
from bonecoach.words.visits import when_reminded

AS_IT_IS = "as_it_is"


class AppointmentForm(FieldsDialog):
    """Day, time, with whom and where; a reminder before. What was decided can be noted once its day has come."""

    def __init__(self, desk: Desk, parent: QWidget, appointment: Appointment | None = None) -> None:
        title = self.tr("An appointment") if appointment is None else self.tr("Change this appointment")
        super().__init__(title, desk, parent)
        self.appointment = appointment
        self.whom, self.at, self.place, self.note = Typed(), Typed("10:30"), Typed(), Typed()
        self.decided = LinesField()
        self.day = DayField(desk.words.conventions.order)
        self.remind = Chooser(self._reminders(appointment))
        self.field(self.tr("With whom"), self.whom)
        self.field(self.tr("Day"), self.day)
        self.field(self.tr("Time"), self.at)
        self.field(self.tr("Where"), self.place)
        self.field(self.tr("Remind me"), self.remind)
        self.field(self.tr("Note"), self.note)
        self._fill(appointment)
        if appointment is not None and appointment.date <= desk.diary.today():
            self.field(self.tr("What was decided"), self.decided)
        self.add_buttons(self.tr("Save"))
        self.whom.setFocus()

    def _reminders(self, appointment: Appointment | None) -> list[tuple[str, object]]:
        words, asis = self.desk.words, list[tuple[str, object]]()
        if appointment is not None:
            told = when_reminded(words, appointment.date, self.desk.diary.visits.reminded(appointment))
            asis.append((self.tr("as it is: %s").replace("%s", told), AS_IT_IS))
        evening, morning = self.tr("the day before at %s"), self.tr("on its day at %s")
        return [
            *asis,
            (evening.replace("%s", words.time(EVENING)), Before.EVENING.value),
            (morning.replace("%s", words.time(MORNING)), Before.MORNING.value),
            (self.tr("not at all"), Before.NEVER.value),
        ]

    def _fill(self, appointment: Appointment | None) -> None:
        self.day.setDate(as_qdate(self.desk.diary.today() if appointment is None else appointment.date))
        if appointment is None:
            return
        self.whom.setText(appointment.whom)
        self.at.setText("" if appointment.time is None else f"{appointment.time:%H:%M}")
        for field, text in (
            (self.place, appointment.place),
            (self.note, appointment.note),
            (self.decided, appointment.decided),
        ):
            field.setText(text)

    def _time(self) -> time | None:
        found = times_said(self.at.text())
        if len(found) > 1:
            raise InvalidEntry("not_a_clock", text=self.at.text())
        return found[0] if found else None

    def save(self) -> None:
        """Keeps the appointment, or what was changed of it. Raises BoneCoachError."""
        said = {
            "date": as_date(self.day.date()),
            "whom": self.whom.text().strip(),
            "time": self._time(),
            "place": self.place.text().strip(),
            "note": self.note.text().strip(),
            "decided": self.decided.text().strip(),
        }
        chosen = str(self.remind.currentData())
        visits = self.desk.diary.visits
        if self.appointment is None:
            visits.add(Appointment(**said), Before(chosen))  # type: ignore[arg-type]
            return
        moved = said["date"] != self.appointment.date
        before = None if chosen == AS_IT_IS else Before(chosen)
        if moved and before is None and self.appointment.plan:
            before = Before.EVENING
        visits.change(self.appointment.id, before, **said)


class DecidedForm(FieldsDialog):
    """What was decided at an appointment that has been."""

    def __init__(self, desk: Desk, parent: QWidget, appointment: Appointment) -> None:
        super().__init__(self.tr("What was decided"), desk, parent)
        self.appointment = appointment
        day = desk.words.date(appointment.date, desk.diary.today())
        self.say(desk.words.say("visit.with", day=day, whom=appointment.whom), "body", "quiet")
        self.decided = LinesField()
        self.decided.setText(appointment.decided)
        self.field(self.tr("Decided"), self.decided)
        self.add_buttons(self.tr("Save"))
        self.decided.setFocus()

    def save(self) -> None:
        """Keeps it. Raises BoneCoachError."""
        self.desk.diary.visits.change(self.appointment.id, decided=self.decided.text().strip())


class QuestionForm(FieldsDialog):
    """A question in her words, and what was said to it."""

    def __init__(self, desk: Desk, parent: QWidget, question: Question) -> None:
        super().__init__(self.tr("My question"), desk, parent)
        self.question = question
        self.text, self.answer = LinesField(), LinesField()
        self.text.setText(question.text)
        self.answer.setText(question.answer)
        self.field(self.tr("Question"), self.text)
        self.field(self.tr("Answer"), self.answer)
        self.add_buttons(self.tr("Save"))
        self.answer.setFocus()

    def save(self) -> None:
        """Keeps what was changed. Raises BoneCoachError."""
        visits = self.desk.diary.visits
        if self.text.text().strip() != self.question.text:
            visits.reword(self.question.id, self.text.text())
        if self.answer.text().strip() != self.question.answer:
            visits.answer(self.question.id, self.answer.text())
