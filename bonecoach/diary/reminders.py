"""Reminders: what is due, what she answers, and the record of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from bonecoach.core.changes import Change, Step
from bonecoach.core.days import Moment, moment_at, moment_of
from bonecoach.core.entries import Dose, Entry, picked
from bonecoach.core.errors import DiaryError
from bonecoach.core.looking_back import looked_back
from bonecoach.core.occurrences import SNOOZE, Occurrence, State, answered, record_of, snoozed
from bonecoach.core.plans import Plan, Slot, planned
from bonecoach.core.prescribed import spread_as_planned
from bonecoach.core.reminders import Due, due, upcoming
from bonecoach.core.settling import Settled, key_of
from bonecoach.core.wrong_clock import noted_ahead
from bonecoach.diary.catch_up import CatchUp
from bonecoach.diary.changing import logged
from bonecoach.diary.holidays import Holidays
from bonecoach.diary.injections import Injections, dose_of
from bonecoach.diary.on_record import OnRecord
from bonecoach.diary.refusals import NotUnderstood
from bonecoach.diary.travelling import Travelling
from bonecoach.diary.waiting import Waiting
from bonecoach.diary.wishes import Wishes
from bonecoach.store.plan_rows import occurrence_row

if TYPE_CHECKING:
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.keeping import AdherenceItem, Keeping
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.rituals import Rituals

_NEAR = timedelta(days=2)
_Done = TypeVar("_Done")


class Reminders:
    """What the plans ask for. Settling is a step of the program's own; answers are hers and can be taken back."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._diary = diary
        self._record = OnRecord(ledger, diary)
        self._waiting = Waiting(ledger, self._record)

    @cached_property
    def injections(self) -> Injections:
        """What a clinic gives."""
        return Injections(self._ledger, self._diary.plans)

    @cached_property
    def keeping(self) -> Keeping:
        """How what was planned was kept."""
        from bonecoach.diary.keeping import Keeping

        return Keeping(self._ledger, self._record)

    @cached_property
    def rituals(self) -> Rituals:
        """What tablets ask for after they were taken."""
        from bonecoach.diary.rituals import Rituals

        return Rituals(self._ledger)

    @cached_property
    def catch_up(self) -> CatchUp:
        """What the days before left without an answer."""
        return CatchUp(self._ledger, self._record)

    @cached_property
    def travelling(self) -> Travelling:
        """Whose time they keep after a flight."""
        return Travelling(self._ledger, self._diary.plans)

    @cached_property
    def wishes(self) -> Wishes:
        """How she wishes to be told."""
        return Wishes(self._ledger)

    @cached_property
    def holidays(self) -> Holidays:
        """When some reminders are silent."""
        return Holidays(self._ledger)

    # Asking

    def upcoming(self, since: datetime, until: datetime) -> list[Slot]:
        """The planned times from `since` to `until`, in order. It changes nothing."""
        zone = self._ledger.zone
        hushed = self._record.hushed(moment_at(since, zone).date, moment_at(until, zone).date)
        return upcoming(self._record.plans(), since, until, zone, hushed)

    def on(self, day: date) -> list[Settled]:
        """What was planned for a day, in order, with what is on record for each."""
        return self._record.between(day, day)

    def waiting(self) -> list[Occurrence]:
        """Records that wait for an answer: told, standing or come too late to be told."""
        return self._waiting.records()

    def wanted(self) -> list[Slot]:
        """The times that wait for an answer now, in order: neither put off nor settled by an entry."""
        return self._waiting.wanted()

    def put_off(self) -> list[tuple[Slot, datetime]]:
        """The times she put off, each with the instant it is told again, in that order."""
        return self._waiting.put_off()

    def ahead(self) -> list[tuple[Slot, datetime]]:
        """What is still told today and nothing is on record for, each with the instant it is told, in that order."""
        return self._waiting.ahead()

    def any(self) -> bool:
        """Whether anything is planned at all."""
        return self._store.planning.any()

    def are_to_come(self) -> bool:
        """Whether any reminder is still to come, or waits to be answered."""
        if not self.any():
            return False
        if self.wanted() or self.put_off() or self._waiting.ahead():
            return True
        tomorrow = moment_of(self._ledger.today() + timedelta(days=1), time(), self._ledger.zone).instant
        return bool(self.upcoming(tomorrow, tomorrow + timedelta(days=400)))

    def to_ask_about(self) -> list[Settled]:
        """Times of the last two days that passed without an answer, and that were not asked about on an earlier day."""
        return self.catch_up.found()

    def adherence(self, first: date, last: date, logged: Sequence[Entry] | None = None) -> list[AdherenceItem]:
        """How every medicine and supplement was kept from `first` to `last`; `logged` as `OnRecord.between` has it."""
        return self.keeping.all(first, last, logged)

    def record(self, occurrence_id: str) -> tuple[Slot, Occurrence]:
        """A planned time by its name, with its record or a new one. Raises DiaryError("no_such_occurrence")."""
        plan_id, _, rest = occurrence_id.partition(":")
        day, _, clock = rest.partition(":")
        try:
            on, at = date.fromisoformat(day), time.fromisoformat(clock) if clock else None
        except ValueError:
            raise DiaryError("no_such_occurrence", id=occurrence_id) from None
        versions = [plan for plan in self._record.plans() if plan.id == plan_id]
        slots = planned(versions, on, on, self._ledger.zone)
        slot = next((slot for slot in slots if slot.time == at), None)
        record = self._store.planning.occurrence(occurrence_id)
        if slot is None:
            raise DiaryError("no_such_occurrence", id=occurrence_id)
        return slot, record or record_of(slot)

    # Doing

    def settle(self, now: datetime | None = None) -> Due:
        """Writes what is due and answers what is to be told. Twice at the same instant tells nothing twice.

        Nor do two programs at once: what one of them wrote in between makes the other look anew.
        """
        now = (now or self._ledger.clock.now()).replace(microsecond=0)
        return self._as_it_stands(lambda: self._settle(now))

    def _settle(self, now: datetime) -> Due:
        if not self._store.planning.any():
            return Due()
        zone = self._ledger.zone
        today = moment_at(now, zone).date
        plans = self._record.plans()
        records = {record.id: record for record in self._to_settle(plans, today, now)}
        since = looked_back(plans, records, now, zone)
        settled = self._record.logged_by_hand(plans, records, since, today)
        hushed = self._record.hushed(min(since.values(), default=today), today + _NEAR)
        found = due(plans, records, settled, now, zone, self.wishes.quiet_hours(), hushed)
        changes = tuple(_kept(records.get(record.id), record) for record in found.records)
        self._ledger.apply(Step("settle", changes, own=True))
        return found

    def _to_settle(self, plans: Sequence[Plan], today: date, now: datetime) -> list[Occurrence]:
        records = self._store.planning.to_settle(today)
        ahead = noted_ahead(plans, records, now)
        if ahead:
            gone = tuple(Change("occurrences", occurrence_row(record), None) for record in ahead)
            self._ledger.apply(Step("settle", gone, own=True))
        return [record for record in records if record not in ahead] if ahead else records

    def answer(
        self,
        occurrence_id: str,
        state: State,
        at: datetime | None = None,
        reason: str = "",
        now: datetime | None = None,
    ) -> Step:
        """Done, skipped or missed. Done logs what was planned, in the same step.

        It is logged at `at`; unless that is said, now, or at its planned time where that is over.
        What she logged by hand for this time already is not logged a second time: Done then settles the time with it.
        Raises InvalidEntry("already_answered") and DiaryError("no_such_occurrence", "future").
        """
        now = (now or self._ledger.clock.now()).replace(microsecond=0)
        return self._as_it_stands(lambda: self._answer(occurrence_id, state, at, reason, now))

    def _answer(self, occurrence_id: str, state: State, at: datetime | None, reason: str, now: datetime) -> Step:
        slot, record = self.record(occurrence_id)
        at = at or (slot.at if self._is_over(slot, record, now) else now)
        entries = self._to_log(slot.plan, moment_at(at, self._ledger.zone), state, reason)
        changes: tuple[Change, ...] = ()
        entry_id = ""
        logged_already = self._logged_by_hand(slot, entries) if entries and not record.answered else None
        if logged_already is not None:
            entry_id, entries = logged_already.id, self._besides(entries, logged_already)
        if entries:
            step = logged(self._store, entries, max(now, self._ledger.clock.now()))
            changes = step.changes
            entry_id = entry_id or str(step.changes[0].row_id)
        settled = answered(record, state, now, entry_id, reason)
        changes = (*changes, _kept(record, settled))
        return self._ledger.apply(Step(f"answer_{state.value}", changes, slot.plan.label))

    def snooze(self, occurrence_id: str, until: datetime, now: datetime | None = None) -> Occurrence:
        """Has it told again at `until`. No step of hers: undo goes on to what she logged before."""
        now = (now or self._ledger.clock.now()).replace(microsecond=0)
        return self._as_it_stands(lambda: self._snooze(occurrence_id, until, now))

    def _snooze(self, occurrence_id: str, until: datetime, now: datetime) -> Occurrence:
        slot, record = self.record(occurrence_id)
        later = snoozed(record, until, now, slot.plan.repeat_times)
        self._ledger.apply(Step(SNOOZE, (_kept(record, later),), own=True))
        return later

    # Inside

    def _as_it_stands(self, act: Callable[[], _Done]) -> _Done:
        """Acts on what the file holds now, and once more where another program wrote between reading and writing."""
        self._ledger.catch_up()
        try:
            return act()
        except DiaryError as error:
            if error.code != "changed_since":
                raise
        self._ledger.catch_up()
        return act()

    def _is_over(self, slot: Slot, record: Occurrence, now: datetime) -> bool:
        """Whether a time was closed, or passed without a record: what is said of it now happened then."""
        closes = slot.closes(self._ledger.zone)
        unseen = not record.trail and closes is not None and closes <= now
        return record.state is State.CLOSED or unseen

    def _logged_by_hand(self, slot: Slot, entries: Sequence[Entry]) -> Entry | None:
        """What is on record already for a time that Done is about to log: it settles the time, or stands for its day.

        A dose that was taken too early to settle it is still the dose of its day; one that another time's answer logged
        is not.
        """
        there = {one.slot.id: one for one in self._record.between(slot.date, slot.date)}
        one = there.get(slot.id)
        if one is not None and one.state is State.DONE and one.entry:
            return self._diary.entry(one.entry)
        dose = next(iter(picked(Dose, entries)), None)
        standing = None if dose is None else self._diary.second_doses.standing(dose)
        if standing is None:
            return None
        return None if self._store.planning.is_answer(standing.id) else standing

    def _besides(self, entries: Sequence[Entry], by_hand: Entry) -> tuple[Entry, ...]:
        """What Done logs besides what was logged by hand in that line."""
        day = by_hand.moment.date
        line = [entry for entry in self._store.entries(day, day) if entry.together == by_hand.together]
        there = {key_of(entry) or entry.name for entry in line}
        return tuple(entry for entry in entries if (key_of(entry) or entry.name) not in there)

    def _to_log(self, plan: Plan, moment: Moment, state: State, reason: str) -> tuple[Entry, ...]:
        if plan.medicine and state is State.DONE:
            return (dose_of(plan, moment, reason),)
        if not plan.log or state is not State.DONE:
            return ()
        reading = self._diary.read(plan.log, moment.instant, moment.zone)
        if not reading.understood:
            raise NotUnderstood(reading)
        return spread_as_planned(reading.entries, plan.schedule)


def _kept(before: Occurrence | None, after: Occurrence) -> Change:
    """The change that keeps a record, where it still stands as it was read; one that nothing was noted in is new."""
    row = occurrence_row(before) if before is not None and before.trail else None
    return Change("occurrences", row, occurrence_row(after))
