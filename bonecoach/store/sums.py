"""Years in sums: what was moved week by week, which weeks are recorded, and doses month by month."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.entries import LIVED
from bonecoach.core.months import Moved
from bonecoach.core.movement import HALF_A_WEEK
from bonecoach.store.reading import rows
from bonecoach.store.rows import TABLE_OF


def moved(connection: sqlite3.Connection, first: date, last: date) -> list[Moved]:
    """The minutes of each kind of movement in each week, counted in sevens of days from `first`."""
    sql = """
        select cast((julianday(date) - julianday(:first)) / 7 as integer) week,
            load, intensity, aerobic, sum(minutes) minutes
        from sessions
        where date between :first and :last
        and deleted_at is null
        and minutes is not null
        group by 1, 2, 3, 4"""
    found = rows(connection, sql, {"first": first.isoformat(), "last": last.isoformat()})
    return [
        Moved(
            first + timedelta(weeks=int(str(row["week"]))),
            Load(str(row["load"])),
            Intensity(str(row["intensity"])),
            bool(row["aerobic"]),
            int(str(row["minutes"])),
        )
        for row in found
    ]


def how_many(connection: sqlite3.Connection, first: date, last: date) -> dict[str, int]:
    """How many entries of each kind, and how many answers to reminders ("answer"), are dated from then to then."""
    dated = "where date between :first and :last"
    each = [
        f"select '{kind}' kind, count(*) rows from {t} {dated} and deleted_at is null" for kind, t in TABLE_OF.items()
    ]
    sql = " union all ".join([*each, f"select 'answer' kind, count(*) rows from occurrences {dated}"])
    found = rows(connection, sql, {"first": first.isoformat(), "last": last.isoformat()})
    return {str(row["kind"]): int(str(row["rows"])) for row in found}


def weeks_recorded(connection: sqlite3.Connection, first: date, last: date) -> frozenset[date]:
    """First days of the weeks from `first` on of which something is known, as `WeekMovement.known` has it."""
    lived = [f"select 1 from {TABLE_OF[kind]} where deleted_at is null and {_IN_WEEK}" for kind in LIVED]
    lived.append(f"select 1 from none_taken where {_IN_WEEK}")
    others = [
        f"select date from {table} where deleted_at is null and {_IN_WEEK}"
        for kind, table in TABLE_OF.items()
        if kind not in LIVED
    ]
    sql = f"""
        with recursive weeks (first_day, until) as (
            select :first, date(:first, '+7 days')
            union all
            select until, date(until, '+7 days')
            from weeks
            where until <= :last
        )
        select first_day from weeks
        where {" or ".join(f"exists ({one})" for one in lived)}
        or (select count(*) from ({" union ".join(others)})) >= {HALF_A_WEEK}"""
    found = rows(connection, sql, {"first": first.isoformat(), "last": last.isoformat()})
    return frozenset(date.fromisoformat(str(row["first_day"])) for row in found)


_IN_WEEK = "date >= weeks.first_day and date < weeks.until"


def first_kept(connection: sqlite3.Connection, by_clinic: Collection[str]) -> date | None:
    """The earliest day on which anything was logged as it came: no event and no medicine that a clinic gives.

    Those are written down years later, and a diary does not begin with them. An answer to a planned time is a word too.
    """
    values: dict[str, object] = {f"medicine{place}": medicine for place, medicine in enumerate(sorted(by_clinic))}
    clinic = ", ".join(f":{key}" for key in values)
    sql = f"""
        select min(day) day from (
            select min(date) day from intakes where deleted_at is null
            union all
            select min(date) day from sessions where deleted_at is null
            union all
            select min(date) day from symptoms where deleted_at is null
            union all
            select min(date) day from doses where deleted_at is null and medicine not in ({clinic})
            union all
            select min(date) day from none_taken
            union all
            select min(date) day from occurrences where state in ('done', 'skipped', 'missed')
        )"""
    (found,) = rows(connection, sql, values)
    return None if found["day"] is None else date.fromisoformat(str(found["day"]))


def doses_said(
    connection: sqlite3.Connection, medicines: Sequence[str], last: date
) -> tuple[dict[date, tuple[int, int]], date | None, date | None]:
    """What is on record of some medicines, of which one is taken each day, up to a day.

    By the first day of each month: days with a dose, and days of which only was said that there was none, in an entry
    or as the answer to a planned time. Besides the earliest and the latest of these days.
    """
    values: dict[str, object] = {f"medicine{place}": medicine for place, medicine in enumerate(medicines)}
    these = ", ".join(f":{key}" for key in values)
    values["last"] = last.isoformat()
    logged = f"date <= :last and deleted_at is null and medicine in ({these})"
    by_month = f"""
        select substr(date, 1, 7) month, sum(taken) taken, sum(not taken) not_taken, min(date) first, max(date) latest
        from (select date, max(state = 'taken') taken from doses where {logged} group by date)
        group by 1"""
    answered = f"""
        select distinct date
        from occurrences o
        where date <= :last
        and state in ('missed', 'skipped')
        and entry = ''
        and plan in (select plan from plans where medicine in ({these}))
        and not exists (
            select 1 from doses where date = o.date and deleted_at is null and medicine in ({these})
        )"""
    said: dict[date, tuple[int, int]] = {}
    days: list[str] = []
    for row in rows(connection, by_month, values):
        said[_month_of(str(row["month"]))] = int(str(row["taken"])), int(str(row["not_taken"]))
        days += [str(row["first"]), str(row["latest"])]
    for row in rows(connection, answered, values):
        days.append(str(row["date"]))
        taken, not_taken = said.get(_month_of(days[-1]), (0, 0))
        said[_month_of(days[-1])] = taken, not_taken + 1
    if not days:
        return {}, None, None
    return said, date.fromisoformat(min(days)), date.fromisoformat(max(days))


def _month_of(day: str) -> date:
    return date.fromisoformat(f"{day[:7]}-01")
