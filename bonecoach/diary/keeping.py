"""The daily backup: when it is due, where it goes, and thinning."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from bonecoach.core.errors import DiaryError
from bonecoach.store import Store, backups

FOLDER_SETTING = "backup_dir"
LOOKED_SETTING = "looked_over_on"


def folder(store: Store) -> Path:
    """Where backups go: the folder she chose, else `backups` beside the diary."""
    chosen = store.setting(FOLDER_SETTING)
    return Path(chosen) if chosen else store.path.parent / "backups"


def due(store: Store, today: date) -> bool:
    """Whether today has no backup yet."""
    return not backups.daily_file(folder(store), today).exists()


def job(store: Store, today: date) -> Callable[[], Path]:
    """What writes today's verified backup and thins the older ones, when called: once, from any thread.

    Raises DiaryError when called; the diary itself is untouched.
    """
    target = backups.daily_file(folder(store), today)

    def back_up() -> Path:
        store.back_up(target)
        backups.thin(target.parent)
        return target

    return back_up


def back_up_to(store: Store, target_dir: Path, stamp: str) -> Path:
    """Writes a verified backup into a folder of her choice."""
    if target_dir.exists() and not target_dir.is_dir():
        raise DiaryError("not_a_folder", path=str(target_dir))
    return store.back_up(target_dir / f"bonecoach-{stamp}.db")


def looked_over(store: Store, today: date) -> str | None:
    """What a quick check of the file finds, once a day; None when all is well or today was looked already."""
    if store.setting(LOOKED_SETTING) == today.isoformat():
        return None
    fault = store.quick_fault()
    if fault is None:
        with suppress(DiaryError):  # where that cannot be kept, the next start looks again
            store.set_setting(LOOKED_SETTING, today.isoformat())
    return fault
