"""An entry being changed: its text in a line, right where the entry stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bonecoach.core.entries import Entry
from bonecoach.ui.buttons import Button, PrimaryButton
from bonecoach.ui.cards import Text
from bonecoach.ui.theme import follow, font, px


class EditRow(QWidget):
    """The line with Save and Cancel. `typed(text)`: it changed; `left()`: nothing is to change.

    `saved(entry, text, confirmed)`: `confirmed` once she was asked about an amount and means it.
    """

    typed = Signal(str)
    saved = Signal(object, str, bool)
    left = Signal()

    def __init__(self, entry: Entry, text: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.edit = QLineEdit(text)
        self.edit.setAccessibleName(self.tr("Change %s").replace("%s", label))
        self.says = Text("", "small", "accent_text")
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.cancel = Button(self.tr("Cancel"))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.edit)
        self.column.addWidget(self.says)
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.cancel)
        self.buttons.addStretch(1)
        self.column.addLayout(self.buttons)
        self._asked = False
        self.edit.textEdited.connect(self.typed)
        self.edit.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        follow(self, self._restyle)

    def say(self, sentence: str, understood: bool, *, asks: bool = False) -> None:
        """What the text would be understood as, or what is wrong with it. `asks`: Save then means yes."""
        self._asked = asks
        self.save.setText(self.tr("Yes, save it") if asks else self.tr("Save"))
        self.says.set_ink("accent_text" if understood else "warning")
        self.says.say(sentence)
        self.edit.setAccessibleDescription(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        self.saved.emit(self.entry, self.edit.text(), self._asked)

    def _restyle(self) -> None:
        self.edit.setFont(font("body"))
        self.edit.setMinimumHeight(px(44))
        self.column.setSpacing(px(6))
        self.buttons.setSpacing(px(8))
