"""How often what was planned is on record as taken. Never a share without its counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from bonecoach.core.occurrences import State
from bonecoach.core.schedules import months_after
from bonecoach.core.settling import Settled

FEW = 7
"""Fewer recorded times than this are counted and are no share: a choice of ours."""


class Adherence(NamedTuple):
    """Counts of planned times: `planned` is the sum of the others."""

    planned: int
    taken: int
    missed: int
    skipped: int
    not_recorded: int

    @property
    def recorded(self) -> int:
        """Those of which something is known."""
        return self.planned - self.not_recorded

    @property
    def percent_taken(self) -> int | None:
        """The share of the recorded ones that was taken, in whole percent.

        None where it would say more than is known: below FEW recorded times, or half of the planned ones. It is 100
        only where all were taken, and 0 only where none was.
        """
        if self.recorded < FEW or 2 * self.recorded < self.planned:
            return None
        percent = (200 * self.taken + self.recorded) // (2 * self.recorded)
        if 0 < self.taken < self.recorded:
            return min(99, max(1, percent))
        return percent


class Mark(StrEnum):
    """What a day is in one word. Several times of a day that went differently are "some" where one was taken."""

    TAKEN = "taken"
    SOME = "some"
    MISSED = "missed"
    SKIPPED = "skipped"
    NOT_RECORDED = "not_recorded"
    TO_COME = "to_come"
    NOT_PLANNED = "not_planned"


class Kept(NamedTuple):
    """How one stretch of days was kept, from `first` to `last`: a day or a month."""

    first: date
    last: date
    counts: Adherence
    mark: Mark


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


def by_day(settled: Iterable[Settled], first: date, last: date, now: datetime, zone: str) -> tuple[Kept, ...]:
    """Each day from `first` to `last`."""
    days = [(first + timedelta(days=n),) * 2 for n in range((last - first).days + 1)]
    return tuple(_kept(days, settled, now, zone))


def by_month(settled: Iterable[Settled], first: date, last: date, now: datetime, zone: str) -> tuple[Kept, ...]:
    """Each calendar month from that of `first` to that of `last`, whole."""
    begin = first.replace(day=1)
    count = (last.year - begin.year) * 12 + last.month - begin.month + 1
    begins = [months_after(begin, n) for n in range(count + 1)]
    months = [(one, after - timedelta(days=1)) for one, after in pairwise(begins)]
    return tuple(_kept(months, settled, now, zone))


def _kept(spans: Sequence[tuple[date, date]], settled: Iterable[Settled], now: datetime, zone: str) -> Iterator[Kept]:
    by_date: dict[date, list[Settled]] = defaultdict(list)
    for one in settled:
        by_date[one.slot.date].append(one)
    for first, last in spans:
        there = [one for n in range((last - first).days + 1) for one in by_date.get(first + timedelta(days=n), ())]
        counts = adherence(there, now, zone)
        yield Kept(first, last, counts, _mark(counts, planned=bool(there)))


def _mark(counts: Adherence, *, planned: bool) -> Mark:
    if not counts.planned:
        return Mark.TO_COME if planned else Mark.NOT_PLANNED
    if counts.taken:
        return Mark.TAKEN if counts.taken == counts.planned else Mark.SOME
    if counts.missed:
        return Mark.MISSED
    return Mark.SKIPPED if counts.skipped else Mark.NOT_RECORDED


def together(parts: Iterable[Kept]) -> Adherence:
    """The counts of several stretches."""
    counts = [part.counts for part in parts]
    return Adherence(*(sum(count[place] for count in counts) for place in range(len(Adherence._fields))))


def _over(one: Settled, now: datetime, zone: str) -> bool:
    closes = one.slot.closes(zone)
    return closes is not None and closes <= now
