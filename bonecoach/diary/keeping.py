"""The daily backup: when it is due, where it goes, and thinning."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bonecoach.core.errors import DiaryError
from bonecoach.store import Store, backups

FOLDER_SETTING = "backup_dir"


def folder(store: Store) -> Path:
    """Where backups go: the folder she chose, else `backups` beside the diary."""
    chosen = store.setting(FOLDER_SETTING)
    return Path(chosen) if chosen else store.path.parent / "backups"


def due(store: Store, today: date) -> bool:
    """Whether today has no backup yet."""
    return not backups.daily_file(folder(store), today).exists()


def back_up_day(store: Store, today: date) -> Path:
    """Writes today's verified backup and thins the older ones. Raises DiaryError; the diary itself is untouched."""
    target = store.back_up(backups.daily_file(folder(store), today))
    backups.thin(target.parent)
    return target


def back_up_to(store: Store, target_dir: Path, stamp: str) -> Path:
    """Writes a verified backup into a folder of her choice."""
    if target_dir.exists() and not target_dir.is_dir():
        raise DiaryError("not_a_folder", path=str(target_dir))
    return store.back_up(target_dir / f"bonecoach-{stamp}.db")
