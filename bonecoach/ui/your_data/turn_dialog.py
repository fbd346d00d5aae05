"""A long step taken back or done again: in a thread of its own, while the window goes on drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bonecoach.core.errors import BoneCoachError, DiaryError
from bonecoach.core.progress import Tell, heard_by
from bonecoach.ui.buttons import Button
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.your_data.work_dialog import WorkDialog

if TYPE_CHECKING:
    from bonecoach.core.changes import Step

Way = Literal["undo", "redo"]


class TurnDialog(WorkDialog):
    """Begins at once, says how far it is, and closes by itself. Stopped, nothing has changed."""

    def __init__(self, desk: Desk, step: Step, way: Way, parent: QWidget) -> None:
        title = self.tr("Taking back") if way == "undo" else self.tr("Doing again")
        super().__init__(title, desk.words, parent, wide=520)
        self._desk, self._step, self._way = desk, step, way
        self._step_done: Step | None = None
        self._error: BoneCoachError = DiaryError("stopped")
        self.foot.insertWidget(0, Text(desk.words.step_label(step)))
        self.cancel = Button(self.tr("Stop"))
        self.cancel.clicked.connect(self.reject)
        self.foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)

    def turned(self) -> Step:
        """Does it, and answers what was done. Raises BoneCoachError("stopped", ...) where nothing was."""
        opener, way, step_id = self._desk.diary.beside.opener(), self._way, self._step.id

        def act(tell: Tell) -> object:
            with heard_by(tell), opener() as diary:
                return diary.undo(step_id) if way == "undo" else diary.redo(step_id)

        self.do(act, self._done, self.so_far(0))
        self.exec()
        if self._step_done is None:
            raise self._error
        return self._step_done

    def so_far(self, percent: int) -> str:
        key = "data.taken_back_so_far" if self._way == "undo" else "data.done_again_so_far"
        return self.words.say(key, percent=percent)

    def refused(self, error: object) -> None:
        self._error = cast("BoneCoachError", error)
        super().accept()

    def _done(self, step: object) -> None:
        self._step_done = cast("Step", step)
        super().accept()
