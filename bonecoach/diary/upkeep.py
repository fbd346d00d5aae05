"""How the diary file is looked after: the daily backup, the checks, where things lie."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bonecoach.core.errors import DiaryError
from bonecoach.paths import backup_dir

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger
    from bonecoach.store.backup_list import Backup

FOLDER_SETTING = "backup_dir"
LOOKED_SETTING = "looked_over_on"
_TURNS = 5
_NOTHING_DONE = frozenset({"locked", "disk_full"})
"""Why a diary may be left whole as it was by a restoring that had begun."""


def stamp(now: datetime) -> str:
    """An instant as a part of the name of a file."""
    return f"{now:%Y%m%dT%H%M%S}"


class Restored(NamedTuple):
    """Where the diary as it was lies now: in a `backup`, or `aside` because it could not be read. Or there was none."""

    backup: Path | None = None
    aside: Path | None = None


class Upkeep:
    """What keeps the file safe. None of it is a step."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    @property
    def path(self) -> Path:
        """The diary file."""
        return self._store.path

    @property
    def backup_folder(self) -> Path:
        """Where backups go: the folder she chose, else `backups` beside the diary."""
        chosen = self._store.setting(FOLDER_SETTING)
        return Path(chosen) if chosen else self._beside

    @property
    def _beside(self) -> Path:
        return backup_dir(self.path.parent)

    def backup_due(self) -> bool:
        """Whether today has no backup yet, or none that can be looked at: then writing one says why."""
        try:
            return not self._daily_file().exists()
        except OSError:  # no right to look there, or the network is gone
            return True

    def backup_job(self, *, by_hand: bool = False) -> Callable[[], Path]:
        """What writes a verified backup and thins the older daily ones, when called: once, from any thread.

        It is the one of today, or one more that nothing thins where she wants it `by_hand`. What a program that was
        killed left half-written goes with them.

        In a folder of its own it lies with copies of the attachments; beside the diary they lie already. Raises
        DiaryError when called; the diary itself is untouched.
        """
        from bonecoach.store import attached, backups, leftovers
        from bonecoach.store.faults import told_plainly

        wanted = self._own_file(self.backup_folder) if by_hand else self._daily_file()
        store = self._store
        beside = store.path.parent
        swept = {folder / part for folder in (beside, wanted.parent) for part in ("", attached.FOLDER)} | {self._beside}
        elsewhere = wanted.parent != self._beside

        def back_up() -> Path:
            with told_plainly(wanted):
                target = backups.free(wanted) if by_hand else wanted
            store.back_up(target)
            backups.thin(target.parent)
            if elsewhere:
                attached.bring(beside / attached.FOLDER, target.parent / attached.FOLDER)
            leftovers.sweep(beside, swept, target)
            return target

        return back_up

    def backup(self, target_dir: Path | None = None, *, by_hand: bool = False) -> Path:
        """Writes a verified backup: as `backup_job`, or one more into a folder, with attachments. Raises DiaryError."""
        from bonecoach.store import attached

        if target_dir is None:
            return self.backup_job(by_hand=by_hand)()
        if target_dir.exists() and not target_dir.is_dir():
            raise DiaryError("not_a_folder", path=str(target_dir))
        written = self._store.back_up(self._own_file(target_dir))
        attached.bring(self.path.parent / attached.FOLDER, target_dir / attached.FOLDER)
        return written

    def backups(self) -> list[Backup]:
        """The backups there are, newest first, each with what it holds against the diary now. Raises DiaryError."""
        from bonecoach.store.backup_list import backups_in

        return backups_in((self.backup_folder, self._beside), self.path)

    def backup_at(self, file: Path) -> Backup:
        """A backup that lies somewhere else. Raises DiaryError("no_such_file", "same_file", "restore_damaged")."""
        from bonecoach.store.backup_list import readable_backup

        return readable_backup(file, self.path)

    def restore(self, file: Path) -> Restored:
        """Makes the diary hold what a backup holds; the present is backed up first, and where to is answered.

        The backup is verified before anything is changed. Attachments that lie beside it and are missing here come with
        it; none is taken away. Raises DiaryError (see `store.restoring`).
        """
        from bonecoach.store import attached, backups, restoring

        now = self._ledger.clock.now()
        with restoring.ready(file, self.path, now) as source:
            attached.bring(file.parent / attached.FOLDER, self.path.parent / attached.FOLDER)
            kept = self._all_of_now(backups.free(self._beside / f"before-restore-{stamp(now)}.db"))
            try:
                restoring.take_over(self._store, source)
            except DiaryError as error:
                if error.code in _NOTHING_DONE:  # the present is where it was, and each try would take more room
                    kept.unlink(missing_ok=True)
                raise
        self._ledger.forget()
        return Restored(backup=kept)

    def _all_of_now(self, target: Path) -> Path:
        """Backs up the present, again where another program wrote meanwhile: what is about to go stands in it.

        Raises DiaryError("locked") where others go on writing.
        """
        for _ in range(_TURNS):
            version = self._store.version()
            kept = self._store.back_up(target)
            if self._store.version() == version:
                return kept
        raise DiaryError("locked", path=str(self.path))

    def check(self) -> list[str]:
        """What is wrong with the file; empty when all is well."""
        return self._store.faults()

    def quick_check(self) -> str | None:
        """What a quick look at the file finds, once a day; None when all is well or today was looked already."""
        today = self._ledger.today().isoformat()
        if self._store.setting(LOOKED_SETTING) == today:
            return None
        fault = self._store.quick_fault()
        if fault is None:
            with suppress(DiaryError):  # where that cannot be kept, the next start looks again
                self._store.set_setting(LOOKED_SETTING, today)
        return fault

    def warm(self) -> None:
        """Loads what writing needs, after the first paint."""
        self._store.warm()

    def _own_file(self, folder: Path) -> Path:
        return folder / f"bonecoach-{self._ledger.now().local:%Y-%m-%d-%H%M%S}.db"

    def _daily_file(self) -> Path:
        from bonecoach.store import backups

        return backups.daily_file(self.backup_folder, self._ledger.today())
