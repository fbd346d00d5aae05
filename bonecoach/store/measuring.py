"""Questions about scans and laboratory tests, and about the years around them."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from bonecoach.core.changes import Row
from bonecoach.core.measurements import LabTest, Scan
from bonecoach.core.months import Moved
from bonecoach.store import reading, sums
from bonecoach.store.faults import told_plainly
from bonecoach.store.measured_rows import lab_test_of, scan_of

_TABLES = ("scans", "lab_tests")


class Measuring:
    """What the diary holds of measurements. Asked over the store's own connection."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def scans(self) -> list[Scan]:
        """Every scan that is not in the bin, oldest first."""
        return [scan_of(row) for row in self.standing_rows("scans")]

    def lab_tests(self) -> list[LabTest]:
        """Every laboratory test that is not in the bin, oldest first."""
        return [lab_test_of(row) for row in self.standing_rows("lab_tests")]

    def beginning(self, start: str) -> list[tuple[str, Row]]:
        """Table and row of every measurement, in the bin or not, whose id begins so."""
        found: list[tuple[str, Row]] = []
        for table in _TABLES:
            sql = f"select * from {table} where substr(id, 1, length(:start)) = :start"
            found += [(table, row) for row in self._rows(sql, {"start": start})]
        return found

    def standing_rows(self, table: str) -> list[Row]:
        """The rows of one of the two tables that are not in the bin: oldest first, those of a day as entered."""
        return self._rows(f"select * from {table} where deleted_at is null order by date, rowid")

    def attachments(self, *, deleted: bool = False) -> list[Row]:
        """The rows of attachments, in the order they were attached; `deleted` asks for the bin."""
        which = "not null" if deleted else "null"
        return self._rows(f"select * from attachments where deleted_at is {which} order by rowid")

    def attachment_files(self) -> set[str]:
        """The names of copies that a row speaks of, also in the bin, or a step that can still be done again."""
        sql = """
            select file from attachments
            union
            select json_extract(changes, '$[0][2].file') from steps where name = 'attach'"""
        return {str(row["file"]) for row in self._rows(sql)}

    # The years around them

    def first_kept(self, by_clinic: Collection[str]) -> date | None:
        """The earliest day on which anything was logged as it came: no event, and nothing that a clinic gives."""
        with told_plainly(self._path):
            return sums.first_kept(self._connection, by_clinic)

    def moved(self, first: date, last: date) -> list[Moved]:
        """The minutes of each kind of movement in each week from `first`."""
        with told_plainly(self._path):
            return sums.moved(self._connection, first, last)

    def how_many(self, first: date, last: date) -> dict[str, int]:
        """How many entries of each kind, and answers to reminders, are dated from then to then."""
        with told_plainly(self._path):
            return sums.how_many(self._connection, first, last)

    def weeks_recorded(self, first: date, last: date) -> frozenset[date]:
        """First days of the weeks from `first` of which something is known."""
        with told_plainly(self._path):
            return sums.weeks_recorded(self._connection, first, last)

    def doses_said(
        self, medicines: Sequence[str], last: date
    ) -> tuple[dict[date, tuple[int, int]], date | None, date | None]:
        """What is on record of some medicines by months; see `sums.doses_said`."""
        with told_plainly(self._path):
            return sums.doses_said(self._connection, medicines, last)

    def _rows(self, sql: str, values: dict[str, object] | None = None) -> list[Row]:
        with told_plainly(self._path):
            return reading.rows(self._connection, sql, values)
