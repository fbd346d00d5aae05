"""What a file that comes in says, line by line."""

from __future__ import annotations

from typing import Any, NamedTuple

from bonecoach.core.errors import InvalidEntry

MOST_REJECTED = 1_000
"""With more lines that cannot be read, a file is another than was thought."""


class Line(NamedTuple):
    """One thing that stands in a file: in which file of it and on which line, and which table it belongs to.

    `loose`: the file says less of it than the diary keeps, so whatever the diary holds under its name is the same.
    """

    file: str
    line: int
    table: str
    value: Any
    loose: bool = False


class Rejected(NamedTuple):
    """A line that says nothing possible, and why."""

    file: str
    line: int
    error: InvalidEntry


class Ignored(NamedTuple):
    """Something in a file that is not asked for: a column or a file nobody knows here.

    Where it is known and left out all the same, `why` is the code of the reason and `many` says how many there are.
    """

    what: str
    why: str = ""
    many: int = 0


Arrived = Line | Rejected | Ignored
