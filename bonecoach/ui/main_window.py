"""The window: places at the side, one page open, a slip for what was just done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMainWindow, QStackedWidget, QWidget

from bonecoach.core.changes import Step
from bonecoach.core.errors import BoneCoachError
from bonecoach.ui.navigation import Navigation, Place
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.theme import follow, px
from bonecoach.ui.toast import Toast

TITLE = "BoneCoach"
WIDTH, HEIGHT = 1280, 800
NARROW_BELOW = 1080
"""Pixels at 100 % below which the bar of places lies on top."""


class MainWindow(QMainWindow):
    """Holds the pages, each built when it is first opened.

    `painted()`: its first painting is on the screen. `came_back()`: the person turned to it again.
    """

    painted = Signal()
    came_back = Signal()
    asks_why = Signal(object)

    def __init__(self, desk: Desk, places: Sequence[Place]) -> None:
        super().__init__()
        self.desk = desk
        self.places = {place.key: place for place in places}
        self.pages: dict[str, Page] = {}
        self.open_key = ""
        self._painted = False
        self._turning = False
        self._drawn_on = date.min
        self.setWindowTitle(TITLE)
        self.navigation = Navigation(places)
        self.stack = QStackedWidget()
        self.ground = QWidget()
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.ground)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(0)
        self.line.addWidget(self.navigation)
        self.line.addWidget(self.stack, 1)
        self.setCentralWidget(self.ground)
        self._toast: Toast | None = None
        self._wanted: Callable[[], object] | None = None
        self.navigation.chosen.connect(self.go)
        follow(self, self._settle)

    # -- places ------------------------------------------------------------------------------------------------

    def go(self, key: str, day: date | None = None) -> None:
        """Opens a page with a fresh state, on a day where one is given."""
        page = self.page(key)
        self.open_key, self._drawn_on = key, self.desk.diary.today()
        self.stack.setCurrentWidget(page)
        self.navigation.show_place(key)
        place = self.places[key]
        self.setWindowTitle(TITLE if key == "today" else f"{TITLE} \u2013 {place.name}")
        page.open_on(day)
        widget = page.first_focus()
        if widget is not None:
            widget.setFocus()

    def page(self, key: str) -> Page:
        """The page of a place, built when it is first asked for."""
        if key not in self.pages:
            page = self.places[key].build(self.desk)
            page.setAccessibleName(self.places[key].name)
            page.asks_why.connect(self.asks_why)
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
        """A step is on disk: the open page draws it, and the slip says it."""
        if self.open_page is not None:
            self.open_page.step_done(step)
        if not step.own and step.changes and not self._turning:
            said = self.desk.words.step(step, self.desk.diary.entries_of(step))
            self.tell(said, self.tr("Undo"), partial(self.undo, step.id))

    def undo(self, step_id: int | None = None) -> None:
        """Takes the last step back and says so; nothing, where another one was meant."""
        step = self._turned(self.desk.diary.undo, step_id)
        if step is not None:
            said = self.desk.words.step(step, self.desk.diary.entries_of(step), "undone")
            self.tell(said, self.tr("Redo"), partial(self.redo, step.id))

    def redo(self, step_id: int | None = None) -> None:
        """Does the last undone step again and says so; nothing, where another one was meant."""
        step = self._turned(self.desk.diary.redo, step_id)
        if step is not None:
            said = self.desk.words.step(step, self.desk.diary.entries_of(step), "redone")
            self.tell(said, self.tr("Undo"), partial(self.undo, step.id))

    def _turned(self, act: Callable[[int | None], Step], step_id: int | None) -> Step | None:
        self._turning = True  # the slip says what was taken back, not what stands there now
        try:
            return act(step_id)
        except BoneCoachError as error:
            self.tell(self.desk.words.error(error))
            return None
        finally:
            self._turning = False

    def tell(self, sentence: str, button: str = "", act: Callable[[], object] | None = None) -> None:
        """Shows a sentence at the foot of the window, with a button that does something where there is one."""
        self._wanted = act
        self.toast.show_message(sentence, button)

    def _act(self) -> None:
        if self._wanted is not None:
            self._wanted()

    @property
    def toast(self) -> Toast:
        """The slip, made when it is first needed."""
        if self._toast is None:
            self._toast = Toast(self.stack)
            self._toast.pressed.connect(self._act)
        return self._toast

    # -- the window itself -------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
        if self._toast is not None and self._toast.isVisible():
            self._toast.place()

    def _settle(self) -> None:
        lies = self.width() < px(NARROW_BELOW)
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if lies else ways.LeftToRight)
        self.navigation.lie_down(lies)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_back.emit()

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

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
