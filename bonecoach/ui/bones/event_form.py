"""The form of a fall or a fracture, of today or of any day before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from bonecoach.core.days import Moment, moment_of
from bonecoach.core.entries import Event
from bonecoach.ui.fields_dialog import FieldsDialog
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser, Typed

NAMES = {"fracture": "Fracture", "fall": "Fall"}
"""What an event is called in the diary, as the entry line calls it."""


class EventForm(FieldsDialog):
    """What happened, when, to which bone, and how. `kept` is what stands in the diary once it is kept."""

    def __init__(self, desk: Desk, parent: QWidget, event: Event | None = None) -> None:
        title = self.tr("A fall or a fracture") if event is None else self.tr("Change this event")
        super().__init__(title, desk, parent)
        self.event_shown, self.kept = event, event
        self.what = Chooser([(self.tr("A fracture"), "fracture"), (self.tr("A fall"), "fall")])
        self.day = DayField(desk.words.conventions.order)
        self.day.setMaximumDate(as_qdate(desk.diary.today()))
        self.bone = Typed(self.tr("for example left wrist"))
        self.injury = Chooser([(self.tr("not said"), None), (self.tr("yes"), True), (self.tr("no"), False)])
        self.how = Typed(self.tr("for example tripped over the rug"))
        self.field(self.tr("What"), self.what)
        self.field(self.tr("Day"), self.day)
        self.bone_name = self.field(self.tr("Which bone"), self.bone)
        self.injury_name = self.field(self.tr("Were you hurt?"), self.injury)
        self.field(self.tr("How it happened"), self.how)
        self._fill(event)
        self.what.currentIndexChanged.connect(self._ask_what_fits)
        self._ask_what_fits()
        self.add_buttons(self.tr("Save"))
        self.what.setFocus()

    def _fill(self, event: Event | None) -> None:
        self.day.setDate(as_qdate(self.desk.diary.today() if event is None else event.moment.date))
        if event is not None:
            self.what.choose(event.event)
            self.bone.setText(event.site or "")
            self.injury.choose(event.injury)
            self.how.setText(event.note)

    def _ask_what_fits(self) -> None:
        fracture = self.what.currentData() == "fracture"
        self.bone_name.setVisible(fracture)
        self.bone.setVisible(fracture)
        self.injury_name.setVisible(not fracture)
        self.injury.setVisible(not fracture)

    def save(self) -> None:
        """Keeps the event, or what was changed of it. Raises BoneCoachError."""
        kind, old = str(self.what.currentData()), self.event_shown
        said: dict[str, Any] = {
            "moment": self._moment(as_date(self.day.date())),
            "name": NAMES[kind],
            "event": kind,
            "injury": True if kind == "fracture" else self.injury.currentData(),
            "site": self.bone.text().strip() or None if kind == "fracture" else None,
            "note": self.how.text().strip(),
        }
        if old is None:
            event = Event(**said)
            self.desk.diary.log([event])
        else:
            event = replace(old, **said)
            self.desk.diary.replace(old.id, [event])
        self.kept = event

    def _moment(self, day: date) -> Moment:
        """The hour that was kept, or the one it is now; today never one that is to come."""
        now, old = self.desk.diary.now(), None if self.event_shown is None else self.event_shown.moment
        if old is not None and old.date == day:
            return old
        wall = now.wall if old is None or (day == now.date and old.wall > now.wall) else old.wall
        return now if day == now.date and wall == now.wall else moment_of(day, wall, now.zone)
