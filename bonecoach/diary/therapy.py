"""Her therapy as facts with dates: what she began, switched to, stopped, and what her team paused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.changes import Change, Step
from bonecoach.core.days import EARLIEST
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.profile import Fact
from bonecoach.core.therapy import Period, TherapyChange, changes_of, pause_before_start, periods_of
from bonecoach.diary.changing import put
from bonecoach.store.rows import fact_row

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

KINDS = ("began", "stopped", "paused", "resumed")
"""What can be said to have happened. To begin another medicine is to switch to it."""

_MEDICINE, _START, _PAUSED = "aromatase_inhibitor", "therapy_start", "therapy_paused"


def refuse_early_pause(known: Iterable[Fact], then: Iterable[Fact]) -> None:
    """Raises InvalidEntry("before_therapy") for what would put a pause before the beginning of the therapy.

    One that stands there already is no reason to refuse something else.
    """
    early = pause_before_start(then)
    if early is not None and early != pause_before_start(known):
        paused, start = early
        raise InvalidEntry("before_therapy", date=paused, start=start)


class Therapy:
    """Changes of her therapy. Each is a step, and moving or taking one back is one too."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def changes(self) -> tuple[TherapyChange, ...]:
        """What changed, oldest first."""
        return changes_of(self._ledger.states.facts)

    def periods(self) -> tuple[Period, ...]:
        """Which medicine from when until when, without pauses."""
        return periods_of(self._ledger.states.facts)

    def say(self, kind: str, day: date, medicine: str = "") -> Step:
        """Keeps that something of KINDS happened on a day; `medicine` is what she began.

        Raises DiaryError("future"), InvalidEntry("no_therapy") for a change of what was never begun,
        InvalidEntry("before_therapy") for a pause before the beginning or any other change of what had not begun, and
        InvalidEntry("therapy_unchanged") for what is noted already, or has nothing that it could change.
        """
        if day > self._ledger.today():
            raise DiaryError("future", date=day)
        if kind != "began" and not self.changes():
            raise InvalidEntry("no_therapy")
        facts = self._facts(kind, day, medicine)
        began = any(fact.key == _START for fact in facts)
        others = [fact for fact in self._all(_START) if began and fact.since != EARLIEST]  # one beginning at a time
        said = {(fact.key, fact.since) for fact in (*facts, *others)}
        stays = [fact for fact in self._ledger.states.facts if (fact.key, fact.since) not in said]
        start = next((period.start for period in self.periods()), None)
        if kind != "began" and start is not None and day < start:
            raise InvalidEntry("before_therapy", date=day, start=start)
        refuse_early_pause(self._ledger.states.facts, (*stays, *facts))
        if changes_of((*stays, *facts)) == self.changes():
            raise InvalidEntry("therapy_unchanged")
        changes = put(self._store, "facts", [fact_row(fact) for fact in facts])
        return self._ledger.apply(Step("profile", (*self._gone(others), *changes), facts[-1].key))

    def take_back(self, change: TherapyChange) -> Step:
        """Takes back that something changed, as if it had never been said."""
        key = _PAUSED if change.kind in ("paused", "resumed") else _MEDICINE
        gone = [fact for fact in self._all(key) if fact.since == change.since]
        if change.kind == "began" and change == self.changes()[0]:
            gone += self._all(_START)
        return self._ledger.apply(Step("profile", self._gone(gone), key))

    def _facts(self, kind: str, day: date, medicine: str) -> list[Fact]:
        if kind in ("paused", "resumed"):
            fact = Fact(_PAUSED, kind == "paused", day)
            # The first time a fact is said it holds for the days before too, and before this there was no pause.
            return [fact] if self._all(_PAUSED) else [Fact(_PAUSED, False, EARLIEST), fact]
        if kind == "stopped":
            return [Fact(_MEDICINE, "none", day)]
        first = min(self._all(_MEDICINE), key=lambda fact: fact.since, default=None)
        if first is None:
            return [Fact(_START, day, EARLIEST), Fact(_MEDICINE, medicine, day)]
        if first.value == medicine and day <= first.since:
            return [Fact(_START, day, EARLIEST)]
        return [Fact(_MEDICINE, medicine, day)]

    def _all(self, key: str) -> list[Fact]:
        return [fact for fact in self._ledger.states.facts if fact.key == key and fact.value is not None]

    def _gone(self, facts: list[Fact]) -> tuple[Change, ...]:
        rows = [self._store.row("facts", str(fact_row(fact)["id"])) for fact in facts]
        return tuple(Change("facts", row, None) for row in rows if row is not None)
