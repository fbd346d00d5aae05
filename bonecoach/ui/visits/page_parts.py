"""What stands on the page for an appointment: everything, unless she leaves something out."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from bonecoach.exchange.summary.page import SECTIONS
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import px


class PageParts(QWidget):
    """A button that opens the sections of the page as boxes to untick."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opens = Button(self.tr("Leave something out\u2026"))
        self.boxes = {key: QCheckBox(desk.words.say(f"summary.section.{key}")) for key in SECTIONS}
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(GAP))
        inside.addWidget(Text(self.tr("On the page"), "strong"))
        for box in self.boxes.values():
            box.setChecked(True)
            inside.addWidget(box)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(GAP))
        column.addWidget(self.opens)
        column.addWidget(self._inside)
        self.opens.clicked.connect(self._open)

    def chosen(self) -> frozenset[str]:
        """The sections that stand on the page."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def _open(self) -> None:
        self._inside.show()
        self.boxes[SECTIONS[0]].setFocus()
        self.opens.hide()
