"""Which planned time an entry settles that was logged by hand, and what is on record for each planned time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from operator import itemgetter
from typing import NamedTuple

from bonecoach.core.entries import Dose, DoseState, Entry, Intake, Session, Source
from bonecoach.core.occurrences import ANSWERS, Occurrence, State
from bonecoach.core.plans import TAKEN, Kind, Plan, Slot

MOST_AHEAD = timedelta(hours=4)
"""An entry never settles a time that is further ahead (the house's rule, docs/counting.md)."""

_STATE_OF = {DoseState.TAKEN: State.DONE, DoseState.MISSED: State.MISSED, DoseState.SKIPPED: State.SKIPPED}


class Settled(NamedTuple):
    """What is on record for a slot, and the entry that says so ("" where a record does)."""

    slot: Slot
    state: State
    entry: str = ""

    @property
    def answered(self) -> bool:
        """Whether it is known what became of it."""
        return self.state in ANSWERS


def key_of(entry: Entry) -> str:
    """What an entry settles: "dose:letrozole", "intake:calcium citrate", "session:walk"; "" when nothing.

    Food settles nothing: a glass of milk is no calcium tablet.
    """
    if isinstance(entry, Dose):
        return f"dose:{entry.medicine}"
    if isinstance(entry, Intake) and entry.source is Source.SUPPLEMENT:
        return f"intake:{entry.thing or entry.name.casefold()}"
    return f"session:{entry.activity}" if isinstance(entry, Session) else ""


def kept_together(versions: Iterable[Plan]) -> dict[str, frozenset[str]]:
    """For each plan of something that is taken: the plans whose record is one with its own, itself among them.

    One medicine is kept as one, whatever its dose and however often it was planned anew; a supplement by its name.
    What logs nothing has no record of that kind.
    """
    newest = {plan.id: plan for plan in sorted(versions, key=lambda plan: plan.since)}
    alike: dict[tuple[str, str], set[str]] = defaultdict(set)
    for plan in newest.values():
        if plan.kind in TAKEN and plan.settles:
            alike[plan.settles, "" if plan.medicine else plan.label].add(plan.id)
    return {plan_id: frozenset(ids) for ids in alike.values() for plan_id in ids}


class _Reach(NamedTuple):
    """A free slot with the dates of entries that may settle it, without `until`."""

    slot: Slot
    first: date
    until: date


def by_hand(
    slots: Iterable[Slot], entries: Sequence[Entry], records: Mapping[str, Occurrence]
) -> dict[str, tuple[Entry, State]]:
    """For each slot that an entry settles, by the slot's id: the entry and the state it says.

    An entry settles the nearest unsettled slot of its medicine or product on its own date, never one more than 4 h
    ahead; of weekly and longer schedules one from the day before it until the next slot. One entry settles one slot.
    Slots with an answer of their own are settled, and entries that an answer logged are spent.
    """
    spent = {record.entry for record in records.values() if record.entry}
    free = _free(slots, records)
    found: dict[str, tuple[Entry, State]] = {}
    for entry in sorted(entries, key=lambda entry: entry.moment.instant):
        for key in (key_of(entry), "session:" if isinstance(entry, Session) else ""):
            nearest = _nearest(entry, free, key) if key and entry.id not in spent else None
            if nearest is not None:
                found[nearest.id] = entry, _STATE_OF[entry.state] if isinstance(entry, Dose) else State.DONE
                break
    return found


_Free = dict[tuple[str, date | None], list[_Reach]]
"""Free slots by what settles them and, where that must be of their own date, by that date."""


def _free(slots: Iterable[Slot], records: Mapping[str, Occurrence]) -> _Free:
    free: _Free = defaultdict(list)
    behind: dict[str, date] = {}
    for slot in sorted(slots, key=lambda slot: slot.at, reverse=True):
        is_far = reaches_far(slot.plan)
        until = behind.get(slot.plan.id, date.max)
        behind[slot.plan.id] = slot.date
        record = records.get(slot.id)
        if slot.plan.settles and (record is None or not record.answered):
            first = slot.date - timedelta(days=1) if is_far else slot.date
            free[slot.plan.settles, None if is_far else slot.date].append(_Reach(slot, first, until))
    return free


def reaches_far(plan: Plan) -> bool:
    """Whether entries of other dates than its slots' may settle them, until the next slot."""
    return plan.schedule.is_long or plan.kind is Kind.INJECTION


def _nearest(entry: Entry, free: _Free, key: str) -> Slot | None:
    """The free slot that an entry settles; it is free no more."""
    day, instant = entry.moment.date, entry.moment.instant
    near = [
        (abs(reach.slot.at - instant), reach.slot.at, place, standing)
        for standing in (free.get((key, day), []), free.get((key, None), []))
        for place, reach in enumerate(standing)
        if _reaches(entry, reach)
    ]
    if not near:
        return None
    _, _, place, standing = min(near, key=itemgetter(0, 1))
    return standing.pop(place).slot


def _reaches(entry: Entry, reach: _Reach) -> bool:
    slot = reach.slot
    if reaches_far(slot.plan):
        return reach.first <= entry.moment.date < reach.until
    return slot.time is None or slot.at - entry.moment.instant <= MOST_AHEAD


def on_record(
    slots: Sequence[Slot],
    entries: Sequence[Entry],
    records: Mapping[str, Occurrence],
    gone: Collection[str] = frozenset(),
) -> list[Settled]:
    """What is on record for each slot, in their order: done, skipped, missed, open, or closed for not recorded.

    `gone` names entries that were deleted: an answer that logged one no longer says anything.
    """
    standing = {key: record for key, record in records.items() if not record.answered or record.entry not in gone}
    settled = by_hand(slots, entries, standing)
    found = []
    for slot in slots:
        record = standing.get(slot.id)
        if slot.id in settled:
            entry, state = settled[slot.id]
            found.append(Settled(slot, state, entry.id))
        elif record is not None and record.answered:
            found.append(Settled(slot, record.state, record.entry))
        else:
            is_open = record is not None and record.state is State.OPEN
            found.append(Settled(slot, State.OPEN if is_open else State.CLOSED))
    return found
