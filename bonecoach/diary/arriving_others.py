"""What arrives as more or less than the diary keeps: totals of days, statements of use, and sessions of devices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bonecoach.core.entries import Session, picked
from bonecoach.core.week import DayState
from bonecoach.diary import arriving_doses
from bonecoach.diary.arriving_totals import entries_of, none_taken
from bonecoach.diary.arriving_uses import stated
from bonecoach.exchange.arrivals import Arrived, Line
from bonecoach.exchange.devices.workouts import WORKOUTS, ends
from bonecoach.exchange.fhir.gathered import DAY_TOTALS, DayTotals
from bonecoach.exchange.fhir.uses_in import USES
from bonecoach.exchange.sheets.doses_told import DOSES_TOLD

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

_DAY = timedelta(days=1)


class Resolved(NamedTuple):
    """What arrived, as what it would be in the diary; how many of which table it knows already, or otherwise."""

    arrived: list[Arrived]
    same: Counter[str]
    differs: Counter[str]


def resolved(ledger: Ledger, arrived: Iterable[Arrived]) -> Resolved:
    """A day of which intakes are on record keeps them; another gets entries that add up to its total, or none taken.

    A session of a device that overlaps one on record, or another in its file, is taken for that, and a dose that a
    table tells of for one of that medicine and day.
    """
    kept: list[Arrived] = []
    totals: dict[date, Line] = {}
    workouts: list[Line] = []
    told: list[Line] = []
    uses: list[Line] = []
    for one in arrived:
        if isinstance(one, Line) and one.table == DAY_TOTALS:
            totals[one.value.date] = one
        elif isinstance(one, Line) and one.table == WORKOUTS:
            workouts.append(one)
        elif isinstance(one, Line) and one.table == DOSES_TOLD:
            told.append(one)
        elif isinstance(one, Line) and one.table == USES:
            uses.append(one)
        else:
            kept.append(one)
    new = not_on_record(ledger, workouts)
    doses = arriving_doses.not_on_record(ledger, told)
    statements = stated(ledger, uses)
    kept += [*new, *doses, *statements.arrived]
    same = Counter({"sessions": len(workouts) - len(new), "doses": len(told) - len(doses)}) + statements.same
    differs = Counter(statements.differs)
    known = {day.date: day for day in ledger.states.days(sorted(totals))}
    for day, line in totals.items():
        if known[day].recorded:
            (same if _alike(known[day], line.value) else differs)["intakes"] += 1
        else:
            kept += _as_entries(ledger, line)
    return Resolved(kept, same, differs)


def _alike(day: DayState, said: DayTotals) -> bool:
    return all(total.amount == said.amounts.get(nutrient) for nutrient, total in day.nutrients.items())


def _as_entries(ledger: Ledger, line: Line) -> list[Line]:
    if none_taken(line.value):
        return [line._replace(table="none_taken", value=line.value.date)]
    entries = entries_of(line.value, ledger.zone)
    return [line._replace(table="intakes", value=entry, loose=True) for entry in entries]


def not_on_record(ledger: Ledger, workouts: Iterable[Line]) -> list[Line]:
    """The sessions of a device during which none is on record."""
    by_day: dict[date, list[Session]] = defaultdict(list)
    new: list[Line] = []
    asked: set[date] = set()
    for line in sorted(workouts, key=lambda line: line.value.moment.instant):
        session: Session = line.value
        day = session.moment.date
        for near in (day - _DAY, day, day + _DAY):
            if near not in asked:
                asked.add(near)
                by_day[near] += picked(Session, ledger.store.entries(near, near, ["session"]))
        if not any(_overlap(session, other) for near in (day - _DAY, day, day + _DAY) for other in by_day[near]):
            by_day[day].append(session)
            new.append(line._replace(table="sessions"))
    return new


def _overlap(one: Session, other: Session) -> bool:
    return one.moment.instant < ends(other) and other.moment.instant < ends(one)
