"""What can wait until the window was first painted: settings nobody sees, which would cost its first sight time."""

from __future__ import annotations

from collections.abc import Callable

Act = Callable[[], object]

_waiting: list[Act] | None = []


def later(act: Act) -> None:
    """Does `act` once the window was painted; at once when it was already."""
    if _waiting is None:
        act()
    else:
        _waiting.append(act)


def now() -> None:
    """The window was painted: does all that waited, in order."""
    global _waiting
    acts, _waiting = _waiting or [], None
    for act in acts:
        act()
