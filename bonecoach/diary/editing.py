"""Editing an entry by its text: which text is offered, and how what comes back is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from bonecoach.core.activities import Intensity
from bonecoach.core.days import Moment, moment_at, moment_of
from bonecoach.core.entries import Entry, Intake, Source
from bonecoach.diary.retell import text_of, texts_of

if TYPE_CHECKING:
    from bonecoach.phrase.reading import Part, Reading

    Read = Callable[[str, datetime, str], Reading]
    """What a text says, at an instant, in a zone."""

_NEAR = timedelta(hours=6)
"""A bare hour is the latest such time: six hours after the old time, it is the one nearest to that."""


def offered(entry: Entry, usual: Intensity | None, read: Read) -> str:
    """The text an edit begins with: the plainest that is read as this very entry, or else the plainest of all."""
    moment = entry.moment
    for text in texts_of(entry, usual):
        reading = read(text, moment.instant, moment.zone)
        if reading.understood and len(reading.entries) == 1 and _same(reading.entries[0], entry, text):
            return text
    return text_of(entry, usual)


def _same(read: Entry, entry: Entry, text: str) -> bool:
    """Whether two entries say the same.

    Amounts are left out: a newer table may know more of the same food. So are the words for a weight that is the same:
    "30 g" is what a matchbox of cheese weighs, where nobody types matchboxes.
    """
    note = read.note if entry.note in text else entry.note
    alike = replace(read, id=entry.id, together=entry.together, moment=entry.moment, note=note)
    if isinstance(alike, Intake) and isinstance(entry, Intake):
        alike = replace(alike, amounts=entry.amounts, k2_estimate=entry.k2_estimate)
        if entry.source is Source.FOOD and entry.grams is not None:
            alike = replace(alike, quantity=entry.quantity)
    return alike == entry


def reread(text: str, entry: Entry, was_offered: str, now: datetime, read: Read) -> Reading:
    """What an edited text says: at the old moment unless it says another, with the old note where that was not offered.

    Times count from the day of the entry, so "at 8:30" stays on it; a bare hour is the one nearest to the old time.
    """
    old = entry.moment
    reading = read_for(text, old, (old.instant + _NEAR).replace(second=59), now, read)
    if not entry.note or entry.note in was_offered or not reading.entries or reading.entries[0].note:
        return reading
    return _changed(reading, lambda e: replace(e, note=entry.note) if e is reading.entries[0] else e)


def read_for(text: str, moment: Moment, near: datetime, now: datetime, read: Read) -> Reading:
    """What a text says on the day of a moment: at that moment, unless it says another time.

    Times count first from `near`; what then falls on another day, or is still to come, counts from the day's end. A
    text that names another day all the same means it as it is today: "yesterday" is the day before this one.
    """
    today = moment_at(now, moment.zone).date
    latest = min(now, moment_of(moment.date, time(23, 59, 59), moment.zone).instant)
    near = min(latest, near)
    reading = _at_old_moment(read(text, near, moment.zone), near, moment)
    if not reading.understood or any(e.moment.date != moment.date for e in reading.entries):
        reading = _at_old_moment(read(text, latest, moment.zone), latest, moment)
    if moment.date != today and any(e.moment.date != moment.date for e in reading.entries):
        reading = read(text, min(now, moment_of(today, moment.wall, moment.zone).instant), moment.zone)
    return reading


def _at_old_moment(reading: Reading, anchor: datetime, old: Moment) -> Reading:
    unsaid = moment_at(anchor, old.zone).instant
    return _changed(reading, lambda entry: replace(entry, moment=old) if entry.moment.instant == unsaid else entry)


def _changed(reading: Reading, change: Callable[[Entry], Entry]) -> Reading:
    def part(part: Part) -> Part:
        return replace(part, entries=tuple(map(change, part.entries)))

    return replace(reading, parts=tuple(map(part, reading.parts)))
