"""The bin: rows of every table that were deleted, until it is emptied."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from bonecoach.store import reading, steps
from bonecoach.store.rows import BINNED, TABLE_OF

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES = (*TABLE_OF.values(), *BINNED)


def count(connection: sqlite3.Connection) -> int:
    """How many rows lie in the bin, of entries and of all else."""
    each = " union all ".join(f"select count(*) rows from {table} where deleted_at is not null" for table in _TABLES)
    (found,) = reading.rows(connection, f"select sum(rows) rows from ({each})")
    return int(str(found["rows"]))


def empty(database: Database) -> int:
    """Removes for good what lies in the bin, with the steps that touched it; how many rows that were."""
    with steps.alone(database):
        gone: set[str] = set()
        for table in _TABLES:
            found = reading.rows(database.conn, f"select id from {table} where deleted_at is not null")
            gone.update(str(row["id"]) for row in found)
            database.execute(f"delete from {table} where deleted_at is not null")
        steps.forget(database, frozenset(gone))
    return len(gone)
