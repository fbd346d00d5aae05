"""Which planned time an entry settles that was logged by hand, and what is on record for each planned time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bonecoach.core.entries import Dose, DoseState, Entry, Intake, Session, Source
from bonecoach.core.occurrences import ANSWERS, Occurrence, State
from bonecoach.core.plans import Kind, Slot

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


def by_hand(
    slots: Iterable[Slot], entries: Sequence[Entry], records: Mapping[str, Occurrence]
) -> dict[str, tuple[Entry, State]]:
    """For each slot that an entry settles, by the slot's id: the entry and the state it says.

    An entry settles the nearest unsettled slot of its medicine or product on its own date, never one more than 4 h
    ahead; of weekly and longer schedules one from the day before it until the next slot. One entry settles one slot.
    Slots with an answer of their own are settled, and entries that an answer logged are spent.
    """
    spent = {record.entry for record in records.values() if record.entry}
    free: dict[str, list[Slot]] = defaultdict(list)
    for slot in slots:
        record = records.get(slot.id)
        if slot.plan.settles and (record is None or not record.answered):
            free[slot.plan.settles].append(slot)
    for standing in free.values():
        standing.sort(key=lambda slot: slot.at)
    found: dict[str, tuple[Entry, State]] = {}
    for entry in sorted(entries, key=lambda entry: entry.moment.instant):
        for key in (key_of(entry), "session:" if isinstance(entry, Session) else ""):
            nearest = _nearest(entry, free.get(key, [])) if key and entry.id not in spent else None
            if nearest is not None:
                free[key].remove(nearest)
                found[nearest.id] = entry, _STATE_OF[entry.state] if isinstance(entry, Dose) else State.DONE
                break
    return found


def _nearest(entry: Entry, slots: Sequence[Slot]) -> Slot | None:
    reached = [slot for place, slot in enumerate(slots) if _reaches(entry, slot, slots[place + 1 :])]
    return min(reached, key=lambda slot: abs(slot.at - entry.moment.instant), default=None)


def _reaches(entry: Entry, slot: Slot, behind: Sequence[Slot]) -> bool:
    day = entry.moment.date
    if slot.plan.schedule.is_long or slot.plan.kind is Kind.INJECTION:
        until = next((later.date for later in behind if later.plan.id == slot.plan.id), date.max)
        return slot.date - timedelta(days=1) <= day < until
    return slot.date == day and (slot.time is None or slot.at - entry.moment.instant <= MOST_AHEAD)


def on_record(slots: Sequence[Slot], entries: Sequence[Entry], records: Mapping[str, Occurrence]) -> list[Settled]:
    """What is on record for each slot, in their order: done, skipped, missed, open, or closed for not recorded.

    An answer whose entry was deleted later no longer says anything.
    """
    there = {entry.id for entry in entries}
    standing = {
        key: record
        for key, record in records.items()
        if not record.answered or not record.entry or record.entry in there
    }
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
