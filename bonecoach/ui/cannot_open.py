"""The window for a diary that cannot be opened: one sentence, and what to do."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.clock import system_zone
from bonecoach.core.days import moment_at
from bonecoach.paths import diary_file
from bonecoach.ui.buttons import GAP, Button, PrimaryButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.theme import px

if TYPE_CHECKING:
    from bonecoach.clock import Clock
    from bonecoach.core.errors import BoneCoachError
    from bonecoach.words import Words


class CannotOpen(QWidget):
    """Says what happened, that nothing was lost, where the diary is, and closes.

    `goes_back()`: she wants to bring a backup back; only where one could stand in the diary's place.
    """

    goes_back = Signal()

    def __init__(self, sentence: str, diary: Path, *, can_go_back: bool = False) -> None:
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
        card.column.addLayout(row)
        row.setSpacing(px(GAP))
        row.addStretch(1)
        self.back = Button(self.tr("Restore a backup\u2026"))
        self.back.clicked.connect(self.goes_back)
        row.addWidget(self.back)
        self.back.setVisible(can_go_back)
        close = PrimaryButton(self.tr("Close"))
        close.clicked.connect(self.close)
        row.addWidget(close)
        column.addWidget(card)
        column.addStretch(1)
        self.resize(px(640), px(320))
        close.setFocus()


def say_why(app: QApplication, error: BoneCoachError, data_dir: Path, words: Words, clock: Clock) -> bool:
    """Shows the window until it is closed; whether a backup stands in the place of the diary then."""
    from bonecoach.diary.restoring import LEAVES_ROOM, Shut

    window = CannotOpen(words.error(error), diary_file(data_dir), can_go_back=error.code in LEAVES_ROOM)
    restored: list[bool] = []

    def go_back() -> None:
        from bonecoach.ui.your_data.restore_dialog import RestoreDialog

        now = moment_at(clock.now(), system_zone())
        dialog = RestoreDialog(lambda: nullcontext(Shut(data_dir, clock)), words, now, window)
        dialog.look()
        dialog.exec()
        if dialog.restored:
            restored.append(True)
            window.close()

    window.goes_back.connect(go_back)
    window.show()
    app.exec()
    return bool(restored)
