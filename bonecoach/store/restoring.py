"""Bringing a backup back: it is verified and brought up to date beside the diary first."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from bonecoach.core.errors import DiaryError
from bonecoach.store import backups, lock
from bonecoach.store.faults import told_plainly
from bonecoach.store.leftovers import RESTORING
from bonecoach.store.opening import EMPTY, open_store
from bonecoach.store.store import Store

JOURNALS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file; it belongs to that file and to no other."""

BUSY_TURNS = 8
"""Of a quarter of a second each: how long another program that writes is waited for."""


@contextmanager
def ready(file: Path, path: Path, now: datetime) -> Iterator[Store]:
    """A copy of a backup that is verified and of this program's schema, in a folder beside the diary at `path`.

    Raises DiaryError("no_such_file", "not_a_file", "same_file", "restore_damaged", "not_a_diary", "newer_file", ...);
    the backup itself is only read.
    """
    if not file.exists():
        raise DiaryError("no_such_file", path=str(file))
    if not file.is_file():
        raise DiaryError("not_a_file", path=str(file))
    if path.exists() and file.samefile(path):
        raise DiaryError("same_file")
    with told_plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (
            tempfile.TemporaryDirectory(prefix=RESTORING, dir=path.parent) as folder,
            closing(_opened(file, Path(folder) / path.name, now)) as store,
        ):
            yield store


def _opened(file: Path, copy: Path, now: datetime) -> Store:
    beside = file.with_name(file.name + JOURNALS[0])
    try:
        if beside.exists() and beside.stat().st_size:
            backups.copy_of(file, copy)
        else:
            copy.touch(mode=0o600)
            shutil.copyfile(file, copy)
        if copy.stat().st_size <= EMPTY:
            raise DiaryError("not_a_diary", path=str(file))
        return _whole(open_store(copy, now=now))
    except DiaryError as error:
        if error.code in ("damaged", "backup_damaged", "backup_failed"):
            raise DiaryError("restore_damaged", path=str(file)) from error
        raise


def _whole(store: Store) -> Store:
    """The store, if nothing is wrong with it; else it is closed. Raises DiaryError("damaged")."""
    try:
        if store.faults():
            raise DiaryError("damaged", path=str(store.path))
    except DiaryError:
        store.close()
        raise
    return store


def take_over(target: Store, source: Store) -> None:
    """Makes an open diary hold what another holds, in one transaction; programs that have it open go on with that.

    Raises DiaryError("locked").
    """
    waited = 0

    def wait(status: int, _left: int, _pages: int) -> None:
        nonlocal waited
        waited += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if waited > BUSY_TURNS:
            raise DiaryError("locked", path=str(target.path))

    with told_plainly(target.path):
        source.copy_into(target, wait)


def put_in_place(source: Store, path: Path, stamp: str) -> Path | None:
    """Puts a copy where the diary was; what stood there is put aside under another name, and that is answered."""
    with told_plainly(path), lock.held(path.with_suffix(".lock")):
        aside = backups.free(path.with_name(f"{path.stem}-put-aside-{stamp}{path.suffix}"))
        stood = path.exists()
        for ending in ("", *JOURNALS):
            old = path.with_name(path.name + ending)
            if old.exists():
                old.rename(aside.with_name(aside.name + ending))
        source.close()  # which leaves no journal beside it
        source.path.replace(path)
    return aside if stood else None
