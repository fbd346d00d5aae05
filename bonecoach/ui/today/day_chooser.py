"""A calendar to choose a day from, today at the latest."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget, QWidget

from bonecoach.ui.dialog import Dialog
from bonecoach.ui.person.fields import as_date, as_qdate
from bonecoach.ui.theme import px


def choose_day(parent: QWidget, day: date, latest: date) -> date | None:
    """The day that was chosen; None when nothing was."""
    chooser = DayChooser(parent, day, latest)
    return chooser.day() if chooser.exec() else None


class DayChooser(Dialog):
    """The calendar with its two buttons. A day taken with Enter or a double click is chosen at once."""

    def __init__(self, parent: QWidget, day: date, latest: date) -> None:
        super().__init__(self.tr("Choose a day"), parent)
        self.calendar = QCalendarWidget()
        self.calendar.setMaximumDate(as_qdate(latest))
        self.calendar.setSelectedDate(as_qdate(day))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        weekend = self.calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
        for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day_of_week, weekend)  # red says nothing here
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.calendar.setMinimumSize(px(420), px(380))
        self.calendar.activated.connect(self.accept)
        self.column.addWidget(self.calendar)
        self.add_buttons(self.tr("Show this day"))

    def day(self) -> date:
        """The marked day."""
        return as_date(self.calendar.selectedDate())
