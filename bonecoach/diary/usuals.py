"""What this person logs at this time of day and on this weekday, for one click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bonecoach.core.days import Moment
from bonecoach.core.entries import Entry, kind_of
from bonecoach.core.habits import Frequent
from bonecoach.diary.retell import text_of
from bonecoach.store import Store

MOST = 6
LOOK_BACK = timedelta(weeks=8)
_MOST_FREQUENT = 40


@dataclass(frozen=True, slots=True)
class Usual:
    """Something she logs again and again. `entry` is the last time she did; a click logs its like now.

    `key` names it for pinning: its kind and label.
    """

    entry: Entry
    pinned: bool

    @property
    def key(self) -> tuple[str, str]:
        """Kind and label."""
        return kind_of(self.entry), self.entry.label

    @property
    def label(self) -> str:
        """What it is called."""
        return self.entry.label

    @property
    def text(self) -> str:
        """What she could type for it."""
        return text_of(self.entry)


def usuals(store: Store, at: Moment) -> tuple[Usual, ...]:
    """At most six usuals for this time: the pinned ones first, in her order, then the most logged around now."""
    since = at.date - LOOK_BACK
    pinned = [entry for kind, label in store.pinned() if (entry := store.latest_like(kind, label)) is not None]
    around = store.habitual(since, at, MOST + len(pinned))
    keys = {(kind_of(entry), entry.label) for entry in pinned}
    others = [entry for entry in around if (kind_of(entry), entry.label) not in keys]
    chosen = [Usual(entry, pinned=True) for entry in pinned] + [Usual(entry, pinned=False) for entry in others]
    return tuple(chosen[:MOST])


def frequent(store: Store, today: date) -> tuple[Frequent, ...]:
    """What she logged most in the last eight weeks, at any time of day, as texts that log it again."""
    found = store.most_logged(today - LOOK_BACK, _MOST_FREQUENT)
    return tuple(Frequent(text_of(entry), entry.label, times) for entry, times in found)


def moved(pins: Sequence[tuple[str, str]], key: tuple[str, str], by: int) -> list[tuple[str, str]]:
    """The pins with one moved up (negative) or down; at an end it stays."""
    order = list(pins)
    place = order.index(key)
    order.remove(key)
    order.insert(min(max(place + by, 0), len(order)), key)
    return order


def again(entry: Entry, moment: Moment) -> Entry:
    """The like of an entry at another moment: the same amounts, as that day's tables had them, without its note."""
    from dataclasses import replace

    return replace(entry, moment=moment, id="", together="", note="")


def same_time(entry: Entry, day: date, now: datetime, zone: str) -> Moment:
    """The wall time of an entry on another day; now, where that has not come yet."""
    from bonecoach.core.days import moment_at, moment_of

    moment = moment_of(day, entry.moment.wall, zone)
    return moment if moment.instant <= now else moment_at(now, zone)
