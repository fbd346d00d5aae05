"""The day that is shown, and the ways to another one."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bonecoach.ui.buttons import Button
from bonecoach.ui.cards import Heading
from bonecoach.ui.theme import follow, px
from bonecoach.words import Words, capital


class DayHeader(QWidget):
    """Title, earlier, calendar, later, and back to today. `wanted(day)`: another day."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = self._today = date.min
        self._words: Words | None = None
        self.first_weekday = "monday"
        self.title = Heading("", "title")
        self.back = Button(self.tr("Back to today"))
        self.earlier = Button("", "left", name=self.tr("Earlier day"))
        self.calendar = Button("", "calendar", name=self.tr("Choose a day"))
        self.later = Button("", "right", name=self.tr("Later day"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.title, 1)
        for button in (self.back, self.earlier, self.calendar, self.later):
            self.row.addWidget(button)
        self.back.clicked.connect(lambda: self.wanted.emit(self._today))
        self.earlier.clicked.connect(lambda: self.wanted.emit(self._day - timedelta(days=1)))
        self.later.clicked.connect(lambda: self.wanted.emit(self._day + timedelta(days=1)))
        self.calendar.clicked.connect(self._choose)
        follow(self, self._space)

    def show_day(self, day: date, today: date, words: Words) -> None:
        """Another day in the title; there is no later day than today."""
        self._day, self._today, self._words = day, today, words
        if day == today and (self.later.hasFocus() or self.back.hasFocus()):  # both lead nowhere now
            self.earlier.setFocus()
        shown = words.date(day, None).removesuffix(f" {today.year}").rstrip(",")
        self.title.setText(capital(shown))
        self.back.setVisible(day != today)
        self.later.setEnabled(day < today)

    def _choose(self) -> None:
        from bonecoach.ui.today.day_chooser import choose_day

        assert self._words is not None
        chosen = choose_day(self, self._day, self._today, self._words, self.first_weekday)
        if chosen is not None:
            self.wanted.emit(chosen)

    def _space(self) -> None:
        self.row.setSpacing(px(8))
