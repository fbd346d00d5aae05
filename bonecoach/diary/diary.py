"""The diary as the window and the terminal use it: everything a person can do, one short method each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bonecoach.core.changes import Step
from bonecoach.core.days import EARLIEST, Moment, moment_at
from bonecoach.core.entries import Session
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.diary import changing, keeping
from bonecoach.diary.states import States, known_day

if TYPE_CHECKING:
    from bonecoach.clock import Clock
    from bonecoach.core.activities import Intensity
    from bonecoach.core.advice import Advice
    from bonecoach.core.entries import Entry
    from bonecoach.core.foods import Food
    from bonecoach.core.habits import Habits
    from bonecoach.core.movement import WeekMovement
    from bonecoach.core.profile import Fact, Profile
    from bonecoach.core.supplements import Product
    from bonecoach.core.targets import OwnTarget, Target
    from bonecoach.core.week import DayState, WeekState
    from bonecoach.diary.knowledge import Knowledge
    from bonecoach.diary.usuals import Usual
    from bonecoach.phrase.reading import Completion, Reading
    from bonecoach.store import Store


MOST_WEEKS = 520
"""The longest trend that is counted at once."""


class Diary:
    """One person's diary. Every change is a Step: written first, then announced, and undone as a whole.

    `zone` is the IANA name of the zone she is in now, or a function that tells it. `announce` is called with every
    step after it is on disk. All refusals are BoneCoachErrors; nothing is ever half-done.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        knowledge: Knowledge,
        zone: str | Callable[[], str],
        announce: Callable[[Step], None] | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._habits: Habits | None = None
        self._version = store.version()
        self.announce = announce
        self.knowledge = knowledge

    @cached_property
    def _states(self) -> States:
        return States(self._store, self.knowledge.rules)

    # Now

    @property
    def zone(self) -> str:
        """The zone she is in now."""
        return self._zone if isinstance(self._zone, str) else self._zone()

    def now(self) -> Moment:
        """The present moment in her zone."""
        return moment_at(self._clock.now(), self.zone)

    def today(self) -> date:
        """Her present day."""
        return self.now().date

    # Logging

    def read(self, text: str, at: datetime | None = None, zone: str | None = None) -> Reading:
        """What a line says, logging nothing. `at` is what "now" means in it, the present unless given."""
        now = at or self._clock.now()
        zone = zone or self.zone
        return self.knowledge.line.read(text, now, zone, self.habits(), self.profile(moment_at(now, zone).date))

    def complete(self, text: str, cursor: int) -> tuple[Completion, ...]:
        """What the word at the cursor may become, her frequent things first."""
        return self.knowledge.line.complete(text, cursor, self.habits())

    def log_text(
        self, text: str, at: datetime | None = None, zone: str | None = None, *, confirmed: bool = False
    ) -> Step:
        """Logs a line, all of it or nothing. Raises NotUnderstood and, unless `confirmed`, PleaseConfirm."""
        return self.log(self._understood(self.read(text, at, zone), confirmed=confirmed))

    def _understood(self, reading: Reading, *, confirmed: bool) -> tuple[Entry, ...]:
        from bonecoach.diary.refusals import NotUnderstood, PleaseConfirm

        if not reading.understood:
            raise NotUnderstood(reading)
        if reading.doubts and not confirmed:
            raise PleaseConfirm(reading)
        return reading.entries

    def log(self, entries: Sequence[Entry]) -> Step:
        """Logs entries together. Raises DiaryError("nothing_to_log", "future")."""
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
        from bonecoach.diary.editing import reread

        return reread(text, entry, self.text_of(entry), self._clock.now(), self.read)

    def edit(self, entry_id: str, text: str, at: datetime | None = None, *, confirmed: bool = False) -> Step:
        """Puts what a text says in the place of an entry; it keeps its moment unless the text or `at` says another."""
        old = self.entry(entry_id)
        reading = self.read_edit(old, text) if at is None else self.read(text, at, old.moment.zone)
        return self.replace(old.id, self._understood(reading, confirmed=confirmed))

    def replace(self, entry_id: str, entries: Sequence[Entry]) -> Step:
        """Puts entries in the place of one."""
        return self._apply(changing.edited(self._store, self._whole_id(entry_id), entries, self._clock.now()))

    def delete(self, ids: Iterable[str]) -> Step:
        """Puts entries into the bin, where they stay until it is emptied."""
        whole = [self._whole_id(entry_id) for entry_id in ids]
        return self._apply(changing.deleted(self._store, whole, self._clock.now()))

    def restore(self, ids: Iterable[str]) -> Step:
        """Brings entries back from the bin."""
        return self._apply(changing.restored(self._store, [self._whole_id(entry_id) for entry_id in ids]))

    def empty_bin(self) -> int:
        """Removes for good what lies in the bin; steps about it can no longer be undone. How many entries that were."""
        return self._store.empty_bin()

    def same_again(self, entries: Sequence[Entry], day: date | None = None) -> Step:
        """Logs the like of some entries on a day (today), at their wall times, or now where these have not come."""
        from bonecoach.diary.usuals import again, same_time

        now, day = self._clock.now(), known_day(day or self.today())
        return self.log([again(entry, same_time(entry, day, now, self.zone)) for entry in entries])

    def log_usual(self, usual: Usual) -> Step:
        """Logs the like of a usual now."""
        from bonecoach.diary.usuals import again

        return self.log([again(usual.entry, self.now())])

    # Taking back

    def undo(self) -> Step:
        """Takes her last step back. Raises DiaryError("nothing_to_undo", "changed_since")."""
        return self._told(self._store.undo(), "nothing_to_undo")

    def redo(self) -> Step:
        """Does the last undone step again. Raises DiaryError("nothing_to_redo", "changed_since")."""
        return self._told(self._store.redo(), "nothing_to_redo")

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
        return self._states.day(day)

    def week(self, day: date) -> WeekState:
        """The week that holds a day."""
        return self._states.week(self._states.week_of(day), self.today())

    def trend(self, weeks: int = 12, until: date | None = None) -> tuple[WeekMovement, ...]:
        """The movement of so many weeks in a row, the last one holding `until` (today)."""
        if not 1 <= weeks <= MOST_WEEKS:
            raise InvalidEntry("impossible_count", count=weeks)
        last = self._states.week_of(until or self.today())
        return self._states.movement([last.shifted(n) for n in range(1 - weeks, 1)], self.today())

    def advice(self, day: date, state: DayState | None = None, week: WeekState | None = None) -> tuple[Advice, ...]:
        """What is worth saying about a day; on the present day also the next steps of the week.

        Whoever has asked for the day or its week already can give them, and spares the counting.
        """
        from bonecoach.coach import advise_day

        ahead = self.week_advice(day, week) if day == self.today() else ()
        return (*advise_day(state or self.day(day)), *ahead)

    def week_advice(self, day: date, week: WeekState | None = None) -> tuple[Advice, ...]:
        """The next steps of the week that holds a day; none for weeks that are over."""
        from bonecoach.coach import advise_week

        week = week or self.week(day)
        (before,) = self._states.movement([week.week.shifted(-1)], self.today())
        return advise_week(week, self.today(), before)

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
        from bonecoach.diary.editing import offered

        return offered(entry, self._usual_intensity(entry), self.read)

    def _usual_intensity(self, entry: Entry) -> Intensity | None:
        activity = self.knowledge.activities.get(entry.activity) if isinstance(entry, Session) else None
        return None if activity is None else activity.intensity

    def yesterday(self, day: date | None = None) -> tuple[Entry, ...]:
        """What was taken, done and swallowed on the day before; symptoms and events are never repeated."""
        before = known_day(day or self.today()).toordinal() - 1
        eve = date.fromordinal(before)
        return tuple(self._store.entries(eve, eve, ["intake", "session", "dose"]))

    # Habits

    def habits(self) -> Habits:
        """What the entry line knows of her: her products and her frequent things."""
        if self._habits is None:
            from bonecoach.core.habits import Habits
            from bonecoach.diary.usuals import frequent

            self._habits = Habits(
                tuple(self._store.products()), frequent(self._store, self.today(), self._usual_intensity)
            )
        return self._habits

    def usuals(self, at: datetime | None = None) -> tuple[Usual, ...]:
        """At most six things she usually logs at this time of day and weekday, pinned ones first."""
        from bonecoach.diary.usuals import usuals

        return usuals(self._store, moment_at(at or self._clock.now(), self.zone))

    def pin(self, usual: Usual) -> Step:
        """Keeps a usual in its place, whatever the time."""
        from bonecoach.diary.usuals import pinned

        return self._apply(pinned(self._store, usual))

    def unpin(self, usual: Usual) -> Step:
        """Lets a usual come and go with the time again."""
        from bonecoach.diary.usuals import unpinned

        return self._apply(unpinned(self._store, usual))

    def move_usual(self, usual: Usual, by: int) -> Step:
        """Moves a usual up (-1) or down (+1) among the pinned; one that was not pinned is pinned by it."""
        from bonecoach.diary.usuals import moved

        return self._apply(moved(self._store, usual, by))

    # The person

    def facts(self) -> tuple[Fact, ...]:
        """Every dated fact."""
        return tuple(self._states.facts)

    def profile(self, day: date) -> Profile:
        """The facts as they hold on a day."""
        return self._states.profile(day)

    def set_facts(self, said: Mapping[str, str], since: date | None = None) -> Step:
        """Keeps facts as they were said, all or none; see `person.facts_said`."""
        from bonecoach.diary.person import facts_said

        return self._apply(facts_said(self._store, said, since, self.today()))

    def own_targets(self) -> tuple[OwnTarget, ...]:
        """Every target of her own."""
        return tuple(self._states.own_targets)

    def target(self, nutrient: Nutrient, day: date) -> Target:
        """The target in force on a day."""
        return self._states.targets(day)[nutrient]

    def set_target(
        self,
        nutrient: Nutrient,
        low: float | None,
        high: float | None = None,
        note: str = "",
        since: date | None = None,
    ) -> Step:
        """Keeps a target of her own, in the nutrient's unit, from a day on (today). Raises InvalidEntry."""
        from bonecoach.core.targets import OwnTarget
        from bonecoach.diary.person import target_said

        return self._apply(target_said(self._store, OwnTarget(nutrient, low, high, since or self.today(), note)))

    def clear_target(self, nutrient: Nutrient, since: date | None = None) -> Step:
        """Gives way to the public target again, from a day on (today)."""
        from bonecoach.diary.person import target_cleared

        return self._apply(target_cleared(self._store, nutrient, since or self.today()))

    def rest_week(self, day: date, *, on: bool = True) -> Step:
        """Says that the week of a day is a rest week, or that it is none."""
        first = self._states.week_of(day).first
        return self._apply(Step("rest_week", changing.marked(self._store, "rest_weeks", "first_day", first, on=on)))

    def none_taken(self, day: date, *, on: bool = True) -> Step:
        """Says that nothing was taken on a day without intakes. Raises DiaryError("has_intakes", "future")."""
        if known_day(day) > self.today():
            raise DiaryError("future", date=day)
        if on and self._store.entries(day, day, ["intake"], limit=1):
            raise DiaryError("has_intakes", date=day)
        return self._apply(Step("none_taken", changing.marked(self._store, "none_taken", "date", day, on=on)))

    def products(self) -> tuple[Product, ...]:
        """Her own products."""
        return tuple(self._store.products())

    def save_product(self, product: Product) -> Product:
        """Adds or changes one of her own products; the product with its id."""
        from bonecoach.diary.person import product_kept

        step, kept = product_kept(self._store, product)
        self._apply(step)
        return kept

    def remove_product(self, product_id: str) -> Step:
        """Takes a product from her list; what was logged of it stays."""
        from bonecoach.diary.person import product_removed

        return self._apply(product_removed(self._store, product_id, self._clock.now().astimezone(UTC).isoformat()))

    # The program

    def setting(self, key: str) -> str | None:
        """A setting of the program; None when it was never set."""
        return self._store.setting(key)

    def set_setting(self, key: str, value: str) -> None:
        """Keeps a setting of the program. It is no step."""
        self._store.set_setting(key, value)

    @property
    def path(self) -> Path:
        """The diary file."""
        return self._store.path

    @property
    def backup_folder(self) -> Path:
        """Where backups go."""
        return keeping.folder(self._store)

    def backup_due(self) -> bool:
        """Whether today has no backup yet."""
        return keeping.due(self._store, self.today())

    def backup_job(self) -> Callable[[], Path]:
        """What writes the day's backup when called, from any thread, while the diary is used."""
        return keeping.job(self._store, self.today())

    def backup(self, target_dir: Path | None = None) -> Path:
        """Writes a verified backup: the day's own, or one more into a folder. Raises DiaryError."""
        if target_dir is None:
            return self.backup_job()()
        return keeping.back_up_to(self._store, target_dir, f"{self.now().local:%Y-%m-%d-%H%M%S}")

    def keep_made_up(self, entries: Sequence[Entry], facts: Sequence[Fact], rest_weeks: Sequence[date]) -> None:
        """Keeps a demonstration's entries and facts all at once. They are no step: there is nothing to undo."""
        self._store.fill(entries, facts, rest_weeks)
        self._forget()

    def check(self) -> list[str]:
        """What is wrong with the file; empty when all is well."""
        return self._store.faults()

    def quick_check(self) -> str | None:
        """A quick look at the file, once a day; None when all is well."""
        return keeping.looked_over(self._store, self.today())

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the file since this was last asked; what was remembered is forgotten."""
        version = self._store.version()
        changed, self._version = version != self._version, version
        if changed:
            self._forget()
        return changed

    def warm(self) -> None:
        """Loads what writing needs, after the first paint."""
        self._store.warm()

    def close(self) -> None:
        """Gives the files back."""
        self._store.close()
        self.knowledge.close()

    # Inside

    def _apply(self, step: Step) -> Step:
        if not step.changes:
            return step
        return self._tell(self._store.apply(step, self._clock.now()))

    def _told(self, step: Step | None, code: str) -> Step:
        if step is None:
            raise DiaryError(code)
        return self._tell(step)

    def _tell(self, step: Step) -> Step:
        self._forget()
        if self.announce is not None:
            self.announce(step)
        return step

    def _forget(self) -> None:
        self._habits = None
        self._states.forget()

    def _whole_id(self, start: str) -> str:
        """The id that begins so, when there is just one: the first few characters are enough to type."""
        if len(start) >= 32:
            return start
        found = self._store.ids_beginning(start) if start else []
        if len(found) > 1:
            raise DiaryError("several_entries", id=start)
        return found[0] if found else start
