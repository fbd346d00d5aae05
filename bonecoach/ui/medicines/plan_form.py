"""What the forms of medicines and reminders share."""

from __future__ import annotations

from datetime import time

from bonecoach.core.errors import InvalidEntry
from bonecoach.ui.fields_dialog import FieldsDialog
from bonecoach.ui.medicines.said import times_said
from bonecoach.ui.person.fields import Typed


class PlanForm(FieldsDialog):
    """A form of fields that knows times of day."""

    def times(self, typed: Typed, *, needed: bool) -> tuple[time, ...]:
        """The times in a field. Raises InvalidEntry("not_a_clock")."""
        found = times_said(typed.text())
        if needed and not found:
            raise InvalidEntry("not_a_clock", text=typed.text())
        return found
