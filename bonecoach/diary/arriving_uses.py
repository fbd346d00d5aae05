"""What she takes, as a bundle states it: her therapy as facts, and her medicines as plans, where the diary has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bonecoach.core.days import EARLIEST
from bonecoach.core.entries import Dose
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.plans import Kind, Plan, PlanState
from bonecoach.core.profile import INHIBITORS, Fact
from bonecoach.core.therapy import periods_of
from bonecoach.diary.plans import LONG
from bonecoach.exchange.arrivals import Arrived, Line, Rejected
from bonecoach.exchange.fhir.medicines import Use

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

_INHIBITOR, _START, _PAUSED = "aromatase_inhibitor", "therapy_start", "therapy_paused"
_STATES = {"on-hold": PlanState.PAUSED, "completed": PlanState.ENDED}


class Stated(NamedTuple):
    """What statements are to the diary: lines of facts and plans, and what it knows already, or otherwise."""

    arrived: list[Arrived]
    same: Counter[str]
    differs: Counter[str]


def stated(ledger: Ledger, lines: Sequence[Line]) -> Stated:
    """Her therapy where the diary knows of none, and plans of medicines that it does not plan."""
    found = Stated([], Counter(), Counter())
    _therapy(ledger, [line for line in lines if line.value.therapy and line.value.medicine in INHIBITORS], found)
    known = {plan.medicine for plan in ledger.store.planning.plans()}
    for line in lines:
        if line.value.schedule is None or not line.value.medicine:
            continue
        if line.value.medicine in known:
            found.same["plans"] += 1
            continue
        try:
            versions = list(_versions(ledger, line.value))
            found.arrived.extend(line._replace(table="plans", value=plan) for plan in versions)
        except InvalidEntry as error:
            found.arrived.append(Rejected(line.file, line.line, error))
    return found


def _therapy(ledger: Ledger, lines: Sequence[Line], found: Stated) -> None:
    uses = sorted((line.value for line in lines), key=lambda use: use.start or EARLIEST)
    if not uses:
        return
    facts, held = list(therapy_facts(uses)), ledger.states.facts
    if not any(fact.key == _INHIBITOR for fact in held):
        found.arrived.extend(lines[0]._replace(table="facts", value=fact) for fact in facts)
    else:
        (found.same if periods_of(held) == periods_of(facts) else found.differs)["facts"] += 1


def therapy_facts(uses: Sequence[Use]) -> Iterator[Fact]:
    """What she would have said of her therapy, from its parts, the earliest first."""
    first = uses[0].start or EARLIEST
    yield Fact(_INHIBITOR, uses[0].medicine, first)
    if uses[0].start is not None:
        yield Fact(_START, uses[0].start, first)
    for one, following in pairwise(uses):
        begins = following.start or EARLIEST
        if one.end is not None and one.end < begins:
            yield _gap(one, one.end)
            if one.paused:
                yield Fact(_PAUSED, False, begins)
        if following.medicine != one.medicine or not one.paused:
            yield Fact(_INHIBITOR, following.medicine, begins)
    last = uses[-1]
    if last.end is not None:
        yield _gap(last, last.end)


def _gap(use: Use, since: date) -> Fact:
    return Fact(_PAUSED, True, since) if use.paused else Fact(_INHIBITOR, "none", since)


def _versions(ledger: Ledger, use: Use) -> Iterator[Plan]:
    """A plan as it began, and as it holds since it was paused or ended."""
    schedule = use.schedule
    assert schedule is not None
    known = ledger.knowledge.medicines.get(use.medicine)
    dose = f" {use.amount:g} {use.unit or ''}".rstrip() if use.amount is not None else ""
    dosed = Dose(
        moment=ledger.now(),
        name=use.name.removesuffix(dose) or use.name,
        medicine=use.medicine,
        amount=use.amount,
        unit=use.unit,
    )
    plan = Plan(
        id=sha256(f"{use.medicine} since {use.start}, {use.nth}".encode()).hexdigest()[:32],
        since=schedule.start,
        made=datetime(schedule.start.year, schedule.start.month, schedule.start.day, tzinfo=UTC),
        kind=Kind.MEDICINE,
        label=dosed.label,
        schedule=schedule,
        settles=f"dose:{use.medicine}",
        medicine=use.medicine,
        dose_amount=use.amount,
        dose_unit=use.unit,
    )
    if (known is not None and known.by_clinic) or plan.interval in LONG:
        plan = replace(plan, kind=Kind.INJECTION)
    state = _STATES.get(use.status, PlanState.ON)
    ended = None if use.end is None else use.end + timedelta(days=1)
    since = ended if state is PlanState.ENDED and ended is not None else use.asserted or plan.since
    if state is PlanState.ON or since > plan.since:
        yield plan
    if state is not PlanState.ON:
        yield replace(plan, state=state, since=max(since, plan.since))
