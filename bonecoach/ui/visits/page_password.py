"""A password for the page as a PDF file: typed twice, and gone from here as soon as the file is written."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from bonecoach.ui.buttons import GAP
from bonecoach.ui.cards import Text
from bonecoach.ui.person.fields import Typed
from bonecoach.ui.theme import follow, px


class PagePassword(QWidget):
    """A tick that opens two fields. Nothing typed there outlives the page being left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = QCheckBox(self.tr("With a password (PDF file only)"))
        self.first, self.again = Typed(), Typed()
        self.show_it = QCheckBox(self.tr("Show what I type"))
        self._inside = QWidget()
        self._column, self._fields = QVBoxLayout(self), QVBoxLayout(self._inside)
        self._column.addWidget(self.wanted)
        self._column.addWidget(self._inside)
        self._fields.addWidget(Text(self.tr("Whoever forgets it cannot open the file. BoneCoach does not keep it.")))
        for name, field in (
            (self.tr("Password"), self.first),
            (self.tr("The same password once more"), self.again),
        ):
            label = Text(name, "strong")
            label.setBuddy(field)
            field.setAccessibleName(name)
            self._fields.addWidget(label)
            self._fields.addWidget(field)
        self._fields.addWidget(self.show_it)
        self._conceal(shown=False)
        self._inside.hide()
        self.wanted.toggled.connect(self._open)
        self.show_it.toggled.connect(lambda on: self._conceal(shown=on))
        follow(self, self._space)

    def password(self) -> str | None:
        """The password, None where none is wanted. Raises InvalidEntry as `exchange.pdf_lock.password_typed`."""
        if not self.wanted.isChecked():
            return None
        from bonecoach.exchange.pdf_lock import password_typed

        return password_typed(self.first.text(), self.again.text())

    def forget(self) -> None:
        """Nothing is ticked and nothing typed any more."""
        self.wanted.setChecked(False)
        self.show_it.setChecked(False)
        self.first.clear()
        self.again.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a window made small comes back as it was
            self.forget()

    def _open(self, on: bool) -> None:
        self._inside.setVisible(on)
        if on:
            self.first.setFocus()
        else:
            self.forget()

    def _conceal(self, *, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        for field in (self.first, self.again):
            field.setEchoMode(modes.Normal if shown else modes.Password)

    def _space(self) -> None:
        for column in (self._column, self._fields):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(GAP))
