"""Whether a dose would be a second one: on its day, or within its week, month or half-year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bonecoach.core.entries import Dose, DoseState
from bonecoach.core.plans import Kind, Slot

LEAST_DAYS_APART = {"week": 6, "month": 21, "6months": 150, "year": 330}
"""Without planned days to go by, nearer doses are asked about. A little less than the interval, so that one taken a
day early is not; these figures are the program's own, and only ever lead to a question."""

LEAST_DAYS_MONTHLY = 7
"""Two monthly tablets never fall into one week (evidence 5.2), even where each has its own planned day."""


def standing_already(dose: Dose, others: Sequence[Dose], every: str | None, slots: Sequence[Slot]) -> Dose | None:
    """The dose among `others` that makes this one a second; None where there is nothing to ask.

    `others` are doses of the same medicine, `every` its usual interval ("day", "week", "month", "6months", "year"),
    None for one that no table knows. `slots` are its planned times: all of the dose's date, and of weekly and longer
    plans those around it. A day has as many doses as times are planned on it, otherwise one; a longer plan has one from
    the day before a planned day until the day before the next. What was missed or skipped was no dose.
    """
    day = dose.moment.date
    taken = [other for other in others if other.state is DoseState.TAKEN]
    if dose.state is not DoseState.TAKEN or not taken or not (slots or every):
        return None
    newest_first = sorted(taken, key=lambda other: other.moment.instant, reverse=True)
    same_day = [other for other in newest_first if other.moment.date == day]
    if len(same_day) >= max(1, sum(slot.date == day for slot in slots)):
        return same_day[0]
    if same_day:
        return None
    nearest = min(newest_first, key=lambda other: abs(other.moment.date - day))
    apart = abs((nearest.moment.date - day).days)
    return nearest if apart < _least_apart(day, nearest.moment.date, every, slots) else None


def _least_apart(day: date, other: date, every: str | None, slots: Sequence[Slot]) -> float:
    """Days that must lie between the two, so that nothing is asked; infinite within one planned interval."""
    at_clinic = any(slot.plan.kind is Kind.INJECTION for slot in slots)  # these count from the last one given
    begins = sorted({slot.date - timedelta(days=1) for slot in slots if slot.plan.schedule.is_long})
    if slots and not begins:  # several times a week: each day for itself
        return 0
    if begins and not at_clinic and begins[0] <= min(day, other):
        apart = any(min(day, other) < begin <= max(day, other) for begin in begins)
        return (LEAST_DAYS_MONTHLY if every == "month" else 0) if apart else float("inf")
    return LEAST_DAYS_APART.get(every or "", 0)
