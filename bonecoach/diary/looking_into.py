"""A file that she chose, looked into: which kind it is, and what is asked before it can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zipfile import is_zipfile

from bonecoach.core.errors import DiaryError
from bonecoach.diary.recorded import recorded
from bonecoach.exchange.kinds import kind_of, refuse_what_is_no_text

if TYPE_CHECKING:
    from bonecoach.diary.arriving import Arriving
    from bonecoach.diary.comparison import Arrival
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.recorded import Recorded
    from bonecoach.exchange.devices.workouts import Workout
    from bonecoach.exchange.sheets.sheet import Top

TRACKS = frozenset({"fit", "tcx", "gpx"})
"""What watches write: a file for each bout."""


class LookedInto(NamedTuple):
    """The kind of a file and one of these: what it holds, bouts to be confirmed, or columns to be matched, first."""

    kind: str
    arrival: Arrival | None = None
    recorded: Recorded | None = None
    sheet: Top | None = None


def look_into(ledger: Ledger, arriving: Arriving, path: Path, *, sure: bool = False) -> LookedInto:
    """What a file holds, changing nothing. `sure`: it is about her, though it does not say so.

    Raises DiaryError: "another_person" where it may be about somebody else, "empty_file", "not_a_table",
    "spreadsheet_file", and what the reader of its kind raises.
    """
    kind = kind_of(path)
    if kind == "apple":
        from bonecoach.exchange.devices.apple import apple_export

        export = apple_export(path)
        return LookedInto(kind, recorded=recorded(ledger, {path.name: export.workouts}, export.others))
    if kind in TRACKS:
        return LookedInto(kind, recorded=recorded(ledger, {path.name: workouts_in(kind, path)}))
    if kind == "fhir":
        return LookedInto(kind, arriving.fhir(path, sure=sure))
    if kind.startswith("cronometer"):
        return LookedInto(kind, arriving.cronometer(path, daily=kind.endswith("daily")))
    return _table(arriving, path)


def look_into_several(ledger: Ledger, paths: Sequence[Path]) -> LookedInto:
    """What several recordings of watches hold: one file is one walk. Raises DiaryError("not_all_tracks", ...)."""
    workouts = {}
    for path in paths:
        kind = kind_of(path)
        if kind not in TRACKS:
            raise DiaryError("not_all_tracks", path=str(path))
        workouts[path.name] = workouts_in(kind, path)
    return LookedInto("tracks", recorded=recorded(ledger, workouts))


def workouts_in(kind: str, path: Path) -> list[Workout]:
    """What a watch recorded: `kind` is one of TRACKS. Raises DiaryError("not_a_track", "no_workout_in_it", ...)."""
    from bonecoach.exchange.devices.fit import read_fit
    from bonecoach.exchange.devices.tracks import read_track

    found = read_fit(path) if kind == "fit" else read_track(path)
    if not found:
        raise DiaryError("no_workout_in_it", path=str(path))
    return found


def _table(arriving: Arriving, path: Path) -> LookedInto:
    try:
        return LookedInto("csv", arriving.csv(path))
    except DiaryError as error:
        if error.code in ("no_tables_in_it", "not_utf8", "long_line"):
            refuse_what_is_no_text(path)
        if error.code == "no_tables_in_it" and not is_zipfile(path):
            from bonecoach.exchange.sheets.sheet import sheet_top

            top = sheet_top(path)
            if len(top.header) > 1:
                return LookedInto("table", sheet=top)
        raise
