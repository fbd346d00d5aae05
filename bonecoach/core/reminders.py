"""Which reminders are due, and what is told of them. Pure: the same answer whatever woke the program."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from bonecoach.core.days import moment_at, moment_of
from bonecoach.core.looking_back import looked_back, to_look_at
from bonecoach.core.occurrences import Occurrence, State, record_of
from bonecoach.core.plans import OPEN_UNTIL_ANSWERED, TAKEN, Plan, Slot, planned

LATEST_TELLING = timedelta(hours=2)
"""What comes later than this is not told but listed, all at once: "while you were away"."""

ASKED_ABOUT = timedelta(days=1)
"""How many days back a time that passed unseen is still asked about; older ones are only not recorded."""

SURELY_OVER = timedelta(days=4)
"""An unseen time of a date that lies further back is over in any zone, whatever quiet hours and clock changes."""

LONG_LOGGED = timedelta(days=30)
"""Where everything was logged by hand for so long, one time is marked, so that the looking back does not grow."""

KEPT_UNSEEN = timedelta(days=7)
"""What passed unseen so long before the newest record of its plan needs no row to count as not recorded."""


class Quiet(NamedTuple):
    """Quiet hours, from one wall time to another; over midnight when `ends` is not later."""

    begins: time
    ends: time

    def hold(self, wall: time) -> bool:
        """Whether a wall time lies in them."""
        if self.begins < self.ends:
            return self.begins <= wall < self.ends
        return wall >= self.begins or wall < self.ends

    def end_after(self, instant: datetime, zone: str) -> datetime:
        """When the quiet hours that hold an instant are over."""
        local = moment_at(instant, zone)
        day = local.date if local.wall < self.ends else local.date + timedelta(days=1)
        return moment_of(day, self.ends, zone).instant


class Telling(NamedTuple):
    """One time she is told. `repeat` is 0 the first time; `silent` ones make no sound."""

    plan: Plan
    record: Occurrence
    repeat: int = 0
    silent: bool = False


class Due(NamedTuple):
    """What is to be done at an instant. Every record in it is new or changed, and is written before anyone is told.

    `shown` is told now; `standing` waits in the window for the end of the quiet hours; `away` came too late to be told;
    `closed` was not answered in its time; `dropped` are open records of times that are no longer planned. `unwritten`
    names those of the closed that need no row. `marks` stand for times that were logged by hand, so that nobody looks
    back behind them again. `next_at` is the next instant at which anything can be due.
    """

    shown: tuple[Telling, ...] = ()
    standing: tuple[Telling, ...] = ()
    away: tuple[Telling, ...] = ()
    closed: tuple[Telling, ...] = ()
    dropped: tuple[Occurrence, ...] = ()
    unwritten: frozenset[str] = frozenset()
    marks: tuple[Occurrence, ...] = ()
    next_at: datetime | None = None

    @property
    def records(self) -> tuple[Occurrence, ...]:
        """Every record that is new or changed, but for what needs none: see KEPT_UNSEEN."""
        told = (*self.shown, *self.standing, *self.away, *self.closed)
        written = (telling.record for telling in told if telling.record.id not in self.unwritten)
        return (*written, *self.dropped, *self.marks)


@contextmanager
def uncollected() -> Iterator[None]:
    """Where many values are made, none of them garbage: looking through all of them again and again would take longer
    than making them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@uncollected()
def upcoming(
    plans: Iterable[Plan], since: datetime, until: datetime, zone: str, hushed: frozenset[date] = frozenset()
) -> list[Slot]:
    """The slots with a time from `since` to `until`, without the latter, in order."""
    first, last = moment_at(since, zone).date - timedelta(days=1), moment_at(until, zone).date + timedelta(days=1)
    found = planned(plans, first, last, zone, hushed)
    slots = [slot for slot in found if slot.time is not None and since <= slot.at < until]
    slots.sort(key=attrgetter("at"))
    return slots


