"""Starting with the login: with the diary that is open, in the system's own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bonecoach.diary.diary import Diary


def start_with_login(diary: Diary, *, on: bool) -> None:
    """Starts the program unseen with the login from now on, or no more. Raises DiaryError("autostart_refused")."""
    from bonecoach.desktop import autostart
    from bonecoach.paths import default_data_dir

    folder = diary.upkeep.path.parent
    if on:
        autostart.turn_on(None if folder == default_data_dir() else folder)
    else:
        autostart.turn_off()
