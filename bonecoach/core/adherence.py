"""How often what was planned is on record as taken. Never a share without its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from bonecoach.core.occurrences import State
from bonecoach.core.settling import Settled


class Adherence(NamedTuple):
    """Counts of planned times: `planned` is the sum of the others."""

    planned: int
    taken: int
    missed: int
    skipped: int
    not_recorded: int


def adherence(settled: Iterable[Settled], now: datetime, zone: str) -> Adherence:
    """The counts of planned times. One that is ahead, or can still be answered in its time, counts once it is."""
    states = Counter(one.state for one in settled if one.answered or _over(one, now, zone))
    return Adherence(
        planned=sum(states.values()),
        taken=states[State.DONE],
        missed=states[State.MISSED],
        skipped=states[State.SKIPPED],
        not_recorded=states[State.CLOSED] + states[State.OPEN],
    )


def _over(one: Settled, now: datetime, zone: str) -> bool:
    closes = one.slot.closes(zone)
    return closes is not None and closes <= now
