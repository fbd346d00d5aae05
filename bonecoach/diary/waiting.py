"""What waits for her answer, what she put off, and what is still told today."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from bonecoach.core.days import moment_at
from bonecoach.core.occurrences import Occurrence, State

if TYPE_CHECKING:
    from bonecoach.core.plans import Slot
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.on_record import OnRecord


class Waiting:
    """Planned times that are open."""

    def __init__(self, ledger: Ledger, record: OnRecord) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._record = record
        self._known: tuple[tuple[int, date, str], list[tuple[Slot, Occurrence]]] | None = None

    def records(self) -> list[Occurrence]:
        """Records that wait for an answer: told, standing or come too late to be told."""
        return [record for record in self._store.planning.to_settle(self._ledger.today()) if record.state is State.OPEN]

    def wanted(self) -> list[Slot]:
        """The times that wait for an answer now, in order: neither put off nor settled by an entry."""
        now = self._ledger.clock.now()
        return [slot for slot, record in self._open() if not record.put_off(now)]

    def put_off(self) -> list[tuple[Slot, datetime]]:
        """The times she put off, each with the instant it is told again, in that order."""
        now = self._ledger.clock.now()
        later = [(slot, until) for slot, record in self._open() if record.put_off(now) and (until := record.next_at)]
        return sorted(later, key=lambda told: told[1])

    def _open(self) -> list[tuple[Slot, Occurrence]]:
        """Open times with their records, in order, put off or not; read once for each state of the diary."""
        state = (self._ledger.edition, self._ledger.today(), self._ledger.zone)
        if self._known is None or self._known[0] != state:
            records = {record.id: record for record in self.records()}
            dates = [record.date for record in records.values()]
            found = self._record.between(min(dates), max(dates)) if dates else []
            waits = [one.slot for one in found if one.state is State.OPEN and one.slot.id in records]
            self._known = state, [(slot, records[slot.id]) for slot in waits]
        return self._known[1]

    def ahead(self) -> list[tuple[Slot, datetime]]:
        """What is still told today and nothing is on record for, each with the instant it is told, in that order."""
        now, today, zone = self._ledger.clock.now(), self._ledger.today(), self._ledger.zone
        planned_now = [
            (one.slot, one.slot.at)
            for one in self._record.between(today, today)
            if one.slot.time is not None and one.slot.at > now and not one.answered
        ]
        put_off = [(slot, until) for slot, until in self.put_off() if moment_at(until, zone).date == today]
        return sorted([*planned_now, *put_off], key=lambda told: told[1])