@uncollected()
def due(
    plans: Sequence[Plan],
    records: Mapping[str, Occurrence],
    settled: Collection[str],
    now: datetime,
    zone: str,
    quiet: Quiet | None = None,
    hushed: frozenset[date] = frozenset(),
) -> Due:
    """What is due at `now`, given the records there are and the slots that entries have settled by hand.

    `records` holds every record of the plans' last dates, and all of a plan since its oldest open one. Asking twice,
    with what the first answer wrote, tells nothing twice; asking late tells nothing less.
    """
    found: dict[str, list[Telling]] = {"shown": [], "standing": [], "away": [], "closed": []}
    today = moment_at(now, zone).date
    over, tomorrow = today - SURELY_OVER, today + timedelta(days=1)
    since = looked_back(plans, records, now, zone)
    slots = to_look_at(plans, since, today, zone, hushed)
    wakes = [slot.at for slot in upcoming(plans, now, now + timedelta(days=2), zone, hushed) if slot.at > now]
    for slot_id, slot in slots.items():
        record = records.get(slot_id)
        if slot.at > now or slot_id in settled or (record is None and _had_passed(slot, now)):
            continue
        if record is None and slot.date < over and slot.plan.kind not in OPEN_UNTIL_ANSWERED:
            found["closed"].append(Telling(slot.plan, _closed_unseen(slot, now)))
            continue
        if record is None:
            part, telling = _first(slot, now, zone, today, quiet)
        elif record.state is State.OPEN:
            part, telling = _again(slot, record, now, zone, quiet)
        else:
            continue
        if part:
            found[part].append(telling)
        wakes += _wakes(slot, telling.record, now, zone)
    parts = {part: tuple(sorted(told, key=lambda telling: telling.record.at)) for part, told in found.items()}
    dropped = tuple(
        record.noted("dropped", now, state=State.CLOSED, next_at=None, left=0)
        for record in records.values()
        if record.state is State.OPEN and record.id not in slots and record.date <= tomorrow
    )
    return Due(
        **parts,
        dropped=dropped,
        unwritten=_unwritten(parts, records),
        marks=_marks(slots, settled, since, today, now),
        next_at=min(wakes, default=None),
    )


def _closed_unseen(slot: Slot, now: datetime, what: str = "closed") -> Occurrence:
    return Occurrence(
        plan=slot.plan.id, date=slot.date, time=slot.time, at=slot.at, state=State.CLOSED, trail=((what, now),)
    )


def _marks(
    slots: Mapping[str, Slot], settled: Collection[str], since: Mapping[str, date], today: date, now: datetime
) -> tuple[Occurrence, ...]:
    """For each plan that was looked back on for long: the newest time that an entry settled, once that is over."""
    newest: dict[str, Slot] = {}
    for slot in slots.values():
        long_ago = since[slot.plan.id] + LONG_LOGGED < slot.date < today - SURELY_OVER
        if long_ago and slot.id in settled:
            newest[slot.plan.id] = slot
    return tuple(_closed_unseen(slot, now, "logged") for slot in newest.values())


def _unwritten(parts: Mapping[str, Sequence[Telling]], records: Mapping[str, Occurrence]) -> frozenset[str]:
    """Names of the closed that need no row: unseen, and of dates that are not looked at again, nor near them."""
    newest: dict[str, date] = {}
    for one in chain.from_iterable(parts.values()):
        newest[one.plan.id] = max(one.record.date, newest.get(one.plan.id, one.record.date))
    return frozenset(
        one.record.id
        for one in parts["closed"]
        if one.record.date < newest[one.plan.id] - KEPT_UNSEEN and one.record.id not in records
    )


def _had_passed(slot: Slot, now: datetime) -> bool:
    """Whether it was over when its plan was made. A plan made "later than now" was made by a clock that was wrong."""
    return slot.at < slot.plan.made <= now


