"""The open diary file: what it holds, and the one way to change it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bonecoach.core.changes import Row, Scalar, Step
from bonecoach.core.days import Moment
from bonecoach.core.entries import Entry, Intake
from bonecoach.core.errors import DiaryError
from bonecoach.core.profile import Fact
from bonecoach.core.supplements import Product
from bonecoach.core.targets import OwnTarget
from bonecoach.store import habits, reading, steps
from bonecoach.store.faults import told_plainly
from bonecoach.store.reading import ALL_KINDS
from bonecoach.store.rows import fact_row, row_of, table_of

if TYPE_CHECKING:
    from sqlite_utils import Database

    from bonecoach.store.measuring import Measuring
    from bonecoach.store.planning import Planning
    from bonecoach.store.visiting import Visiting


class Store:
    """One open diary, for the thread that opened it. Every refusal is a DiaryError with nothing half-written."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._database: Database | None = None
        self.path = path
        self._file = file_at(path)

    def warm(self) -> Database:
        """The diary as sqlite-utils sees it; imported here, after the first paint, because it takes its time."""
        if self._database is None:
            from sqlite_utils import Database

            self._database = Database(self._connection, execute_plugins=False)
        return self._database

    def close(self) -> None:
        """Closes the file; nothing can be asked afterwards."""
        self._connection.close()

    # Changing

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Writes only while the file that was opened stands in its place.

        One that was deleted, or replaced as some programs do that keep folders alike on two computers, would go on
        taking what is written, and all of it would be gone with the program. Raises DiaryError("taken_away").
        """
        with told_plainly(self.path):
            if file_at(self.path) != self._file:
                raise DiaryError("taken_away", path=str(self.path))
            yield

    def apply(self, step: Step, now: datetime) -> Step:
        """Writes a step whole or not at all. Raises DiaryError("changed_since", "locked", "disk_full", ...)."""
        database = self.warm()
        with self._writing():
            return steps.write(database, step, now)

    def undo(self, step_id: int | None = None) -> Step | None:
        """Takes the person's last step back; the inverse that was done, None when there is nothing to undo."""
        database = self.warm()
        with self._writing():
            return steps.take_back(database, step_id)

    def redo(self, step_id: int | None = None) -> Step | None:
        """Does the last undone step again; None when there is none."""
        database = self.warm()
        with self._writing():
            return steps.do_again(database, step_id)

    def last_step(self) -> Step | None:
        """The step that undo would take back, to name it: an import without its many changes."""
        with told_plainly(self.path):
            return steps.last(self._connection, whole=False)

    def next_undone(self) -> Step | None:
        """The step that redo would do again, to name it: an import without its many changes."""
        with told_plainly(self.path):
            return steps.next_undone(self._connection, whole=False)

    def steps_so_far(self) -> int:
        """How many steps were ever written; it only grows."""
        with told_plainly(self.path):
            found = self._connection.execute("select seq from sqlite_sequence where name = 'steps'").fetchone()
        return 0 if found is None else int(found[0])

    def empty_bin(self) -> int:
        """Removes for good what lies in the bin, with the steps that touched it; how many rows that were."""
        from bonecoach.store import binned

        database = self.warm()
        with self._writing():
            return binned.empty(database)

    def in_bin(self) -> int:
        """How many rows lie in the bin, of entries and of all else."""
        from bonecoach.store import binned

        with told_plainly(self.path):
            return binned.count(self._connection)

    def fill(self, entries: Iterable[Entry], facts: Iterable[Fact], rest_weeks: Iterable[date]) -> None:
        """Writes many entries (with ids), facts and rest weeks in one transaction and without a step."""
        rows: dict[str, list[dict[str, Scalar]]] = defaultdict(list)
        for entry in entries:
            rows[table_of(entry)].append(row_of(entry))
        rows["facts"] = [fact_row(fact) for fact in facts]
        rows["rest_weeks"] = [{"id": day.isoformat(), "first_day": day.isoformat()} for day in rest_weeks]
        database = self.warm()
        with self._writing(), database.atomic():
            for table, found in rows.items():
                database.table(table).insert_all(found, pk="id", batch_size=1000)

    def set_setting(self, key: str, value: str) -> None:
        """Keeps a setting of the program; no step, undo does not see it."""
        with self._writing():
            self._connection.execute(
                """
                insert into settings (key, value)
                values (:key, :value)
                on conflict (key) do update set value = :value""",
                {"key": key, "value": value},
            )

    # Asking

    def entries(
        self,
        first: date,
        last: date,
        kinds: Iterable[str] | None = None,
        *,
        deleted: bool = False,
        text: str = "",
        limit: int | None = None,
    ) -> list[Entry]:
        """Entries of local dates, oldest first; see `reading.entries`."""
        with told_plainly(self.path):
            return reading.entries(self._connection, first, last, kinds, deleted=deleted, text=text, limit=limit)

    def entry_row(self, entry_id: str) -> tuple[str, Row] | None:
        """Table and row of an entry, deleted or not."""
        with told_plainly(self.path):
            return reading.entry(self._connection, entry_id)

    def ids_beginning(self, start: str) -> list[str]:
        """At most two ids of entries that begin so."""
        with told_plainly(self.path):
            return reading.ids_beginning(self._connection, start)

    def row(self, table: str, row_id: str) -> Row | None:
        """One row of a table that steps change, as it stands now."""
        with told_plainly(self.path):
            found = reading.rows(self._connection, f"select * from {table} where id = :id", {"id": row_id})
        return found[0] if found else None

    def rows_named(self, table: str, ids: Sequence[str]) -> dict[str, Row]:
        """The rows of a table that have one of these ids, in the bin or not."""
        with told_plainly(self.path):
            return reading.rows_named(self._connection, table, ids)

    def spreading(self, first: date) -> list[Intake]:
        """Intakes before `first` whose spread dose reaches it."""
        with told_plainly(self.path):
            return reading.spreading(self._connection, first)

    def facts(self) -> list[Fact]:
        """Every dated fact about the person."""
        with told_plainly(self.path):
            return reading.facts(self._connection)

    def own_targets(self) -> list[OwnTarget]:
        """Every target of her own."""
        with told_plainly(self.path):
            return reading.own_targets(self._connection)

    def products(self) -> list[Product]:
        """Her own products."""
        with told_plainly(self.path):
            return reading.products(self._connection)

    def rest_weeks(self, first: date, last: date) -> frozenset[date]:
        """First days of the rest weeks that begin between these dates."""
        with told_plainly(self.path):
            return reading.dates(self._connection, "rest_weeks", "first_day", first, last)

    def none_taken(self, first: date, last: date) -> frozenset[date]:
        """Days marked as none taken."""
        with told_plainly(self.path):
            return reading.dates(self._connection, "none_taken", "date", first, last)

    def pinned(self) -> list[Entry]:
        """Copies of what she pinned among the usuals, in her order."""
        with told_plainly(self.path):
            return reading.pinned(self._connection)

    def pin_ids(self) -> frozenset[str]:
        """The ids of the rows of what she pinned."""
        with told_plainly(self.path):
            return frozenset(str(row["id"]) for row in reading.rows(self._connection, "select id from pinned"))

    def logged_dates(self, first: date, last: date, kinds: Collection[str] = ALL_KINDS) -> frozenset[date]:
        """Dates on which anything of some kinds was logged; of all kinds unless said."""
        with told_plainly(self.path):
            return reading.logged_dates(self._connection, first, last, kinds)

    def habitual(self, since: date, at: Moment, most: int) -> list[Entry]:
        """What was logged around this time of day since then, weightiest first."""
        with told_plainly(self.path):
            return [entry for entry, _ in habits.habitual(self._connection, since, at, most)]

    def most_logged(self, since: date, until: date, most: int) -> list[tuple[Entry, int]]:
        """What was logged most from then to then, with how often."""
        with told_plainly(self.path):
            return habits.most_logged(self._connection, since, until, most)

    @cached_property
    def planning(self) -> Planning:
        """Questions about what is planned; read in late, for whoever plans nothing never asks."""
        from bonecoach.store.planning import Planning

        return Planning(self._connection, self.path)

    @cached_property
    def measuring(self) -> Measuring:
        """Scans and laboratory tests."""
        from bonecoach.store.measuring import Measuring

        return Measuring(self._connection, self.path)

    @cached_property
    def visiting(self) -> Visiting:
        """Appointments and questions."""
        from bonecoach.store.visiting import Visiting

        return Visiting(self._connection, self.path)

    def setting(self, key: str) -> str | None:
        """A setting of the program."""
        with told_plainly(self.path):
            found = reading.rows(self._connection, "select value from settings where key = :key", {"key": key})
        return str(found[0]["value"]) if found else None

    def version(self) -> int:
        """A number that changes when another program has written to the file."""
        with told_plainly(self.path):
            (version,) = self._connection.execute("pragma data_version").fetchone()
        return int(version)

    def faults(self) -> list[str]:
        """What a thorough check finds; empty when all is well."""
        from bonecoach.store import checking

        with told_plainly(self.path):
            return checking.faults(self._connection)

    def quick_fault(self) -> str | None:
        """What a quick check finds, None when all is well."""
        from bonecoach.store import checking

        with told_plainly(self.path):
            return checking.quick_fault(self._connection)

    # Keeping copies

    def back_up(self, target: Path) -> Path:
        """Writes a verified copy, from any thread; see `backups.copy_of`."""
        from bonecoach.store import backups  # late: the start copies nothing

        return backups.copy_of(self.path, target)

    def copy_into(self, other: Store, progress: Callable[[int, int, int], None]) -> None:
        """Makes another open diary hold what this one holds; see `restoring.take_over`."""
        self._connection.backup(other._connection, progress=progress)


def file_at(path: Path) -> tuple[int, int] | None:
    """Which file stands at a place: its device and its number there; None where none does."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
