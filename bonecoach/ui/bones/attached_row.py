"""A report that is kept with a result: what it is called, and buttons to open it and to take it off."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bonecoach.core.attachments import Attachment
from bonecoach.ui.buttons import GAP, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.theme import px

_PIECE = 10
"""A name of a file has no blanks to break at, so it may break after so many letters."""


class AttachedRow(QWidget):
    """One report."""

    def __init__(self, attachment: Attachment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = attachment.name
        pieces = [name[start : start + _PIECE] for start in range(0, len(name), _PIECE)]
        self.name = Text("\u200b".join(pieces), "small")
        self.name.setAccessibleName(name)
        self.open = QuietButton(self.tr("Open"), name=self.tr("Open: %s").replace("%s", name))
        self.take_off = QuietButton("", "cross", name=self.tr("Take off: %s").replace("%s", name))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(GAP))
        line.addWidget(self.name, 1)
        line.addWidget(self.open)
        line.addWidget(self.take_off)
