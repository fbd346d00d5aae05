"""What medicines put above every page: the call to the clinic, and the morning of a tablet for bone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bonecoach.core.rituals import Ritual, Stage
from bonecoach.diary.wishes import Wish
from bonecoach.ui.medicines.call_bar import CallBar
from bonecoach.ui.medicines.ritual_bar import RitualBar
from bonecoach.words.rituals import RitualWords

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.core.plans import Plan
    from bonecoach.ui.main_window import MainWindow
    from bonecoach.ui.page import Desk

_TABLES = frozenset({"doses", "intakes", "occurrences", "plans"})
"""What can change what stands here."""


class Standing(QObject):
    """Stands above the pages of a window. `start` puts it there; `look_again` draws it for the present moment.

    `tells(key, title, body)`: a ritual is over, and the system may say so.
    """

    tells = Signal(str, str, str)

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self.place = QWidget()
        self.place.setAccessibleName(self.tr("What cannot wait"))
        column = QVBoxLayout(self.place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.call, self.ritual = CallBar(desk), RitualBar(desk)
        for bar in (self.call, self.ritual):
            column.addWidget(bar)
        self._running = ""
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.look_again)
        self.call.given.connect(self._was_given)
        self.call.why.connect(window.asks_why)
        self.ritual.hidden.connect(self._make_room)

    def start(self) -> None:
        """Puts it above the pages."""
        self._window.put_above(self.place)
        self.look_again()

    def stop(self) -> None:
        """Nothing of it comes any more."""
        self.timer.stop()

    def look_again(self) -> None:
        """Draws what stands there now; it takes no room when nothing does."""
        now = self._desk.diary.now().instant
        self.call.look_again()
        ritual = self.ritual.look_again(now)
        self._make_room()
        self._tell_when_over(ritual, now)
        change = None if ritual is None else ritual.next_change(now)
        if change is not None:
            self.timer.start(max(1, (change - now) // timedelta(milliseconds=1)))

    def step_done(self, step: Step) -> None:
        """Something was logged, planned, settled or taken back."""
        if any(change.table in _TABLES for change in step.changes):
            QTimer.singleShot(0, self, self.look_again)

    def _tell_when_over(self, ritual: Ritual | None, now: datetime) -> None:
        """Once, and only what was seen running: what was over before the program began is seen in the bar."""
        stage = None if ritual is None else ritual.stage(now)
        if ritual is not None and stage is Stage.BREAKFAST and self._running == ritual.id:
            named = self._desk.diary.reminders.wishes.holds(Wish.HEALTH_WORDS)
            words = RitualWords(self._desk.words, self._desk.diary.zone)
            self.tells.emit(f"ritual:{ritual.id}", *words.notice(ritual, named=named))
        self._running = ritual.id if ritual is not None and stage is Stage.UPRIGHT else ""

    def _make_room(self) -> None:
        self.place.setVisible(not (self.call.isHidden() and self.ritual.isHidden()))

    def _was_given(self, plan: Plan) -> None:
        from bonecoach.ui.medicines.given_form import GivenForm

        GivenForm(plan, self._desk, self._window).exec()
