"""Steps written to the diary, each in one transaction, and the history that undo walks."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bonecoach.core.changes import Change, Row, Step
from bonecoach.core.errors import DiaryError
from bonecoach.store.reading import rows, rows_named

if TYPE_CHECKING:
    from sqlite_utils import Database

KEPT = 200
"""Steps of the person that can be undone; of the program's own as many are kept, to look into."""

_IMPORT = "import"

_LOOKED_UP = 25
"""Per cent that an undo has come when it knows the rows that it takes away."""

_TABLES = frozenset(
    {
        "intakes",
        "sessions",
        "doses",
        "symptoms",
        "events",
        "facts",
        "own_targets",
        "products",
        "rest_weeks",
        "none_taken",
        "pinned",
        "plans",
        "occurrences",
        "holidays",
        "scans",
        "lab_tests",
        "appointments",
        "questions",
        "attachments",
    }
)


@contextmanager
def alone(database: Database) -> Iterator[None]:
    """One transaction in which nobody else writes: what is read in it is still true when it is written.

    A plain BEGIN takes the write lock only with its first write. Had another program written between our reading and
    that, SQLite would refuse at once, without waiting its turn; so the first statement is a write that changes nothing.
    """
    with database.atomic():
        database.execute("update steps set undone = undone where id = 0")
        yield


def write(database: Database, step: Step, now: datetime) -> Step:
    """Writes a step and its record in one transaction and returns it with its id.

    What had been undone can no longer be redone. Raises DiaryError("changed_since").
    """
    from bonecoach.core.progress import by_percent  # late: the start writes nothing

    with alone(database):
        for change in by_percent(step.changes):
            _apply(database, change)
        if not step.own:
            database.execute("delete from steps where own = 0 and undone = 1")
        cursor = database.execute(
            """
            insert into steps (at, name, label, own, changes)
            values (:at, :name, :label, :own, :changes)""",
            {
                "at": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "name": step.name,
                "label": step.label,
                "own": int(step.own),
                "changes": _noted(step, by_name=step.name == _IMPORT),
            },
        )
        step_id = cursor.lastrowid
        assert step_id is not None
        database.execute(
            """
            delete from steps
            where own = :own
            and undone = 0
            and id <= (select id from steps where own = :own and undone = 0 order by id desc limit 1 offset :kept)""",
            {"own": int(step.own), "kept": KEPT},
        )
    return Step(step.name, step.changes, step.label, step.own, step_id)


def take_back(database: Database, step_id: int | None = None) -> Step | None:
    """Undoes the person's last step and returns what was done for it: the inverse; None when there is nothing left.

    Raises DiaryError("changed_since"), also when the last step is another than the one that was meant.
    """
    with alone(database):
        step = _meant(last(database.conn), step_id)
        if step is None:
            return None
        step = _with_rows(database, step)
        return _settled(database, step.inverse(), undone=1, noted=_noted(step) if step.name == _IMPORT else None)


def do_again(database: Database, step_id: int | None = None) -> Step | None:
    """Does the step again that was undone last and returns it; None when there is none.

    Raises DiaryError("changed_since"), also when that is another step than the one that was meant.
    """
    with alone(database):
        step = _meant(next_undone(database.conn), step_id)
        if step is None:
            return None
        noted = _noted(step, by_name=True) if step.name == _IMPORT else None
        return _settled(database, step, undone=0, noted=noted)


def _meant(step: Step | None, step_id: int | None) -> Step | None:
    if step_id is not None and (step is None or step.id != step_id):
        raise DiaryError("changed_since")
    return step


def _settled(database: Database, step: Step, *, undone: int, noted: str | None) -> Step:
    from bonecoach.core.progress import by_percent  # late: the start writes nothing

    for change in by_percent(step.changes, _LOOKED_UP):
        _apply(database, change)
    database.execute("update steps set undone = :undone where id = :id", {"undone": undone, "id": step.id})
    if noted is not None:
        database.execute("update steps set changes = :noted where id = :id", {"noted": noted, "id": step.id})
    return step


def _noted(step: Step, *, by_name: bool = False) -> str:
    """The changes as they are kept. `by_name`: of rows that were added only the id, for they stand in their tables.

    An import adds tens of thousands of rows; only while it is undone must they be kept here, to be added again.
    """
    return json.dumps(
        [
            [c.table, _plain(c.before), {"id": c.row_id} if by_name and c.before is None else _plain(c.after)]
            for c in step.changes
        ]
    )


