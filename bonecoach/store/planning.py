"""Questions about plans, what became of their times, and holidays."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from bonecoach.core.entries import Dose, Entry
from bonecoach.core.occurrences import Occurrence
from bonecoach.core.plans import Plan
from bonecoach.store import reading
from bonecoach.store.faults import told_plainly
from bonecoach.store.plan_rows import occurrence_of, plan_of
from bonecoach.store.rows import entry_of

_ANSWERED_FROM_AFAR = timedelta(days=400)
"""How far an entry may lie from the planned time that it answers."""


class Planning:
    """What the diary holds of plans. Asked over the store's own connection."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def any(self) -> bool:
        """Whether anything is planned at all."""
        return bool(self._rows("select 1 from plans limit 1"))

    def plans(self) -> list[Plan]:
        """Every version of every plan, in the order they were made."""
        return [plan_of(row) for row in self._rows("select * from plans order by rowid")]

    def occurrences(self, first: date, last: date) -> list[Occurrence]:
        """The records of local dates from `first` to `last`, in order."""
        sql = "select * from occurrences where date between :first and :last order by date, at"
        return [occurrence_of(row) for row in self._rows(sql, _between(first, last))]

    def occurrence(self, occurrence_id: str) -> Occurrence | None:
        """The record of one planned time; None when there is none yet."""
        found = self._rows("select * from occurrences where id = :id", {"id": occurrence_id})
        return occurrence_of(found[0]) if found else None

    def is_answer(self, entry_id: str) -> bool:
        """Whether an entry was logged by the answer to a planned time, or settled one in an answer."""
        return bool(self._rows("select 1 from occurrences where entry = :entry limit 1", {"entry": entry_id}))

    def to_settle(self, today: date) -> list[Occurrence]:
        """Of each plan, every record since its oldest open one, and at least those of its newest dates and of today's.

        Where a clock ran ahead, the newest dates lie behind today's.
        """
        # From plan to plan by the index, and no record read that is not wanted: in ten years there are 70,000 of them.
        sql = """
            with recursive known (plan) as (
                select min(plan) from occurrences
                union all
                select (select min(plan) from occurrences where plan > known.plan)
                from known
                where known.plan is not null
            ),
            waiting as (
                select plan, min(date) oldest
                from occurrences indexed by occurrences_open
                where state = 'open'
                group by plan
            ),
            wanted as (
                select known.plan, min(
                    (select date(max(date), '-3 days') from occurrences where plan = known.plan),
                    coalesce(waiting.oldest, '9999'),
                    date(:today, '-3 days')
                ) since
                from known
                left join waiting on waiting.plan = known.plan
            )
            select o.*
            from wanted
            cross join occurrences o on o.plan = wanted.plan and o.date >= wanted.since
            order by o.date, o.at"""
        return [occurrence_of(row) for row in self._rows(sql, {"today": today.isoformat()})]

    def settling_entries(self, first: date, last: date, keys: Collection[str] | None = None) -> list[Entry]:
        """Doses, sessions and supplements of local dates from `first` to `last`: what can settle a planned time.

        With `keys` ("dose:letrozole") at least those that settle one of these; what an answer logged is left out.
        """
        found: list[Entry] = []
        for table, which in (("doses", ""), ("sessions", ""), ("intakes", "and source = 'supplement'")):
            wanted, values = _settles(table, keys)
            if wanted is None:
                continue
            sql = f"""
                select * from {table}
                where date between :first and :last
                and deleted_at is null
                {which} {wanted}
                and id not in (select entry from occurrences where date between :before and :after)"""
            near = {"before": str(first - _ANSWERED_FROM_AFAR), "after": str(last + _ANSWERED_FROM_AFAR)}
            found += [entry_of(table, row) for row in self._rows(sql, {**_between(first, last), **near, **values})]
        found.sort(key=lambda entry: (entry.moment.instant, entry.id))
        return found

    def answering_entries(self, first: date, last: date) -> frozenset[str]:
        """Entries that answers logged or settled a time with, however far from local dates `first` to `last`."""
        sql = "select entry from occurrences where date between :first and :last and entry <> ''"
        found = self._rows(sql, _between(first - _ANSWERED_FROM_AFAR, last + _ANSWERED_FROM_AFAR))
        return frozenset(str(row["entry"]) for row in found)

    def gone(self, first: date, last: date) -> frozenset[str]:
        """Entries that answers of local dates from `first` to `last` logged, and that were deleted since."""
        there = " ".join(
            f"and not exists (select 1 from {table} e where e.id = o.entry and e.deleted_at is null)"
            for table in ("doses", "intakes", "sessions", "symptoms", "events")
        )
        sql = f"select entry from occurrences o where date between :first and :last and entry <> '' {there}"
        return frozenset(str(row["entry"]) for row in self._rows(sql, _between(first, last)))

    def given(self, medicine: str) -> list[date]:
        """The local dates on which a medicine was taken or given, oldest first."""
        sql = """
            select distinct date from doses
            where medicine = :medicine
            and state = 'taken'
            and deleted_at is null
            order by date"""
        return [date.fromisoformat(str(row["date"])) for row in self._rows(sql, {"medicine": medicine})]

    def given_of(self, medicines: Iterable[str]) -> dict[str, list[date]]:
        """The same of several medicines at once; without those that were never taken."""
        values: dict[str, object] = {f"medicine{place}": medicine for place, medicine in enumerate(medicines)}
        sql = f"""
            select distinct medicine, date from doses
            where medicine in ({", ".join(f":{key}" for key in values)})
            and state = 'taken'
            and deleted_at is null
            order by date"""
        found: dict[str, list[date]] = {}
        for row in self._rows(sql, values):
            found.setdefault(str(row["medicine"]), []).append(date.fromisoformat(str(row["date"])))
        return found

    def logged_medicines(self, first: date, last: date) -> list[tuple[str, str, date]]:
        """Every medicine taken on local dates from `first` to `last`: its key, its name, its first day of all."""
        sql = """
            select medicine, max(name) name, min(date) begun
            from doses
            where date <= :last
            and state = 'taken'
            and deleted_at is null
            group by medicine
            having max(date) >= :first
            order by medicine"""
        return [
            (str(row["medicine"]), str(row["name"]), date.fromisoformat(str(row["begun"])))
            for row in self._rows(sql, _between(first, last))
        ]

    def logged_supplements(self, first: date, last: date) -> list[tuple[str, date]]:
        """Every supplement swallowed on local dates from `first` to `last`: its name, its first day of all."""
        sql = """
            select name, min(date) begun
            from intakes
            where date <= :last
            and source = 'supplement'
            and deleted_at is null
            group by name
            having max(date) >= :first
            order by name"""
        return [
            (str(row["name"]), date.fromisoformat(str(row["begun"]))) for row in self._rows(sql, _between(first, last))
        ]

    def taken(self, medicine: str, first: date, last: date) -> list[Dose]:
        """The doses of a medicine that were taken on local dates from `first` to `last`, in order."""
        sql = """
            select * from doses
            where date between :first and :last
            and medicine = :medicine
            and state = 'taken'
            and deleted_at is null
            order by instant, id"""
        rows = self._rows(sql, {**_between(first, last), "medicine": medicine})
        return [entry for entry in (entry_of("doses", row) for row in rows) if isinstance(entry, Dose)]

    def holidays(self) -> list[tuple[date, date]]:
        """First and last days of holidays."""
        found = self._rows("select first_day, last_day from holidays order by first_day")
        return [(date.fromisoformat(str(r["first_day"])), date.fromisoformat(str(r["last_day"]))) for r in found]

    def _rows(self, sql: str, values: dict[str, object] | None = None) -> list[Mapping[str, str | int | float | None]]:
        with told_plainly(self._path):
            return reading.rows(self._connection, sql, values)


_SETTLING = {"doses": ("dose", "medicine"), "sessions": ("session", "activity"), "intakes": ("intake", "thing")}
"""Kind and column that make the key of what an entry settles."""


def _settles(table: str, keys: Collection[str] | None) -> tuple[str | None, dict[str, object]]:
    """What more to ask of a table for the entries of some keys; None where it holds none of them."""
    kind, column = _SETTLING[table]
    named = sorted(name for key in keys or () for of, _, name in [key.partition(":")] if of == kind)
    if keys is None or "" in named:  # "session:" is any session
        return "", {}
    if not named:
        return None, {}
    values: dict[str, object] = {f"key{place}": name for place, name in enumerate(named)}
    # A product of her own stands there without a name: by its label, it is seen later which it is.
    return f"and (coalesce({column}, '') = '' or {column} in ({', '.join(f':{key}' for key in values)}))", values


def _between(first: date, last: date) -> dict[str, object]:
    return {"first": first.isoformat(), "last": last.isoformat()}
