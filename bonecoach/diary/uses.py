"""What she takes or took, from everything that says so: her therapy, her plans, and what she logged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bonecoach.core.days import EARLIEST
from bonecoach.core.entries import SUPPLEMENTS_OF_THE_DAY
from bonecoach.core.plans import TAKEN, Plan, PlanState, in_force
from bonecoach.core.therapy import Period, pauses_of, periods_of
from bonecoach.exchange.fhir.medicines import Use

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

_STATUS = {PlanState.ON: "active", PlanState.PAUSED: "on-hold", PlanState.ENDED: "completed"}


def uses(ledger: Ledger, span: tuple[date, date]) -> Iterator[Use]:
    """Every medicine and supplement of a span of days: as planned, else as said of her therapy, else as logged."""
    begun = Counter[tuple[str, date | None]]()
    for use in _uses(ledger, span):
        which = (use.medicine or use.name, use.start)
        begun[which] += 1
        yield use._replace(nth=begun[which])


def _uses(ledger: Ledger, span: tuple[date, date]) -> Iterator[Use]:
    first, last = span
    said = [period for period in periods_of(ledger.states.facts) if _touches(period, span)]
    planned: set[str] = set()
    for plan, began in _plans(ledger, span):
        planned.add(plan.settles or f"dose:{plan.medicine}")
        use, running = _of_plan(ledger, plan, began), [period for period in said if _is_planned(period, plan, said)]
        for period in running:
            said.remove(period)
            use = use._replace(start=None if period.start is None else min(began, period.start), therapy=True)
        yield use
    pauses = dict(pauses_of(ledger.states.facts))
    for period in said:
        planned.add(f"dose:{period.medicine}")
        yield _of_therapy(ledger, period, pauses)
    # What was only logged has no known end: the last time it was logged is none.
    for medicine, name, begin in ledger.store.planning.logged_medicines(first, last):
        if f"dose:{medicine}" not in planned:
            yield Use(name, medicine, "unknown", begin)
    for name, begin in ledger.store.planning.logged_supplements(first, last):
        if f"intake:{name.casefold()}" not in planned and name != SUPPLEMENTS_OF_THE_DAY:
            yield Use(name, "", "unknown", begin)


def _is_planned(period: Period, plan: Plan, said: Sequence[Period]) -> bool:
    """Whether a plan is how a therapy is taken that goes on, and was never parted."""
    goes_on = plan.state is not PlanState.ENDED and plan.schedule.until is None and period.end is None
    return goes_on and [each for each in said if each.medicine == plan.medicine] == [period]


def _of_therapy(ledger: Ledger, period: Period, pauses: Mapping[date, date | None]) -> Use:
    paused = period.end in pauses
    status = "active" if period.end is None else "completed"
    if period.end is not None and paused and pauses[period.end] is None:
        status = "on-hold"
    name = _name(ledger, period.medicine)
    return Use(name, period.medicine, status, period.start, period.end, therapy=True, paused=paused)


def _touches(period: Period, span: tuple[date, date]) -> bool:
    return (period.start or EARLIEST) <= span[1] and (period.end is None or period.end >= span[0])


def _plans(ledger: Ledger, span: tuple[date, date]) -> Iterator[tuple[Plan, date]]:
    """Each plan of something taken, as it stands at the end of the span, with the day it began."""
    versions = [plan for plan in ledger.store.planning.plans() if plan.kind in TAKEN]
    for plan in in_force(versions, min(span[1], ledger.today())):
        if plan.state is not PlanState.ENDED or plan.since > span[0]:
            yield plan, min(each.schedule.start for each in versions if each.id == plan.id)


def _of_plan(ledger: Ledger, plan: Plan, began: date) -> Use:
    ended = plan.since - timedelta(days=1) if plan.state is PlanState.ENDED else plan.schedule.until
    return Use(
        name=_name(ledger, plan.medicine) or plan.label,
        medicine=plan.medicine,
        status=_STATUS[plan.state],
        start=began,
        end=ended,
        amount=plan.dose_amount,
        unit=plan.dose_unit,
        schedule=plan.schedule,
        asserted=plan.since,
    )


def _name(ledger: Ledger, medicine: str) -> str:
    known = ledger.knowledge.medicines.get(medicine)
    return "" if known is None else known.name