def _with_rows(database: Database, step: Step) -> Step:
    """The step with the rows that it keeps by their id alone, as they stand. Raises DiaryError("changed_since")."""
    from dataclasses import replace

    from bonecoach.core.progress import BETWEEN, by_percent  # late: the start writes nothing

    named: dict[str, list[str]] = {}
    for change in step.changes:
        if _is_by_name(change):
            named.setdefault(_known(change.table), []).append(change.row_id)
    some = [(table, ids[n : n + BETWEEN]) for table, ids in named.items() for n in range(0, len(ids), BETWEEN)]
    standing = {
        (table, row_id): row
        for table, ids in by_percent(some, 0, _LOOKED_UP // 2, every=1)
        for row_id, row in rows_named(database.conn, table, ids).items()
    }
    whole = by_percent(step.changes, _LOOKED_UP // 2, _LOOKED_UP)
    return replace(step, changes=tuple(_with_row(change, standing) for change in whole))


def _is_by_name(change: Change) -> bool:
    return change.before is None and change.after is not None and len(change.after) == 1


def _with_row(change: Change, standing: Mapping[tuple[str, str], Row]) -> Change:
    if not _is_by_name(change):
        return change
    row = standing.get((change.table, change.row_id))
    if row is None:
        raise DiaryError("changed_since")
    return Change(change.table, None, row)


def _row(database: Database, change: Change) -> Row | None:
    found = rows(database.conn, f"select * from {_known(change.table)} where id = :id", {"id": change.row_id})
    return found[0] if found else None


def _known(table: str) -> str:
    if table not in _TABLES:
        raise ValueError(f"no step changes {table}")
    return table


def _apply(database: Database, change: Change) -> None:
    if not _stands(_row(database, change), change.before):
        raise DiaryError("changed_since")
    # Plain SQL: after months away there may be thousands of rows, and sqlite-utils asks about the table for each.
    if change.after is None:
        database.execute(f"delete from {change.table} where id = :id", {"id": change.row_id})
    elif change.before is None:
        columns = ", ".join(f'"{column}"' for column in change.after)
        values = ", ".join(f":{column}" for column in change.after)
        database.execute(f"insert into {change.table} ({columns}) values ({values})", dict(change.after))
    else:
        sets = ", ".join(f'"{column}" = :{column}' for column in change.after)
        database.execute(f"update {change.table} set {sets} where id = :id", dict(change.after))


def _stands(present: Mapping[str, object] | None, before: Row | None) -> bool:
    """Whether a row stands as a step knew it. Columns that came to the table later are none of the step's business."""
    if present is None or before is None:
        return present is before
    return all(present[column] == value for column, value in before.items())


def _plain(row: object) -> object:
    return None if row is None else dict(row)  # type: ignore[call-overload]


def last(connection: sqlite3.Connection, *, whole: bool = True) -> Step | None:
    """The step that undo would take back; unless `whole`, without the changes of an import."""
    return _one(
        connection, f"select {_columns(whole)} from steps where own = 0 and undone = 0 order by id desc limit 1"
    )


def next_undone(connection: sqlite3.Connection, *, whole: bool = True) -> Step | None:
    """The step that redo would do again; unless `whole`, without the changes of an import."""
    return _one(connection, f"select {_columns(whole)} from steps where own = 0 and undone = 1 order by id limit 1")


def _columns(whole: bool) -> str:
    # An import may hold tens of thousands of rows, and a menu only wants to name it.
    changes = "changes" if whole else "case name when 'import' then '[]' else changes end changes"
    return f"id, name, label, own, {changes}"


def _one(connection: sqlite3.Connection, sql: str) -> Step | None:
    found = rows(connection, sql)
    if not found:
        return None
    row = found[0]
    changes = tuple(Change(*change) for change in json.loads(str(row["changes"])))
    return Step(str(row["name"]), changes, str(row["label"]), bool(row["own"]), int(str(row["id"])))


def forget(database: Database, ids: frozenset[str]) -> None:
    """Drops the steps that touch any of these rows: they can no longer be taken back.

    Nor can those that touch another row of a dropped step and would be reached after it: that row will not stand as
    they left it. Undo walks from the newest to the oldest, redo the other way.
    """
    for undone, order in ((0, "desc"), (1, "asc")):
        sql = f"select id, changes from steps where own = 0 and undone = :undone order by id {order}"
        blocked = set(ids)
        for row in rows(database.conn, sql, {"undone": undone}):
            changes = json.loads(str(row["changes"]))
            touched = {str((before or after)["id"]) for _, before, after in changes}
            if touched & blocked:
                blocked |= touched
                database.execute("delete from steps where id = :id", {"id": row["id"]})
