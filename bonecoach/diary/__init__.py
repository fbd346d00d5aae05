"""What a person can do with her diary: log, edit, undo, ask for a day or a week."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bonecoach.clock import Clock
    from bonecoach.core.changes import Step
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.knowledge import Knowledge


def open_diary(
    data_dir: Path,
    clock: Clock,
    zone: str | Callable[[], str],
    announce: Callable[[Step], None] | None = None,
    knowledge: Knowledge | None = None,
) -> Diary:
    """Opens the diary in a data folder, made if missing. Raises DiaryError (see `store.open_store`).

    `zone` is the IANA name of the zone she is in now, or a function that tells it. `announce` is called with every
    step after it is on disk.
    """
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.knowledge import Knowledge
    from bonecoach.diary.ledger import Ledger
    from bonecoach.paths import backup_dir, diary_file
    from bonecoach.store import open_store

    store = open_store(diary_file(data_dir), now=clock.now(), backup_dir=backup_dir(data_dir))
    return Diary(Ledger(store, clock, knowledge or Knowledge(), zone, announce))
