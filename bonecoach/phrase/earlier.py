"""Falls and fractures of some time ago: they are kept calmly, and send nobody to urgent care today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bonecoach.core.entries import Event
from bonecoach.phrase.reading import Note, Part, Reading

RECENT_DAYS = 7
"""So many days back an injury still needs urgent care. The evidence names no figure (10): a choice of ours."""

_URGENT = Note("red_flag", {"flag": "fall_or_fracture"})
_EARLIER = Note("earlier_injury")


def flags_of(event: Event, today: date) -> tuple[Note, ...]:
    """The red flag of an injury that happened lately; () for any other event."""
    hurt = event.injury and event.event != "other"
    return (_URGENT,) if hurt and (today - event.moment.date).days <= RECENT_DAYS else ()


def calmed(reading: Reading, today: date) -> Reading:
    """The reading with a calm note in place of the red flag, where an injury happened longer ago."""
    if not any(_URGENT in part.notes for part in reading.parts):
        return reading
    return replace(reading, parts=tuple(_calm(part, today) for part in reading.parts))


def _calm(part: Part, today: date) -> Part:
    days = [(today - entry.moment.date).days for entry in part.entries]
    if not days or min(days) <= RECENT_DAYS:
        return part
    return replace(part, notes=tuple(_EARLIER if note == _URGENT else note for note in part.notes))
