"""A small window over the window: a heading, what it holds, and its buttons in one row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.ui.buttons import GAP, Button, PrimaryButton
from bonecoach.ui.cards import Heading
from bonecoach.ui.theme import px


class Dialog(QDialog):
    """Content goes into `column`; `add_buttons` ends it. Escape leaves it and changes nothing."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.finished.connect(self.deleteLater)  # its parent, the window, would keep it for as long as it is open
        self.heading = Heading(title)
        self.column = QVBoxLayout(self)
        pad = px(20)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(px(12))
        self.column.addWidget(self.heading)
        self.primary: PrimaryButton | None = None
        self.cancel: Button | None = None

    def add_buttons(self, accept: str, cancel: str | None = None) -> None:
        """A row with the one that does it and the one that leaves."""
        row = QHBoxLayout()
        row.setSpacing(px(GAP))
        self.primary = PrimaryButton(accept)
        self.primary.setDefault(True)
        self.primary.clicked.connect(self.accept)
        self.cancel = Button(cancel or self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.primary)
        self.column.addLayout(row)

    def add_close(self) -> None:
        """One button that closes."""
        row = QHBoxLayout()
        close = PrimaryButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(close)
        self.column.addLayout(row)
        close.setFocus()
