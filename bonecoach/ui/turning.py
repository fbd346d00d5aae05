"""Steps taken back and done again: a long one beside the window, which goes on drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bonecoach.core.changes import Step
    from bonecoach.ui.page import Desk
    from bonecoach.ui.your_data.turn_dialog import Way

LONG = 1_000
"""Things of an import from which on the window would stand still: so many take about a tenth of a second."""


def turned(desk: Desk, way: Way, step_id: int | None, parent: QWidget) -> Step:
    """Takes her last step back, or does the last undone one again; what was done.

    Raises DiaryError("changed_since") where another one than `step_id` would be, and as `Diary.undo` does; a long one
    can be stopped besides ("stopped").
    """
    diary = desk.diary
    step = diary.can_undo() if way == "undo" else diary.can_redo()
    if step is None or not _is_long(step) or step_id not in (None, step.id):
        return diary.undo(step_id) if way == "undo" else diary.redo(step_id)
    from bonecoach.ui.your_data.turn_dialog import TurnDialog

    done = TurnDialog(desk, step, way, parent).turned()
    diary.beside.heard(done)
    return done


def _is_long(step: Step) -> bool:
    from bonecoach.diary.changing import IMPORT

    return step.name == IMPORT and int(step.label) >= LONG
