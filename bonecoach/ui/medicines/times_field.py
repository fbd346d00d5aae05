"""The field of times of day: they are offered, and what they are too near to is said in one quiet line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.ui.cards import Text
from bonecoach.ui.medicines.said import times_said
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Typed

if TYPE_CHECKING:
    from bonecoach.core.offered_times import Offered


class TimesField(Typed):
    """Times that are offered until she types some. `quiet` says why these, or what hers are too near to.

    `but` is the id of a plan that the times belong to already.
    """

    def __init__(self, hint: str, desk: Desk, but: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint, parent=parent)
        self._desk, self._but, self._text = desk, but, ""
        self.quiet = Text("", "small", "quiet")
        self.quiet.hide()
        self.editingFinished.connect(self._look_at_hers)

    def offer(self, text: str, offered: Offered) -> None:
        """Shows times for what a text names, unless she typed her own; these are then looked at anew."""
        self._text = text
        if self.isModified():
            self.look()
        else:
            self.setText(", ".join(f"{at:%H:%M}" for at in offered.times))
            self._say(self._desk.words.offered(offered))

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
