"""A lock on the data folder, held only while the diary is opened or migrated."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bonecoach.core.errors import DiaryError

PATIENCE_SECONDS = 2.0
_POLL_SECONDS = 0.02


@contextmanager
def held(path: Path, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Holds the lock file at `path`. Raises DiaryError("locked") when another program keeps it too long."""
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "a") as file:
        deadline = time.monotonic() + patience
        while not _taken(file):
            if time.monotonic() > deadline:
                raise DiaryError("locked", path=str(path))
            time.sleep(_POLL_SECONDS)
        try:
            yield
        finally:
            _given_back(file)


if sys.platform == "win32":  # which has no fcntl, as others have no msvcrt
    import msvcrt

    def _taken(file: IO[str]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _given_back(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _taken(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _given_back(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
