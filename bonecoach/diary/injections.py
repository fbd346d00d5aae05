"""What a clinic gives: when it is due next, for which the clinic is to be called, and that it was given."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.days import moment_of
from bonecoach.core.entries import Dose
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.injections import TOLD_AT, NextInjection, next_injection
from bonecoach.core.plans import Kind, Plan
from bonecoach.core.schedules import Unit
from bonecoach.diary.changing import logged, refuse_before_birth

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.core.days import Moment
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.plans import Plans


class Injections:
    """Injections and infusions by their plans."""

    def __init__(self, ledger: Ledger, plans: Plans) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._plans = plans

    def next_given(self, plan: Plan, day: date | None = None) -> NextInjection:
        """When the next injection or infusion of a plan is due, as it stands on a day (today)."""
        day = day or self._ledger.today()
        given = [given for given in self._store.planning.given(plan.medicine) if given <= day]
        last, schedule = given[-1] if given else None, plan.schedule
        if schedule.unit is not Unit.MONTH:
            ahead = next(iter(schedule.days(day, date.max)), day)
            return NextInjection(ahead, None, None, "due" if ahead == day else "not_yet", False, False, last)
        return next_injection(last, schedule.start, schedule.every, self._ledger.knowledge.window(plan), day)

    def calls(self) -> list[tuple[Plan, NextInjection]]:
        """The injections for which the clinic is to be called today, since they are later than their best-by day."""
        plans = [plan for plan in self._plans.standing() if plan.kind is Kind.INJECTION and plan.medicine]
        return [(plan, found) for plan in plans if (found := self.next_given(plan)).call_clinic]

    def give(self, start: str, day: date) -> Step:
        """Logs that an injection was given on a day; the next one counts from it.

        Raises InvalidEntry("already_answered") where it stands on that day, InvalidEntry("before_birth"),
        DiaryError("future", "no_such_plan").
        """
        plan, now = self._plans.plan(start), self._ledger.now()
        if day in self._store.planning.given(plan.medicine):
            raise InvalidEntry("already_answered")
        at = now if day == now.date else moment_of(day, (*plan.schedule.times, TOLD_AT)[0], now.zone)
        dose = dose_of(plan, at)
        refuse_before_birth([dose], self._ledger.birth)
        return self._ledger.apply(logged(self._store, [dose], now.instant))


def dose_of(plan: Plan, moment: Moment, note: str = "") -> Dose:
    """The dose that a plan of a medicine stands for, taken or given at a moment."""
    return Dose(
        moment=moment,
        name=plan.name,
        medicine=plan.medicine,
        amount=plan.dose_amount,
        unit=plan.dose_unit,
        note=note,
    )
