"""Whether a diary file is whole: quickly, or thoroughly. What is found is SQLite's own words."""

from __future__ import annotations

import sqlite3

from bonecoach.store.faults import code_of


def faults(connection: sqlite3.Connection) -> list[str]:
    """What an integrity check finds; empty when all is well."""
    found = [str(answer) for (answer,) in connection.execute("pragma integrity_check")]
    broken = [f"foreign key: {row}" for row in connection.execute("pragma foreign_key_check")]
    return [fault for fault in found if fault != "ok"] + broken


def quick_fault(connection: sqlite3.Connection) -> str | None:
    """What a quick check finds, None when all is well. Grows with the file: 20 ms at ten years."""
    try:
        (answer,) = connection.execute("pragma quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if code_of(error) != "damaged":
            raise
        answer = error
    return None if answer == "ok" else str(answer)
