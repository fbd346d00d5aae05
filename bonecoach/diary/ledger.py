"""What every part of the diary stands on: the file, the clock, her zone, and the one way a change is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from bonecoach.core.days import Moment, moment_at
from bonecoach.core.errors import DiaryError
from bonecoach.diary.changing import LEAST_ID
from bonecoach.diary.states import States

if TYPE_CHECKING:
    from bonecoach.clock import Clock
    from bonecoach.core.changes import Step
    from bonecoach.diary.knowledge import Knowledge
    from bonecoach.store import Store

_WHOLE_ID = 32


class Ledger:
    """The open file. A step is written first, then what was remembered is forgotten, then it is announced.

    `zone` is the IANA name of the zone she is in now, or a function that tells it. `edition` is another number after
    every change; whoever remembers something of the diary compares it.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        knowledge: Knowledge,
        zone: str | Callable[[], str],
        announce: Callable[[Step], None] | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.knowledge = knowledge
        self.announce = announce
        self.edition = 0
        self._zone = zone
        self._version = self._told_version = store.version()

    @cached_property
    def states(self) -> States:
        """The days and weeks, counted."""
        return States(self.store, self.knowledge.rules)

    @property
    def zone(self) -> str:
        """The zone she is in now."""
        return self._zone if isinstance(self._zone, str) else self._zone()

    def now(self) -> Moment:
        """The present moment in her zone."""
        return moment_at(self.clock.now(), self.zone)

    @property
    def birth(self) -> date | None:
        """Her day of birth, where she said it."""
        return self.states.profile(self.today()).birth_date

    def today(self) -> date:
        """Her present day."""
        return self.now().date

    def apply(self, step: Step) -> Step:
        """Writes a step, then tells of it; one without changes is left alone."""
        if not step.changes:
            return step
        return self._told(self.store.apply(step, self.clock.now()))

    def heard(self, step: Step) -> None:
        """Tells of a step that was written over another connection; one without changes is left alone."""
        if step.changes:
            self._told(step)

    def undo(self, step_id: int | None = None) -> Step:
        """Takes her last step back. Raises DiaryError("nothing_to_undo", "changed_since")."""
        return self._taken(self.store.undo(step_id), "nothing_to_undo")

    def redo(self, step_id: int | None = None) -> Step:
        """Does the last undone step again. Raises DiaryError("nothing_to_redo", "changed_since")."""
        return self._taken(self.store.redo(step_id), "nothing_to_redo")

    def catch_up(self) -> None:
        """Lets go of what was remembered of the file, where another program wrote to it since."""
        before, self._version = self._version, self.store.version()
        if before != self._version:
            self.forget()

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the file since this was last asked; what was remembered is forgotten."""
        self.catch_up()
        before, self._told_version = self._told_version, self._version
        return before != self._version

    def forget(self) -> None:
        """Lets go of what was remembered of the file."""
        self.edition += 1
        self.states.forget()

    def whole_id(self, start: str) -> str:
        """The id of the entry that begins so, when there is just one: the first few characters are enough to type.

        Raises DiaryError("several_entries").
        """
        if len(start) >= _WHOLE_ID:
            return start
        found = self.store.ids_beginning(start) if len(start) >= LEAST_ID else []
        if len(found) > 1:
            raise DiaryError("several_entries", id=start)
        return found[0] if found else start

    def _taken(self, step: Step | None, code: str) -> Step:
        if step is None:
            raise DiaryError(code)
        return self._told(step)

    def _told(self, step: Step) -> Step:
        self.forget()
        if self.announce is not None:
            self.announce(step)
        return step
