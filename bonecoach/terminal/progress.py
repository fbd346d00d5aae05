"""How far a long export is, on a terminal that somebody looks at."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk

_WIPED = "\r\033[K"
"""Back to the beginning of the line, and nothing on it."""


@contextmanager
def counted(desk: Desk) -> Iterator[Callable[[int], None]]:
    """What tells how many lines are written so far; nothing is told to a program, and nothing stays on the screen."""
    watched = not desk.as_json and sys.stderr is not None and sys.stderr.isatty()

    def tell(count: int) -> None:
        if watched:
            print(f"{_WIPED}{desk.words.say('page.so_far', count=count)}", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if watched:
            print(_WIPED, end="", file=sys.stderr, flush=True)
