"""A file that she chose, looked into: which kind it is, and what is asked before it can be compared."""

from __future__ import annotations

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
    from bonecoach.exchange.sheets.sheet import Top


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
        return LookedInto(kind, recorded=recorded(ledger, path.name, export.workouts, export.others))
    if kind in ("fit", "tcx", "gpx"):
        from bonecoach.exchange.devices.fit import read_fit
        from bonecoach.exchange.devices.tracks import read_track

        workouts = read_fit(path) if kind == "fit" else read_track(path)
        return LookedInto(kind, recorded=recorded(ledger, path.name, workouts))
    if kind == "fhir":
        return LookedInto(kind, arriving.fhir(path, sure=sure))
    if kind.startswith("cronometer"):
        return LookedInto(kind, arriving.cronometer(path, daily=kind.endswith("daily")))
    return _table(arriving, path)


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
