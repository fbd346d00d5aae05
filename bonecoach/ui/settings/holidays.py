"""Settings: holidays, and whether this week is a rest week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.diary.holidays import Holiday
from bonecoach.ui.buttons import Button
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.settings.reminders import Check
from bonecoach.ui.theme import follow, px

A_WEEK = timedelta(days=6)
"""From the first day of a holiday to the last one that is offered."""


class HolidaysCard(Card):
    """The holidays that are not over, and a new one. `refused(sentence)`: something could not be done."""

    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.rows: list[HolidayRow] = []
        self._until = Text("", "small", "quiet")
        order = desk.words.conventions.order
        self.first, self.last = DayField(order), DayField(order)
        self.add_button = Button(self.tr("Add a holiday"), "plus")
        self.rest = Check("")
        self.first.setAccessibleName(self.tr("Holiday from"))
        self.last.setAccessibleName(self.tr("Holiday until"))
        self.column.addWidget(Heading(self.tr("Holidays and rest weeks")))
        difference = self.tr(
            "In both, reminders for sessions, logging and the weekly look are silent; weeks of a holiday count as "
            "always, and a rest week is shown as rest."
        )
        always = self.tr("Medicines, injections and appointments always come.")
        self.column.addWidget(Text(difference))
        self.column.addWidget(Text(always))
        self.column.addWidget(self.rest)
        self.grid = QGridLayout()
        self.column.addLayout(self.grid)
        for row, (said, field) in enumerate(((self.tr("From"), self.first), (self.tr("Until"), self.last))):
            name = Text(said, "strong", wraps=False)
            name.setBuddy(field)
            self.grid.addWidget(name, row, 0)
            self.grid.addWidget(field, row, 1)
        self.grid.setColumnStretch(2, 1)
        self.column.addWidget(self.add_button)
        self.column.addStretch(1)
        self.first.dateChanged.connect(self._keep_order)
        self.add_button.clicked.connect(self._add)
        self.rest.turned.connect(self._rest)
        follow(self, self._space)

    def show_holidays(self) -> None:
        """Shows those that are not over, and whether this week is a rest week."""
        diary, today = self._desk.diary, self._desk.diary.today()
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        place = self.column.indexOf(self.grid)
        for nth, holiday in enumerate(diary.reminders.holidays.all(since=today)):
            row = HolidayRow(holiday, self._desk.words.days(*holiday, today))
            row.remove.clicked.connect(partial(self._remove, holiday.first))
            self.column.insertWidget(place + nth, row)
            self.rows.append(row)
        self.first.setDate(as_qdate(today))
        self.last.setDate(as_qdate(today + A_WEEK))
        week = diary.week(today)
        said = self._desk.words.week_title(week.week.first, today)
        self.rest.box.setText(self.tr("This week is a rest week (%s)").replace("%s", said))
        self.rest.show_on(week.movement.rest_week)

    def _keep_order(self) -> None:
        first = as_date(self.first.date())
        if as_date(self.last.date()) < first:
            self.last.setDate(as_qdate(first + A_WEEK))

    def _add(self) -> None:
        try:
            for field in (self.first, self.last):
                field.settle()
            self._desk.diary.reminders.holidays.add(as_date(self.first.date()), as_date(self.last.date()))
        except BoneCoachError as error:
            self.refused.emit(self._desk.words.error(error))  # what was typed stays, to be mended
        else:
            self.show_holidays()

    def _remove(self, first: date, _checked: bool = False) -> None:
        self.add_button.setFocus()  # the button that was pressed goes away
        self._do(lambda: self._desk.diary.reminders.holidays.remove(first))

    def _rest(self, on: bool) -> None:
        self._do(lambda: self._desk.diary.rest_week(self._desk.diary.today(), on=on))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except BoneCoachError as error:
            self.refused.emit(self._desk.words.error(error))
        self.show_holidays()

    def _space(self) -> None:
        self.grid.setHorizontalSpacing(px(12))
        self.grid.setVerticalSpacing(px(8))
        for row in self.rows:
            row.setMinimumHeight(px(44))


class HolidayRow(QWidget):
    """A holiday with the button that takes it out."""

    def __init__(self, holiday: Holiday, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.holiday = holiday
        self.days = Text(said, "strong")
        self.days.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.remove = Button(self.tr("Remove"), "bin", name=self.tr("Remove the holiday %s").replace("%s", said))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.days, 1)
        row.addWidget(self.remove)
