"""The field of a day: typed as people write days, or chosen from a calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.ui.month_view import MonthView
from bonecoach.ui.person.typed_day import day_typed
from bonecoach.ui.theme import follow, font, px

_FORMATS = {"dmy": "d MMM yyyy", "mdy": "MMM d, yyyy", "ymd": "yyyy-MM-dd"}
_BETWEEN = re.compile(r"[^\w]+")
_STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


def as_date(day: QDate) -> date:
    """A date of Qt as a date of Python."""
    return date(day.year(), day.month(), day.day())


def as_qdate(day: date) -> QDate:
    """A date of Python as a date of Qt."""
    return QDate(day.year, day.month, day.day)


class DayField(QDateEdit):
    """A day, with a calendar to open. `order` is how dates are written where the person lives ("dmy", "mdy", "ymd").

    Qt takes a typed date apart key by key and drops what does not fit at once, so that "15 May" over "30 Nov" becomes
    the 30th of May. Here a line is typed as a whole and read when the field is left or asked.
    """

    def __init__(self, order: str = "dmy", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self.roughly: Callable[[str], date | None] = lambda _text: None  # reads what is no single day, where it may
        self.setDisplayFormat(_FORMATS[order])
        self.setCalendarPopup(True)
        self.setCalendarWidget(MonthView())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for told in (self.lineEdit().textChanged, self.lineEdit().cursorPositionChanged):
            told.disconnect()  # else what is pasted is taken apart all the same
        follow(self, self._restyle)

    def settle(self) -> None:
        """Takes the day that was typed; what is refused stays to be seen.

        Raises InvalidEntry("day_not_read", "day_to_come", "day_too_early"): left to Qt, a day past the last one that
        fits would become that one without a word.
        """
        text, shown = self.lineEdit().text(), super().date()
        if text == self.textFromDateTime(self.dateTime()):
            return
        day = self.roughly(text) or day_typed(text, self._order, as_date(shown))
        if as_qdate(day) > self.maximumDate():
            raise InvalidEntry("day_to_come", date=day)
        if as_qdate(day) < self.minimumDate():
            raise InvalidEntry("day_too_early", date=day, earliest=as_date(self.minimumDate()))
        self.setDate(as_qdate(day))

    def date(self) -> QDate:
        """The day that stands there; what is no day gives way to the one before it."""
        try:
            self.settle()
        except InvalidEntry:
            self.setDate(super().date())
        return super().date()

    def stepBy(self, steps: int) -> None:
        """So many days on, or months or years where the cursor stands in those."""
        at, shown = self.lineEdit().cursorPosition(), super().date()
        part = self._order[len(_BETWEEN.findall(self.lineEdit().text()[:at]))]
        on = {"d": shown.addDays, "m": shown.addMonths, "y": shown.addYears}[part]
        self.setDate(on(steps))
        self.lineEdit().setCursorPosition(at)

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Whatever is typed may become a day."""
        return QValidator.State.Intermediate, text, pos

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            with suppress(InvalidEntry):  # whoever saves says it
                self.settle()
            event.ignore()
        elif key in _STEPS:
            at = self.lineEdit().cursorPosition()
            if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.date()
                self.lineEdit().setCursorPosition(at)
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F4):
            super().keyPressEvent(event)
        else:
            with QSignalBlocker(self.lineEdit()):
                self.lineEdit().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab leaves the field: Qt would go on to the month, and throw away what was typed."""
        return QWidget.focusNextPrevChild(self, next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            with QSignalBlocker(self.lineEdit()):
                self.lineEdit().selectAll()  # typing replaces the day as a whole

    def focusOutEvent(self, event: QFocusEvent) -> None:
        with suppress(InvalidEntry):
            self.settle()
        typed = self.lineEdit().text()
        super().focusOutEvent(event)
        with QSignalBlocker(self.lineEdit()):
            self.lineEdit().setText(typed)  # what is no day stays to be seen, until it is asked for

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _restyle(self) -> None:
        for part in (self, self.lineEdit()):  # under a stylesheet the line within does not follow its field
            part.setFont(font("body"))
        self.setMinimumHeight(px(44))
