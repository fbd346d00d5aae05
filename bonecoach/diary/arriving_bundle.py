"""A clinic's bundle against the diary: whether it is hers at all, and which days it knows more of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING, NamedTuple

from bonecoach.core.days import moment_of
from bonecoach.core.entries import Intake, Source
from bonecoach.core.errors import DiaryError
from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.core.week import DayState
from bonecoach.diary.leaving import DIARY_ID
from bonecoach.exchange.arrivals import Arrived, Line
from bonecoach.exchange.fhir.bundle_in import Subject
from bonecoach.exchange.fhir.gathered import DAY_TOTALS, DayTotals

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

NAME = "Total of the day"
"""What the total of a day is called in the list: a file says no more of it."""

AT_LEAST = "At least"
"""Begins the note of a total whose truth is higher: an entry of its own cannot say that of an amount."""


def refuse_another(ledger: Ledger, subject: Subject) -> None:
    """Raises DiaryError("another_person") for a bundle that is not known to be hers.

    It is when it left this diary, when this diary is empty, and when a clinic's file names her date of birth; never
    when it names another one.
    """
    profile = ledger.states.profile(ledger.today())
    births, sexes = (profile.birth_date, subject.birth_date), (profile.sex, subject.sex)
    unlike = any(None not in pair and pair[0] != pair[1] for pair in (births, sexes))
    named = not subject.diary_id and None not in births
    left_here = bool(subject.diary_id) and subject.diary_id == ledger.store.setting(DIARY_ID)
    if unlike or not (left_here or named or is_empty(ledger)):
        raise DiaryError("another_person")


def is_empty(ledger: Ledger) -> bool:
    """Whether nothing was logged or measured yet."""
    logged = ledger.store.logged_dates(date.min, date.max)
    return not (logged or ledger.store.measuring.scans() or ledger.store.measuring.lab_tests())


class Resolved(NamedTuple):
    """What arrived, with the totals of days as what they would be in the diary; how many days it knows already."""

    arrived: list[Arrived]
    same: int = 0
    differs: int = 0


def resolved(ledger: Ledger, arrived: Iterable[Arrived]) -> Resolved:
    """A day of which intakes are on record keeps them; another gets its total as one entry, or as none taken."""
    kept: list[Arrived] = []
    totals: dict[date, Line] = {}
    for one in arrived:
        if isinstance(one, Line) and one.table == DAY_TOTALS:
            totals[one.value.date] = one
        else:
            kept.append(one)
    same = differs = 0
    known = {day.date: day for day in ledger.states.days(sorted(totals))}
    for day, line in totals.items():
        if known[day].recorded:
            alike = _alike(known[day], line.value)
            same, differs = same + alike, differs + (not alike)
        else:
            kept.append(_as_entry(ledger, line))
    return Resolved(kept, same, differs)


def _alike(day: DayState, said: DayTotals) -> bool:
    return all(total.amount == said.amounts.get(nutrient) for nutrient, total in day.nutrients.items())


def _as_entry(ledger: Ledger, line: Line) -> Line:
    said: DayTotals = line.value
    if not said.at_least and set(said.amounts) == set(Nutrient) and not any(said.amounts.values()):
        return line._replace(table="none_taken", value=said.date)
    total = Intake(
        id=f"total of {said.date}",
        moment=moment_of(said.date, time(), ledger.zone),
        name=NAME,
        source=Source.MANUAL,
        amounts=Amounts(said.amounts),
        note=f"{AT_LEAST}: {', '.join(sorted(said.at_least))}" if said.at_least else "",
    )
    return line._replace(table="intakes", value=total, loose=True)
