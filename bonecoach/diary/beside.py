"""Work on the diary that takes long: done over a connection of its own, in another thread, beside whoever draws."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger

Opener = Callable[[], "AbstractContextManager[Diary]"]


class Beside:
    """The same diary once more, and what was done there."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def opener(self) -> Opener:
        """What opens the same file once more, in the thread that calls it; it is closed at the end of a `with`.

        A connection belongs to its thread. What is changed there is announced to nobody; `heard` tells of it. Raises
        DiaryError when called (see `store.open_store`).
        """
        folder, clock, zone = self._ledger.store.path.parent, self._ledger.clock, self._ledger.zone

        def opened() -> AbstractContextManager[Diary]:
            from bonecoach.diary import open_diary

            return closing(open_diary(folder, clock, zone))

        return opened

    def heard(self, step: Step) -> None:
        """A step was written there: this diary lets go of what it remembered, and announces it as its own."""
        self._ledger.heard(step)
