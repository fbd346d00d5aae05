"""Opening the diary: lock, look, migrate if needed, keys and journal on. Plain sqlite3 unless a migration waits."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from bonecoach.core.errors import DiaryError
from bonecoach.store import lock
from bonecoach.store.backups import copy_to
from bonecoach.store.faults import told_plainly
from bonecoach.store.migrations import APPLICATION_ID, NEWEST
from bonecoach.store.store import Store

BUSY_SECONDS = 3.0
"""How long a write waits for another program that is writing, before it is refused in one sentence."""


def open_store(path: Path, *, now: datetime, backup_dir: Path | None = None) -> Store:
    """Opens the diary file, making folder and file when missing, and brings its tables up to date.

    A diary of an older version is checked and copied to `backup_dir` before it is migrated. Raises DiaryError:
    "is_a_folder", "read_only", "locked", "not_a_diary", "damaged", "newer_file", "disk_full", "cannot_open".
    """
    if path.is_dir():
        raise DiaryError("is_a_folder", path=str(path))
    with told_plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with lock.held(path.with_suffix(".lock")):
            return Store(_opened(path, now, backup_dir or path.parent / "backups"), path)


def _opened(path: Path, now: datetime, backup_dir: Path) -> sqlite3.Connection:
    fresh = not path.exists() or path.stat().st_size == 0
    if not fresh and not os.access(path, os.W_OK):
        raise DiaryError("read_only", path=str(path))
    if fresh:
        path.touch(mode=0o600)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        version = _version(connection, path, fresh=fresh)
        if version < NEWEST:
            _migrate(connection, path, now, backup_dir, fresh=fresh)
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection, path: Path, *, fresh: bool) -> int:
    (application,) = connection.execute("pragma application_id").fetchone()
    (version,) = connection.execute("pragma user_version").fetchone()
    if fresh:
        return 0
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
        _checked(connection, path)
        copy_to(connection, backup_dir / f"before-migration-{now:%Y%m%dT%H%M%S}.db")
    from sqlite_utils import Database

    from bonecoach.store.migrations import migrate

    connection.execute("pragma foreign_keys = off")
    database = Database(connection, execute_plugins=False)
    with database.atomic():
        migrate(database)
        if connection.execute("pragma foreign_key_check").fetchone() is not None:
            raise DiaryError("damaged", path=str(path))


def _checked(connection: sqlite3.Connection, path: Path) -> None:
    (answer,) = connection.execute("pragma quick_check(1)").fetchone()
    if answer != "ok":
        raise DiaryError("damaged", path=str(path))
