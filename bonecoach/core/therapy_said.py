"""Which aromatase inhibitor she took from when until when, by what she said of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from bonecoach.core.profile import Fact


class Period(NamedTuple):
    """One medicine from a day until the day before the next, or until now. `start` None: before anything was said."""

    medicine: str
    start: date | None
    end: date | None = None


def periods_of(facts: Iterable[Fact]) -> tuple[Period, ...]:
    """Her periods, oldest first, by the facts about her medicine and when her therapy began.

    The first one began with the therapy where that day was said; a change holds from its day.
    """
    said = sorted(facts, key=lambda fact: fact.since)
    began = next((fact.value for fact in reversed(said) if fact.key == "therapy_start" and fact.value), None)
    changes = [fact for fact in said if fact.key == "aromatase_inhibitor"]
    periods: list[Period] = []
    for place, fact in enumerate(changes):
        if fact.value is None or (periods and periods[-1].medicine == fact.value):
            continue
        start = (began if isinstance(began, date) else None) if place == 0 else fact.since
        if periods and periods[-1].end is None:
            periods[-1] = periods[-1]._replace(end=fact.since)
        periods.append(Period(str(fact.value), start))
    return tuple(period for period in periods if period.medicine != "none")
