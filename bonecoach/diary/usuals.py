"""What this person logs at this time of day and on this weekday, for one click."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from bonecoach.core.changes import Change, Step
from bonecoach.core.days import Moment, moment_at, moment_of
from bonecoach.core.entries import Dose, DoseState, Entry, Intake
from bonecoach.core.habits import Frequent, Habits
from bonecoach.core.values import Value
from bonecoach.diary.changing import logged, put
from bonecoach.diary.retell import text_of
from bonecoach.diary.states import known_day
from bonecoach.store.rows import pin_row

if TYPE_CHECKING:
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger
    from bonecoach.phrase.reading import Reading

EntryKind = TypeVar("EntryKind", bound=Entry)

MOST = 6
LOOK_BACK = timedelta(weeks=8)
_MOST_FREQUENT = 40


class Usual(Value):
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


class Usuals:
    """Her usuals and her frequent things. Pinning and arranging are steps."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._diary = diary
        self._store = ledger.store
        self._habits: tuple[int, Habits] | None = None

    def around(self, at: datetime | None = None) -> tuple[Usual, ...]:
        """At most six usuals for this time of day and weekday.

        The pinned ones come first, in her order, then the most logged around now. A pinned one that she logged lately
        is offered as she logged it last.
        """
        now = self._ledger.now() if at is None else moment_at(at, self._ledger.zone)
        pinned = {text_of(entry): entry for entry in self._store.pinned()}
        found = self._store.habitual(now.date - LOOK_BACK, now, MOST + len(pinned))
        around = {text_of(entry): entry for entry in found}
        chosen = [Usual(around.get(text, entry), pinned=True) for text, entry in pinned.items()]
        chosen += [Usual(entry, pinned=False) for text, entry in around.items() if text not in pinned]
        return tuple(chosen[:MOST])

    def asks(self, usual: Usual, day: date | None = None) -> bool:
        """Whether logging the like of a usual on a day (today) is asked about first: a second dose of a medicine."""
        return self._question([self._on(usual.entry, day)]) is not None

    def log(self, usual: Usual, *, confirmed: bool = False) -> Step:
        """Logs the like of a usual now. Raises PleaseConfirm, unless `confirmed`, for a second dose of a medicine."""
        return self._log([again(usual.entry, self._ledger.now())], confirmed=confirmed)

    def yesterday(self, day: date | None = None) -> tuple[Entry, ...]:
        """What was taken, done and swallowed on the day before, and may be again.

        Symptoms and events never are, nor what was missed or skipped, nor what is taken once a week or more rarely, nor
        a medicine that stands on the day already.
        """
        return tuple(entry for entry in self._of_the_eve(day) if self._is_daily(entry, day))

    def anything_yesterday(self, day: date | None = None) -> bool:
        """Whether `yesterday` holds anything; it stops at the first, mostly before a medicine has to be looked up."""
        return any(self._is_daily(entry, day) for entry in self._of_the_eve(day))

    def _of_the_eve(self, day: date | None) -> list[Entry]:
        eve = known_day(day or self._ledger.today()) - timedelta(days=1)
        return self._store.entries(eve, eve, ["intake", "session", "dose"])

    def _is_daily(self, entry: Entry, day: date | None) -> bool:
        if isinstance(entry, Intake):
            return entry.spread_days == 1
        if not isinstance(entry, Dose):
            return True
        known = self._ledger.knowledge.medicines.get(entry.medicine)
        if entry.state is not DoseState.TAKEN or (known is not None and known.every != "day"):
            return False
        return self._diary.second_doses.standing(self._on(entry, day)) is None

    def _on(self, entry: EntryKind, day: date | None) -> EntryKind:
        """The like of an entry on a day (today), at its wall time, or now where that has not come."""
        day, now, zone = known_day(day or self._ledger.today()), self._ledger.clock.now(), self._ledger.zone
        return again(entry, same_time(entry, day, now, zone))

    def same_again(self, entries: Sequence[Entry], day: date | None = None, *, confirmed: bool = False) -> Step:
        """Logs the like of some entries on a day (today), at their wall times, or now where these have not come.

        Raises PleaseConfirm, unless `confirmed`, for a second dose of a medicine.
        """
        return self._log([self._on(entry, day) for entry in entries], confirmed=confirmed)

    def _log(self, entries: Sequence[Entry], *, confirmed: bool) -> Step:
        asked = None if confirmed else self._question(entries)
        if asked is not None:
            from bonecoach.diary.refusals import PleaseConfirm

            raise PleaseConfirm(asked)
        return self._ledger.apply(logged(self._store, entries, self._ledger.clock.now()))

    def _question(self, entries: Sequence[Entry]) -> Reading | None:
        doses = any(isinstance(entry, Dose) for entry in entries)
        return self._diary.second_doses.question(entries) if doses else None

    def habits(self) -> Habits:
        """What the entry line knows of her: products, medicines, and what she logged most in the last eight weeks."""
        edition = self._ledger.edition
        if self._habits is None or self._habits[0] != edition:
            known = Habits(tuple(self._store.products()), self._frequent(), self._diary.plans.medicines())
            self._habits = (edition, known)
        return self._habits[1]

    def _frequent(self) -> tuple[Frequent, ...]:
        today = self._ledger.today()
        usual_intensity = self._ledger.knowledge.usual_intensity
        found = self._store.most_logged(today - LOOK_BACK, today, _MOST_FREQUENT)
        return tuple(Frequent(text_of(entry, usual_intensity(entry)), entry.label, times) for entry, times in found)

    def pin(self, usual: Usual) -> Step:
        """Keeps a usual in its place, whatever the time."""
        return self._arrange([*self._but(usual), usual.entry])

    def unpin(self, usual: Usual) -> Step:
        """Lets a usual come and go with the time again."""
        return self._arrange(self._but(usual))

    def move(self, usual: Usual, by: int) -> Step:
        """Moves a usual up (negative) or down among the pinned; at an end it stays.

        One that was not pinned is pinned by it, as if it had stood last.
        """
        texts = [text_of(entry) for entry in self._store.pinned()]
        place = texts.index(usual.text) if usual.text in texts else len(texts)
        order = self._but(usual)
        order.insert(min(max(place + by, 0), len(order)), usual.entry)
        return self._arrange(order)

    def _but(self, usual: Usual) -> list[Entry]:
        return [entry for entry in self._store.pinned() if text_of(entry) != usual.text]

    def _arrange(self, order: Sequence[Entry]) -> Step:
        rows = [pin_row(text_of(entry), place, entry) for place, entry in enumerate(order)]
        # By the ids that stand there: a later program may word the same entry otherwise.
        gone = self._store.pin_ids() - {str(row["id"]) for row in rows}
        changes = tuple(Change("pinned", self._store.row("pinned", pin_id), None) for pin_id in sorted(gone))
        return self._ledger.apply(Step("usuals", (*changes, *put(self._store, "pinned", rows))))


def again(entry: EntryKind, moment: Moment) -> EntryKind:
    """The like of an entry at another moment: the same amounts, as that day's tables had them, without its note.

    `together` stays, and says only what was swallowed with what: the diary gives a new one.
    """
    from dataclasses import replace  # late: the start logs nothing

    return replace(entry, moment=moment, id="", note="")


def same_time(entry: Entry, day: date, now: datetime, zone: str) -> Moment:
    """The wall time of an entry on another day; now, where that has not come yet."""
    moment = moment_of(day, entry.moment.wall, zone)
    return moment if moment.instant <= now else moment_at(now, zone)
