"""What comes into the diary from a file: compared first, then taken in whole, as one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.diary.comparison import Arrival, Comparison, Counts
from bonecoach.diary.leaving import DIARY_ID
from bonecoach.exchange.arrivals import MOST_REJECTED, Arrived, Ignored, Line, Rejected

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.looking_into import LookedInto
    from bonecoach.diary.recorded import Recorded
    from bonecoach.exchange.devices.workouts import Sessions
    from bonecoach.exchange.sheets.matching import Matching


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
        from bonecoach.diary.arriving_bundle import is_empty, refuse_another
        from bonecoach.exchange.fhir.bundle_in import read_bundle

        bundle = read_bundle(path, self._ledger.zone)
        if not sure:
            refuse_another(self._ledger, bundle.subject)
        known = bundle.subject.diary_id if is_empty(self._ledger) else ""
        return self.of_others(bundle.arrived)._replace(diary_id=known)

    def apple(self, path: Path, activity: str = "") -> Arrival:
        """What Apple Health exported: workouts, and a weight a month. Raises DiaryError (see `read_apple`)."""
        from bonecoach.exchange.devices.apple import read_apple

        return self.of_others(read_apple(path, self._sessions("export.xml", activity)))

    def track(self, path: Path, kind: str, activity: str = "") -> Arrival:
        """What a watch recorded: `kind` is "fit", "tcx" or "gpx". Raises DiaryError("not_a_track", ...)."""
        from bonecoach.diary.looking_into import workouts_in

        made = self._sessions(path.name, activity)
        return self.of_others([made.line_of(workout) for workout in workouts_in(kind, path)])

    def look_into(self, path: Path, *, sure: bool = False) -> LookedInto:
        """What kind of file something is, and all that is in it. Raises DiaryError (see `diary.looking_into`)."""
        from bonecoach.diary.looking_into import look_into

        return look_into(self._ledger, self, path, sure=sure)

    def look_into_several(self, paths: Sequence[Path]) -> LookedInto:
        """What several recordings of watches hold together. Raises DiaryError("not_all_tracks", ...)."""
        from bonecoach.diary.looking_into import look_into_several

        return look_into_several(self._ledger, paths)

    def confirmed(self, found: Recorded, chosen: Mapping[int, str]) -> Arrival:
        """What a recording holds of the groups that are chosen, each as the activity that she says it was."""
        from bonecoach.diary.recorded import confirmed

        return self.of_others(confirmed(self._ledger, found, chosen))

    def _sessions(self, file: str, activity: str) -> Sessions:
        """Makes sessions of workouts. Raises InvalidEntry("unknown_activity") for one that is not in the table."""
        from bonecoach.exchange.devices.workouts import Sessions

        activities = self._ledger.knowledge.activities
        if activity and activities.get(activity) is None:
            raise InvalidEntry("unknown_activity", text=activity)
        return Sessions(activities, self._ledger.zone, file, activity)

    def cronometer(self, path: Path, *, daily: bool) -> Arrival:
        """What Cronometer exported: servings, or the nutrition of each day. Raises DiaryError (see `sheet_lines`)."""
        from bonecoach.exchange.sheets.cronometer import read_daily, read_servings

        return self.of_others(read_daily(path) if daily else read_servings(path, self._ledger.zone))

    def matched(self, path: Path, matching: Matching) -> Arrival:
        """What any table holds, its columns matched by hand. Raises what `read_matched` raises."""
        from bonecoach.diary.arriving_doses import medicines_of
        from bonecoach.exchange.sheets.matching import Names, read_matched

        names = Names(self._ledger.knowledge.activities, medicines_of(self._ledger))
        return self.of_others(read_matched(path, matching, self._ledger.zone, names))

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

    def of_others(self, arrived: Iterable[Arrived]) -> Arrival:
        """What has arrived from other programs, against the diary."""
        from bonecoach.diary.arriving_others import resolved

        found = resolved(self._ledger, arrived)
        arrival = self.compared(found.arrived)
        tables = dict(arrival.tables)
        for name in +found.same | +found.differs:
            new, same, differs = tables.get(name, Counts())
            tables[name] = Counts(new, same + found.same[name], differs + found.differs[name])
        same, differs = arrival.same + found.same.total(), arrival.differs + found.differs.total()
        return arrival._replace(same=same, differs=differs, tables=tables)

    def compared(self, arrived: Iterable[Arrived]) -> Arrival:
        """What has arrived, against the diary. Raises DiaryError("another_kind_of_file")."""
        rejected: list[Rejected] = []
        ignored: list[Ignored] = []
        lines: dict[str, list[Line]] = defaultdict(list)
        for one in arrived:
            if isinstance(one, Line):
                lines[one.table].append(one)
            elif isinstance(one, Ignored):
                ignored.append(one)
            else:
                rejected.append(one)
                if len(rejected) > MOST_REJECTED:
                    raise DiaryError("another_kind_of_file", most=MOST_REJECTED)
        comparison = Comparison(self._ledger, lines)
        return comparison.arrival(rejected, ignored)
