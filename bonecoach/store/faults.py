"""What SQLite and the file system may refuse, as the codes that `words` has sentences for."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bonecoach.core.errors import DiaryError

_BY_MESSAGE = (
    ("locked", "locked"),
    ("disk is full", "disk_full"),
    ("readonly", "read_only"),
    ("read-only", "read_only"),
    ("malformed", "damaged"),
    ("not a database", "not_a_diary"),
    ("unable to open", "cannot_open"),
    ("disk i/o error", "disk_failed"),
    ("no such table", "damaged"),
    ("no such column", "damaged"),
)
_BY_ERRNO = {errno.ENOSPC: "disk_full", errno.EROFS: "read_only", errno.EACCES: "read_only", errno.EPERM: "read_only"}


def code_of(error: sqlite3.Error | OSError) -> str:
    """The code for what went wrong; "disk_failed" for anything without a better name."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, "disk_failed")
    said = str(error).lower()
    return next((code for words, code in _BY_MESSAGE if words in said), "disk_failed")


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turns what SQLite or the file system refuses inside into a DiaryError that names the file."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise DiaryError(code_of(error), path=str(path)) from error
