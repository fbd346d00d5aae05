"""Questions to the diary file, as SQL. Answers are core values."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from bonecoach.core.changes import Row, Stored
from bonecoach.core.entries import Entry, Intake, picked
from bonecoach.core.profile import Fact
from bonecoach.core.supplements import Product
from bonecoach.core.targets import OwnTarget
from bonecoach.store.rows import TABLE_OF, entry_of, fact_of, pin_of, product_of, target_of

LONGEST_SPREAD_DAYS = 366
_AT_ONCE = 500


def rows(connection: sqlite3.Connection, sql: str, values: Mapping[str, object] | None = None) -> list[Stored]:
    """The rows of a query, each as a dict by column."""
    cursor = connection.execute(sql, values or {})
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]


def entries(
    connection: sqlite3.Connection,
    first: date,
    last: date,
    kinds: Iterable[str] | None = None,
    *,
    deleted: bool = False,
    text: str = "",
    limit: int | None = None,
) -> list[Entry]:
    """Entries of local dates from `first` to `last`, oldest first; of the newest `limit` only, where one is given.

    `kinds` are words such as "intake"; `deleted` asks for the bin; `text` must stand in the name, quantity or note.
    """
    found: list[Entry] = []
    if text:
        # SQLite's own lower() knows the letters of English only.
        connection.create_function("folded", 1, str.casefold, deterministic=True)
    for kind in kinds or TABLE_OF:
        table = TABLE_OF[kind]
        sql = f"""
            select * from {table}
            where date between :first and :last
            and deleted_at is {"not null" if deleted else "null"}
            {_with_text(table) if text else ""}
            order by date desc, instant desc
            limit :limit"""
        values = {
            "first": first.isoformat(),
            "last": last.isoformat(),
            "text": text.casefold(),
            "limit": -1 if limit is None else limit,
        }
        found += [entry_of(table, row) for row in rows(connection, sql, values)]
    found.sort(key=lambda entry: (entry.moment.date, entry.moment.instant, entry.together, entry.id))
    return found if limit is None else found[-limit:]


def _with_text(table: str) -> str:
    said = "name || ' ' || note" + (" || ' ' || quantity" if table == "intakes" else "")
    return f"and instr(folded({said}), :text) > 0"


def entry(connection: sqlite3.Connection, entry_id: str) -> tuple[str, Row] | None:
    """The table and row of an entry, deleted or not; None when there is no such entry."""
    for table in TABLE_OF.values():
        found = rows(connection, f"select * from {table} where id = :id", {"id": entry_id})
        if found:
            return table, found[0]
    return None


def rows_named(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> dict[str, Row]:
    """The rows of a table that have one of these ids, in the bin or not."""
    found: dict[str, Row] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = {f"id{place}": row_id for place, row_id in enumerate(ids[start : start + _AT_ONCE])}
        sql = f"select * from {table} where id in ({', '.join(f':{place}' for place in some)})"
        found.update((str(row["id"]), row) for row in rows(connection, sql, dict(some)))
    return found


def ids_beginning(connection: sqlite3.Connection, start: str, most: int = 2) -> list[str]:
    """Ids of entries that begin with `start`, at most so many."""
    found: list[str] = []
    for table in TABLE_OF.values():
        sql = f"select id from {table} where id >= :start and id < :end limit :most"
        found += [str(r["id"]) for r in rows(connection, sql, {"start": start, "end": start + "~", "most": most})]
    return found[:most]


def spreading(connection: sqlite3.Connection, first: date) -> list[Intake]:
    """Intakes logged before `first` whose spread dose reaches it, oldest first."""
    # By their own index: by date, SQLite would read a year of all she took.
    sql = """
        select * from intakes indexed by intakes_spread
        where spread_days > 1
        and date < :first
        and date >= date(:first, :longest)
        and date(date, '+' || (spread_days - 1) || ' days') >= :first
        and deleted_at is null
        order by date, instant, id"""
    values = {"first": first.isoformat(), "longest": f"-{LONGEST_SPREAD_DAYS} days"}
    return picked(Intake, [entry_of("intakes", row) for row in rows(connection, sql, values)])


def facts(connection: sqlite3.Connection) -> list[Fact]:
    """Every dated fact about the person."""
    return [fact_of(row) for row in rows(connection, "select * from facts order by since, key")]


def own_targets(connection: sqlite3.Connection) -> list[OwnTarget]:
    """Every target of her own, also those that were cleared."""
    sql = "select * from own_targets order by since, nutrient"
    return [target_of(row) for row in rows(connection, sql)]


def products(connection: sqlite3.Connection) -> list[Product]:
    """Her own products, by name."""
    sql = "select * from products where deleted_at is null order by names"
    return [product_of(row) for row in rows(connection, sql)]


def dates(connection: sqlite3.Connection, table: str, column: str, first: date, last: date) -> frozenset[date]:
    """The dates in a table of marked days or weeks."""
    sql = f"select {column} as day from {table} where {column} between :first and :last"
    found = rows(connection, sql, {"first": first.isoformat(), "last": last.isoformat()})
    return frozenset(date.fromisoformat(str(row["day"])) for row in found)


ALL_KINDS = tuple(TABLE_OF)
"""Every kind of entry."""


def logged_dates(
    connection: sqlite3.Connection, first: date, last: date, kinds: Collection[str] = ALL_KINDS
) -> frozenset[date]:
    """Dates on which anything of some kinds was logged; of all kinds unless said."""
    days: set[str] = set()
    for table in (TABLE_OF[kind] for kind in kinds):
        sql = f"select distinct date from {table} where date between :first and :last and deleted_at is null"
        found = rows(connection, sql, {"first": first.isoformat(), "last": last.isoformat()})
        days.update(str(row["date"]) for row in found)
    return frozenset(date.fromisoformat(day) for day in days)


def pinned(connection: sqlite3.Connection) -> list[Entry]:
    """The entries she pinned among the usuals, in her order."""
    return [pin_of(row) for row in rows(connection, "select * from pinned order by place")]