def _first(slot: Slot, now: datetime, zone: str, today: date, quiet: Quiet | None) -> tuple[str, Telling]:
    """What becomes of a slot that has no record yet."""
    plan, record, closes = slot.plan, record_of(slot), slot.closes(zone)
    hushed_until = _hushed_until(slot, zone, quiet)
    told_by = None if hushed_until is None else hushed_until + LATEST_TELLING
    late = now - (hushed_until or slot.at)
    superseded = slot.time != plan.schedule.times[-1]  # by the plan's next time, and not by the night
    is_told = late <= LATEST_TELLING and not superseded
    if closes is not None and now >= max(closes, told_by or closes) and not is_told:
        if slot.date < today - ASKED_ABOUT:
            return "closed", Telling(plan, record.noted("closed", now, state=State.CLOSED))
        return "away", Telling(plan, record.noted("away", now, state=State.CLOSED, away=True))
    if hushed_until is not None and hushed_until > now:
        waiting = record.noted("standing", now, next_at=hushed_until, left=plan.repeat_times + 1)
        return "standing", Telling(plan, waiting)
    if late > LATEST_TELLING:
        return "away", Telling(plan, record.noted("away", now, away=True))
    return "shown", _told(plan, record, now, zone, plan.repeat_times, quiet)


def _again(slot: Slot, record: Occurrence, now: datetime, zone: str, quiet: Quiet | None) -> tuple[str, Telling]:
    """What becomes of a slot that is open; "" when nothing does yet."""
    plan, closes, called = slot.plan, slot.closes(zone), _last_call(slot, record, zone)
    if record.next_at is None and called is not None:
        record = replace(record, next_at=called, left=plan.repeat_times + 1)
    if record.next_at is not None and record.next_at > now:
        return "", Telling(plan, record)
    if record.next_at is not None and now - record.next_at <= LATEST_TELLING:
        return "shown", _told(plan, record, now, zone, record.left - 1, quiet)
    if closes is not None and now >= max(closes, _last_told(record) + timedelta(minutes=plan.repeat_minutes)):
        if record.told == 0 and not record.away and slot.date >= moment_at(now, zone).date - ASKED_ABOUT:
            return "away", Telling(plan, record.noted("away", now, state=State.CLOSED, away=True, next_at=None))
        return "closed", Telling(plan, record.noted("closed", now, state=State.CLOSED, next_at=None, left=0))
    if record.next_at is not None:
        return "away", Telling(plan, record.noted("away", now, away=True, next_at=None, left=0))
    return "", Telling(plan, record)


def _told(plan: Plan, record: Occurrence, now: datetime, zone: str, left: int, quiet: Quiet | None) -> Telling:
    next_at = now + timedelta(minutes=plan.repeat_minutes) if left > 0 else None
    told = record.noted("shown", now, told=record.told + 1, left=max(left, 0), next_at=next_at, away=False)
    silent = quiet is not None and quiet.hold(moment_at(now, zone).wall)
    return Telling(plan, told, repeat=record.told, silent=silent)


def _hushed_until(slot: Slot, zone: str, quiet: Quiet | None) -> datetime | None:
    """The end of the quiet hours a slot waits for; what is taken never waits."""
    if quiet is None or slot.plan.kind in TAKEN or slot.time is None:
        return None
    wall = moment_at(slot.at, zone).wall
    return quiet.end_after(slot.at, zone) if quiet.hold(wall) else None


def _last_told(record: Occurrence) -> datetime:
    return max((at for what, at in record.trail if what in ("shown", "snoozed")), default=record.at)


def _last_call(slot: Slot, record: Occurrence, zone: str) -> datetime | None:
    """The last call that is still to come, or came since anything was last heard of it."""
    at = slot.last_call(zone)
    return at if at is not None and max((when for _, when in record.trail), default=record.at) < at else None


def _wakes(slot: Slot, record: Occurrence, now: datetime, zone: str) -> list[datetime]:
    """The instants at which something more can become of an open record."""
    if record.state is not State.OPEN:
        return []
    if record.next_at is not None:
        return [record.next_at]
    closes = slot.closes(zone)
    if closes is None:
        return []
    return [max(closes, _last_told(record) + timedelta(minutes=slot.plan.repeat_minutes), now)]
