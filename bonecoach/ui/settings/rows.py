"""A row of Settings: a name, a field, and a word on what it is for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.ui.announce import announce
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.person.fields import Field
from bonecoach.ui.theme import follow, px

NAMES_WIDE = 180
"""Pixels at 100 % that the names of a card take."""

_ANY_WIDTH = 16_777_215
"""What Qt calls no limit."""


class SettingRow(QWidget):
    """Name and reason at the left, the field at the right; one under the other where there is no room."""

    def __init__(
        self, name: str, field: QWidget, why: str = "", wide: int = NAMES_WIDE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._wide, self._narrow = wide, False
        self.name, self.why = Text(name, "strong"), Text(why, "small", "quiet")
        self._names = QWidget()
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.why)
        self.why.setVisible(bool(why))
        for text in (self.name, self.why):
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.complaint = Text("", "strong", "warning")
        self.complaint.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        whole.addLayout(self.line)
        self.line.addWidget(self._names, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(field, 1)
        whole.addWidget(self.complaint)
        if isinstance(field, Field):
            field.name_it(name, why)
        follow(self, self._restyle)

    def complain(self, sentence: str) -> None:
        """Says below the field why what stands in it cannot be kept; nothing where the sentence is empty."""
        self.complaint.say(sentence)
        announce(self, sentence)

    def arrange(self, narrow: bool) -> None:
        """The field beside its name, or below it."""
        self._narrow = narrow
        self._restyle()

    def _restyle(self) -> None:
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if self._narrow else ways.LeftToRight)
        self._names.setMaximumWidth(_ANY_WIDTH if self._narrow else px(self._wide))
        self._names.setMinimumWidth(0 if self._narrow else px(self._wide))
        self.line.setSpacing(px(12))


class SettingCard(Card):
    """A heading with rows under it."""

    names_wide = NAMES_WIDE

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows: list[SettingRow] = []
        self.heading = Heading(title)
        self.column.addWidget(self.heading)

    def add(self, name: str, field: QWidget, why: str = "") -> SettingRow:
        """A row more."""
        row = SettingRow(name, field, why, self.names_wide)
        self.rows.append(row)
        self.column.addWidget(row)
        return row

    def arrange(self, narrow: bool) -> None:
        """Every row beside or below."""
        for row in self.rows:
            row.arrange(narrow)

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setSpacing(px(12))
