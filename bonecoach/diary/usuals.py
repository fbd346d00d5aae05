"""What this person logs at this time of day and on this weekday, for one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from bonecoach.core.activities import Intensity
from bonecoach.core.changes import Change, Step
from bonecoach.core.days import Moment
from bonecoach.core.entries import Entry
from bonecoach.core.habits import Frequent
from bonecoach.diary.changing import put
from bonecoach.diary.retell import text_of
from bonecoach.store import Store
from bonecoach.store.rows import pin_row

MOST = 6
LOOK_BACK = timedelta(weeks=8)
_MOST_FREQUENT = 40


class Usual(NamedTuple):
    """Something she logs again and again. `entry` is the last time she did; a click logs its like now."""

    entry: Entry
    pinned: bool

    @property
    def label(self) -> str:
        """What it is called."""
        return self.entry.label

    @property
    def text(self) -> str:
        """What she could type for it; two usuals are the same when their texts are."""
        return text_of(self.entry)


def usuals(store: Store, at: Moment) -> tuple[Usual, ...]:
    """At most six usuals for this time: the pinned ones first, in her order, then the most logged around now.

    A pinned one that she logged lately is offered as she logged it last.
    """
    pinned = {text_of(entry): entry for entry in store.pinned()}
    around = {text_of(entry): entry for entry in store.habitual(at.date - LOOK_BACK, at, MOST + len(pinned))}
    chosen = [Usual(around.get(text, entry), pinned=True) for text, entry in pinned.items()]
    chosen += [Usual(entry, pinned=False) for text, entry in around.items() if text not in pinned]
    return tuple(chosen[:MOST])


def frequent(store: Store, today: date, usual: Callable[[Entry], Intensity | None]) -> tuple[Frequent, ...]:
    """What she logged most in the last eight weeks, at any time of day, as texts that log it again.

    `usual` tells how intense a session is when nothing is said of it.
    """
    found = store.most_logged(today - LOOK_BACK, today, _MOST_FREQUENT)
    return tuple(Frequent(text_of(entry, usual(entry)), entry.label, times) for entry, times in found)


def pinned(store: Store, usual: Usual) -> Step:
    """The step that keeps a usual in its place, whatever the time."""
    return _arranged(store, [*_but(store, usual), usual.entry])


def unpinned(store: Store, usual: Usual) -> Step:
    """The step that lets a usual come and go with the time again."""
    return _arranged(store, _but(store, usual))


def moved(store: Store, usual: Usual, by: int) -> Step:
    """The step that moves a usual up (negative) or down among the pinned; at an end it stays.

    One that was not pinned is pinned by it, as if it had stood last.
    """
    texts = [text_of(entry) for entry in store.pinned()]
    place = texts.index(usual.text) if usual.text in texts else len(texts)
    order = _but(store, usual)
    order.insert(min(max(place + by, 0), len(order)), usual.entry)
    return _arranged(store, order)


def _but(store: Store, usual: Usual) -> list[Entry]:
    return [entry for entry in store.pinned() if text_of(entry) != usual.text]


def _arranged(store: Store, order: Sequence[Entry]) -> Step:
    rows = [pin_row(text_of(entry), place, entry) for place, entry in enumerate(order)]
    left = {str(row["id"]) for row in rows}
    gone = [text for entry in store.pinned() if (text := text_of(entry)) not in left]
    changes = tuple(Change("pinned", store.row("pinned", text), None) for text in gone)
    return Step("usuals", (*changes, *put(store, "pinned", rows)))


def again(entry: Entry, moment: Moment) -> Entry:
    """The like of an entry at another moment: the same amounts, as that day's tables had them, without its note.

    `together` stays, and says only what was swallowed with what: the diary gives a new one.
    """
    return replace(entry, moment=moment, id="", note="")


def same_time(entry: Entry, day: date, now: datetime, zone: str) -> Moment:
    """The wall time of an entry on another day; now, where that has not come yet."""
    from bonecoach.core.days import moment_at, moment_of

    moment = moment_of(day, entry.moment.wall, zone)
    return moment if moment.instant <= now else moment_at(now, zone)
