"""Which backups there are, and what each holds against the diary as it is now. They are only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from bonecoach.core.errors import DiaryError
from bonecoach.store.faults import told_plainly
from bonecoach.store.migrations import APPLICATION_ID
from bonecoach.store.rows import TABLE_OF

ENDING = ".db"

OTHERS = {
    "scans": "id",
    "lab_tests": "id",
    "plans": "plan",
    "appointments": "id",
    "questions": "id",
    "holidays": "id",
    "products": "id",
    "targets": "nutrient",
    "facts": "key",
}
"""What else a diary holds besides its entries, as files call it, and the column by which one of them is known."""

_STORED_AS = {"targets": "own_targets"}
ENTRIES = "entries"
"""Under which all entries are counted, of whatever kind."""

KINDS = ("diary", "before-restore", "before-migration", "bonecoach")
"""How the names of backups begin. What nobody of this program named was made by hand, as the last is."""


_NOTHING: Mapping[str, int] = MappingProxyType({})


class Backup(NamedTuple):
    """One backup: where it is, when it was written, how many bytes it has, and how much of each kind it holds.

    Kinds are ENTRIES and OTHERS; of none of which there is anything it says nothing. `last` is the last day of its
    entries. `goes` counts what the diary has now and it does not hold, `comes` what only it holds, told apart by
    entries and by those of OTHERS that have an id of their own. All are empty where it is not `readable`; it is not
    `compared` where the diary is not.
    """

    path: Path
    made: datetime
    size: int
    readable: bool = False
    held: Mapping[str, int] = _NOTHING
    last: date | None = None
    compared: bool = False
    goes: Mapping[str, int] = _NOTHING
    comes: Mapping[str, int] = _NOTHING

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
    held = {ENTRIES: entries} | {kind: _held(of, "main", connection) for kind, of in _others("main", connection)}
    return kept._replace(readable=True, held=_some(held), last=date.fromisoformat(last) if last else None)


def _compared(kept: Backup, diary: Path, connection: sqlite3.Connection) -> Backup:
    """With what the diary has otherwise; a diary that cannot be read is no reason not to go back to a backup."""
    try:
        connection.execute("attach :diary as now", {"diary": _read_only(diary)})
        goes, comes = _only_in("now", "main", connection), _only_in("main", "now", connection)
    except sqlite3.DatabaseError:
        return kept
    return kept._replace(compared=True, goes=_some(goes), comes=_some(comes))


def _only_in(here: str, there: str, connection: sqlite3.Connection) -> dict[str, int]:
    """How much of each kind one diary holds and the other does not; facts and targets are changed rather than gone."""
    entries = [_Kind(table, "id", bins=True) for table in TABLE_OF.values()]
    found = {ENTRIES: sum(_missing(of, here, there, connection) for of in entries)}
    known = dict(_others(there, connection))
    for kind, of in _others(here, connection):
        if of.column in ("id", "plan"):
            found[kind] = _missing(of, here, there if kind in known else "", connection)
    return found


class _Kind(NamedTuple):
    """A table, the column by which one of its things is known, and whether deleted ones lie in the bin there."""

    table: str
    column: str
    bins: bool

    @property
    def there(self) -> str:
        return "where deleted_at is null" if self.bins else "where true"


def _others(schema: str, connection: sqlite3.Connection) -> Iterator[tuple[str, _Kind]]:
    """Those of OTHERS that a diary has a place for: an older one has fewer."""
    for kind, column in OTHERS.items():
        table = _STORED_AS.get(kind, kind)
        columns = {name for _, name, *_ in connection.execute(f"pragma {schema}.table_info({table})")}
        if columns:
            yield kind, _Kind(table, column, "deleted_at" in columns)


def _held(of: _Kind, schema: str, connection: sqlite3.Connection) -> int:
    (count,) = connection.execute(f"select count(distinct {of.column}) from {schema}.{of.table} {of.there}").fetchone()
    return int(count)


def _missing(of: _Kind, here: str, there: str, connection: sqlite3.Connection) -> int:
    beside = f"and {of.column} not in (select {of.column} from {there}.{of.table} {of.there})" if there else ""
    (count,) = connection.execute(
        f"select count(distinct {of.column}) from {here}.{of.table} {of.there} {beside}"
    ).fetchone()
    return int(count)


def _some(counts: Mapping[str, int]) -> Mapping[str, int]:
    return MappingProxyType({kind: count for kind, count in counts.items() if count})
