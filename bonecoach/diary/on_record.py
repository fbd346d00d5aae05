"""What is planned from day to day, and what is on record for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bonecoach.core.injections import counted_from_given
from bonecoach.core.plans import Kind, Plan, Repeats, planned
from bonecoach.core.schedules import Unit
from bonecoach.core.settling import Settled, by_hand, key_of, on_record, reaches_far

if TYPE_CHECKING:
    from bonecoach.core.entries import Entry
    from bonecoach.core.occurrences import Occurrence
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger

_DAY = timedelta(days=1)
_FARTHEST = timedelta(days=400)
"""How far from its day an entry may lie that settles a time of a weekly or longer schedule, or its next time."""


class OnRecord:
    """The plans as they hold, the days that hush them, and what became of their times."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._diary = diary
        self._known: tuple[tuple[int, Repeats], list[Plan]] | None = None

    def plans(self) -> list[Plan]:
        """The versions as they are told: repeated as she wishes, and from when a clinic last gave something."""
        repeats = self._diary.reminders.wishes.repeats()
        known = (self._ledger.edition, repeats)
        if self._known is None or self._known[0] != known:
            self._known = (known, [told for plan in self._diary.plans.versions() for told in self._told(plan, repeats)])
        return self._known[1]

    def _told(self, version: Plan, repeats: Repeats) -> list[Plan]:
        plan = version.repeated_as(repeats)
        counted = plan.kind is Kind.INJECTION and plan.medicine and plan.schedule.unit is Unit.MONTH
        return self._counted_from_given(plan) if counted else [plan]

    def _counted_from_given(self, plan: Plan) -> list[Plan]:
        given = self._store.planning.given(plan.medicine)
        return counted_from_given(plan, given, self._ledger.knowledge.window(plan))

    def between(self, first: date, last: date, logged: Sequence[Entry] | None = None) -> list[Settled]:
        """What was planned for local dates from `first` to `last`, in order, with what is on record for each.

        Whoever has read all that was `logged` on these dates can give it, and it is not read a second time.
        """
        plans = self.plans()
        far = _settled_from_afar(plans)
        near = [plan for plan in plans if plan.id not in far]
        found = self._part(near, first, last, _DAY, None, logged)
        if far:
            reaching = [plan for plan in plans if plan.id in far]
            found += self._part(reaching, first, last, _FARTHEST, {plan.settles for plan in reaching})
        return sorted(found, key=lambda one: (one.slot.at, one.slot.plan.made))

    def of_plans(self, ids: Collection[str], first: date, last: date) -> list[Settled]:
        """The same for some plans alone, quicker: beside them only what their entries settle too is looked at."""
        plans = self.plans()
        keys = {plan.settles for plan in plans if plan.id in ids and plan.settles}
        alike = [plan for plan in plans if plan.settles in keys]
        around = _FARTHEST if _settled_from_afar(alike) else _DAY
        return [one for one in self._part(alike, first, last, around, keys) if one.slot.plan.id in ids]

    def _part(
        self,
        plans: list[Plan],
        first: date,
        last: date,
        around: timedelta,
        keys: set[str] | None,
        logged: Sequence[Entry] | None = None,
    ) -> list[Settled]:
        """What is on record for some of the plans, which no other plan's entries settle."""
        begin, end = first - around, last + around
        slots = list(planned(plans, begin, end, self._ledger.zone, self.hushed(begin, end)))
        if not slots:
            return []
        store = self._store.planning
        records = {record.id: record for record in store.occurrences(begin, end)}
        if logged is None:
            entries = store.settling_entries(begin, end, keys)
        else:
            spent = store.answering_entries(begin, end)
            entries = [entry for entry in logged if key_of(entry) and entry.id not in spent]
            for edge in ((begin, first - _DAY), (last + _DAY, end)):
                entries += store.settling_entries(*edge, keys)
        settled = on_record(slots, entries, records, store.gone(begin, end))
        return [one for one in settled if first <= one.slot.date <= last]

    def logged_by_hand(
        self, plans: list[Plan], records: Mapping[str, Occurrence], since: Mapping[str, date], today: date
    ) -> frozenset[str]:
        """The names of the planned times from `since` on that entries have settled."""
        far = _settled_from_afar(plans)
        reaching = [plan for plan in plans if plan.id in far]
        near = [plan for plan in plans if plan.id not in far]
        found: set[str] = set()
        for group, around, keys in ((near, _DAY, None), (reaching, _FARTHEST, {plan.settles for plan in reaching})):
            begins = min((since[plan.id] for plan in group if plan.id in since), default=None)
            if begins is not None:
                first, last = begins - around, today + 2 * _DAY
                slots = planned(group, first, last, self._ledger.zone, self.hushed(first, last))
                entries = self._store.planning.settling_entries(first, last, keys)
                found |= by_hand(slots, entries, records).keys()
        return frozenset(found)

    def hushed(self, first: date, last: date) -> frozenset[date]:
        """The dates of rest weeks and holidays that touch the days from `first` to `last`."""
        return _days_off(self._store.rest_weeks(first - timedelta(days=6), last), self._store.planning.holidays())


def _settled_from_afar(plans: Iterable[Plan]) -> frozenset[str]:
    """The ids of plans with a version whose times are settled from other dates, and of those that share its entries."""
    by_key: dict[str, set[str]] = defaultdict(set)
    keys: dict[str, set[str]] = defaultdict(set)
    waiting = []
    for plan in plans:
        if plan.settles:
            by_key[plan.settles].add(plan.id)
            keys[plan.id].add(plan.settles)
            if reaches_far(plan):
                waiting.append(plan.id)
    found: set[str] = set()
    while waiting:
        plan_id = waiting.pop()
        if plan_id not in found:
            found.add(plan_id)
            waiting += [other for key in keys[plan_id] for other in by_key[key]]
    return frozenset(found)


def _days_off(rest_weeks: Iterable[date], holidays: Iterable[tuple[date, date]]) -> frozenset[date]:
    """The dates of rest weeks and holidays."""
    weeks = {first + timedelta(days=n) for first in rest_weeks for n in range(7)}
    away = {first + timedelta(days=n) for first, last in holidays for n in range((last - first).days + 1)}
    return frozenset(weeks | away)
