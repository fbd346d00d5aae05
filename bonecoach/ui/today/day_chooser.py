"""A calendar to choose a day from, today at the latest."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from bonecoach.ui.announce import announce
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.month_view import MonthView
from bonecoach.ui.person.day_field import as_date, as_qdate
from bonecoach.words import Words


def choose_day(parent: QWidget, day: date, latest: date, words: Words, first_weekday: str = "monday") -> date | None:
    """The day that was chosen; None when nothing was."""
    chooser = DayChooser(parent, day, latest, words, first_weekday)
    return chooser.day() if chooser.exec() else None


class DayChooser(Dialog):
    """The calendar, the marked day in words, and two buttons. A day taken with Enter is chosen at once."""

    def __init__(self, parent: QWidget, day: date, latest: date, words: Words, first_weekday: str = "monday") -> None:
        super().__init__(self.tr("Choose a day"), parent, wide=460, tall=580)
        self._words = words
        self.marked = Text("", "strong")
        self.calendar = MonthView(first_weekday)
        self.calendar.setMaximumDate(as_qdate(latest))
        self.calendar.setSelectedDate(as_qdate(day))
        self.calendar.activated.connect(self.accept)
        self.calendar.selectionChanged.connect(self._say)
        self.column.addWidget(self.calendar, 1)
        self.foot.addWidget(self.marked)
        self.marked.setText(words.date(day))
        self.add_buttons(self.tr("Show this day"))
        self.calendar.setFocus()

    def _say(self) -> None:
        self.marked.setText(self._words.date(self.day()))
        announce(self.calendar, self.marked.text())

    def day(self) -> date:
        """The marked day."""
        return as_date(self.calendar.selectedDate())
