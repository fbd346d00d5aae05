"""How what a person wants becomes rows before and after: the steps of the diary, ready to be applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from bonecoach.core.changes import Change, Row, Scalar, Step
from bonecoach.core.entries import Entry, Intake, picked
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.store import Store
from bonecoach.store.rows import entry_of as entry_in
from bonecoach.store.rows import row_of, table_of

__all__ = [
    "IMPORT",
    "deleted",
    "edited",
    "entries_of",
    "entry_in",
    "label_of",
    "logged",
    "marked",
    "new_id",
    "no_longer_none",
    "put",
    "restored",
    "standing",
]

IMPORT = "import"
"""The name of a step that took in a file. Its label is how many things that were."""

ENTRY_TABLES = frozenset({"intakes", "sessions", "doses", "symptoms", "events"})


LEAST_ID = 4
"""Fewer characters may be an amount that slipped into the place of an id ("edit 4 milk")."""


def new_id() -> str:
    """A name no other entry has, on this computer or another."""
    from uuid import uuid4  # late: it asks about the machine, and a day can be looked at without it

    return uuid4().hex


def _line_id(store: Store) -> str:
    """A name for one line. It begins with the number of its step, so that lines of one second stand as they came."""
    return f"{store.steps_so_far():08x}{new_id()[8:]}"


def label_of(entries: Sequence[Entry]) -> str:
    """What a step about these entries is called: their labels, the first three."""
    names = [entry.label for entry in entries[:3]]
    return ", ".join(names) + (", …" if len(entries) > 3 else "")


def _named(entries: Sequence[Entry], ids: Sequence[str], together: Sequence[str]) -> list[Entry]:
    """The entries with their ids and those of their lines."""
    from dataclasses import replace  # late: the start logs nothing

    return [replace(e, id=i, together=t) for e, i, t in zip(entries, ids, together, strict=True)]


def logged(store: Store, entries: Sequence[Entry], now: datetime, name: str = "log") -> Step:
    """The step that logs entries. They get ids, and those that come with the same `together` get a new one in common.

    Raises DiaryError("nothing_to_log", "future").
    """
    if not entries:
        raise DiaryError("nothing_to_log")
    lines = {together: _line_id(store) for together in dict.fromkeys(entry.together for entry in entries)}
    ids = sorted(new_id() for _ in entries)
    named = _named(entries, ids, [lines[entry.together] for entry in entries])
    refuse_future(named, now)
    changes = [Change(table_of(entry), None, row_of(entry)) for entry in named]
    return Step(name, (*changes, *no_longer_none(store, named)), label_of(named))


def refuse_future(entries: Iterable[Entry], now: datetime) -> None:
    """Raises DiaryError("future") when an entry has not happened yet."""
    for entry in entries:
        if entry.moment.instant > now:
            raise DiaryError("future", date=entry.moment.date, wall=entry.moment.wall)


def refuse_before_birth(entries: Iterable[Entry], birth: date | None) -> None:
    """Raises InvalidEntry("before_birth") when an entry is older than she is."""
    for entry in entries:
        if birth is not None and entry.moment.date < birth:
            raise InvalidEntry("before_birth", date=entry.moment.date)


def no_longer_none(store: Store, entries: Sequence[Entry]) -> list[Change]:
    """A day marked as none taken loses its mark when something taken is logged on it after all."""
    days = {intake.moment.date for intake in picked(Intake, entries)}
    marks = [store.row("none_taken", day.isoformat()) for day in sorted(days)]
    return [Change("none_taken", mark, None) for mark in marks if mark is not None]


def edited(store: Store, entry_id: str, entries: Sequence[Entry], now: datetime) -> Step:
    """The step that puts entries in the place of one: the first keeps its id, whatever its kind; the others are added.

    A step without changes when that is what stands there.
    Raises DiaryError("no_such_entry", "nothing_to_log", "future").
    """
    table, row = standing(store, entry_id)
    if not entries:
        raise DiaryError("nothing_to_log")
    refuse_future(entries, now)
    ids = [entry_id, *sorted(new_id() for _ in entries[1:])]
    named = _named(entries, ids, [str(row["together"])] * len(ids))
    changes = [Change(table_of(entry), None, row_of(entry)) for entry in named]
    if table_of(named[0]) != table:
        changes.insert(0, Change(table, row, None))
    elif row_of(named[0]) != row:
        changes[0] = Change(table, row, row_of(named[0]))
    else:
        del changes[0]
    return Step("edit", (*changes, *no_longer_none(store, named)), label_of(named))


def deleted(store: Store, ids: Sequence[str], now: datetime) -> Step:
    """The step that puts entries into the bin."""
    return _moved(store, "delete", ids, instant_text(now))


def restored(store: Store, ids: Sequence[str]) -> Step:
    """The step that brings entries back from the bin."""
    return _moved(store, "restore", ids, None)


def _moved(store: Store, name: str, ids: Sequence[str], deleted_at: str | None) -> Step:
    changes, entries = [], []
    for entry_id in dict.fromkeys(ids):
        found = store.entry_row(entry_id)
        if found is None or (found[1]["deleted_at"] is None) is (deleted_at is None):
            raise DiaryError("no_such_entry", id=entry_id)
        table, row = found
        changes.append(Change(table, row, {**row, "deleted_at": deleted_at}))
        entries.append(entry_in(table, row))
    if not changes:
        raise DiaryError("nothing_to_log")
    return Step(name, (*changes, *no_longer_none(store, entries)), label_of(entries))


def standing(store: Store, entry_id: str) -> tuple[str, Row]:
    """Table and row of an entry that is not in the bin. Raises DiaryError("no_such_entry")."""
    found = store.entry_row(entry_id)
    if found is None or found[1]["deleted_at"] is not None:
        raise DiaryError("no_such_entry", id=entry_id)
    return found


def put(store: Store, table: str, rows: Iterable[dict[str, Scalar]]) -> tuple[Change, ...]:
    """Changes that make rows stand in a table, replacing those of the same id; what already stands so is left."""
    changes = []
    for row in rows:
        before = store.row(table, str(row["id"]))
        if before != row:
            changes.append(Change(table, before, row))
    return tuple(changes)


def marked(store: Store, table: str, column: str, day: date, *, on: bool) -> tuple[Change, ...]:
    """Changes that mark or unmark a date in a table of marks."""
    before = store.row(table, day.isoformat())
    after = {"id": day.isoformat(), column: day.isoformat()} if on else None
    return () if before == after else (Change(table, before, after),)


def entries_of(step: Step) -> tuple[Entry, ...]:
    """The entries a step is about: as they stand after it, or stood before where it took them away.

    An import may hold tens of thousands and is named by how many: it is about none of them.
    """
    if step.name == IMPORT:
        return ()
    about = [change for change in step.changes if change.table in ENTRY_TABLES]
    after = {change.row_id: entry_in(change.table, change.after) for change in about if change.after is not None}
    before = [entry_in(change.table, change.before) for change in about if change.after is None and change.before]
    return (*after.values(), *(entry for entry in before if entry.id not in after))


def instant_text(now: datetime) -> str:
    """An instant as rows keep it."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
