"""Copies of the diary: written whole, verified by opening, thinned with age."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

from bonecoach.core.errors import DiaryError
from bonecoach.store.faults import code_of, told_plainly
from bonecoach.store.leftovers import partial_of
from bonecoach.store.migrations import APPLICATION_ID

DAILY, WEEKLY, MONTHLY = 7, 4, 12
_PREFIX = "diary-"
_REFUSED = {"disk_full": "backup_no_room", "locked": "locked"}
"""What is said of a copy where that is more than that it failed: what was written into the diary is on disk already."""
EVERY = f"{_PREFIX}*.db"
"""What the names of daily backups look like."""


def kept(days: Iterable[date]) -> frozenset[date]:
    """Which daily backups to keep: the newest 7 days, and the newest of each of 4 weeks and of 12 months."""
    newest_first = sorted(set(days), reverse=True)
    keep = set(newest_first[:DAILY])
    for most, period in ((WEEKLY, _week), (MONTHLY, _month)):
        newest_of: dict[tuple[int, int], date] = {}
        for day in newest_first:
            newest_of.setdefault(period(day), day)
        keep.update(list(newest_of.values())[:most])
    return frozenset(keep)


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def copy_of(path: Path, target: Path) -> Path:
    """Copies a diary that may be in use, over a connection of its own: any thread may do it. As `copy_to`."""
    with told_plainly(path):
        path.stat()  # SQLite would begin a new file in the place of one that was taken away
        with closing(sqlite3.connect(path)) as connection:
            return copy_to(connection, target)


def copy_to(connection: sqlite3.Connection, target: Path) -> Path:
    """Copies the open diary to `target` while it is in use, verifies the copy, and only then gives it its name.

    Of the folder only the last part is made: whatever it should lie in must be there (a stick that was pulled out is
    not replaced by a folder of its name). Raises DiaryError("backup_failed", "backup_no_room", "locked",
    "backup_damaged"), with nothing left half-written.
    """
    partial = partial_of(target)
    try:
        target.parent.mkdir(exist_ok=True, mode=0o700)
        try:
            _copied(connection, partial)
            verify(partial)
            partial.replace(target)
        finally:
            for left in (partial, partial.with_name(f"{partial.name}-journal")):  # which a full disk leaves, too
                left.unlink(missing_ok=True)
    except (sqlite3.Error, OSError) as error:
        code = _REFUSED.get(code_of(error), "backup_failed")
        raise DiaryError(code, path=str(target)) from error
    return target


def _copied(connection: sqlite3.Connection, partial: Path) -> None:
    partial.touch(mode=0o600)
    with closing(sqlite3.connect(partial)) as copy:
        connection.backup(copy)
        copy.execute("pragma journal_mode = delete")


def verify(path: Path) -> None:
    """Opens a copy read-only and checks it. Raises DiaryError("backup_damaged")."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as copy:
        (answer,) = copy.execute("pragma quick_check(1)").fetchone()
        (application,) = copy.execute("pragma application_id").fetchone()
    if answer != "ok" or application != APPLICATION_ID:
        raise DiaryError("backup_damaged", path=str(path))


def daily_file(folder: Path, day: date) -> Path:
    """The backup of one day."""
    return folder / f"{_PREFIX}{day.isoformat()}.db"


def free(path: Path) -> Path:
    """A name that nothing has yet: this one, or the first behind it with a number. Two may be wanted in one second."""
    names = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000)))
    return next(name for name in names if not name.exists())


def thin(folder: Path) -> None:
    """Removes the daily backups that are no longer to be kept; other files in the folder are never touched."""
    dated = {day: path for path in folder.glob(EVERY) if (day := _day_of(path)) is not None}
    with told_plainly(folder):
        for day in dated.keys() - kept(dated):
            dated[day].unlink(missing_ok=True)


def _day_of(path: Path) -> date | None:
    try:
        day = date.fromisoformat(path.stem.removeprefix(_PREFIX))
    except ValueError:
        return None
    return day if path == daily_file(path.parent, day) else None
