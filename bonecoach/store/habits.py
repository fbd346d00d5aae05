"""What is logged again and again, counted where the rows are."""

from __future__ import annotations

import sqlite3
from datetime import date

from bonecoach.core.days import Moment
from bonecoach.core.entries import Entry
from bonecoach.store.reading import rows
from bonecoach.store.rows import TABLE_OF, entry_of

AROUND_MINUTES = 120
"""How far from the present time of day a habit may lie and still be offered. Our own choice."""

_GROUPED = {
    "intake": ("name, quantity, source, spread_days", "1"),
    "session": ("activity, name, minutes, exercises, impacts, intensity", "1"),
    "dose": ("medicine, amount, unit", "state = 'taken'"),
}
"""What makes two entries of a kind the same habit, and which entries are habits at all."""

Found = list[tuple[Entry, int]]


def habitual(connection: sqlite3.Connection, since: date, at: Moment, most: int) -> Found:
    """What was logged on at least two days since then within two hours of this time of day, weightiest first.

    A day weighs the more the less weeks ago it was, and twice on the same weekday. Each is its latest entry, with its
    weight.
    """
    minute = at.wall.hour * 60 + at.wall.minute
    near = f"""
        min(abs(substr(wall, 1, 2) * 60 + substr(wall, 4, 2) - {minute}),
            1440 - abs(substr(wall, 1, 2) * 60 + substr(wall, 4, 2) - {minute})) <= {AROUND_MINUTES}"""
    weekday = (at.date.weekday() + 1) % 7
    weight = f"""
        sum((case when cast(strftime('%w', date) as integer) = {weekday} then 2 else 1 end)
            * (1 + cast((julianday(date) - julianday(:since)) / 7 as integer)))"""
    return _most(connection, since, at.date, weight, near, most)


def most_logged(connection: sqlite3.Connection, since: date, until: date, most: int) -> Found:
    """What was logged on at least two days from then to then, most often first, each as its latest entry."""
    return _most(connection, since, until, "count(*)", "1", most)


def _most(connection: sqlite3.Connection, since: date, until: date, weight: str, where: str, most: int) -> Found:
    found: list[tuple[Entry, int, str]] = []
    for kind, (group, habit) in _GROUPED.items():
        table = TABLE_OF[kind]
        sql = f"""
            select *, max(instant) as latest, {weight} as weight
            from {table}
            where date between :since and :until
            and deleted_at is null
            and {habit}
            and {where}
            group by {group}
            having count(distinct date) >= 2
            order by weight desc, latest desc
            limit :most"""
        values = {"since": since.isoformat(), "until": until.isoformat(), "most": most}
        for row in rows(connection, sql, values):
            found.append((entry_of(table, row), row["weight"], row["latest"]))
    found.sort(key=lambda habit: (habit[1], habit[2]), reverse=True)
    return [(entry, times) for entry, times, _ in found[:most]]
