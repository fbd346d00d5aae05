"""A form of something measured: what is likely a slip is asked about once, and kept when it is saved again as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from bonecoach.core.bone_doubts import QUESTIONS
from bonecoach.core.errors import InvalidEntry
from bonecoach.ui.fields_dialog import FieldsDialog
from bonecoach.ui.page import Desk


class MeasuredForm(FieldsDialog):
    """Remembers what was asked about, until it is saved or changed."""

    def __init__(self, title: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(title, desk, parent)
        self._asked: Mapping[str, object] | None = None

    def keep(self, said: Mapping[str, object], act: Callable[[bool], object]) -> None:
        """Keeps what the fields say; `act` is told whether that was confirmed. Raises BoneCoachError."""
        confirmed, self._asked = self._asked == said, None
        try:
            act(confirmed)
        except InvalidEntry as error:
            if error.code in QUESTIONS:
                self._asked = said
            raise

    def complain(self, sentence: str) -> None:
        """Says why something was not kept, and how it is kept all the same where that was a question."""
        super().complain(f"{sentence} {'' if self._asked is None else self.again()}".strip())

    def again(self) -> str:
        """How what was asked about is kept as it is."""
        return self.tr("If it stands so on the report, press Save once more.")
