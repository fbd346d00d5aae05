"""What SQLite and the file system may refuse, as the codes that `words` has sentences for."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bonecoach.core.errors import DiaryError

_BY_NAME = (
    ("SQLITE_BUSY", "locked"),
    ("SQLITE_LOCKED", "locked"),
    ("SQLITE_FULL", "disk_full"),
    ("SQLITE_READONLY_DBMOVED", "cannot_open"),  # the file was taken away under our hands
    ("SQLITE_READONLY", "read_only"),
    ("SQLITE_PERM", "read_only"),
    ("SQLITE_CORRUPT", "damaged"),
    ("SQLITE_NOTADB", "not_a_diary"),
    ("SQLITE_CANTOPEN", "cannot_open"),
    ("SQLITE_IOERR", "disk_failed"),
    ("SQLITE_CONSTRAINT_PRIMARYKEY", "changed_since"),  # another program wrote the like of it first
    ("SQLITE_CONSTRAINT_UNIQUE", "changed_since"),
)
"""SQLite's own names of its errors, https://sqlite.org/rescode.html; the first that fits counts."""

_BY_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.ENOENT: "cannot_open",
    errno.ENOTDIR: "cannot_open",
    errno.EEXIST: "cannot_open",
}

LEAST_ROOM = 1_000_000
"""Bytes; with less than this a disk that refuses to work is simply full."""


def code_of(error: sqlite3.Error | OSError) -> str:
    """The code for what went wrong; "not_done" for what SQLite has no reason of its own to refuse."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, "disk_failed")
    name = str(getattr(error, "sqlite_errorname", ""))
    return next((code for begins, code in _BY_NAME if name.startswith(begins)), "not_done")


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turns what SQLite or the file system refuses inside into a DiaryError that names the file.

    A ProgrammingError (a closed connection, another thread) is a mistake of this program and stays what it is.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except (sqlite3.Error, OSError) as error:
        code = code_of(error)
        if code == "disk_failed" and _is_full(path.parent):
            code = "disk_full"
        raise DiaryError(code, path=str(path)) from error


def _is_full(folder: Path) -> bool:
    """Whether a disk has no room even for SQLite's shared memory: of that SQLite says no more than "I/O error"."""
    import shutil

    try:
        return shutil.disk_usage(folder).free < LEAST_ROOM
    except OSError:
        return False
