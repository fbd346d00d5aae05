"""The window for a diary that cannot be opened: one sentence, and what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.ui.buttons import PrimaryButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.theme import px


class CannotOpen(QWidget):
    """Says what happened, that nothing was lost, where the diary is, and closes."""

    def __init__(self, sentence: str, diary: Path) -> None:
        super().__init__()
        self.setWindowTitle("BoneCoach")
        column = QVBoxLayout(self)
        pad = px(24)
        column.setContentsMargins(pad, pad, pad, pad)
        card = Card()
        card.column.setSpacing(px(12))
        card.column.addWidget(Heading(self.tr("The diary could not be opened"), "title"))
        card.column.addWidget(Text(sentence))
        where = Text(self.tr("It stands here: %s").replace("%s", str(diary)), "small", "quiet")
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        card.column.addWidget(where)
        row = QHBoxLayout()
        row.addStretch(1)
        close = PrimaryButton(self.tr("Close"))
        close.clicked.connect(self.close)
        row.addWidget(close)
        card.column.addLayout(row)
        column.addWidget(card)
        column.addStretch(1)
        self.resize(px(640), px(320))
        close.setFocus()
