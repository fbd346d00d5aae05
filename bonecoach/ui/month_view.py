"""A month to choose a day from: Qt's own calendar, with arrows that are seen in every look."""

from __future__ import annotations

from PySide6.QtCore import QDate, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from bonecoach.core.days import WEEKDAYS
from bonecoach.paint.plain import CENTRE, write
from bonecoach.ui.icons import draw_icon
from bonecoach.ui.theme import colour, follow, font, px

LEAST_ROW = 46
"""Pixels that a week is high at least, in every text size: room for a finger."""


class MonthView(QCalendarWidget):
    """The calendar. `first_weekday` is one of WEEKDAYS."""

    def __init__(self, first_weekday: str = "monday", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFirstDayOfWeek(Qt.DayOfWeek(WEEKDAYS.index(first_weekday) + 1))
        weekend = self.weekdayTextFormat(Qt.DayOfWeek.Monday)
        for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day_of_week, weekend)  # red says nothing here
        self.setAccessibleName(self.tr("Calendar"))
        for days in self.findChildren(QTableView):
            days.setAccessibleName(self.tr("Calendar; arrow keys go by days, Page Up and Page Down by months"))
        follow(self, self._restyle)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        """A day as Qt writes it; small and faded one of the months beside, so that 29 is one day, and one too late."""
        of_month = (day.year(), day.month()) == (self.yearShown(), self.monthShown())
        can_be_chosen = self.minimumDate() <= day <= self.maximumDate()
        if (of_month and can_be_chosen) or day == self.selectedDate():
            super().paintCell(painter, rect, day)
        else:
            write(painter, QRectF(rect), str(day.day()), font("small"), colour("faded"), CENTRE)

    def _restyle(self) -> None:
        weeks_and_names = 7 * LEAST_ROW
        self.setMinimumSize(px(7 * 48), max(px(250), px(44) + weeks_and_names))
        ways = (("prevmonth", "left", self.tr("Earlier month")), ("nextmonth", "right", self.tr("Later month")))
        for name, icon, said in ways:
            button = self.findChild(QToolButton, f"qt_calendar_{name}")
            if isinstance(button, QToolButton):
                button.setIcon(_arrow(icon))
                button.setIconSize(QSize(px(22), px(22)))
                button.setAccessibleName(said)
                button.setToolTip(said)


def _arrow(name: str) -> QIcon:
    """An arrow in the ink of the look; nothing where it leads nowhere."""
    icon, side = QIcon(), px(22)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        if mode is QIcon.Mode.Normal:
            painter = QPainter(picture)
            draw_icon(painter, name, QRectF(0, 0, side, side), colour("text"))
            painter.end()
        icon.addPixmap(picture, mode)
    return icon
