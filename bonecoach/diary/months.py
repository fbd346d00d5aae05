"""What stands below her curves month by month: her movement, and the doses of her inhibitor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bonecoach.core.days import MIDDLE, week_of
from bonecoach.core.months import MonthMoved, MonthTaken, months_moved, months_taken
from bonecoach.core.therapy import Period

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

_DAY = timedelta(days=1)


def moved_by_month(ledger: Ledger) -> tuple[MonthMoved, ...]:
    """Her movement since anything was logged, in whole weeks: the running one does not count yet."""
    measuring, today = ledger.store.measuring, ledger.today()
    begins, week_starts = measuring.first_logged(), ledger.states.profile(today).week_starts
    running = week_of(today, week_starts).first
    if begins is None or begins >= running:
        return ()
    first, last = week_of(begins, week_starts).first, running - _DAY
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
