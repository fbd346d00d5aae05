"""What stands below her curves month by month: her movement, and the doses of her inhibitor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bonecoach.core.days import MIDDLE, week_of
from bonecoach.core.months import MonthMoved, MonthTaken, months_moved, months_taken
from bonecoach.core.period_movement import begun
from bonecoach.core.therapy import Period

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

_DAY = timedelta(days=1)


def moved_by_month(ledger: Ledger) -> tuple[MonthMoved, ...]:
    """Her movement since the diary began, in whole weeks: the running one does not count yet.

    Nor does the one in which it began, where that is hardly a week.
    """
    measuring, today = ledger.store.measuring, ledger.today()
    week_starts = ledger.states.profile(today).week_starts
    by_clinic = {medicine.id for medicine in ledger.knowledge.medicines.all() if medicine.by_clinic}
    began, running = measuring.first_kept(by_clinic), week_of(today, week_starts).first
    if began is None:
        return ()
    week = week_of(began, week_starts)
    first, last = week.first if begun(week.last, began) else week.shifted(1).first, running - _DAY
    if first >= running:
        return ()
    weeks = [first + timedelta(weeks=n) for n in range((running - first).days // 7)]
    return months_moved(
        weeks,
        measuring.moved(first, last),
        measuring.weeks_recorded(first, last),
        ledger.store.rest_weeks(first - MIDDLE, last),
        _counting(ledger),
    )


def taken_by_month(ledger: Ledger, periods: Sequence[Period]) -> tuple[MonthTaken, ...]:
    """The doses of her inhibitor since the first one on record. Today counts once something is on record of it."""
    inhibitors = [one.id for one in ledger.knowledge.medicines.all() if one.kind == "aromatase_inhibitor"]
    today = ledger.today()
    said, since, latest = ledger.store.measuring.doses_said(list(dict.fromkeys(inhibitors)), today)
    return () if since is None else months_taken(said, periods, since, today if latest == today else today - _DAY)


def _counting(ledger: Ledger) -> Callable[[date], str]:
    """What counted on a day; asked for hundreds of weeks, of which few lie beside a change."""
    changes = sorted({fact.since for fact in ledger.states.facts if fact.key == "count"})
    known: dict[int, str] = {}

    def count_on(day: date) -> str:
        place = bisect_right(changes, day)
        if place not in known:
            known[place] = ledger.states.profile(day).count
        return known[place]

    return count_on
