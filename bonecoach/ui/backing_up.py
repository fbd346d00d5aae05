"""The window's backups: one when she asks, one after the first change of a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bonecoach.core.errors import BoneCoachError

if TYPE_CHECKING:
    from bonecoach.ui.main_window import MainWindow
    from bonecoach.ui.page import Desk


class BackingUp(QObject):
    """Writes backups and says in the window what she has to know of them."""

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self._failed_on: date | None = None

    def back_up(self) -> None:
        """Writes today's backup and says where it stands, or why there is none."""
        try:
            written = self._desk.diary.upkeep.backup()
        except BoneCoachError as error:
            self._window.tell(self._desk.words.error(error))
        else:
            self._window.tell(self.tr("Backed up: %s").replace("%s", str(written)))

    def step_done(self) -> None:
        """The first change of a day is followed by the day's backup, without a word unless it fails."""
        if self._desk.diary.upkeep.backup_due():
            QTimer.singleShot(0, self, self._back_up_quietly)

    def _back_up_quietly(self) -> None:
        try:
            self._desk.diary.upkeep.backup()
        except BoneCoachError as error:
            from bonecoach.ui.toast import STAYS_MS

            today, sentence = self._desk.diary.today(), self._desk.words.error(error)
            if self._failed_on != today:  # said once a day, and not in the place of what offers Undo
                self._failed_on = today
                QTimer.singleShot(STAYS_MS, self._window, lambda: self._window.tell(sentence))
