"""The field of the day of the week on which something weekly is taken."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from bonecoach.core.days import WEEKDAYS
from bonecoach.ui.person.fields import Chooser
from bonecoach.words import Words


class WeekdayField(Chooser):
    """Mondays to Sundays. It shows the weekday of the first day that is planned, until she chooses one."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__([(words.say(f"weekdays.{name}"), place) for place, name in enumerate(WEEKDAYS)], parent)
        self._chose = False
        self.activated.connect(self._remember)

    def follow_day(self, first: date) -> None:
        """Shows the weekday of a first day, where she chose none."""
        if not self._chose:
            self.choose(first.weekday())

    def weekdays(self, first: date) -> tuple[int, ...]:
        """What a schedule from a first day on says of its days: nothing where it is the weekday of that day."""
        chosen = int(self.currentData())
        return () if chosen == first.weekday() else (chosen,)

    def _remember(self) -> None:
        self._chose = True
