"""Where the window opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bonecoach.diary.diary import Diary

FIRST_START_DONE = "first_start_done"
"""The setting that says the first questions were seen, answered or not."""


def first_place(diary: Diary) -> str:
    """The first questions on a diary that nobody has written in, Today otherwise."""
    seen = diary.setting(FIRST_START_DONE) is not None or diary.can_undo() is not None
    return "today" if seen else "first_start"
