"""The window: places at the side, one page open, a slip for what was just done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMainWindow, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from bonecoach.ui.navigation import Navigation, Place
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.reading_order import InReadingOrder
from bonecoach.ui.theme import follow, px

if TYPE_CHECKING:
    from datetime import datetime

    from bonecoach.core.changes import Step
    from bonecoach.core.plans import Slot
    from bonecoach.ui.above import Above
    from bonecoach.ui.reminders.strip import Strip
    from bonecoach.ui.toast import Toast
    from bonecoach.ui.turning import Turning

TITLE = "BoneCoach"
WIDTH, HEIGHT = 1280, 800
LEAST = 100  # pixels at 100 % that a page is high at least, whatever stands above and below it

NARROW_BELOW = 1180
"""Pixels at 100 % below which the bar of places lies on top: beside it the three cards of Today would not have room."""


class MainWindow(QMainWindow):
    """Holds the pages, each built when it is first opened.

    `unopened()`: it is about to be shown and no page is open yet. `painted()`: its first painting is on the screen.
    `came_back()`: the person turned to it again. `closed()`: it was closed for good, not put aside. `asks_why` and
    `asks_for` are those of its pages.
    """

    unopened = Signal()
    painted = Signal()
    came_back = Signal()
    closed = Signal()
    asks_why = Signal(object)
    asks_for = Signal(str)

    def __init__(self, desk: Desk, places: Sequence[Place]) -> None:
        super().__init__()
        self.desk = desk
        self.places = {place.key: place for place in places}
        self.pages: dict[str, Page] = {}
        self.open_key = ""
        self._painted = False
        self._drawn_on = date.min
        self.setWindowTitle(TITLE)
        self.navigation = Navigation(places)
        self.stack = QStackedWidget()
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.ground = InReadingOrder()
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.ground)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(0)
        self.pages_and_strip = QVBoxLayout()
        self.pages_and_strip.setSpacing(0)
        self.line.addWidget(self.navigation)
        self.line.addLayout(self.pages_and_strip, 1)
        self.pages_and_strip.addWidget(self.stack, 1)
        self.setCentralWidget(self.ground)
        self._toast: Toast | None = None
        self._strip: Strip | None = None
        self.stays: Callable[[], bool] | None = None
        """Asked when the window is closed: whether it was put aside instead, because reminders are to come."""
        self._wanted: Callable[[], object] | None = None
        self.navigation.chosen.connect(self.go)
        self.resize(WIDTH, HEIGHT)  # before anything is laid out by it
        follow(self, self._settle)

    # -- places ------------------------------------------------------------------------------------------------

    def go(self, key: str, day: date | None = None) -> None:
        """Opens a page with a fresh state, on a day where one is given; "settings#reminders" is a part of a page."""
        key, _, part = key.partition("#")
        page = self.page(key)
        self.open_key, self._drawn_on = key, self.desk.diary.today()
        self.stack.setCurrentWidget(page)
        self.navigation.show_place(key)
        place = self.places[key]
        self.setWindowTitle(TITLE if key == "today" else f"{TITLE} \u2013 {place.name}")
        page.open_on(day)
        self._take_keyboard()
        if part:
            page.show_part(part)

    def page(self, key: str) -> Page:
        """The page of a place, built when it is first asked for."""
        if key not in self.pages:
            page = self.places[key].build(self.desk)
            page.setAccessibleName(self.places[key].name)
            page.asks_why.connect(self.asks_why)
            page.asks_for.connect(self.asks_for)
            page.goes_to.connect(self.go)
            page.refused.connect(lambda sentence: self.tell(sentence))
            self.pages[key] = page
            self.stack.addWidget(page)
        return self.pages[key]

    @property
    def open_page(self) -> Page | None:
        """The page that is open."""
        return self.pages.get(self.open_key)

    def shows_another_day(self) -> bool:
        """Whether the open page was drawn on an earlier day than this one."""
        return self._drawn_on != self.desk.diary.today()

    def refresh(self) -> None:
        """Draws the open page anew."""
        if self.open_page is not None:
            self.open_page.show_state()
            self._drawn_on = self.desk.diary.today()

    # -- what happened -----------------------------------------------------------------------------------------

    def step_done(self, step: Step) -> None:
        """A step is on disk: the open page draws it, and the slip says it.

        Steps of the program's own redraw only pages that show them: nothing changes under the hands of who is typing.
        """
        if self.open_page is not None and (not step.own or self.open_page.shows_own_steps):
            self.open_page.step_done(step)
        if not step.own and step.changes:
            self.turning.say_done(step)

    @cached_property
    def turning(self) -> Turning:
        """What says what was done, and takes it back; made when something is done."""
        from bonecoach.ui.turning import Turning

        turning = Turning(self.desk, self)
        turning.says.connect(self.tell)
        return turning

    def tell(self, sentence: str, button: str = "", act: Callable[[], object] | None = None) -> None:
        """Shows a sentence beside or below the page, with a button that does something where there is one."""
        self._wanted = act
        self.toast.show_message(sentence, button)
        self._place_toast()

    def _act(self) -> None:
        if self._wanted is not None:
            self._wanted()

    @property
    def toast(self) -> Toast:
        """The slip, made when it is first needed."""
        if self._toast is None:
            from bonecoach.ui.toast import Toast

            self._toast = Toast(self.ground)
            self._toast.pressed.connect(self._act)
            self._toast.left.connect(self._take_keyboard)
        return self._toast

    def _place_toast(self) -> None:
        """In the bar of places, where nothing else is; where there is no room, in a row of its own below the page."""
        toast = self.toast
        toast.stand(upright=True)
        if self.navigation.has_room_for(toast):
            self.pages_and_strip.removeWidget(toast)
            self.navigation.hold(toast)
        else:
            toast.stand(upright=False)
            self.navigation.let_go(toast)
            self.pages_and_strip.addWidget(toast)

    def _take_keyboard(self) -> None:
        """The keyboard goes to where the open page begins, however far down it was scrolled."""
        page = self.open_page
        widget = None if page is None else page.first_focus()
        if page is not None and widget is not None:
            widget.setFocus()
            page.ensureWidgetVisible(widget)

    @cached_property
    def above(self) -> Above:
        """What stands above the pages; made when something is to stand there."""
        from bonecoach.ui.above import Above

        above = Above()
        self.pages_and_strip.insertWidget(0, above)
        return above

    def put_above(self, widget: QWidget) -> None:
        """Has a widget stand above the pages and all that stands there, whichever page is open."""
        self.above.column.insertWidget(0, widget)

    def show_waiting(
        self,
        slots: list[Slot],
        answer: Callable[[str, str], object],
        put_off: Sequence[tuple[Slot, datetime]] = (),
    ) -> None:
        """Shows in a strip above the page what waits, and when what she put off comes again; `answer` hears her."""
        if self._strip is None and (slots or put_off):
            from bonecoach.ui.reminders.strip import Strip

            self._strip = Strip(self.desk)
            self.above.column.addWidget(self._strip)
            self._strip.answered.connect(answer)
            self._strip.wants_all.connect(lambda: self.go("medicines"))
            self._strip.emptied.connect(self._take_keyboard)
        if self._strip is not None:
            self._strip.show_waiting(slots, put_off)

    def leave(self) -> None:
        """Closes the window for good: Quit stops reminders too."""
        self.stays = None
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.stays is not None and self.stays():
            event.ignore()
        else:
            super().closeEvent(event)
            self.closed.emit()

    # -- the window itself -------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
        if self._toast is not None and self._toast.isVisible():
            self._place_toast()

    def _settle(self) -> None:
        lies = self.width() < px(NARROW_BELOW)
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if lies else ways.LeftToRight)
        self.stack.setMinimumHeight(px(LEAST))
        self.navigation.lie_down(lies)

    def showEvent(self, event: QShowEvent) -> None:
        if not self.open_key:
            self.unopened.emit()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def appear(self) -> None:
        """Shows itself at the size it is made for, or the whole screen where the screen is no larger."""
        screen = self.screen().availableSize()
        self.resize(min(WIDTH, screen.width()), min(HEIGHT, screen.height()))
        if screen.width() <= WIDTH or screen.height() <= HEIGHT:
            self.showMaximized()
        else:
            self.show()

    def show_up(self) -> None:
        """Comes to the front, wherever it was."""
        from PySide6.QtCore import Qt

        if not self.open_key:  # it waited unseen since the program began
            self.appear()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
