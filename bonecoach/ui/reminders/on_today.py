"""What reminders put on the Today page: what comes next, and what yesterday left without an answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bonecoach.core.errors import BoneCoachError
from bonecoach.ui.reminders.catch_up_card import CatchUpCard
from bonecoach.ui.reminders.next_card import NextCard

if TYPE_CHECKING:
    from bonecoach.ui.page import Desk
    from bonecoach.ui.today.page import TodayPage


class OnToday(QObject):
    """Two cards on the page of the present day; on other days, and when there is nothing to say, they are not there."""

    def __init__(self, desk: Desk, page: TodayPage, answer: Callable[[str, str], object]) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.next, self.catch_up = NextCard(desk), CatchUpCard(desk)
        self.next.hide()
        self.catch_up.hide()
        page.put_above_logged(self.next)
        page.put_above_next_step(self.catch_up)
        for card in (self.next, self.catch_up):
            card.answered.connect(answer)
        self.catch_up.leaves.connect(self._leave)
        self.catch_up.emptied.connect(page.entry.edit.setFocus)
        page.turned.connect(self.look_again)

    def look_again(self) -> None:
        """Draws what holds now."""
        reminders, is_today = self._desk.diary.reminders, self._page.shows_today
        ahead = reminders.ahead() if is_today else []
        missing = reminders.catch_up.slots() if is_today else []
        self.next.show_next(ahead)
        self.catch_up.show_slots(missing)
        self.next.setVisible(bool(ahead))
        self.catch_up.setVisible(bool(missing))
        if missing and self._page.isVisible():  # asked about only where she can see it
            with suppress(BoneCoachError):  # a diary that takes nothing now is asked about them again
                reminders.catch_up.shown([slot.id for slot in missing])

    def _leave(self, ids: list[str]) -> None:
        self._page.entry.edit.setFocus()  # the button that was pressed goes away
        self._page.attempt(self._desk.diary.reminders.catch_up.leave, ids)
        self.look_again()
