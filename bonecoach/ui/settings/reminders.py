"""Settings: how she is told, kept as soon as it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.plans import STANDARD, Repeats
from bonecoach.core.reminders import Quiet
from bonecoach.diary.wishes import Wish
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.reminders.login import start_with_login
from bonecoach.ui.settings.rows import SettingCard
from bonecoach.ui.theme import follow, px
from bonecoach.words import Words

MORNING = "07:00"
"""The end of quiet hours that is offered first."""

MINUTES = (5, 10, 15, 20, 30, 60)


class RemindersCard(SettingCard):
    """Quiet hours, repeats, and what is either wished or not. `refused(sentence)`: something could not be done."""

    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk = desk
        self.heading.setText(self.tr("Reminders"))
        self.quiet, self.repeats = QuietField(desk.words), RepeatsField()
        why = self.tr("What falls in them waits silently. Medicines come on time, without sound.")
        self.add(self.tr("Quiet hours"), self.quiet, why)
        self.add(self.tr("Repeats"), self.repeats, self.tr("Of a reminder that is not answered."))
        self.travel = Chooser(((self.tr("Local time, wherever I am"), "local"), ("", "home")))
        self.travel.setAccessibleName(self.tr("When I travel"))
        self.add(self.tr("When I travel, reminders keep"), self.travel)
        self.wishes = {
            Wish.HEALTH_WORDS: Check(
                self.tr("Notifications may name the medicine"),
                self.tr("Otherwise a locked screen says no word of health."),
            ),
            Wish.LARGE_WINDOW: Check(
                self.tr("Large reminder window"),
                self.tr("In the middle of the screen, until it is answered. It never takes the keyboard."),
            ),
            Wish.SOUND: Check(self.tr("Sound")),
            Wish.PAIN_ASK: Check(
                self.tr("Ask about joint pain once a week"), self.tr("One quiet line on Today, 0 to 10.")
            ),
        }
        self.login = Check(
            self.tr("Start BoneCoach when I log in"), self.tr("Unseen, so that reminders come. Quit stops them.")
        )
        for check in (*self.wishes.values(), self.login):
            self.column.addWidget(check)
        self.column.addStretch(1)
        wishes = desk.diary.reminders.wishes
        self.quiet.chosen.connect(lambda quiet: self._do(lambda: wishes.choose_quiet_hours(quiet)))
        self.repeats.chosen.connect(lambda repeats: self._do(lambda: wishes.choose_repeats(repeats)))
        self.travel.currentIndexChanged.connect(self._travel)
        for wish, check in self.wishes.items():
            check.turned.connect(lambda on, wish=wish: self._do(lambda: wishes.choose(wish, on=on)))
        self.login.turned.connect(lambda on: self._do(lambda: start_with_login(desk.diary, on=on)))

    def arrange(self, narrow: bool) -> None:
        """The fields below their names at any width: two choices side by side need the room."""
        super().arrange(narrow=True)

    def show_wishes(self) -> None:
        """Shows what she chose. Of starting with the login, the system's own file is the truth."""
        wishes = self._desk.diary.reminders.wishes
        self.quiet.show_quiet(wishes.quiet_hours())
        self.repeats.show_repeats(wishes.repeats())
        travelling = self._desk.diary.reminders.travelling
        self.travel.setItemText(1, self.tr("The time of home (%s)").replace("%s", travelling.home()))
        self.travel.choose("local" if travelling.follow() else "home")
        for wish, check in self.wishes.items():
            check.show_on(wishes.holds(wish))
        self._show_login()

    def _travel(self) -> None:
        travelling = self._desk.diary.reminders.travelling
        self._do(travelling.go_along if self.travel.currentData() == "local" else travelling.keep_home)
        self.show_wishes()  # without reminders nothing keeps another time

    def _do(self, act: Callable[[], object]) -> None:
        """Keeps what she chose; what is refused is said, and what holds is shown again."""
        try:
            act()
        except BoneCoachError as error:
            self.refused.emit(self._desk.words.error(error))
            self.show_wishes()

    def _show_login(self) -> None:
        from bonecoach.desktop import autostart

        try:
            self.login.show_on(autostart.is_on())
        except BoneCoachError:  # where nobody may look, a click says so
            self.login.show_on(False)


