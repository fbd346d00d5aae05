"""A choice between no day and one: until when something is planned, on which day it goes on by itself."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from bonecoach.ui.fields_dialog import FieldsDialog
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser


class DayOrNot(QObject):
    """Two fields of a form: the choice, and under it the day, which is seen once it is wanted."""

    def __init__(
        self, form: FieldsDialog, said: str, choices: tuple[str, str], day: date | None, offered: date, named: str
    ) -> None:
        """`choices` are the words for none and for a day, `offered` the day that stands there first."""
        super().__init__(form)
        none, one = choices
        self.choice = Chooser(((none, False), (one, True)))
        self.day = DayField(form.desk.words.conventions.order)
        self.day.setAccessibleName(named)
        self.day.setDate(as_qdate(day or offered))
        self._name = form.field(said, self.choice)
        form.below(self.day)
        self.choice.choose(day is not None)
        self.ask(wanted=True)
        self.choice.currentIndexChanged.connect(lambda: self.ask(wanted=True))

    def ask(self, *, wanted: bool) -> None:
        """Shows the fields, or hides them where there is nothing to choose."""
        for part in (self._name, self.choice):
            part.setVisible(wanted)
        self.day.setVisible(wanted and bool(self.choice.currentData()))

    def chosen(self) -> date | None:
        """The day, or None where none is wanted."""
        return as_date(self.day.date()) if self.choice.currentData() else None
