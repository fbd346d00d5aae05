"""Whether a diary file is whole: quickly, or thoroughly. What is found is said as SQLite would say it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from bonecoach.store import migrations
from bonecoach.store.faults import code_of

_THINGS = """
    select type || ' ' || name from sqlite_master where name not like 'sqlite%' and substr(name, 1, 1) <> '_'
    union
    select 'column ' || made.name || '.' || has.name from sqlite_master made, pragma_table_info(made.name) has
    where made.type = 'table' and made.name not like 'sqlite%' and substr(made.name, 1, 1) <> '_'"""
"""Tables, indexes and columns; what SQLite and the migrations keep for themselves is left out."""

_ACTS_ALONE = ("trigger ", "view ")


def faults(connection: sqlite3.Connection) -> list[str]:
    """What an integrity check finds, what of its tables is missing, and what acts by itself; empty when all is well."""
    found = [str(answer) for (answer,) in connection.execute("pragma integrity_check")]
    broken = [f"foreign key: {row}" for row in connection.execute("pragma foreign_key_check")]
    return [fault for fault in found if fault != "ok"] + broken + _otherwise_made(connection)


def _otherwise_made(connection: sqlite3.Connection) -> list[str]:
    with closing(sqlite3.connect(":memory:")) as newest:
        for _, script in migrations.SCRIPTS:
            newest.executescript(script)
        wanted = _things(newest)
    there = _things(connection)
    strange = sorted(thing for thing in there - wanted if thing.startswith(_ACTS_ALONE))
    return [f"missing: {thing}" for thing in sorted(wanted - there)] + [f"unknown: {thing}" for thing in strange]


def _things(connection: sqlite3.Connection) -> set[str]:
    return {str(thing) for (thing,) in connection.execute(_THINGS)}


def quick_fault(connection: sqlite3.Connection) -> str | None:
    """What a quick check finds, None when all is well. Grows with the file: 20 ms at ten years."""
    try:
        (answer,) = connection.execute("pragma quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if code_of(error) != "damaged":
            raise
        answer = error
    return None if answer == "ok" else str(answer)
