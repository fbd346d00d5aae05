"""The fractures on record, with what their words and the falls of their day say about the force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bonecoach.coach.fractures import Broken
from bonecoach.core.entries import Event
from bonecoach.phrase.force_said import little_force


def broken_of(events: Sequence[Event]) -> list[Broken]:
    """Every fracture among events, in their order."""
    falls: dict[date, list[str]] = {}
    for event in events:
        if event.event == "fall":
            falls.setdefault(event.moment.date, []).append(event.note)
    found = []
    for event in events:
        if event.event == "fracture":
            day = event.moment.date
            said = " ".join([event.note, *falls.get(day, ())])
            found.append(Broken(day, event.site, little_force(said, fell=day in falls)))
    return found
