"""What was just done, said on the slip, and the way back: taken back, done again, each a press away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bonecoach.core.errors import BoneCoachError
from bonecoach.diary.changing import IMPORT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bonecoach.core.changes import Step
    from bonecoach.ui.page import Desk
    from bonecoach.ui.your_data.turn_dialog import Way

LOGGING = frozenset({"log", "answer_done"})
"""Steps by which something is logged."""

LONG = 1_000
"""Things of an import from which on the window would stand still: so many take about a tenth of a second."""


class Turning(QObject):
    """Says each step of hers once, and turns the last one; a long one beside the window, which goes on drawing.

    `says(sentence, button, act)`: what is to be said, and what a button beside it is called and does; "" and None for
    no button.
    """

    says = Signal(str, str, object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._runs = False

    def say_done(self, step: Step) -> None:
        """Says what was done, with the way back. Of a step that is being turned the slip says that it was turned."""
        if not self._runs:
            self.says.emit(self._done(step), self.tr("Undo"), partial(self.undo, step.id))

    def undo(self, step_id: int | None = None) -> None:
        """Takes the last step back and says so; nothing, where another one was meant."""
        step = self._turned("undo", step_id)
        if step is not None:
            said = self._desk.words.step(step, self._desk.diary.entries_of(step), "undone")
            self.says.emit(said, self.tr("Redo"), partial(self.redo, step.id))

    def redo(self, step_id: int | None = None) -> None:
        """Does the last undone step again and says so; nothing, where another one was meant."""
        step = self._turned("redo", step_id)
        if step is not None:
            said = self._desk.words.step(step, self._desk.diary.entries_of(step), "redone")
            self.says.emit(said, self.tr("Undo"), partial(self.undo, step.id))

    def _done(self, step: Step) -> str:
        """What was done and, where something was logged too near to something else, that in one quiet line more."""
        diary, words = self._desk.diary, self._desk.words
        entries = diary.entries_of(step)
        near = diary.spacing.logged(entries) if step.name in LOGGING else None
        said = words.step(step, entries, today=diary.today())
        return said if near is None else f"{said} {words.conflict(near)}"

    def _turned(self, way: Way, step_id: int | None) -> Step | None:
        self._runs = True
        try:
            return self._turn(way, step_id)
        except BoneCoachError as error:
            self.says.emit(self._desk.words.error(error), "", None)
            return None
        finally:
            self._runs = False

    def _turn(self, way: Way, step_id: int | None) -> Step:
        diary = self._desk.diary
        step = diary.can_undo() if way == "undo" else diary.can_redo()
        if step is None or not _is_long(step) or step_id not in (None, step.id):
            return diary.undo(step_id) if way == "undo" else diary.redo(step_id)
        from bonecoach.ui.your_data.turn_dialog import TurnDialog

        done = TurnDialog(self._desk, step, way, self._window).turned()
        diary.beside.heard(done)
        return done


def _is_long(step: Step) -> bool:
    return step.name == IMPORT and int(step.label) >= LONG
