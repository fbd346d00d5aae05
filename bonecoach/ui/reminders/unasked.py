"""What speaks in the window without being asked, each begun when there is first something for it to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.ui.main_window import MainWindow
    from bonecoach.ui.medicines.standing import Standing
    from bonecoach.ui.page import Desk
    from bonecoach.ui.reminders.asks import Asks
    from bonecoach.ui.reminders.reminding import Reminding


class Unasked(QObject):
    """Reminders, what medicines put above the pages, and quiet questions. None of it is imported before it is begun.

    `began()`: reminders have begun. `looks()`: they are about to look what is due, at every heartbeat of theirs.
    """

    began = Signal()
    looks = Signal()

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self.reminding: Reminding | None = None
        self.standing: Standing | None = None
        self.asks: Asks | None = None

    def remind(self) -> None:
        """Begins reminders and what stands above the pages, where anything is planned for them."""
        if self.reminding is None and self._desk.diary.reminders.any():
            from bonecoach.ui.reminders.reminding import Reminding

            self.reminding = Reminding(self._desk, self._window, self)
            self.reminding.looks.connect(self.looks)
            self.began.emit()
            self.reminding.start()
        self._stand()

    def ask(self) -> None:
        """Begins quiet questions."""
        from bonecoach.ui.reminders.asks import Asks

        self.asks = Asks(self._desk, self._window, self)
        self.asks.look_again()
        if self.reminding is not None:
            self.reminding.bell.look_again()  # Today may be there only now

    def look_again(self) -> None:
        """Draws what holds now."""
        for standing in (self.standing, self.asks):
            if standing is not None:
                standing.look_again()

    def step_done(self, step: Step) -> None:
        """Something was logged, planned or taken back: it may be the first that wants a reminder."""
        for speaks in (self.reminding, self.standing, self.asks):
            if speaks is not None:
                speaks.step_done(step)
        changed = {change.table for change in step.changes}
        if self.reminding is None and "plans" in changed:
            QTimer.singleShot(0, self, self.remind)
        elif self.standing is None and "doses" in changed:
            QTimer.singleShot(0, self, self._stand)

    def stop(self) -> None:
        """Nothing of it comes any more."""
        for speaks in (self.reminding, self.standing):
            if speaks is not None:
                speaks.stop()

    def _stand(self) -> None:
        reminders = self._desk.diary.reminders
        if self.standing is None and (reminders.any() or reminders.rituals.running()):
            from bonecoach.ui.medicines.standing import Standing

            self.standing = Standing(self._desk, self._window, self)
            self.standing.tells.connect(self._tell)
            self.standing.start()

    def _tell(self, key: str, title: str, body: str) -> None:
        if self.reminding is not None:
            self.reminding.notifier.show(key, title, body, (), silent=False, sound=False)
