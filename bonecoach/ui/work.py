"""Something that takes long, done in a thread of its own: the window goes on drawing, and can stop it."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from bonecoach.core.errors import BoneCoachError, DiaryError
from bonecoach.core.progress import Tell

Act = Callable[[Tell], object]
"""What is done; it tells how far it is, and the telling raises Stopped where nobody wants it any more."""

_BETWEEN = 0.1
"""Seconds between two words on how far it is: nobody reads faster, and each is drawn."""

_running: set[Work] = set()
"""What runs belongs to the drawing thread until that has heard its end, whoever began it and went away since."""


class _Collector:
    """Whichever thread makes much collects what nobody holds, and a widget that goes in another thread than the one
    that draws ends the program: nothing is collected while any work runs."""

    def __init__(self) -> None:
        self._halted, self._was_on = 0, False

    def halt(self) -> None:
        """One more piece of work runs."""
        if not self._halted:
            self._was_on = gc.isenabled()
            gc.disable()
        self._halted += 1

    def go_on(self) -> None:
        """One has ended."""
        self._halted -= 1
        if self._was_on and not self._halted:
            gc.enable()


_collector = _Collector()


class Stopped(Exception):
    """Nobody waits for it any more: the work cleans up and ends."""


class Work(QObject):
    """One piece of work. `act` runs in the other thread and touches nothing of Qt.

    `told(count)`: how far it is. Then one of these, in the drawing thread: `done(answer)`, `refused(error)`, or
    `stopped()`.
    """

    told = Signal(int)
    done = Signal(object)
    refused = Signal(object)
    stopped = Signal()
    _heard = Signal(str, object)

    def __init__(self, act: Act) -> None:
        super().__init__()
        self._act, self._unwanted, self._told_at = act, False, 0.0
        self._thread = threading.Thread(target=self._run, name="work")
        self._program = QCoreApplication.instance() or QCoreApplication([])
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Starts it."""
        _running.add(self)
        _collector.halt()
        self._program.aboutToQuit.connect(self.end)
        self._thread.start()

    def stop(self) -> None:
        """Nobody wants it any more: it ends when it next tells how far it is, and leaves nothing half-done."""
        self._unwanted = True

    def end(self) -> None:
        """Stops it and waits until it has ended; what does not ask whether it is wanted is done by then."""
        self.stop()
        self._thread.join()

    # -- in the other thread -----------------------------------------------------------------------------------

    def _run(self) -> None:
        end: tuple[str, object] = ("fault", None)
        try:
            end = ("done", self._act(self._tell))
        except Stopped:
            end = ("stopped", None)
        except BoneCoachError as error:
            end = ("refused", error)
        finally:
            if end[0] == "fault":  # goes on to whoever keeps the log
                fault = sys.exc_info()[0]
                end = ("refused", DiaryError("own_fault", kind=fault.__name__ if fault else ""))
            self._heard.emit(*end)

    def _tell(self, count: int) -> None:
        if self._unwanted:
            raise Stopped
        now = time.monotonic()
        if now - self._told_at >= _BETWEEN:
            self._told_at = now
            self._heard.emit("told", count)

    # -- in the thread that draws ------------------------------------------------------------------------------

    def _hear(self, what: str, said: object) -> None:
        if what == "told":
            self.told.emit(said)
            return
        self._thread.join()
        _running.discard(self)
        self._program.aboutToQuit.disconnect(self.end)
        _collector.go_on()
        if what == "done":
            self.done.emit(said)
        elif what == "refused":
            self.refused.emit(said)
        else:
            self.stopped.emit()
