"""What every page of the window is: a title, a state it shows, and the facts it tells the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.values import Value
from bonecoach.ui.later import later
from bonecoach.ui.theme import colour, follow, px, theme

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.diary.diary import Diary
    from bonecoach.ui.appearance import Appearance
    from bonecoach.words import Words

Answer = TypeVar("Answer")

_FLOORS = 4
"""How often layouts ask each other before all of a page has its place: a row in a card in a column on the page."""


def give_places() -> None:
    """Has everything that was just put somewhere lie where it will lie, so that it can be scrolled to."""
    for _ in range(_FLOORS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


class Desk(Value):
    """What a page works with: the diary, and the words in the person's own units and formats.

    `words` is asked anew each time, because units can change while the window is open. `appearance` chooses look and
    text size; None where a page is drawn without a window.
    """

    diary: Diary
    speak: Callable[[], Words]
    appearance: Appearance | None = None

    @property
    def words(self) -> Words:
        """The words in the units that hold now."""
        return self.speak()


class Page(QScrollArea):
    """A place in the window. It scrolls downwards when it must and never sideways.

    A page builds its widgets in `__init__` on `self.body`, and draws in `show_state`, asking the diary for a fresh
    state. The window calls `open_on` when the page is opened and, while it is open, `step_done` whenever a step touches
    the diary; a page that is not open is drawn when it is next opened.

    Signals carry facts. `asks_why(about)`: the person wants the source of an Advice, a Target or a tuple of source
    ids. `goes_to(key, day)`: she wants another page, or "page#part", with a date or None. `refused(sentence)`:
    something could not be done; nothing was lost. `asks_for(way)`: she wants to back up, export, import or restore,
    or a calendar file.
    """

    asks_why = Signal(object)
    goes_to = Signal(str, object)
    asks_for = Signal(str)
    refused = Signal(str)

    key = ""
    icon = ""
    shows_own_steps = False
    """Whether it shows what the program writes by itself, as what became of reminders."""

    narrow_below = 900
    """Pixels at 100 % below which the page stands in one column."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.narrow = False
        # A viewport of our own: asked for Qt's, PySide would look through all of its classes for the right one.
        self.setViewport(QWidget())
        self.body = QWidget()
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        later(self._settle)
        follow(self, self._repaint_ground)
        theme().changed.connect(self.settle_width)

    @property
    def title(self) -> str:
        """Its name in the sidebar and the Go menu, and its accessible name."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Asks the diary for a fresh state and draws it."""
        raise NotImplementedError

    def open_on(self, day: date | None) -> None:
        """The page is opened, on a day where one was asked for; a page with days of its own turns to it. Draws it."""
        self.show_state()

    def show_part(self, part: str) -> None:
        """Brings a part of the page into sight, where it has one of that name."""

    def arrange(self, narrow: bool) -> None:
        """Lays the page out in one column when `narrow`. Called once before the first show and at each turn."""

    def step_done(self, step: Step) -> None:
        """A step was logged, undone or redone while the page was open. Draws again; a page may look closer first."""
        self.show_state()

    def first_focus(self) -> QWidget | None:
        """The widget that takes the keyboard when the page is opened; None leaves it where it is."""
        return None

    @contextmanager
    def laid_out_once(self) -> Iterator[None]:
        """Many widgets may change within it; the page is laid out at its end, once, and not around each of them.

        A list of sixty entries would otherwise be laid out five times for one more.
        """
        layout = self.body.layout()
        assert layout is not None
        layout.setEnabled(False)
        try:
            yield
        finally:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            layout.setEnabled(True)
            layout.activate()

    def show_whole(self, widget: QWidget) -> None:
        """Scrolls to something that was just put on the page, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        give_places()
        self.ensureWidgetVisible(widget, 0, px(8))

    def attempt(self, act: Callable[..., Answer], *arguments: object) -> Answer | None:
        """Does what the person asked; a refusal becomes one sentence in `refused` and None."""
        try:
            return act(*arguments)
        except BoneCoachError as error:
            self.refused.emit(self.desk.words.error(error))
            return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle_width()
        if event.size().height() < event.oldSize().height():
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """The page has become lower: what has the keyboard on it is still to be seen."""
        standing = self.window().focusWidget()
        if self.isAncestorOf(standing):
            self._scroll_to(standing)

    def settle_width(self) -> None:
        """Turns to one column or back when the width asks for it."""
        narrow = self.viewport().width() < px(self.narrow_below)
        if narrow is not self.narrow:
            self.narrow = narrow
            self.arrange(narrow)

    def _settle(self) -> None:
        from PySide6.QtCore import Qt

        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _repaint_ground(self) -> None:
        ground = self.viewport().palette()
        ground.setColor(self.viewport().backgroundRole(), colour("window"))
        self.viewport().setPalette(ground)
        self.verticalScrollBar().setSingleStep(px(40))
