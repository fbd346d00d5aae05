"""What the program asks by itself, quietly and one thing at a time: about the time zone, the login, joint pain."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.diary.wishes import LOGIN_SETTING
from bonecoach.ui.reminders.login import start_with_login
from bonecoach.ui.reminders.pain_card import PainCard
from bonecoach.ui.reminders.quiet_ask import QuietAsk
from bonecoach.ui.theme import follow, px
from bonecoach.ui.today.page import TodayPage

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.core.travel import Stay
    from bonecoach.ui.main_window import MainWindow
    from bonecoach.ui.page import Desk


class Asks(QObject):
    """Puts its questions into a window. `look_again` asks what is to be asked now, and takes away what is not."""

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self.above = AskAbove()
        self.login = self.above.ask
        self.zone, self.pain = QuietAsk(), PainCard()
        self._page: TodayPage | None = None
        window.put_above(self.above)
        self.login.answered.connect(self._login)
        self.zone.answered.connect(self._zone)
        self.pain.scored.connect(self._score)
        self.pain.noted.connect(self._note)
        self.pain.left.connect(self._leave_pain)

    def look_again(self) -> None:
        """Asks one thing at a time, and joint pain last."""
        self._find_page()
        stay, is_today = self._moved_from(), self._page is not None and self._page.shows_today
        asks_login = self._ask_login()
        if stay is not None and is_today and not asks_login:
            self._ask_zone(stay)
        else:
            self.zone.hide()
        if asks_login or stay is not None or not is_today:
            self.pain.put_away()
        elif not self.pain.is_noting:
            self._ask_pain()

    def step_done(self, step: Step) -> None:
        """Something was logged, planned or taken back."""
        if not step.own:
            QTimer.singleShot(0, self, self.look_again)

    def _find_page(self) -> None:
        page = self._window.pages.get("today")
        if self._page is None and isinstance(page, TodayPage):
            self._page = page
            for card in (self.pain, self.zone):
                page.put_above_next_step(card)
            page.turned.connect(self.look_again)

    # -- the login ---------------------------------------------------------------------------------------------

    def _ask_login(self) -> bool:
        """Once, at the first reminder: whether the program starts with the login."""
        diary = self._desk.diary
        asks = diary.setting(LOGIN_SETTING) is None and diary.reminders.are_to_come()
        if asks:
            answers = (("yes", self.tr("Yes, at every login")), ("no", self.tr("No")))
            said = self.tr("Reminders come while BoneCoach runs. Start it when you log in, out of sight?")
            self.login.ask(said, answers)
        else:
            self.login.hide()
        self.above.setVisible(asks)
        return asks

    def _login(self, answer: str) -> None:
        try:
            self._desk.diary.set_setting(LOGIN_SETTING, answer)
            if answer == "yes":
                start_with_login(self._desk.diary, on=True)
            self._window.tell(self.tr("You can change this in Settings."))
        except BoneCoachError as error:
            self._window.tell(self._desk.words.error(error))
        self._answered()

    # -- the time zone -----------------------------------------------------------------------------------------

    def _moved_from(self) -> Stay | None:
        with suppress(BoneCoachError):  # a diary that takes nothing now is asked again at the next look
            return self._desk.diary.reminders.travelling.asks()
        return None

    def _ask_zone(self, stay: Stay) -> None:
        """Once for each change of zone: whether reminders go by local time."""
        here = self.tr("You seem to be in another time zone (%s). Keep reminders at local time?")
        place = stay.home.rpartition("/")[2].replace("_", " ")
        home = self.tr("No, keep home time (%s)").replace("%s", place)
        answers = (("local", self.tr("Yes, local time")), ("home", home))
        self.zone.ask(here.replace("%s", self._desk.diary.zone), answers)

    def _zone(self, answer: str) -> None:
        travelling = self._desk.diary.reminders.travelling
        self._do(travelling.go_along if answer == "local" else travelling.keep_home)
        self._answered()

    # -- joint pain --------------------------------------------------------------------------------------------

    def _ask_pain(self) -> None:
        ask = self._desk.diary.pain_ask
        if not ask.wanted():
            self.pain.put_away()
            return
        self.pain.ask()
        if self.pain.isVisible():  # asked only where she can see it
            with suppress(BoneCoachError):
                ask.shown()

    def _score(self, score: int) -> None:
        if self._do(lambda: self._desk.diary.pain_ask.score(score)):
            self.pain.ask_what_else()

    def _note(self, text: str) -> None:
        from bonecoach.ui.entry.said import flags_of

        try:
            reading = self._desk.diary.pain_ask.note(text)
        except BoneCoachError as error:
            self._window.tell(self._desk.words.error(error))
            return
        if self._page is not None:
            self._page.flag.show_flags(flags_of(reading, self._desk.words))
        self._end_pain()

    def _leave_pain(self) -> None:
        if not self.pain.is_noting:
            self._do(self._desk.diary.pain_ask.put_away)
        self._end_pain()

    def _end_pain(self) -> None:
        self.pain.put_away()
        self._answered()

    def _answered(self) -> None:
        """The button that was pressed goes away: the keyboard goes back to the page."""
        page = self._window.open_page
        widget = None if page is None else page.first_focus()
        if widget is not None:
            widget.setFocus()
        self.look_again()

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except BoneCoachError as error:
            self._window.tell(self._desk.words.error(error))
            return False
        return True


class AskAbove(QWidget):
    """A question above every page, with the page's margins around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = QuietAsk()
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.ask)
        self.hide()
        follow(self, self._space)

    def _space(self) -> None:
        self.column.setContentsMargins(px(24), px(8), px(24), 0)
