"""Which aromatase inhibitor she took from when until when, and what changed on which day, by what she said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

    The first one began with the therapy where that day was said; a change holds from its day. A pause that her team
    ordered parts a period in two.
    """
    facts = tuple(facts)
    whole = _whole_periods(facts)
    return tuple(part for period in whole for part in _without(period, pauses_of(facts)))


def pauses_of(facts: Iterable[Fact]) -> tuple[tuple[date, date | None], ...]:
    """First days of pauses with the days she went on; None for a pause that lasts."""
    found: list[tuple[date, date | None]] = []
    for fact in sorted(facts, key=lambda fact: fact.since):
        if fact.key != "therapy_paused":
            continue
        if fact.value and (not found or found[-1][1] is not None):
            found.append((fact.since, None))
        elif not fact.value and found and found[-1][1] is None:
            found[-1] = (found[-1][0], fact.since)
    return tuple(found)


def pause_before_start(facts: Iterable[Fact]) -> tuple[date, date] | None:
    """The first day of a pause that lies before the therapy began, and that beginning; None where none does."""
    facts = tuple(facts)
    began = _began(facts)
    early = [begins for begins, _ in pauses_of(facts) if began is not None and begins < began]
    return (early[0], began) if early and began is not None else None


def _began(facts: Iterable[Fact]) -> date | None:
    """When the therapy began, where that was said: the last word on it holds."""
    said = sorted((fact for fact in facts if fact.key == "therapy_start"), key=lambda fact: fact.since)
    began = next((fact.value for fact in reversed(said) if fact.value), None)
    return began if isinstance(began, date) else None


def _without(period: Period, pauses: Iterable[tuple[date, date | None]]) -> Iterator[Period]:
    """What of a period lies outside of the pauses."""
    rest: Period | None = period
    for begins, ends in pauses:
        if rest is None:
            return
        behind = rest.end is not None and begins >= rest.end
        before = ends is not None and rest.start is not None and ends <= rest.start
        if behind or before:
            continue
        if rest.start is None or rest.start < begins:
            yield rest._replace(end=begins)
        rest = None if ends is None or (rest.end is not None and ends >= rest.end) else rest._replace(start=ends)
    if rest is not None:
        yield rest


def _whole_periods(facts: Iterable[Fact]) -> tuple[Period, ...]:
    said = sorted(facts, key=lambda fact: fact.since)
    began = _began(said)
    changes = [fact for fact in said if fact.key == "aromatase_inhibitor"]
    periods: list[Period] = []
    for place, fact in enumerate(changes):
        if fact.value is None or (periods and periods[-1].medicine == fact.value):
            continue
        start = began if place == 0 else fact.since
        if periods and periods[-1].end is None:
            periods[-1] = periods[-1]._replace(end=fact.since)
        periods.append(Period(str(fact.value), start))
    return tuple(period for period in periods if period.medicine != "none")


class TherapyChange(NamedTuple):
    """Something that changed on a day: `kind` is "began", "switched", "stopped", "paused" or "resumed".

    `medicine` is what she took from then on, "" where she took none. `day` is None for a beginning whose day was not
    said. `since` is the day of the fact that says it.
    """

    kind: str
    medicine: str
    day: date | None
    since: date


def changes_of(facts: Iterable[Fact]) -> tuple[TherapyChange, ...]:
    """What changed in her therapy, oldest first; what was said twice changed nothing."""
    facts = tuple(facts)
    found: list[TherapyChange] = []
    taken = ""
    for fact in sorted(facts, key=lambda fact: fact.since):
        if fact.key != "aromatase_inhibitor" or fact.value is None:
            continue
        medicine = "" if fact.value == "none" else str(fact.value)
        if medicine != taken:
            kind = "stopped" if not medicine else "switched" if taken else "began"
            found.append(TherapyChange(kind, medicine, fact.since, fact.since))
        taken = medicine
    if found:
        first = next((period.start for period in _whole_periods(facts)), None)
        found[0] = found[0]._replace(day=first)
    for begins, ends in pauses_of(facts):
        found.append(TherapyChange("paused", "", begins, begins))
        if ends is not None:
            found.append(TherapyChange("resumed", "", ends, ends))
    return tuple(sorted(found, key=lambda change: (change.day or date.min, change.since)))
