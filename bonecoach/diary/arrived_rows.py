"""What arrived, as rows of the diary's tables, each under the name it has or is given."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from bonecoach.core.changes import Row, Scalar
from bonecoach.core.entries import Entry
from bonecoach.exchange.arrivals import Line
from bonecoach.exchange.tables.entries import OWN_ID
from bonecoach.store.measured_rows import lab_test_row, scan_row
from bonecoach.store.plan_rows import occurrence_row, plan_row
from bonecoach.store.rows import BINNED, TABLE_OF, fact_row, product_row, row_of, table_of, target_row
from bonecoach.store.visiting import appointment_row, question_row

ENTRIES = frozenset(TABLE_OF.values())


class Placed(NamedTuple):
    """A line with the row it would be, and the table of that."""

    line: Line
    table: str
    row: Row

    @property
    def id(self) -> str:
        """The key of the row."""
        return str(self.row["id"])


def _marked_day(column: str) -> Callable[[date], dict[str, Scalar]]:
    return lambda day: {"id": day.isoformat(), column: day.isoformat()}


def _holiday_row(days: tuple[date, date]) -> dict[str, Scalar]:
    first, last = (day.isoformat() for day in days)
    return {"id": first, "first_day": first, "last_day": last}


_ROWS: dict[str, tuple[str, Callable[[Any], dict[str, Scalar]]]] = {
    "facts": ("facts", fact_row),
    "targets": ("own_targets", target_row),
    "products": ("products", product_row),
    "rest_weeks": ("rest_weeks", _marked_day("first_day")),
    "none_taken": ("none_taken", _marked_day("date")),
    "scans": ("scans", scan_row),
    "lab_tests": ("lab_tests", lab_test_row),
    "plans": ("plans", plan_row),
    "answers": ("occurrences", occurrence_row),
    "holidays": ("holidays", _holiday_row),
    "appointments": ("appointments", appointment_row),
    "questions": ("questions", question_row),
}
_GIVEN_NAMES = frozenset({*ENTRIES, *BINNED, "products"})
"""Tables whose rows are named by the diary, not by what they say."""


class Naming:
    """Gives names to what has none of the diary's, the same ones whenever the same file comes."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()

    def placed(self, line: Line) -> Placed:
        """The row of a line."""
        value = line.value
        if isinstance(value, Entry):
            table, row = table_of(value), row_of(replace(value, id=""))
        else:
            table, write = _ROWS[line.table]
            row = write(value)
        if table in _GIVEN_NAMES:
            row["id"] = self._name(table, str(value.id), row)
        return Placed(line, table, row)

    def _name(self, table: str, said: str, row: Row) -> str:
        if OWN_ID.fullmatch(said):
            return said
        if said:
            return _hashed(f"{table} named {said}")
        content = repr(sorted((column, cell) for column, cell in row.items() if column != "id"))
        self._times[content] += 1  # two glasses of milk that read the same are two
        return _hashed(f"{table} number {self._times[content]} of {content}")


def _hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]


def alike(standing: Row, row: Row) -> bool:
    """Whether two rows say the same, whatever they are called; nothing and an empty text are the same."""
    return all(
        standing[column] == cell or (not standing[column] and not cell and {standing[column], cell} <= {"", None})
        for column, cell in row.items()
        if column not in ("id", "deleted_at")
    )


def only_ones(table: str, row: Row) -> list[tuple[object, ...]]:
    """What two rows of a table may not have in common, whatever they are called; empty where there is no such thing."""
    if table == "scans":
        return [(table, row["date"], row["site"], row["side"])]
    if table == "lab_tests":
        return [(table, row["date"], row["time"], row["name"])]
    if table == "products":
        return [(table, name.casefold()) for name in json.loads(str(row["names"]))]
    return []
