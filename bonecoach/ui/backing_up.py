"""The window's backups: one when she asks, one after the first change of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from bonecoach.core.errors import BoneCoachError

if TYPE_CHECKING:
    from bonecoach.ui.main_window import MainWindow
    from bonecoach.ui.page import Desk


class BackingUp(QObject):
    """Writes backups and says in the window what she has to know of them.

    They are written and verified in a thread of their own, over a connection of their own: of many years, or onto a
    slow stick, that takes longer than anybody waits for a letter to appear. `runs`: one is being written.
    """

    _ended = Signal(object)

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self._failed_on: date | None = None
        self._asked = self._again = self.runs = False
        self._thread: QThreadPool | None = None
        self._ended.connect(self._tell)

    def back_up(self) -> None:
        """Writes today's backup and says where it stands, or why there is none.

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
        if self._thread is not None:
            self._thread.waitForDone()

    def _begin(self) -> None:
        if self.runs:
            return
        self.runs = True
        self._thread = self._thread or QThreadPool(self)
        job = self._desk.diary.upkeep.backup_job()
        self._thread.start(lambda: self._write(job))

    def _write(self, job: Callable[[], Path]) -> None:
        """In the other thread."""
        outcome: Path | BoneCoachError | None = None
        try:
            outcome = job()
        except BoneCoachError as error:
            outcome = error
        finally:
            self._ended.emit(outcome)

    def _tell(self, outcome: Path | BoneCoachError | None) -> None:
        self.runs = False
        asked = self._asked and not self._again
        if self._again:
            self._again = False
            self._begin()
        elif isinstance(outcome, BoneCoachError):
            self._tell_failure(outcome, asked=asked)
        elif asked and outcome is not None:
            self._window.tell(self.tr("Backed up: %s").replace("%s", str(outcome)))
        self._asked = self._asked and not asked

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
