"""Rings when something is due: settles at the next due instant, and every 25 seconds whatever the timers do."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from bonecoach.desktop.without_tls import without_tls

if TYPE_CHECKING:
    from bonecoach.desktop.alarm.scheduler import Scheduler

HEARTBEAT = timedelta(seconds=25)
"""Timers stand still while a computer sleeps and know nothing of a clock that is put; five seconds less than the half
minute within which a reminder is promised."""

JUMP = timedelta(seconds=2)
"""How far the clock may drift from the seconds that passed before it counts as put, or the computer as asleep."""

MOST_AT_ONCE = 10
"""How often it settles in a row what came due meanwhile, before it lets the window do something else."""

_LOGGER = logging.getLogger(__name__)


class Alarm(QObject):
    """Calls `settle` when something is due, in the thread it lives in, and never two at a time.

    `settle` writes what is due, tells the person and answers the next due instant, or None; `now` is the clock. Both
    speak aware datetimes. What it raises is written to the log by its kind, and the next heartbeat tries again.
    """

    _changed = Signal()

    def __init__(
        self, settle: Callable[[], datetime | None], now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settle, self._now = settle, now
        self._scheduler: Scheduler | None = None
        self._next_due: datetime | None = None
        self._settling = self._asked_meanwhile = False
        self._read = (now(), monotonic())
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        # Queued: the scheduler may say so from another thread, or from the middle of a job.
        self._changed.connect(self._turn, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Settles what became due while the program was closed, and begins to wait. APScheduler is imported here."""
        if self._scheduler is None:
            with without_tls():
                from bonecoach.desktop.alarm.scheduler import Scheduler

            self._read = (self._now(), monotonic())
            self._scheduler = Scheduler(self._changed.emit)
            self._scheduler.start()
            self.look_again()

    def stop(self) -> None:
        """Ends the waiting; no timer is left behind. It can be started again."""
        self._timer.stop()
        scheduler, self._scheduler = self._scheduler, None
        if scheduler is not None and not self._settling:  # it still counts its jobs while one of them ends the program
            scheduler.shutdown()

    def look_again(self) -> None:
        """Settles now and plans anew: after a change in the diary, or when the computer woke."""
        if self._settling:
            self._asked_meanwhile = True  # asked by what `settle` itself set going, as when it writes to the diary
        elif self._scheduler is not None:
            self._run_settle()
            self._begin_anew()

    @Slot()
    def _turn(self) -> None:
        if self._settling:  # an event loop turns inside `settle`
            return
        if self._clock_jumped():
            self.look_again()
        if self._scheduler is not None:
            waits = self._scheduler.seconds_to_wait()
            self._plan()
            self._wait(waits)

    def _wait(self, seconds: float | None) -> None:
        # What is planned in the meantime sets the timer anew.
        if self._scheduler is not None:
            longest = HEARTBEAT.total_seconds()
            self._timer.start(math.ceil(min(longest if seconds is None else seconds, longest) * 1000))

    def _clock_jumped(self) -> bool:
        """Whether other than the passing seconds moved the clock since the last look at it."""
        wall, passed = self._read
        self._read = (self._now(), monotonic())
        return abs(self._read[0] - wall - timedelta(seconds=self._read[1] - passed)) > JUMP

    def _begin_anew(self) -> None:
        # The heartbeat too: of a clock put back by two hours it would otherwise wait two hours for its next time.
        if self._scheduler is not None:  # `settle` may have ended the program
            self._scheduler.beat(self._run_settle, HEARTBEAT, self._now() + HEARTBEAT)
            self._plan()

    def _plan(self) -> None:
        # Not from within a job: APScheduler forgets a job that has run for the last time, after it ran, by its name.
        # What is past was settled a moment ago; if it still stands, the heartbeat sees to it, and nothing spins.
        if self._scheduler is not None:
            due = self._next_due
            self._scheduler.at(self._run_settle, due if due is not None and due > self._now() else None)

    def _run_settle(self) -> None:
        self._settling, self._asked_meanwhile = True, False
        try:
            begun, self._next_due = self._now(), self._settle()
            if self._asked_meanwhile:  # once: what is asked for by that one again, the heartbeat answers
                begun, self._next_due = self._now(), self._settle()
            for _ in range(MOST_AT_ONCE):
                if self._next_due is None or not begun < self._next_due <= self._now():
                    break
                begun, self._next_due = self._now(), self._settle()  # it came due while the one before was settled
        except Exception:
            # The last door of a job. The log keeps the kind of an error and its place, never what it says.
            _LOGGER.exception("could not settle")
        finally:
            self._settling = False
