"""Tells what is due: settles the diary, has the system show it, and takes the answers pressed there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.occurrences import State
from bonecoach.desktop.notices import Notice
from bonecoach.diary.wishes import Wish

if TYPE_CHECKING:
    from bonecoach.core.reminders import Telling
    from bonecoach.desktop.notifier import Notifier
    from bonecoach.ui.page import Desk

LATER = timedelta(minutes=30)
AWAY = "away"
"""The key of the one notification about all that came while she was away."""

FAULT = "fault"
"""The key of the notification that no reminder can come."""

MOST_TRIES = 20
"""How often a notification that the system did not show is tried again, at heartbeats: for about eight minutes."""


class Bell(QObject):
    """What rings. `rang()`: something else may be waiting; `told()`: something new is; `opens()`: she wants the window;
    `refused(sentence)`.

    `unseen(sentence)`: the system does not show what that says, and the window has to.
    """

    rang = Signal()
    told = Signal()
    opens = Signal()
    refused = Signal(str)
    unseen = Signal(str)

    def __init__(self, desk: Desk, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notifier = notifier
        self._shown: dict[str, Notice] = {}
        self._failed: set[str] = set()
        self._tries: dict[str, int] = {}
        self._faults = 0
        self._fault = ""
        notifier.pressed.connect(self.answer)
        notifier.clicked.connect(self._clicked)
        notifier.failed.connect(self._not_shown)

    def settle(self) -> datetime | None:
        """Writes what is due, tells it, and answers when anything can be due next.

        What the diary refuses is raised, and told from the second time in a row on: another program may just write.
        """
        try:
            found = self._desk.diary.reminders.settle()
        except BoneCoachError as error:
            self._refuse(self._desk.words.error(error))
            raise
        self._faults, self._fault = 0, ""
        for telling in found.shown:
            self._tell(telling)
        if found.away:
            self._tell_away(len(found.away))
        self.look_again()
        for key in self._failed & self._shown.keys():  # what shows them may start late, or hang for a while
            self._put_up(key)
        if found.shown or found.away:
            self.told.emit()
        return found.next_at

    def standing(self) -> list[str]:
        """The keys of the notifications that are shown now; nobody hears their buttons when the program has ended."""
        return list(self._shown)

    def look_again(self) -> None:
        """Withdraws what waits no more, and says that something may have changed."""
        reminders = self._desk.diary.reminders
        waiting = {slot.id for slot in reminders.wanted()}
        listed = {AWAY} if waiting or reminders.to_ask_about() else set()
        for key in self._shown.keys() - waiting - listed:
            del self._shown[key]
            self._notifier.withdraw(key)
        self.rang.emit()

    def answer(self, key: str, button: str) -> None:
        """A button of a notification, or in the window: "done", "later", "skip" or "missed"."""
        reminders = self._desk.diary.reminders
        acts: dict[str, Callable[[], object]] = {
            "done": lambda: reminders.answer(key, State.DONE),
            "skip": lambda: reminders.answer(key, State.SKIPPED),
            "missed": lambda: reminders.answer(key, State.MISSED),
            "later": lambda: reminders.snooze(key, self._desk.diary.now().instant + LATER),
        }
        try:
            acts[button]()
        except BoneCoachError as error:
            self.refused.emit(self._said(error))
        self.look_again()

    def _said(self, error: BoneCoachError) -> str:
        if error.code != "no_such_occurrence":
            return self._desk.words.error(error)
        from bonecoach.words.plans import PlanWords

        return PlanWords(self._desk.words).notice("changed")  # while it was on the screen

    def _tell(self, telling: Telling) -> None:
        from bonecoach.words.plans import PlanWords

        words = PlanWords(self._desk.words)
        slot, _ = self._desk.diary.reminders.record(telling.record.id)
        wishes = self._desk.diary.reminders.wishes
        named, sound = wishes.holds(Wish.HEALTH_WORDS), wishes.holds(Wish.SOUND)
        title = words.label(telling.plan) if named else words.time_for(slot)
        body = words.beside(telling.plan, slot.date, self._desk.diary.today()) if named else ""
        buttons = (
            ("done", words.answer_done(telling.plan) if named else words.notice("done")),
            ("later", words.notice("later")),
            ("skip", words.notice("skip")),
        )
        self._show(Notice(slot.id, title, body, buttons, telling.silent, sound))

    def _tell_away(self, count: int) -> None:
        from bonecoach.words.plans import PlanWords

        said, sound = PlanWords(self._desk.words).while_away(count), self._desk.diary.reminders.wishes.holds(Wish.SOUND)
        self._show(Notice(AWAY, said, "", sound=sound))

    def _refuse(self, sentence: str) -> None:
        self._faults += 1
        if self._faults > 1 and sentence != self._fault:
            from bonecoach.words.plans import PlanWords

            self._fault = sentence
            self._show(Notice(FAULT, PlanWords(self._desk.words).notice("stopped"), ""))
            self.refused.emit(sentence)

    def _show(self, notice: Notice) -> None:
        self._shown[notice.key] = notice
        self._tries[notice.key] = 0
        self._put_up(notice.key)

    def _put_up(self, key: str) -> None:
        self._failed.discard(key)
        self._tries[key] += 1
        notice = self._shown[key]
        self._notifier.show(key, notice.title, notice.body, notice.buttons, notice.silent, notice.sound)

    def _not_shown(self, key: str) -> None:
        if key not in self._shown:
            return
        if self._tries[key] < MOST_TRIES:
            self._failed.add(key)
        if self._tries[key] == 1:
            self.unseen.emit(self._shown[key].title)

    def _clicked(self, key: str) -> None:
        self.opens.emit()
        if key == FAULT and self._fault:
            self.refused.emit(self._fault)
