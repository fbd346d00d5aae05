"""Opens the food index read-only, and has it built where it is missing or its tables were edited since."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from bonecoach.reference.food_files import TABLES


def open_index(path: Path, cache: Path | None = None) -> sqlite3.Connection:
    """A connection that only reads. Raises FaultyTable where the index must be built and a table cannot be true."""
    if _is_current(path):
        return _read_only(path)
    from bonecoach.reference.build_index import build, fill

    tables = path.parent
    for place in (path, cache):
        if place is not None:
            try:
                build(tables, place)
            except OSError:
                continue
            return _read_only(place)
    connection = sqlite3.connect(":memory:")
    fill(connection, tables)
    return connection


def _is_current(path: Path) -> bool:
    """Whether the index can be used: it is there, and no table beside it is both newer and different.

    Dates are asked first, since reading the tables for their stamp takes as long as all the rest of the start.
    """
    try:
        built = path.stat().st_mtime_ns
    except FileNotFoundError:
        return False
    tables = [path.with_name(table) for table in TABLES]
    if not all(table.exists() for table in tables):
        return True  # a bundle may leave the texts out
    if all(table.stat().st_mtime_ns <= built for table in tables):
        return True
    from bonecoach.reference.build_index import stamp, stamp_of

    if stamp_of(path) != stamp(path.parent):
        return False
    with suppress(OSError):
        os.utime(path)
    return True


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
