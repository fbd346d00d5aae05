"""What medicines put above every page: the call to the clinic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bonecoach.ui.medicines.call_bar import CallBar

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.core.plans import Plan
    from bonecoach.ui.main_window import MainWindow
    from bonecoach.ui.page import Desk

_TABLES = frozenset({"doses", "plans"})
"""What can change what stands here."""


class Standing(QObject):
    """Stands above the pages of a window. `start` puts it there; `look_again` draws it for the present moment."""

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self.place = QWidget()
        self.place.setAccessibleName(self.tr("What cannot wait"))
        column = QVBoxLayout(self.place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.call = CallBar(desk)
        column.addWidget(self.call)
        self.call.given.connect(self._was_given)
        self.call.why.connect(window.asks_why)

    def start(self) -> None:
        """Puts it above the pages."""
        self._window.put_above(self.place)
        self.look_again()

    def look_again(self) -> None:
        """Draws what stands there now; it takes no room when nothing does."""
        self.call.look_again()
        self.place.setVisible(not self.call.isHidden())

    def step_done(self, step: Step) -> None:
        """Something was logged, planned or taken back."""
        if any(change.table in _TABLES for change in step.changes):
            QTimer.singleShot(0, self, self.look_again)

    def _was_given(self, plan: Plan) -> None:
        from bonecoach.ui.medicines.given_form import GivenForm

        GivenForm(plan, self._desk, self._window).exec()
