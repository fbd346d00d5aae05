"""How much stands on the first page: the most that fits, and then whatever its white space still holds."""

from __future__ import annotations

from collections.abc import Callable, Collection

from bonecoach.exchange.summary.page import ROOMS, Room

_GROWS = {
    "charts": "",
    "tests": "tests",
    "scans": "density",
    "medicines": "medicines",
    "events": "events",
    "due": "due",
    "questions": "questions",
    "pain": "pain",
}
"""What takes up space that is left, in this order, with its section. Beside a longer column some space is free."""


def fullest(
    fits: Callable[[Room], bool],
    left: Callable[[Room], Collection[str]],
    fits_well: Callable[[Room, Room], bool] | None = None,
) -> Room:
    """The room of the fullest page that fits; the least of all where none does.

    ROOMS go down in everything at once, and so leave space. Each section of which some is `left` then grows back as far
    as it fits, and `fits_well` after the room before it: what fills white space is not to press the charts.
    """
    room = next((room for room in ROOMS if fits(room)), None)
    if room is None:
        return ROOMS[-1]
    for name, section in _GROWS.items():
        while (more := _grown(room, name)) is not None and (not section or section in left(room)):
            if not fits(more) or (fits_well is not None and not fits_well(more, room)):
                break
            room = more
    return room


def _grown(room: Room, name: str) -> Room | None:
    """A room with one row more of a kind, or with charts; None where that is all it ever has."""
    if name == "charts":
        return None if room.charts else room._replace(charts=True)
    rows, most = getattr(room, name), getattr(ROOMS[0], name)
    return room._replace(**{name: rows + 1}) if rows < most else None
