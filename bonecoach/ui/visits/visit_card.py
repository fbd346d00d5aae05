"""One appointment: when and where it is, when she is reminded, and what was decided there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bonecoach.core.visits import Appointment
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.flow import Flow
from bonecoach.ui.page import Desk
from bonecoach.words.visits import reminder_said


class VisitCard(Card):
    """The next appointment, or the last one with what was decided there."""

    def __init__(self, heading: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._nothing = nothing
        self.appointment: Appointment | None = None
        self.when, self.where, self.reminder, self.decided = Text("", "strong"), Text(), Text(), Text()
        self.decide = Button()
        self.calendar = Button(self.tr("Calendar file\u2026"))
        self.change = Button(self.tr("Change"), "pencil")
        self.delete = Button(self.tr("Delete"), "bin")
        self.buttons = Flow(GAP)
        for button in (self.decide, self.change, self.calendar, self.delete):
            self.buttons.add(button)
        for widget in (Heading(heading), self.when, self.where, self.reminder, self.decided, self.buttons):
            self.column.addWidget(widget)

    def show_visit(self, appointment: Appointment | None, desk: Desk) -> None:
        """Draws one, or says that there is none."""
        self.appointment = appointment
        self.buttons.setVisible(appointment is not None)
        if appointment is None:
            self.when.say(self._nothing)
            for text in (self.where, self.reminder, self.decided):
                text.say("")
            return
        words, today = desk.words, desk.diary.today()
        said = words.sentence("visit.day", day=words.date(appointment.date, today))
        if appointment.time is not None:
            said = words.say("visit.at", day=said, time=words.time(appointment.time))
        self.when.say(said)
        self.where.say(", ".join(part for part in (appointment.whom, appointment.place, appointment.note) if part))
        self.decided.say(words.say("visit.decided", decided=appointment.decided) if appointment.decided else "")
        coming, been = appointment.date >= today, appointment.date <= today
        told = desk.diary.visits.reminded(appointment)
        self.reminder.say(reminder_said(words, appointment.date, told) if coming else "")
        self.decide.setText(self.tr("Change what was decided") if appointment.decided else self.tr("What was decided?"))
        self.buttons.show_piece(self.decide, on=been)
        self.buttons.show_piece(self.calendar, on=coming)
        for button, said in (
            (self.change, self.tr("Change: %s")),
            (self.delete, self.tr("Delete: %s")),
            (self.decide, f"{self.decide.text()} %s"),
        ):
            button.setAccessibleName(said.replace("%s", appointment.whom))
