"""How what was planned was kept: in counts, by day and by month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bonecoach.core.adherence import Adherence, Kept, adherence, by_day, by_month
from bonecoach.core.days import week_of
from bonecoach.core.plans import Plan, in_force
from bonecoach.core.schedules import months_after
from bonecoach.core.settling import kept_together

if TYPE_CHECKING:
    from bonecoach.core.entries import Entry
    from bonecoach.core.settling import Settled
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.on_record import OnRecord

_FAR = timedelta(days=400)
"""As far as the longest schedule reaches."""

WEEKS, YEARS = 12, 5
"""How far the two looks back reach: twelve weeks, and five years."""


class AdherenceItem(NamedTuple):
    """How one medicine or supplement was kept. `ids` name all its plans, `plan` is the one that it is known by."""

    plan: Plan
    counts: Adherence
    ids: frozenset[str]


class Keeping:
    """Adherence of medicines and supplements, each as one. A changed schedule counts from its day."""

    def __init__(self, ledger: Ledger, record: OnRecord) -> None:
        self._ledger = ledger
        self._record = record

    def all(self, first: date, last: date, logged: Sequence[Entry] | None = None) -> list[AdherenceItem]:
        """How every medicine and supplement was kept from `first` to `last`; `logged` as `OnRecord.between` has it."""
        together = kept_together(self._record.plans())
        by_thing: dict[frozenset[str], list[Settled]] = {}
        for one in self._record.between(first, last, logged):
            if one.slot.plan.id in together:
                by_thing.setdefault(together[one.slot.plan.id], []).append(one)
        now, zone = self._ledger.clock.now(), self._ledger.zone
        return [
            AdherenceItem(self._known_by(found), adherence(found, now, zone), ids) for ids, found in by_thing.items()
        ]

    def _known_by(self, settled: Iterable[Settled]) -> Plan:
        """Of its plans the one that goes on, the first of several; where all ended, the last."""
        last = {one.slot.plan.id: one.slot.plan for one in settled}
        today = self._ledger.today()
        goes_on = {plan.id for plan in in_force(self._record.plans(), today) if not plan.is_over(today)}
        return next((plan for plan in last.values() if plan.id in goes_on), [*last.values()][-1])

    def by_week(self, plan_id: str) -> tuple[Kept, ...]:
        """Each day of the running week and the eleven before it, whole weeks as she begins them."""
        running = week_of(self._ledger.today(), self._ledger.states.profile(self._ledger.today()).week_starts)
        return self._days(plan_id, running.shifted(1 - WEEKS).first, running.last)

    def by_month(self, plan_id: str) -> tuple[Kept, ...]:
        """Each month of the running year and the four before it, up to the running one."""
        today = self._ledger.today()
        first = date(today.year - YEARS + 1, 1, 1)
        settled = self._settled(plan_id, first, today)
        return by_month(settled, first, today, self._ledger.clock.now(), self._ledger.zone)

    def of_month(self, plan_id: str, day: date) -> tuple[Kept, ...]:
        """Each day of the month that holds a day."""
        first = day.replace(day=1)
        return self._days(plan_id, first, months_after(first, 1) - timedelta(days=1))

    def open_since(self, plan_id: str, day: date) -> date | None:
        """The last planned day of a plan before `day`, where nothing is known of it; None where something is."""
        settled = self._record.of_plans({plan_id}, day - _FAR, day - timedelta(days=1))
        last = settled[-1] if settled else None
        return None if last is None or last.answered else last.slot.date

    def _days(self, plan_id: str, first: date, last: date) -> tuple[Kept, ...]:
        settled = self._settled(plan_id, first, last)
        return by_day(settled, first, last, self._ledger.clock.now(), self._ledger.zone)

    def _settled(self, plan_id: str, first: date, last: date) -> list[Settled]:
        return self._record.of_plans(kept_together(self._record.plans()).get(plan_id, ()), first, last)
