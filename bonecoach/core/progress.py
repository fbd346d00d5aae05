"""How far something long has come: whoever waits for it in this thread is told per cent, and may stop it by raising."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Tell = Callable[[int], None]
"""Is told how far it is, in per cent unless what tells says otherwise; whoever wants to stop raises."""

ALL_DONE = 100
BETWEEN = 500
"""Things between two looks at whether to go on: a few hundredths of a second."""

Thing = TypeVar("Thing")


def silently(_: int) -> None:
    """Nobody waits."""


_waiting: ContextVar[Tell] = ContextVar("waiting", default=silently)


@contextmanager
def heard_by(tell: Tell) -> Iterator[None]:
    """Within it, in this thread, what goes `by_percent` is told."""
    before = _waiting.set(tell)
    try:
        yield
    finally:
        _waiting.reset(before)


def by_percent(
    things: Sequence[Thing], first: int = 0, last: int = ALL_DONE, *, every: int = BETWEEN
) -> Iterator[Thing]:
    """The things in their order, told as the per cent from `first` on and below `last` with one of so many."""
    tell, whole = _waiting.get(), len(things)
    for done, thing in enumerate(things):
        if done % every == 0:
            tell(first + (last - first) * done // whole)
        yield thing
