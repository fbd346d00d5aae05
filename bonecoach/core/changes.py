"""How the diary changes: rows before and after, grouped into steps that can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.values import Value

Scalar = str | int | float | None
Row = Mapping[str, Scalar]
Stored = Mapping[str, Any]
"""A row as it was read: the tables are strict, so each of its columns has the type that its reader expects."""


class Change(Value):
    """One row of one table, before and after. `before` is None for a new row, `after` for one taken away.

    Every row has the text key `id`. Raises InvalidEntry("empty_change", "wrong_row").
    """

    table: str
    before: Row | None
    after: Row | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise InvalidEntry("empty_change", table=self.table)
        if self.before is not None and self.after is not None and self.before["id"] != self.after["id"]:
            raise InvalidEntry("wrong_row", table=self.table)

    @property
    def row_id(self) -> str:
        """The key of the row that changes."""
        row = self.after if self.after is not None else self.before
        assert row is not None
        return str(row["id"])

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.after, self.before)


class Step(Value):
    """Changes that happen together or not at all, and are undone together.

    `name` says what was done ("log", "edit", "delete", "profile", "target", "rest_week", "none_taken", ...);
    `label` names it for the person ("Calcium citrate 500 mg"); `own` is true for a step of the program itself, which
    undo never sees. `id` is 0 until the store has written it.
    """

    name: str
    changes: tuple[Change, ...]
    label: str = ""
    own: bool = False
    id: int = 0

    def inverse(self) -> Step:
        """The step that takes this one back: its changes inverted, last first."""
        return Step(
            self.name, tuple(change.inverse() for change in reversed(self.changes)), self.label, self.own, self.id
        )
