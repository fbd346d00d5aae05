"""The form for movement: an activity, how long, and how hard it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from bonecoach.core.activities import Activity, Intensity
from bonecoach.ui.forms.fields import Stepper
from bonecoach.ui.forms.form import QuickForm
from bonecoach.ui.forms.picker import Found
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser

USUAL_MINUTES = 30
_LONGEST = 24 * 60


class MovementForm(QuickForm):
    """Log a walk, a class, a session at home."""

    def __init__(self, desk: Desk, at: datetime | None, parent: QWidget) -> None:
        super().__init__(self.tr("Movement"), self.tr("Look for an activity"), desk, at, parent)

    def quick(self) -> Sequence[tuple[str, str]]:
        tr = self.tr
        words = (
            tr("Walk"),
            tr("Stairs"),
            tr("Dance"),
            tr("Strength"),
            tr("Balance"),
            tr("Swim"),
            tr("Cycling"),
            tr("Garden"),
        )
        return [(word, word.lower()) for word in words]

    def found(self, text: str) -> Found:
        shown = self.desk.words.load_short
        found = self.desk.diary.knowledge.activities.browse(text)
        return [(f"{activity.name} ({shown(activity.load)})", activity) for activity in found]

    def own_fields(self) -> Sequence[tuple[str, QWidget]]:
        self.minutes = Stepper(self.tr("Minutes"), 1, _LONGEST, 5)
        self.minutes.show_number(USUAL_MINUTES)
        self.minutes.changed.connect(lambda _number: self.preview())
        words = self.desk.words
        efforts = [(self.tr("As usual"), ""), *((words.shown(effort), effort.value) for effort in Intensity)]
        self.effort = Chooser(efforts)
        self.effort.setAccessibleName(self.tr("How hard"))
        self.effort.currentIndexChanged.connect(self.preview)
        return ((self.tr("Minutes"), self.minutes), (self.tr("How hard"), self.effort))

    def text(self, thing: object) -> str:
        assert isinstance(thing, Activity)
        effort = str(self.effort.currentData() or "")
        return f"{thing.name} {self.minutes.number():.0f} min {effort}".rstrip()
