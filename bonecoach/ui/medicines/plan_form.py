"""What the forms of medicines and reminders share."""

from __future__ import annotations

from datetime import time

from bonecoach.core.errors import InvalidEntry
from bonecoach.ui.dialog import AROUND
from bonecoach.ui.fields_dialog import FieldsDialog
from bonecoach.ui.medicines.said import times_said
from bonecoach.ui.person.fields import Typed
from bonecoach.ui.theme import px


class PlanForm(FieldsDialog):
    """A form of fields that knows times of day.

    `spare` are pixels at 100 % for the lines that come later: why these times, or what they are too near to.
    """

    spare = 44

    def add_buttons(self, accept: str, cancel: str | None = None) -> None:
        self.column.addStretch(1)
        super().add_buttons(accept, cancel)

    def take_room(self) -> None:
        """Only before it is seen: a window whose size changes under the hands may be put elsewhere by the desktop."""
        if not self.isVisible():
            super().take_room()
            most = self.screen().availableSize().height() - AROUND[1]
            self.resize(self.width(), min(self.height() + px(self.spare), most))

    def times(self, typed: Typed, *, needed: bool) -> tuple[time, ...]:
        """The times in a field. Raises InvalidEntry("not_a_clock")."""
        found = times_said(typed.text())
        if needed and not found:
            raise InvalidEntry("not_a_clock", text=typed.text())
        return found
