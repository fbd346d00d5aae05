"""Scans and photos of reports: kept beside the diary with what was measured, and taken off again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bonecoach.core.attachments import Attachment, shown_name
from bonecoach.core.changes import Change, Row, Step
from bonecoach.core.errors import DiaryError
from bonecoach.diary.changing import instant_text, new_id
from bonecoach.paths import backup_dir
from bonecoach.store import attached
from bonecoach.store.backup_list import attachments_named
from bonecoach.store.measured_rows import attachment_of, attachment_row

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger


class Attachments:
    """The reports of scans and tests. Attaching one and taking one off are steps; its copy stays until the bin goes."""

    def __init__(self, ledger: Ledger, find: Callable[[str], tuple[str, Row]]) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._find = find

    @property
    def folder(self) -> Path:
        """Where the copies lie: beside the diary file."""
        return self._store.path.parent / attached.FOLDER

    def all(self) -> dict[str, tuple[Attachment, ...]]:
        """What is attached, by the id of its scan or test, oldest first."""
        found: dict[str, list[Attachment]] = defaultdict(list)
        for row in self._store.measuring.attachments():
            one = attachment_of(row)
            found[one.measurement].append(one)
        return {measurement: tuple(those) for measurement, those in found.items()}

    def attach(self, start: str, source: Path) -> Step:
        """Copies a report into the diary's folder and keeps it with the scan or test whose id begins so.

        Raises DiaryError("no_such_measurement", "several_measurements", "attached_already") and what
        `attached.take_in` refuses.
        """
        measurement, name = str(self._find(start)[1]["id"]), new_id()
        copy = attached.take_in(source, self.folder, name)
        for same in self.all().get(measurement, ()):
            if same.digest == copy.digest:
                attached.remove(self.folder, [copy.file])
                raise DiaryError("attached_already", name=same.name)
        self._share(copy)
        today = self._ledger.today()
        one = Attachment(name, measurement, copy.file, shown_name(source.name), copy.size, copy.digest, today)
        step = Step("attach", (Change("attachments", None, attachment_row(one)),), one.name)
        try:
            return self._ledger.apply(step)
        except DiaryError:
            attached.remove(self.folder, [copy.file])
            raise

    def _share(self, copy: attached.TakenIn) -> None:
        """One report of several sites, or one that was taken off before, takes its room once."""
        measuring = self._store.measuring
        for row in (*measuring.attachments(), *measuring.attachments(deleted=True)):
            if row["digest"] == copy.digest:
                attached.share(self.folder, copy.file, str(row["file"]))
                return

    def take_off(self, start: str) -> Step:
        """Puts an attachment into the bin. Raises DiaryError("no_such_attachment")."""
        row = self._row(start)
        gone = {**row, "deleted_at": instant_text(self._ledger.clock.now())}
        return self._ledger.apply(Step("take_off", (Change("attachments", row, gone),), str(row["name"])))

    def path(self, start: str) -> Path:
        """Where the copy lies, to be opened. Raises DiaryError("no_such_attachment", "attachment_missing")."""
        one = attachment_of(self._row(start))
        path = self.folder / one.file
        if not attached.is_there(path):
            raise DiaryError("attachment_missing", name=one.name, path=str(path))
        return path

    def changes_with(self, measurement: str, stamp: str) -> tuple[Change, ...]:
        """What goes to the bin with a scan or test."""
        rows = [row for row in self._store.measuring.attachments() if row["measurement"] == measurement]
        return tuple(Change("attachments", row, {**row, "deleted_at": stamp}) for row in rows)

    def copies_in_bin(self) -> list[str]:
        """The copies of what lies in the bin."""
        return [str(row["file"]) for row in self._store.measuring.attachments(deleted=True)]

    def remove(self, files: list[str]) -> None:
        """Takes copies away for good."""
        attached.remove(self.folder, files)

    def remove_strays(self) -> None:
        """Takes away copies whose attaching was undone, once nothing can bring it back: no step, and no backup."""
        strays = attached.copies(self.folder)
        if strays:
            strays -= self._store.measuring.attachment_files()
            strays -= attachments_named(backup_dir(self._store.path.parent))
            attached.remove(self.folder, strays)

    def _row(self, start: str) -> Row:
        rows = self._store.measuring.attachments()
        found = [row for row in rows if start and str(row["id"]).startswith(start)]
        if len(found) != 1:
            raise DiaryError("no_such_attachment", id=start)
        return found[0]
