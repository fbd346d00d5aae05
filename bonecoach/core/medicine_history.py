"""What was taken or given over a period, in counts, and whether what a clinic gives came in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from bonecoach.core.adherence import Adherence
from bonecoach.core.entries import Dose, DoseState
from bonecoach.core.injections import NextInjection
from bonecoach.core.medicines import Medicine, Window
from bonecoach.core.plans import Plan
from bonecoach.core.schedules import months_after
from bonecoach.core.spans import Span
from bonecoach.core.therapy import Period

Gap = tuple[date, date | None]
"""The first day on which something was not taken, and the day it was taken again; None where that has not come."""


class Taken(NamedTuple):
    """An aromatase inhibitor from when until when, with the `gaps` in which it was not taken.

    `label` names the dose that is on record, "" where none is. `months` are whole ones from its first day, None where
    that was not said.
    """

    period: Period
    label: str
    months: int | None
    gaps: tuple[Gap, ...] = ()


class PlanKept(NamedTuple):
    """How a planned medicine or supplement was kept, and since when it is planned; `until` where that ended.

    `kind` is that of the medicine table ("aromatase_inhibitor", "oral_bisphosphonate"), "" for all others; `heeded`
    is how much the advice given here minds it: 2 beside vitamin K, 1 what is to be kept from calcium, 0 all others.
    """

    plan: Plan
    counts: Adherence
    since: date
    kind: str
    until: date | None = None
    heeded: int = 0


class Logged(NamedTuple):
    """A medicine while no plan asked for it: the days on which it is on record as taken, missed or skipped.

    `until` is its last day without a plan, None where there is none still. `daily`: it is one of every day, so that the
    `days` without a word about it are not recorded; they begin with the first on which it is on record at all, which
    is `since` where that lies inside the span. `kind` as in `PlanKept`.
    """

    medicine: str
    label: str
    kind: str
    until: date | None
    days: int
    daily: bool
    taken: int
    missed: int
    skipped: int
    since: date | None = None

    @property
    def counts(self) -> Adherence | None:
        """The days of a daily medicine as planned times; None for others, of which nobody knows how many there were."""
        if not self.daily:
            return None
        unsaid = self.days - self.taken - self.missed - self.skipped
        return Adherence(self.days, self.taken, self.missed, self.skipped, unsaid)


class Late(NamedTuple):
    """A dose that came after its best-by day: when it was due, when it was given, and how many days after due."""

    due: date
    given: date
    days: int


class Given(NamedTuple):
    """What a clinic gives: every day it was given, oldest first.

    `late` are those that came more than `best_by_days` after they were due; None where evidence gives no window.
    `following` is the next one by its plan; None where none is planned.
    """

    medicine: str
    label: str
    given: tuple[date, ...]
    late: tuple[Late, ...] | None
    best_by_days: int
    following: NextInjection | None


def with_gaps(periods: Iterable[Period], pauses: Iterable[Gap]) -> list[tuple[Period, tuple[Gap, ...]]]:
    """Periods of one medicine after another as one with gaps; a pause that lasts is a gap without an end."""
    found: list[tuple[Period, tuple[Gap, ...]]] = []
    for period in periods:
        before, gaps = found[-1] if found else (None, ())
        if before is not None and before.medicine == period.medicine and before.end and period.start:
            found[-1] = before._replace(end=period.end), (*gaps, (before.end, period.start))
        else:
            found.append((period, ()))
    lasting = next((begins for begins, ends in pauses if ends is None), None)
    if found and lasting is not None and found[-1][0].end == lasting:
        period, gaps = found[-1]
        found[-1] = period._replace(end=None), (*gaps, (lasting, None))
    return found


def whole_months(first: date, last: date) -> int:
    """Whole months from a day to another; 0 where it lies before."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, months - (months_after(first, months) > last))


def late_ones(given: Sequence[date], months: int, window: Window) -> tuple[Late, ...]:
    """Those of some days that lie more than the window's days after they were due, each counted from the one before."""
    found = []
    for before, day in pairwise(given):
        due = months_after(before, months)
        if (day - due).days > window.best_by_days:
            found.append(Late(due, day, (day - due).days))
    return tuple(found)


def logged_medicines(
    doses: Iterable[Dose],
    span: Span,
    planned_from: Mapping[str, date],
    known: Mapping[str, Medicine],
    taken_from: Mapping[str, date],
) -> tuple[Logged, ...]:
    """Medicines of a span's doses while no plan asked for them, most days first.

    `planned_from` is the day from which each planned medicine is, `known` the medicines of the table by id,
    `taken_from` the first day of all on which each was taken: what was before that nobody wrote down. A day with a
    dose taken is a day taken, whatever else was said on it.
    """
    by_medicine: dict[str, list[Dose]] = {}
    for dose in doses:
        if dose.moment.date < planned_from.get(dose.medicine, date.max):
            by_medicine.setdefault(dose.medicine, []).append(dose)
    found = []
    for medicine, said in by_medicine.items():
        days = {state: {dose.moment.date for dose in said if dose.state is state} for state in DoseState}
        taken = days[DoseState.TAKEN]
        missed = days[DoseState.MISSED] - taken
        until = planned_from[medicine] - timedelta(days=1) if medicine in planned_from else None
        row = known.get(medicine)
        daily = row is not None and row.every == "day"
        begins = min(said[0].moment.date, taken_from.get(medicine, date.max))
        found.append(
            Logged(
                medicine=medicine,
                label=said[-1].label,
                kind=row.kind if row is not None else "",
                until=until if until is not None and until < span.last else None,
                days=(min(span.last, until or span.last) - max(span.first, begins)).days + 1,
                daily=daily,
                taken=len(taken),
                missed=len(missed),
                skipped=len(days[DoseState.SKIPPED] - taken - missed),
                since=begins if daily and begins > span.first else None,
            )
        )
    return tuple(sorted(found, key=lambda logged: -logged.taken))
