"""Everything that reminds, built and connected once something is planned: alarm, bell, notifications, waking, tray."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.occurrences import SNOOZE
from bonecoach.desktop.alarm import Alarm
from bonecoach.desktop.notifier import Notifier
from bonecoach.desktop.tray import Tray
from bonecoach.desktop.waking import Waking
from bonecoach.diary.wishes import Wish
from bonecoach.ui.reminders.bell import Bell

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.ui.main_window import MainWindow
    from bonecoach.ui.page import Desk
    from bonecoach.ui.reminders.large_window import LargeWindow
    from bonecoach.ui.reminders.on_today import OnToday
    from bonecoach.ui.today.page import TodayPage

SAID_SETTING = "said_that_it_stays"
STAYS = "stays"

LOOKS_FOR_TRAY = 4
"""How often the tray is looked for after the start: panels come late at login, and looking wakes the computer."""


class Reminding(QObject):
    """Reminders for as long as the program runs. `start` begins; `stop` ends all of it at once.

    `looks()`: it is about to look what is due, at every heartbeat at least.
    """

    looks = Signal()

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self.notifier = Notifier(self)
        self.bell = Bell(desk, self.notifier, self)
        self.alarm = Alarm(self._settle, lambda: desk.diary.now().instant, self)
        self.waking = Waking(self)
        self.tray = Tray(self)
        self._looks_for_tray = LOOKS_FOR_TRAY
        self._unsaid = self._to_say = ""
        self.on_today: OnToday | None = None
        self.large: LargeWindow | None = None
        self.notifier.failed.connect(self._not_said)
        window.came_back.connect(self._say_it_now)
        self.bell.rang.connect(self._show_waiting)
        self.bell.told.connect(self._call_large)
        self.bell.opens.connect(window.show_up)
        self.bell.refused.connect(window.tell)
        self.bell.unseen.connect(self._call)
        self.waking.woke.connect(self.alarm.look_again)
        self.tray.asks_open.connect(window.show_up)
        self.tray.asks_quit.connect(self._quit)

    def start(self) -> None:
        """Tells what became due while the program was closed, and waits for what comes."""
        self.waking.start()
        self.tray.start()
        self.alarm.start()
        self._window.stays = self.put_aside

    def stop(self) -> None:
        """Ends it; nothing is left behind."""
        self._window.stays = None
        self.alarm.stop()
        self.waking.stop()
        self.tray.stop()
        self.notifier.stop(self.bell.standing())
        if self.large is not None:
            self.large.close()
            self.large.deleteLater()
            self.large = None

    def _settle(self) -> datetime | None:
        if self._looks_for_tray > 0:
            self._looks_for_tray -= 1
            self.tray.start()
        self.looks.emit()
        return self.bell.settle()

    def step_done(self, step: Step) -> None:
        """Something was logged, planned or answered: what waits may wait no more."""
        if not step.own:
            QTimer.singleShot(0, self, self.alarm.look_again)
        elif step.name == SNOOZE:  # on a page, where the bell did not hear of it
            QTimer.singleShot(0, self, self.bell.look_again)

    def put_aside(self) -> bool:
        """The window is closed while reminders are to come: it hides in the tray, or is minimised where there is none.

        Said once, by the system or, where that shows nothing, when she comes back. Quit ends the program and its
        reminders.
        """
        if not self._desk.diary.reminders.are_to_come():
            return False
        self.tray.start()
        if self.tray.exists:
            self._window.hide()
        else:
            self._window.showMinimized()
        if self._desk.diary.setting(SAID_SETTING) is None:
            with suppress(BoneCoachError):  # a diary that takes nothing now must not keep the window from closing
                self._desk.diary.set_setting(SAID_SETTING, "yes")
            title = self.tr("BoneCoach goes on, so that reminders come")
            where = self.tr("Its sign in the tray opens it.") if self.tray.exists else self.tr("It is minimised.")
            body = f"{where} {self.tr('Quit in the File menu stops reminders.')}"
            self._unsaid = f"{title}. {body}"
            self.notifier.show(STAYS, title, body, (), silent=True, sound=False)
        return True

    def _not_said(self, key: str) -> None:
        self._to_say = self._unsaid if key == STAYS else self._to_say

    def _say_it_now(self) -> None:
        if self._to_say:
            self._window.tell(self._to_say)
            self._to_say = ""

    def _call(self, sentence: str) -> None:
        """The system shows no notification: the tray says it, and the window asks for attention without taking it."""
        self.tray.tell(sentence)
        if not self._window.isVisible() and not self.tray.exists:
            self._window.showMinimized()
        QApplication.alert(self._window)

    def _show_waiting(self) -> None:
        reminders = self._desk.diary.reminders
        waiting = reminders.wanted()
        self._window.show_waiting(waiting, self.answer, reminders.put_off())
        if self.large is not None:
            self.large.show_waiting(waiting)
        page = self._window.pages.get("today")
        if self.on_today is None and page is not None:
            from bonecoach.ui.reminders.on_today import OnToday

            self.on_today = OnToday(self._desk, cast("TodayPage", page), self.answer)
        if self.on_today is not None:
            self.on_today.look_again()

    def _call_large(self) -> None:
        """Whoever misses small notifications is told in a large window besides."""
        reminders = self._desk.diary.reminders
        if not reminders.wishes.holds(Wish.LARGE_WINDOW):
            return
        if self.large is None:
            from bonecoach.ui.reminders.large_window import LargeWindow

            self.large = LargeWindow(self._desk)
            self.large.answered.connect(self._answer_large)
        self.large.call(reminders.wanted())

    def answer(self, occurrence: str, button: str) -> None:
        """An answer given in the window; "other" asks which."""
        self._answer(occurrence, button, self._window)

    def _answer_large(self, occurrence: str, button: str) -> None:
        self._answer(occurrence, button, self.large or self._window)

    def _answer(self, occurrence: str, button: str, asked_in: QWidget) -> None:
        if button == "other":
            self._answer_otherwise(occurrence, asked_in)
        else:
            self.bell.answer(occurrence, button)

    def _answer_otherwise(self, occurrence: str, parent: QWidget) -> None:
        from bonecoach.ui.reminders.other_answer import OtherAnswer

        try:
            OtherAnswer(occurrence, self._desk, parent).exec()
        except BoneCoachError as error:
            self._window.tell(self._desk.words.error(error))
        self.bell.look_again()

    def _quit(self) -> None:
        self._window.stays = None
        QApplication.quit()