class Check(QWidget):
    """Something wished or not, with a word on what it is. `turned(on)`: she chose."""

    turned = Signal(bool)

    def __init__(self, said: str, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(said)
        self.box.setAccessibleDescription(why)
        self.why = Text(why, "small", "quiet")
        self.why.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.column, self.under = QVBoxLayout(self), QHBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)  # the box has room of its own around it
        self.column.addWidget(self.box)
        self.column.addLayout(self.under)
        self.under.addWidget(self.why)
        self.why.setVisible(bool(why))
        self.box.toggled.connect(self.turned)  # not clicked: a screen reader turns it over without a click
        follow(self, self._space)

    def show_on(self, on: bool) -> None:
        """Shows whether it is wished, without telling anybody."""
        with QSignalBlocker(self.box):
            self.box.setChecked(on)

    def _space(self) -> None:
        self.under.setContentsMargins(px(41), 0, 0, 0)  # under the words, not under the box


class QuietField(QWidget):
    """From when to when it is quiet, in half hours, or never. `chosen(quiet)`: a Quiet or None."""

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        halves = [(words.time(at), f"{at:%H:%M}") for at in (time(n // 2, n % 2 * 30) for n in range(48))]
        self.begins = Chooser((("", ""), *halves))
        self.begins.setItemText(0, self.tr("None"))
        self.ends = Chooser(halves)
        self.begins.setAccessibleName(self.tr("Quiet hours from"))
        self.ends.setAccessibleName(self.tr("Quiet hours until"))
        self.to = Text(self.tr("to"), wraps=False)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.begins, self.to, self.ends):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        self.begins.currentIndexChanged.connect(self._choose)
        self.ends.currentIndexChanged.connect(self._choose)
        follow(self, self._space)

    def show_quiet(self, quiet: Quiet | None) -> None:
        """Shows what holds."""
        begins, ends = ("", MORNING) if quiet is None else (f"{quiet.begins:%H:%M}", f"{quiet.ends:%H:%M}")
        for box, at in ((self.begins, begins), (self.ends, ends)):
            if box.findData(at) < 0:  # set in a terminal, to another minute
                box.addItem(self._words.time(time.fromisoformat(at)), at)
            box.choose(at)
        for widget in (self.to, self.ends):
            widget.setVisible(quiet is not None)

    def _choose(self) -> None:
        begins, ends = (str(box.currentData()) for box in (self.begins, self.ends))
        quiet = Quiet(time.fromisoformat(begins), time.fromisoformat(ends)) if begins else None
        self.chosen.emit(quiet)
        if quiet is None or quiet.begins != quiet.ends:
            self.show_quiet(quiet)

    def _space(self) -> None:
        self.row.setSpacing(px(8))


class RepeatsField(QWidget):
    """How often, and how far apart. `chosen(repeats)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        every = [(self.tr("every %n minutes", "", minutes), minutes) for minutes in MINUTES]
        self.minutes = Chooser((("", 0), *every))
        self.minutes.setItemText(0, self.tr("None"))
        self.times = Chooser([(self.tr("%n times", "", times), times) for times in range(1, 11)])
        self.times.setItemText(0, self.tr("once"))
        self.times.setItemText(1, self.tr("twice"))
        self.minutes.setAccessibleName(self.tr("Repeats: how far apart"))
        self.times.setAccessibleName(self.tr("Repeats: how often"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.minutes)
        self.row.addWidget(self.times)
        self.row.addStretch(1)
        self.minutes.currentIndexChanged.connect(self._choose)
        self.times.currentIndexChanged.connect(self._choose)
        follow(self, self._space)

    def show_repeats(self, repeats: Repeats) -> None:
        """Shows what holds."""
        minutes = repeats.minutes if repeats.times else 0
        if self.minutes.findData(minutes) < 0:  # set in a terminal
            self.minutes.addItem(self.tr("every %n minutes", "", minutes), minutes)
        self.minutes.choose(minutes)
        self.times.choose(repeats.times or STANDARD.times)
        self.times.setVisible(repeats.times > 0)

    def _choose(self) -> None:
        minutes = int(self.minutes.currentData())
        repeats = Repeats(minutes or STANDARD.minutes, int(self.times.currentData()) if minutes else 0)
        self.show_repeats(repeats)
        self.chosen.emit(repeats)

    def _space(self) -> None:
        self.row.setSpacing(px(8))
