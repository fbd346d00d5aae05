"""What comes into the diary from a file: compared first, then taken in whole, as one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bonecoach.core.errors import DiaryError
from bonecoach.diary.comparison import Arrival, Comparison
from bonecoach.diary.leaving import DIARY_ID
from bonecoach.exchange.arrivals import Arrived, Ignored, Line, Rejected

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.diary.ledger import Ledger

MOST_REJECTED = 1_000
"""With more lines that cannot be read, a file is another than was thought."""


class Arriving:
    """Files that are taken in: all of what is new in them, or nothing."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def csv(self, path: Path) -> Arrival:
        """What a zip of tables, or one of them, holds. Raises DiaryError (see `exchange.csv_in.read_tables`)."""
        from bonecoach.exchange.csv_in import read_tables

        return self.compared(read_tables(path))

    def fhir(self, path: Path, *, sure: bool = False) -> Arrival:
        """What a FHIR R4 bundle holds. `sure`: it is hers, whatever it says.

        Raises DiaryError("another_person", ...) (see `exchange.fhir.bundle_in.read_bundle`).
        """
        from bonecoach.diary.arriving_bundle import is_empty, refuse_another, resolved
        from bonecoach.exchange.fhir.bundle_in import read_bundle

        bundle = read_bundle(path, self._ledger.zone)
        if not sure:
            refuse_another(self._ledger, bundle.subject)
        found = resolved(self._ledger, bundle.arrived)
        arrival = self.compared(found.arrived)
        return arrival._replace(
            same=arrival.same + found.same,
            differs=arrival.differs + found.differs,
            diary_id=bundle.subject.diary_id if is_empty(self._ledger) else "",
        )

    def keep(self, arrival: Arrival, *, partly: bool = False) -> Step:
        """Takes in what is new, as one step. Lines that were rejected stay out only if `partly` is wished.

        Raises DiaryError("lines_rejected") otherwise, with nothing taken in.
        """
        if arrival.rejected and not partly:
            raise DiaryError("lines_rejected", count=len(arrival.rejected))
        step = self._ledger.apply(arrival.step)
        if arrival.diary_id:
            self._store.set_setting(DIARY_ID, arrival.diary_id)
        return step

    def compared(self, arrived: Iterable[Arrived]) -> Arrival:
        """What has arrived, against the diary. Raises DiaryError("another_kind_of_file")."""
        rejected: list[Rejected] = []
        ignored: list[str] = []
        lines: dict[str, list[Line]] = defaultdict(list)
        for one in arrived:
            if isinstance(one, Line):
                lines[one.table].append(one)
            elif isinstance(one, Ignored):
                ignored.append(one.what)
            else:
                rejected.append(one)
                if len(rejected) > MOST_REJECTED:
                    raise DiaryError("another_kind_of_file", most=MOST_REJECTED)
        comparison = Comparison(self._ledger, lines)
        return comparison.arrival(rejected, ignored)
