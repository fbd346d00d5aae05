"""Bringing a backup back into a data folder, also where the diary in it cannot be opened any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bonecoach.core.errors import DiaryError
from bonecoach.diary import open_diary
from bonecoach.diary.upkeep import Restored, stamp
from bonecoach.paths import backup_dir, diary_file
from bonecoach.store import attached, restoring
from bonecoach.store.backup_list import backups_in, readable_backup

if TYPE_CHECKING:
    from bonecoach.clock import Clock
    from bonecoach.store.backup_list import Backup


class Shut:
    """A diary that cannot be opened, and the backups beside it."""

    def __init__(self, data_dir: Path, clock: Clock) -> None:
        self._data_dir, self._clock = data_dir, clock

    def backups(self) -> list[Backup]:
        """The backups there are, newest first. Raises DiaryError."""
        return backups_in([backup_dir(self._data_dir)], diary_file(self._data_dir))

    def backup_at(self, file: Path) -> Backup:
        """A backup that lies somewhere else. Raises DiaryError("no_such_file", "same_file", "restore_damaged")."""
        return readable_backup(file, diary_file(self._data_dir))

    def restore(self, file: Path) -> Restored:
        """As `restore_diary`."""
        return restore_diary(self._data_dir, file, self._clock)


LEAVES_ROOM = frozenset({"damaged", "not_a_diary"})
"""Why a diary cannot be opened where a backup is the way on. One of a newer program is whole: a newer one opens it."""

UNREADABLE = frozenset({"damaged", "backup_damaged", "not_a_diary", "newer_file"})
"""Why a diary cannot be opened or backed up: then it is put aside, whole as it is."""


def restore_diary(data_dir: Path, file: Path, clock: Clock) -> Restored:
    """Brings a backup back into a data folder. It is verified before anything is changed. Raises DiaryError."""
    path = diary_file(data_dir)
    if path.exists():
        try:
            diary = open_diary(data_dir, clock, "UTC")
            try:
                return diary.upkeep.restore(file)
            finally:
                diary.close()
        except DiaryError as error:
            if error.code not in UNREADABLE:
                raise
    with restoring.ready(file, path, clock.now()) as source:
        attached.bring(file.parent / attached.FOLDER, data_dir / attached.FOLDER)
        return Restored(aside=restoring.put_in_place(source, path, stamp(clock.now())))
