"""The field of times of day: they are offered, and what they are too near to is said in one quiet line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import Button
from bonecoach.ui.cards import Text
from bonecoach.ui.medicines.said import times_said
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Typed

if TYPE_CHECKING:
    from datetime import time

    from bonecoach.core.offered_times import Move, Offered, Room


class TimesField(Typed):
    """Times that are offered until she types some. `quiet` says why these, or what hers are too near to.

    Where a time comes free only when something else moves, `make_room` takes both and tells so by `roomy()`; `moves` is
    what then goes with it. `but` is the id of a plan that the times belong to already.
    """

    roomy = Signal()

    def __init__(self, hint: str, desk: Desk, but: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint, parent=parent)
        self._desk, self._but, self._text = desk, but, ""
        self.quiet = Text("", "small", "quiet")
        self.quiet.hide()
        self.make_room = Button(self.tr("Yes, do that"))
        self.make_room.hide()
        self._room: Room | None = None
        self._taken = False
        self.editingFinished.connect(self._look_at_hers)
        self.textEdited.connect(self._type_over)
        self.make_room.clicked.connect(self._take_room)

    @property
    def moves(self) -> tuple[Move, ...]:
        """What moves to make room, where she chose so."""
        return self._room.moves if self._taken and self._room is not None else ()

    def offer(self, text: str, offered: Offered) -> None:
        """Shows times for what a text names, unless she typed her own; these are then looked at anew."""
        self._text = text
        if self.isModified():
            self.look()
            return
        self._taken = self._taken and offered.room == self._room
        self._room = offered.room
        if self._room is not None and self._taken:
            self._show_taken(self._room)
        else:
            self._show_times(offered.times)
            self._say(self._desk.words.offered(offered))
        self._show_button()

    def _take_room(self) -> None:
        if self._room is not None:
            self._taken = True
            self._show_taken(self._room)
            self._show_button()
            announce(self, self.quiet.text())
            self.roomy.emit()

    def _show_taken(self, room: Room) -> None:
        self._show_times((room.at,))
        self._say(self._desk.words.room(room, "made"))

    def _show_times(self, times: Sequence[time]) -> None:
        self.setText(", ".join(f"{at:%H:%M}" for at in times))

    def _show_button(self) -> None:
        self.make_room.setAccessibleDescription(self.quiet.text())
        self.make_room.setVisible(self._room is not None and not self._taken)

    def _type_over(self) -> None:
        """Times of her own need no room made."""
        self._room, self._taken = None, False
        self.make_room.hide()

    def look(self, text: str = "") -> None:
        """Says what the times that stand there are too near to, taken of what a text names."""
        self._text = text or self._text
        try:
            times = times_said(self.text())
        except InvalidEntry:  # which Save will say
            times = ()
        near = self._desk.diary.spacing.with_new(self._text, times, self._but) if self._text.strip() else ()
        self._say(self._desk.words.conflict(near[0]) if near else "")

    def _look_at_hers(self) -> None:
        if self.isModified():
            self.look()

    def _say(self, sentence: str) -> None:
        self.quiet.say(sentence)
        self.setAccessibleDescription(sentence)
