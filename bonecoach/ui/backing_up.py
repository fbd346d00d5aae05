"""The window's backups: one when she asks, one after the first change of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bonecoach.core.errors import BoneCoachError
    from bonecoach.ui.main_window import MainWindow
    from bonecoach.ui.page import Desk
    from bonecoach.ui.work import Work


class BackingUp(QObject):
    """Writes backups and says in the window what she has to know of them.

    They are written and verified in a thread of their own, over a connection of their own: of many years, or onto a
    slow stick, that takes longer than anybody waits for a letter to appear. `runs`: one is being written.
    """

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self._failed_on: date | None = None
        self._asked = self._again = self.runs = False
        self._work: Work | None = None

    def back_up(self) -> None:
        """Writes a backup by hand and says where it stands, or why there is none.

        Asked while one is being written, it writes another behind it: the folder may be another one by then.
        """
        self._again = self.runs
        self._asked = True
        self._begin()

    def step_done(self) -> None:
        """The first change of a day is followed by the day's backup, without a word unless it fails."""
        if not self.runs and self._desk.diary.upkeep.backup_due():
            QTimer.singleShot(0, self, self._begin)

    def stop(self) -> None:
        """Waits for the one that is being written: it is on the way to be whole."""
        if self._work is not None:
            self._work.end()

    def _begin(self) -> None:
        if self.runs:
            return
        from bonecoach.ui.work import Work

        self.runs = True
        job = self._desk.diary.upkeep.backup_job(by_hand=self._asked)
        self._work = Work(lambda _: job())
        self._work.done.connect(self._written)
        self._work.refused.connect(self._refused)
        self._work.begin()

    def _written(self, path: Path) -> None:
        asked = self._asked
        if not self._goes_on() and asked:
            self._window.tell(self.tr("Backed up: %s").replace("%s", str(path)))

    def _refused(self, error: BoneCoachError) -> None:
        asked = self._asked
        if not self._goes_on():
            self._tell_failure(error, asked=asked)

    def _goes_on(self) -> bool:
        """Whether another one begins behind the one that has ended: it was asked for meanwhile."""
        self._work, self.runs = None, False
        goes_on, self._again = self._again, False
        if goes_on:
            self._begin()
        else:
            self._asked = False
        return goes_on

    def _tell_failure(self, error: BoneCoachError, *, asked: bool) -> None:
        sentence = self._desk.words.error(error)
        if asked:
            self._window.tell(sentence)
            return
        from bonecoach.ui.toast import STAYS_MS

        today = self._desk.diary.today()
        if self._failed_on != today:  # said once a day, and not in the place of what offers Undo
            self._failed_on = today
            QTimer.singleShot(STAYS_MS, self._window, lambda: self._window.tell(sentence))
