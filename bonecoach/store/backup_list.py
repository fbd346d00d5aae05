"""Which backups there are, and what each holds against the diary as it is now. They are only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from bonecoach.core.errors import DiaryError
from bonecoach.store.faults import told_plainly
from bonecoach.store.migrations import APPLICATION_ID
from bonecoach.store.rows import TABLE_OF

ENDING = ".db"
KINDS = ("diary", "before-restore", "before-migration", "bonecoach")
"""How the names of backups begin. What nobody of this program named was made by hand, as the last is."""


class Backup(NamedTuple):
    """One backup: where it is, when it was written, how many bytes it has, and the entries that it holds.

    `last` is the last day of these; `goes` counts the entries of the diary now that it does not hold, `comes` those
    that only it holds. All are 0 and None where it is not `readable`; it is not `compared` where the diary is not.
    """

    path: Path
    made: datetime
    size: int
    readable: bool = False
    entries: int = 0
    last: date | None = None
    compared: bool = False
    goes: int = 0
    comes: int = 0

    @property
    def kind(self) -> str:
        """What made it, one of KINDS."""
        return next((kind for kind in KINDS if self.path.name.startswith(f"{kind}-")), KINDS[-1])


def backups_in(folders: Iterable[Path], diary: Path) -> list[Backup]:
    """The backups in some folders, newest first; a folder that is not there holds none. Raises DiaryError."""
    found: dict[Path, Backup] = {}
    for folder in dict.fromkeys(folders):
        with told_plainly(folder):
            files = sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []
        for path in files:
            if path.is_file():
                found[path.resolve()] = backup_at(path, diary)
    return sorted(found.values(), key=lambda kept: (kept.made, kept.path.name), reverse=True)


def backup_at(path: Path, diary: Path) -> Backup:
    """One backup. Raises DiaryError("no_such_file", "same_file") and what the system refuses."""
    if not path.is_file():
        raise DiaryError("no_such_file", path=str(path))
    if diary.exists() and path.samefile(diary):
        raise DiaryError("same_file")
    with told_plainly(path):
        found = path.stat()
    kept = Backup(path, datetime.fromtimestamp(found.st_mtime, UTC), found.st_size)
    try:
        with closing(sqlite3.connect(_read_only(path), uri=True)) as connection:
            kept = _looked_at(kept, connection)
            return _compared(kept, diary, connection) if kept.readable else kept
    except sqlite3.DatabaseError:
        return kept


def readable_backup(path: Path, diary: Path) -> Backup:
    """One backup that can be read. Raises DiaryError("restore_damaged") too."""
    kept = backup_at(path, diary)
    if not kept.readable:
        raise DiaryError("restore_damaged", path=str(path))
    return kept


def attachments_named(folder: Path) -> set[str]:
    """The names of all attachments that the backups in a folder speak of; one that cannot be read speaks of none."""
    named: set[str] = set()
    for path in sorted(folder.glob(f"*{ENDING}")):
        try:
            with closing(sqlite3.connect(_read_only(path), uri=True)) as connection:
                named.update(file for (file,) in connection.execute("select file from attachments"))
        except sqlite3.DatabaseError:
            continue  # damaged, or of a time before attachments
    return named


def _read_only(path: Path) -> str:
    return f"{path.resolve().as_uri()}?mode=ro"


def _looked_at(kept: Backup, connection: sqlite3.Connection) -> Backup:
    (application,) = connection.execute("pragma application_id").fetchone()
    if application != APPLICATION_ID:
        return kept
    entries, last = 0, ""
    for table in TABLE_OF.values():
        count, day = connection.execute(f"select count(*), max(date) from {table} where deleted_at is null").fetchone()
        entries, last = entries + count, max(last, day or "")
    return kept._replace(readable=True, entries=entries, last=date.fromisoformat(last) if last else None)


def _compared(kept: Backup, diary: Path, connection: sqlite3.Connection) -> Backup:
    """With what the diary has otherwise; a diary that cannot be read is no reason not to go back to a backup."""
    try:
        connection.execute("attach :diary as now", {"diary": _read_only(diary)})
        goes = sum(_only_in("now", "main", table, connection) for table in TABLE_OF.values())
        comes = sum(_only_in("main", "now", table, connection) for table in TABLE_OF.values())
    except sqlite3.DatabaseError:
        return kept
    return kept._replace(compared=True, goes=goes, comes=comes)


def _only_in(here: str, there: str, table: str, connection: sqlite3.Connection) -> int:
    (count,) = connection.execute(
        f"""
        select count(*) from {here}.{table}
        where deleted_at is null
        and id not in (select id from {there}.{table} where deleted_at is null)"""
    ).fetchone()
    return int(count)
