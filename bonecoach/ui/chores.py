"""What is done once the window was painted, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

Act = Callable[[], object]


class Chores(QObject):
    """Acts that are done in order, each once however often it is added. `done()`: none is left.

    The event loop runs between them: whoever types at once is not kept waiting by all of them.
    """

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begun: list[Act] = []
        self._left: list[Act] = []

    def add(self, acts: Iterable[Act]) -> None:
        """Does these too, from the next turn of the event loop on."""
        self._left += [act for act in acts if act not in self._begun and act not in self._left]
        self._come_back()

    def drop(self) -> None:
        """What was not begun is not done."""
        self._left.clear()

    def _come_back(self) -> None:
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        if not self._left:
            self.done.emit()
            return
        self._come_back()  # before it is done: one that fails does not stop the others
        act = self._left.pop(0)
        self._begun.append(act)
        act()
