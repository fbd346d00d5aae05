"""An entry being changed: its text in a line behind its time, right where the entry stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bonecoach.core.entries import Entry
from bonecoach.ui.buttons import Button, PrimaryButton
from bonecoach.ui.cards import Text
from bonecoach.ui.theme import follow, font, px


class EditRow(QWidget):
    """The line with Save and Cancel; `when` is the entry's time, as it is shown.

    `typed(text)`: it changed; `left()`: nothing is to change.
    `saved(entry, text, confirmed)`: `confirmed` once she was asked about an amount and means it.
    """

    typed = Signal(str)
    saved = Signal(object, str, bool)
    left = Signal()

    def __init__(self, entry: Entry, text: str, label: str, when: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.when = Text(when, "small", "quiet", wraps=False)
        self.edit = QLineEdit(text)
        self.edit.setAccessibleName(self.tr("Change %s").replace("%s", f"{label}, {when}"))
        self.says = Text("", "small", "accent_text")
        self.hint = Text(self.tr("The time stays unless you write one, as in \u201cat 9:15\u201d."), "small", "quiet")
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.cancel = Button(self.tr("Cancel"))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.line, self.buttons = QHBoxLayout(), QHBoxLayout()
        self.column.addLayout(self.line)
        self.line.addWidget(self.when)
        self.line.addWidget(self.edit, 1)
        self.column.addWidget(self.says)
        self.column.addLayout(self.buttons)
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.cancel)
        self.buttons.addStretch(1)
        self.column.addWidget(self.hint)
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
        self.edit.setAccessibleDescription(f"{sentence} {self.hint.text()}")

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
        self.line.setSpacing(px(8))
        self.buttons.setSpacing(px(8))
