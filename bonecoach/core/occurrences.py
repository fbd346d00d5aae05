"""What became of a planned time: when she was told, and what she answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bonecoach.core.days import moment_at
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.plans import Slot, occurrence_id
from bonecoach.core.values import Value

LONGEST_SNOOZE = timedelta(days=1)
SNOOZE = "snooze"
"""The name of the step that puts one off."""


class State(StrEnum):
    """Open until answered or closed. Closed is *not recorded*; missed only when she says so."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    MISSED = "missed"
    CLOSED = "closed"


ANSWERS = frozenset({State.DONE, State.SKIPPED, State.MISSED})


class Occurrence(Value, kw_only=True):
    """The record of one slot: `plan`, local `date` and `time` name it, `at` is its instant in UTC.

    `told` counts how often she was told; `left` how many repeats may follow; `next_at` is when it is told next, None
    when no more. `away`: it came too late to be told and went to the away list. `asked`: no catch-up
    need ask about it any more. `entry` is the first entry that Done logged, "" for none. `trail` holds every telling
    and answer with its instant: the record adherence rests on.
    """

    plan: str
    date: date
    time: time | None
    at: datetime
    state: State = State.OPEN
    told: int = 0
    left: int = 0
    next_at: datetime | None = None
    away: bool = False
    asked: bool = False
    entry: str = ""
    reason: str = ""
    trail: tuple[tuple[str, datetime], ...] = ()

    @property
    def id(self) -> str:
        """The name of its slot."""
        return occurrence_id(self.plan, self.date, self.time)

    @property
    def answered(self) -> bool:
        """Whether she said what became of it."""
        return self.state in ANSWERS

    def put_off(self, now: datetime) -> bool:
        """Whether she asked for it later and that has not come: until then it waits for nothing."""
        return bool(self.trail) and self.trail[-1][0] == "snoozed" and self.next_at is not None and self.next_at > now

    def noted(self, what: str, now: datetime, **changes: object) -> Occurrence:
        """The same with changes and one more thing in its trail."""
        return replace(self, trail=(*self.trail, (what, now)), **changes)  # type: ignore[arg-type]


def asked_before(record: Occurrence, day: date, zone: str) -> bool:
    """Whether a catch-up asked about a time on an earlier day than this."""
    return any(what == "asked" and moment_at(at, zone).date < day for what, at in record.trail)


def record_of(slot: Slot) -> Occurrence:
    """The record of a slot nobody was told of yet."""
    return Occurrence(plan=slot.plan.id, date=slot.date, time=slot.time, at=slot.at)


def answered(record: Occurrence, state: State, now: datetime, entry: str = "", reason: str = "") -> Occurrence:
    """Done, skipped or missed. Raises InvalidEntry("already_answered")."""
    if record.answered:
        raise InvalidEntry("already_answered")
    return record.noted(state.value, now, state=state, next_at=None, left=0, entry=entry, reason=reason)


def snoozed(record: Occurrence, until: datetime, now: datetime, repeats: int) -> Occurrence:
    """Told again at `until`, and with as many repeats behind it as at first.

    Raises InvalidEntry("already_answered", "impossible_snooze").
    """
    if record.answered:
        raise InvalidEntry("already_answered")
    if not now < until <= now + LONGEST_SNOOZE:
        raise InvalidEntry("impossible_snooze")
    return record.noted("snoozed", now, state=State.OPEN, next_at=until, left=repeats + 1, away=False)
