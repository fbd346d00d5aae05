"""Opening the diary: lock, look, migrate if needed, keys and journal on. Plain sqlite3 unless a migration waits."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from bonecoach.core.errors import DiaryError
from bonecoach.store import lock
from bonecoach.store.faults import told_plainly
from bonecoach.store.migrations import APPLICATION_ID, NEWEST
from bonecoach.store.store import Store

BUSY_SECONDS = 2.0
"""How long a write waits for another program that is writing, before it is refused in one sentence."""

EMPTY = 1
"""Bytes of a file that SQLite still takes for an empty one: some file systems keep no file of none at all."""

_HEADER = 100
_MAGIC = b"SQLite format 3\0"


def open_store(path: Path, *, now: datetime, backup_dir: Path | None = None) -> Store:
    """Opens the diary file, making folder and file when missing, and brings its tables up to date.

    A diary of an older version is checked and copied to `backup_dir` before it is migrated. Raises DiaryError:
    "is_a_folder", "read_only", "locked", "not_a_diary", "damaged", "newer_file", "disk_full", "cannot_open".
    A file that is refused is left as it was.
    """
    with told_plainly(path):
        if path.is_dir():
            raise DiaryError("is_a_folder", path=str(path))
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with lock.held(path.with_suffix(".lock")):
            return Store(_opened(path, now, backup_dir or path.parent / "backups"), path)


def _opened(path: Path, now: datetime, backup_dir: Path) -> sqlite3.Connection:
    size = path.stat().st_size if path.exists() else 0
    if size and not os.access(path, os.W_OK):
        raise DiaryError("read_only", path=str(path))
    if size <= EMPTY:
        size = 0
    if _cut_off(path, size) if size else _emptied(path, backup_dir):
        raise DiaryError("damaged", path=str(path))
    if not size:
        path.touch(mode=0o600)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        version = _version(connection, path) if size else 0
        if version < NEWEST:
            _migrate(connection, path, now, backup_dir, fresh=version == 0)
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
    except BaseException:
        connection.close()
        raise
    return connection


def _emptied(path: Path, backup_dir: Path) -> bool:
    """Whether an empty file held a diary once: a new one is never begun silently in the place of a lost one."""
    from bonecoach.store import backups  # late: a start opens a diary that is there, and copies nothing

    # A rollback journal beside it is of the first start, killed while it made the tables.
    return path.exists() and (_filled(path, "-wal") or any(backup_dir.glob(backups.EVERY)))


def _cut_off(path: Path, size: int) -> bool:
    """Whether the end of the file is missing: SQLite itself would notice only when it wants to read there."""
    if _filled(path, "-wal") or _filled(path, "-journal"):
        return False  # what is missing may stand in the journal; SQLite puts it back when it opens
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header.startswith(_MAGIC):
        return False  # not cut off but no database at all: SQLite says so
    # https://sqlite.org/fileformat.html: page size at 16, change counter at 24, pages at 28, and at 92 the counter
    # that this number of pages holds for.
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big") if header[24:28] == header[92:96] else 0
    return size < max(_HEADER, pages * (65_536 if page == 1 else page))


def _filled(path: Path, ending: str) -> bool:
    journal = path.with_name(path.name + ending)
    return journal.exists() and journal.stat().st_size > 0


def _version(connection: sqlite3.Connection, path: Path) -> int:
    (application,) = connection.execute("pragma application_id").fetchone()
    (version,) = connection.execute("pragma user_version").fetchone()
    if application != APPLICATION_ID:
        # A start that was killed before its first migration leaves an empty file: that is no stranger's.
        (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
        if tables or application:
            raise DiaryError("not_a_diary", path=str(path))
    if version > NEWEST:
        raise DiaryError("newer_file", path=str(path), version=version)
    return int(version)


def _migrate(connection: sqlite3.Connection, path: Path, now: datetime, backup_dir: Path, *, fresh: bool) -> None:
    if not fresh:
        from bonecoach.store import backups, checking

        if checking.quick_fault(connection) is not None:
            raise DiaryError("damaged", path=str(path))
        backups.copy_to(connection, backup_dir / f"before-migration-{now:%Y%m%dT%H%M%S}.db")
    from sqlite_utils import Database

    from bonecoach.store.migrations import migrate

    connection.execute("pragma foreign_keys = off")
    database = Database(connection, execute_plugins=False)
    with database.atomic():
        migrate(database)
        if connection.execute("pragma foreign_key_check").fetchone() is not None:
            raise DiaryError("damaged", path=str(path))
