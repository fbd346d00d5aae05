"""A table of an export: its columns, each with how it is written and what it holds, and how a line is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from bonecoach.exchange.cells import Cells

Value = TypeVar("Value")
Written = TypeVar("Written", contravariant=True)


class Column(NamedTuple, Generic[Written]):
    """One column. `kind` is its type in the words of Frictionless Data; `about` says what it holds, for the manual."""

    name: str
    kind: str
    about: str
    write: Callable[[Written], str]


class Table(NamedTuple, Generic[Value]):
    """One kind of thing in one file. `needed` are the columns without which a file is no such table.

    `read` makes the thing of a line again. Raises InvalidEntry for a line that says nothing possible.
    """

    name: str
    about: str
    columns: tuple[Column[Value], ...]
    needed: frozenset[str]
    read: Callable[[Cells], Value]

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"

    @property
    def header(self) -> list[str]:
        """The names of its columns."""
        return [column.name for column in self.columns]

    def row(self, value: Value) -> list[str]:
        """The cells of a line."""
        return [column.write(value) for column in self.columns]
