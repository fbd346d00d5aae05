"""Tells what is due: settles the diary, has the system show it, and takes the answers pressed there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.occurrences import State

if TYPE_CHECKING:
    from bonecoach.core.reminders import Telling
    from bonecoach.desktop.notifier import Notifier
    from bonecoach.ui.page import Desk

HEALTH_WORDS_SETTING = "health_words_shown"
"""Whether a notification names what it is about; otherwise a locked screen says no word of health."""

LATER = timedelta(minutes=30)
AWAY = "away"
"""The key of the one notification about all that came while she was away."""


class Bell(QObject):
    """What rings. `rang()`: something else may be waiting; `opens()`: she wants the window; `refused(sentence)`."""

    rang = Signal()
    opens = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notifier = notifier
        self._shown: set[str] = set()
        notifier.pressed.connect(self.answer)
        notifier.clicked.connect(self._clicked)

    def settle(self) -> datetime | None:
        """Writes what is due, tells it, and answers when anything can be due next."""
        found = self._desk.diary.reminders.settle()
        for telling in found.shown:
            self._tell(telling)
        if found.away:
            self._tell_away(len(found.away))
        self.look_again()
        return found.next_at

    def look_again(self) -> None:
        """Withdraws what waits no more, and says that something may have changed."""
        waiting = {slot.id for slot in self._desk.diary.reminders.wanted()}
        for key in self._shown - waiting - {AWAY}:
            self._notifier.withdraw(key)
        if not waiting and AWAY in self._shown:
            self._notifier.withdraw(AWAY)
        self._shown &= waiting | ({AWAY} if waiting else set())
        self.rang.emit()

    def answer(self, key: str, button: str) -> None:
        """A button of a notification, or of the strip in the window: "done", "later" or "skip"."""
        reminders = self._desk.diary.reminders
        acts: dict[str, Callable[[], object]] = {
            "done": lambda: reminders.answer(key, State.DONE),
            "skip": lambda: reminders.answer(key, State.SKIPPED),
            "later": lambda: reminders.snooze(key, self._desk.diary.now().instant + LATER),
        }
        try:
            acts[button]()
        except BoneCoachError as error:
            self.refused.emit(self._desk.words.error(error))
        self.look_again()

    def _tell(self, telling: Telling) -> None:
        from bonecoach.words.plans import PlanWords

        words = PlanWords(self._desk.words)
        slot, _ = self._desk.diary.reminders.record(telling.record.id)
        named = self._desk.diary.setting(HEALTH_WORDS_SETTING) == "yes"
        title = words.label(telling.plan) if named else words.time_for(slot)
        body = words.beside(telling.plan, slot.date, self._desk.diary.today()) if named else ""
        buttons = [
            ("done", words.answer_done(telling.plan) if named else words.notice("done")),
            ("later", words.notice("later")),
            ("skip", words.notice("skip")),
        ]
        self._shown.add(slot.id)
        self._notifier.show(slot.id, title, body, buttons, telling.silent, sound=False)

    def _tell_away(self, count: int) -> None:
        from bonecoach.words.plans import PlanWords

        self._shown.add(AWAY)
        self._notifier.show(AWAY, PlanWords(self._desk.words).while_away(count), "", (), silent=False, sound=False)

    def _clicked(self, _key: str) -> None:
        self.opens.emit()
