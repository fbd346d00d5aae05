"""The diary as the window and the terminal use it: everything a person can do, one short method each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from bonecoach.core.changes import Step
from bonecoach.core.days import EARLIEST, Moment, moment_at
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.diary import changing
from bonecoach.diary.chapters import Chapters
from bonecoach.diary.states import States, known_day

if TYPE_CHECKING:
    from bonecoach.core.advice import Advice
    from bonecoach.core.entries import Entry
    from bonecoach.core.foods import Food
    from bonecoach.core.habits import Habits
    from bonecoach.core.movement import WeekMovement
    from bonecoach.core.profile import Fact
    from bonecoach.core.week import DayState, WeekState
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.states import States
    from bonecoach.phrase.reading import Completion, Reading


MOST_WEEKS = 2_600
"""Fifty years: the longest trend that is counted at once."""


class Diary(Chapters):
    """One person's diary. Every change is a Step: written first, then announced, and undone as a whole.

    What it holds besides entries stands in its chapters, such as `person` and `plans`. All refusals are
    BoneCoachErrors; nothing is ever half-done.
    """

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self._store = ledger.store
        self._clock = ledger.clock
        self._apply = ledger.apply
        self._whole_id = ledger.whole_id
        self.knowledge = ledger.knowledge

    @property
    def _states(self) -> States:
        return self._ledger.states

    # Now

    @property
    def zone(self) -> str:
        """The zone she is in now."""
        return self._ledger.zone

    def now(self) -> Moment:
        """The present moment in her zone."""
        return self._ledger.now()

    def today(self) -> date:
        """Her present day."""
        return self._ledger.today()

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the file since this was last asked; what was remembered is forgotten."""
        return self._ledger.changed_elsewhere()

    # Logging

    def read(self, text: str, at: datetime | None = None, zone: str | None = None) -> Reading:
        """What a line says, logging nothing. `at` is what "now" means in it, the present unless given."""
        return self._reader.read(text, at, zone)

    def read_on(self, day: date, text: str) -> Reading:
        """What a line says on the page of another day: of that day, at the present time of day unless it says one."""
        return self._reader.on(day, text)

    def complete(self, text: str, cursor: int) -> tuple[Completion, ...]:
        """What the word at the cursor may become, her frequent things first."""
        return self.knowledge.line.complete(text, cursor, self.habits())

    def log_text(
        self, text: str, at: datetime | None = None, zone: str | None = None, *, confirmed: bool = False
    ) -> Step:
        """Logs a line, all of it or nothing. Raises NotUnderstood and, unless `confirmed`, PleaseConfirm."""
        return self.log_reading(self.read(text, at, zone), confirmed=confirmed)

    def log_reading(self, reading: Reading, *, confirmed: bool = False) -> Step:
        """Logs what was read, all of it or nothing. Raises NotUnderstood and, unless `confirmed`, PleaseConfirm."""
        return self.log(self._understood(reading, confirmed=confirmed))

    def _understood(self, reading: Reading, *, confirmed: bool) -> tuple[Entry, ...]:
        from bonecoach.diary.refusals import NotUnderstood, PleaseConfirm

        if not reading.understood:
            raise NotUnderstood(reading)
        if reading.doubts and not confirmed:
            raise PleaseConfirm(reading)
        return reading.entries

    def log(self, entries: Sequence[Entry]) -> Step:
        """Logs entries together. Raises DiaryError("nothing_to_log", "future"), InvalidEntry("before_birth")."""
        changing.refuse_before_birth(entries, self._ledger.birth)
        return self._apply(changing.logged(self._store, entries, self._clock.now()))

    def log_food(
        self,
        food_id: str,
        grams: float | None = None,
        portion: str | None = None,
        count: float = 1,
        at: datetime | None = None,
    ) -> Step:
        """Logs a row of the food table, by weight or by household portion.

        Raises DiaryError("no_such_food", "no_such_portion") and InvalidEntry("impossible_grams").
        """
        from bonecoach.diary.foods import eaten

        moment = moment_at(at or self._clock.now(), self.zone)
        return self.log([eaten(self.knowledge.foods, food_id, grams, portion, count, moment)])

    def foods(self, text: str, limit: int = 8) -> list[Food]:
        """Foods that a search finds, staples first."""
        return self.knowledge.foods.search(text, limit)

    def read_edit(self, entry: Entry, text: str) -> Reading:
        """What an edited text says, changing nothing: as `edit` will take it."""
        return self._reader.in_place_of(entry, text)

    def edit(self, entry_id: str, text: str, at: datetime | None = None, *, confirmed: bool = False) -> Step:
        """Puts what a text says in the place of an entry; it keeps its moment unless the text or `at` says another."""
        old = self.entry(entry_id)
        reading = self._reader.in_place_of(old, text, at)
        return self.replace(old.id, self._understood(reading, confirmed=confirmed))

    def replace(self, entry_id: str, entries: Sequence[Entry]) -> Step:
        """Puts entries in the place of one. Raises InvalidEntry("before_birth"), and as `changing.edited` does."""
        changing.refuse_before_birth(entries, self._ledger.birth)
        return self._apply(changing.edited(self._store, self._whole_id(entry_id), entries, self._clock.now()))

    def delete(self, ids: Iterable[str]) -> Step:
        """Puts entries into the bin, where they stay until it is emptied."""
        whole = [self._whole_id(entry_id) for entry_id in ids]
        return self._apply(changing.deleted(self._store, whole, self._clock.now()))

    def restore(self, ids: Iterable[str]) -> Step:
        """Brings entries back from the bin."""
        return self._apply(changing.restored(self._store, [self._whole_id(entry_id) for entry_id in ids]))

    def empty_bin(self) -> int:
        """Removes for good what lies in the bin; steps about it can no longer be undone. How many things that were.

        Copies of reports go with it, also those whose attaching was undone long ago.
        """
        copies = self.bones.attachments.copies_in_bin()
        count = self._store.empty_bin()
        self.bones.attachments.remove(copies)
        self.bones.attachments.remove_strays()
        return count

    def in_bin(self) -> int:
        """How many things lie in the bin: entries, and results, reports, appointments and questions besides."""
        return self._store.in_bin()

    # Taking back

    def undo(self, step_id: int | None = None) -> Step:
        """Takes her last step back. Raises DiaryError("nothing_to_undo", "changed_since").

        `step_id` names the step that is meant; where another one came since, nothing is done ("changed_since").
        """
        return self._ledger.undo(step_id)

    def redo(self, step_id: int | None = None) -> Step:
        """Does the last undone step again. Raises DiaryError("nothing_to_redo", "changed_since")."""
        return self._ledger.redo(step_id)

    def can_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._store.last_step()

    def can_redo(self) -> Step | None:
        """The step that redo would do again."""
        return self._store.next_undone()

    def entries_of(self, step: Step) -> tuple[Entry, ...]:
        """The entries a step is about."""
        return changing.entries_of(step)

    # Looking

    def day(self, day: date) -> DayState:
        """One day with its totals."""
        return self._states.day(day, self.today())

    def week(self, day: date) -> WeekState:
        """The week that holds a day."""
        return self._states.week(self._states.week_of(day), self.today())

    def trend(self, weeks: int = 12, until: date | None = None) -> tuple[WeekMovement, ...]:
        """The movement of so many weeks in a row, the last one holding `until` (today)."""
        if not 1 <= weeks <= MOST_WEEKS:
            raise InvalidEntry("impossible_count", count=weeks)
        last = self._states.week_of(until or self.today())
        return self._states.movement([last.shifted(n) for n in range(1 - weeks, 1)], self.today())

    def advice(
        self, day: date, state: DayState | None = None, weeks: Sequence[WeekMovement] = ()
    ) -> tuple[Advice, ...]:
        """What is worth saying about a day; on the present day also the next steps of the week.

        Whoever has asked for the day, or for the trend of the two weeks up to it, can give them and spares the
        counting.
        """
        from bonecoach.coach import advise_day

        state = state or self.day(day)
        return (*advise_day(state), *(self.week_advice(state, weeks) if day == self.today() else ()))

    def week_advice(self, today: DayState | None = None, weeks: Sequence[WeekMovement] = ()) -> tuple[Advice, ...]:
        """The next steps of the running week. What is known of today and of the two weeks up to it can be given."""
        from bonecoach.coach import advise_week

        before, running = weeks or self.trend(2)
        return advise_week(running, today or self.day(self.today()), before)

    def entries(
        self,
        first: date | None = None,
        last: date | None = None,
        kinds: Iterable[str] | None = None,
        text: str = "",
        *,
        deleted: bool = False,
        limit: int | None = None,
    ) -> list[Entry]:
        """Entries of local dates, oldest first; with `limit` only the newest so many; `deleted` asks for the bin."""
        return self._store.entries(first or EARLIEST, last or date.max, kinds, deleted=deleted, text=text, limit=limit)

    def entry(self, entry_id: str) -> Entry:
        """One entry that is not in the bin. Raises DiaryError("no_such_entry")."""
        return changing.entry_in(*changing.standing(self._store, self._whole_id(entry_id)))

    def text_of(self, entry: Entry) -> str:
        """What she could have typed for an entry: the text an edit begins with."""
        return self._reader.offered(entry)

    def habits(self) -> Habits:
        """What the entry line knows of her: her products and her frequent things."""
        return self.usuals.habits()

    # Days and weeks

    def rest_week(self, day: date, *, on: bool = True) -> Step:
        """Says that the week of a day is a rest week, or that it is none."""
        week = self._states.week_of(day)
        marks = self._states.rest_marks(week)  # weeks may have begun on another day when it was marked
        days = ({week.first} if not marks else set()) if on else marks
        changes = [changing.marked(self._store, "rest_weeks", "first_day", first, on=on) for first in sorted(days)]
        return self._apply(Step("rest_week", tuple(change for part in changes for change in part)))

    def none_taken(self, day: date, *, on: bool = True) -> Step:
        """Says that nothing was taken on a day without intakes. Raises DiaryError("has_intakes", "future")."""
        if known_day(day) > self.today():
            raise DiaryError("future", date=day)
        if on and self._store.entries(day, day, ["intake"], limit=1):
            raise DiaryError("has_intakes", date=day)
        return self._apply(Step("none_taken", changing.marked(self._store, "none_taken", "date", day, on=on)))

    def setting(self, key: str) -> str | None:
        """A setting of the program; None when it was never set."""
        return self._store.setting(key)

    def set_setting(self, key: str, value: str) -> None:
        """Keeps a setting of the program. It is no step."""
        self._store.set_setting(key, value)

    def keep_made_up(self, entries: Sequence[Entry], facts: Sequence[Fact], rest_weeks: Sequence[date]) -> None:
        """Keeps a demonstration's entries and facts all at once. They are no step: there is nothing to undo."""
        self._store.fill(entries, facts, rest_weeks)
        self._ledger.forget()

    def close(self) -> None:
        """Gives the files back."""
        self._store.close()
        self.knowledge.close()
