"""The next day's catch-up: what was left without an answer is asked about on one day, and then left alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bonecoach.core.changes import Step
from bonecoach.core.occurrences import Occurrence, State, asked_before
from bonecoach.diary.changing import put
from bonecoach.store.plan_rows import occurrence_row

if TYPE_CHECKING:
    from bonecoach.core.plans import Slot
    from bonecoach.core.settling import Settled
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.on_record import OnRecord

_DAY = timedelta(days=1)
_LOOKED_BACK = timedelta(days=2)


class CatchUp:
    """Times that were closed without an answer."""

    def __init__(self, ledger: Ledger, record: OnRecord) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._record = record

    def found(self) -> list[Settled]:
        """Those of today and of the two days before that may be asked about today, in order."""
        today, zone = self._ledger.today(), self._ledger.zone
        closed = {
            record.id
            for record in self._store.planning.occurrences(today - _LOOKED_BACK, today)
            if record.state is State.CLOSED and not record.asked and not asked_before(record, today, zone)
        }
        if not closed:
            return []
        found = self._record.between(today - _LOOKED_BACK, today)
        return [one for one in found if one.state is State.CLOSED and one.slot.id in closed]

    def slots(self) -> list[Slot]:
        """Those of the days before today: what the catch-up asks about."""
        today = self._ledger.today()
        return [one.slot for one in self.found() if one.slot.date < today]

    def shown(self, ids: Iterable[str]) -> None:
        """Keeps that these times are asked about today; on later days they are not any more."""
        tomorrow, zone = self._ledger.today() + _DAY, self._ledger.zone
        now = self._ledger.clock.now().replace(microsecond=0)
        records = [record for record in self._records(ids) if not asked_before(record, tomorrow, zone)]
        self._keep(record.noted("asked", now) for record in records)

    def leave(self, ids: Iterable[str]) -> None:
        """Keeps that she leaves these times as they are: not recorded."""
        self._keep(replace(record, asked=True) for record in self._records(ids))

    def _records(self, ids: Iterable[str]) -> list[Occurrence]:
        found = [self._store.planning.occurrence(occurrence_id) for occurrence_id in ids]
        return [record for record in found if record is not None]

    def _keep(self, records: Iterable[Occurrence]) -> None:
        rows = [occurrence_row(record) for record in records]
        self._ledger.apply(Step("asked", put(self._store, "occurrences", rows), own=True))
