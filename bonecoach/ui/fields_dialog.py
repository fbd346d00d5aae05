"""A dialog of fields: each under the other with its name, a complaint where something cannot be kept, and Save."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.entry.said import refusal
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField
from bonecoach.ui.person.lines_field import LinesField
from bonecoach.ui.theme import px


class FieldsDialog(Dialog):
    """Nothing is kept until Save; what cannot be is said in one sentence, and what stands in the fields stays."""

    def __init__(self, title: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.desk = desk
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(px(12))
        self.grid.setVerticalSpacing(px(GAP))
        self.grid.setColumnStretch(1, 1)
        self.column.addLayout(self.grid)
        self.complaint = Text("", "body", "warning")
        self.complaint.hide()
        self.foot.addWidget(self.complaint)

    def field(self, said: str, field: QWidget) -> Text:
        """One more field under its name."""
        row = self.grid.rowCount()
        name = Text(said, "strong", wraps=False)
        name.setBuddy(field)
        field.setAccessibleName(said)
        self.grid.addWidget(name, row, 0)
        self.grid.addWidget(field, row, 1)
        if isinstance(field, LinesField):
            field.grew.connect(self._make_room)
        return name

    def _make_room(self) -> None:
        if self.isVisible():
            QTimer.singleShot(0, self, self.take_room)

    def below(self, widget: QWidget) -> None:
        """Something below the field that came last, as wide as it."""
        self.grid.addWidget(widget, self.grid.rowCount(), 1)

    def beside(self, said: str, field: QWidget, unit: QWidget, unit_said: str) -> Text:
        """One more field, with its unit to choose behind it."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(GAP))
        row.addWidget(field, 1)
        row.addWidget(unit)
        name = self.field(said, both)
        name.setBuddy(field)
        field.setAccessibleName(said)
        unit.setAccessibleName(unit_said)
        return name

    def say_between(self, sentence: str) -> None:
        """A text between two fields, as wide as both."""
        self.grid.addWidget(Text(sentence, "small", "quiet"), self.grid.rowCount(), 0, 1, 2)

    def say(self, sentence: str, role: str = "small", ink: str = "text") -> Text:
        """One more text below what stands there."""
        text = Text(sentence, role, ink)
        self.column.addWidget(text)
        return text

    def save(self) -> None:
        """Keeps what the fields say. Raises BoneCoachError."""
        raise NotImplementedError

    def accept(self) -> None:
        try:
            for day in self.findChildren(DayField):
                day.settle()
            self.save()
        except BoneCoachError as error:
            self.complain(refusal(error, self.desk.words))
            return
        super().accept()

    def complain(self, sentence: str) -> None:
        """Says why something was not done; what stands in the fields stays."""
        self.complaint.say(sentence)
        self.take_room()
        announce(self, sentence)
