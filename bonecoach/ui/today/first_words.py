"""What stands below an empty entry line: an example to be tried, and forms for those who would rather not type."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bonecoach.ui.buttons import GAP, Button, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.theme import follow, px


class FirstWords(QWidget):
    """`wanted(text)`: put the example into the line. `form_wanted(key)`: "food", "supplement" or "movement"."""

    wanted = Signal(str)
    form_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = Text("", "small", "quiet", wraps=False)
        self.hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.example = QuietButton(self.tr("2 glasses milk, walk 30 brisk"))
        self.example.setAccessibleName(self.tr("Try the example: 2 glasses milk, walk 30 brisk"))
        self.forms = {
            "food": Button(self.tr("Food\u2026"), "food"),
            "supplement": Button(self.tr("Supplement\u2026"), "supplement"),
            "movement": Button(self.tr("Movement\u2026"), "movement"),
        }
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.hint)
        self.row.addWidget(self.example)
        self.row.addStretch(1)
        for key, button in self.forms.items():
            self.row.addWidget(button)
            button.clicked.connect(lambda _checked=False, key=key: self.form_wanted.emit(key))
        self.example.clicked.connect(lambda: self.wanted.emit(self.example.text()))
        follow(self, self._restyle)

    def show_for(self, *, teaching: bool) -> None:
        """With the example while there is nothing to look at yet."""
        self.hint.setText(
            self.tr("For example") if teaching else self.tr("Several things fit in one line, parted by commas.")
        )
        self.hint.setSizePolicy(
            QSizePolicy.Policy.Maximum if teaching else QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        )
        self.example.setVisible(teaching)

    def _restyle(self) -> None:
        self.row.setSpacing(px(GAP))
