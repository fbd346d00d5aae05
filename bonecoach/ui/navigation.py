"""The places of the window, and the bar that leads to them: a column at the side, or a row on top in little room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.values import Value
from bonecoach.paint.plain import CENTRE, fill_plain, fill_rounded, write
from bonecoach.ui.buttons import TARGET, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.icons import draw_icon
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.theme import colour, follow, px

ANY = 16_777_215
"""What Qt calls no limit."""

WIDTH = 184
"""Of the column, in pixels at 100 %."""


class Place(Value):
    """A page there is: its key, its name, its icon, and how it is built when it is first wanted.

    `listed`: it stands in the bar and in the Go menu with Ctrl 1 and so on. Otherwise the Go menu alone leads to it,
    with a key of its own where one is named, or nothing does (`in_menu` false: the first start).
    """

    key: str
    name: str
    icon: str
    build: Callable[[Desk], Page]
    listed: bool = True
    in_menu: bool = True
    shortcut: str = ""


class PlaceButton(Button):
    """A place in the bar; checked while its page is open. `stacked`: its icon stands above its word."""

    RADIUS = 10
    stacked = False

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(place.name, place.icon, parent=parent)
        self.place = place
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        if self.stacked:
            return QSize(max(self.fontMetrics().horizontalAdvance(self.text()) + px(20), px(TARGET)), px(60))
        return super().sizeHint().expandedTo(QSize(0, px(48)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        inset = px(5) if self._ring and self.isChecked() else 0
        if self.isChecked() or self._lit():
            fill = colour("accent" if self.isChecked() else "hover")
            fill_rounded(painter, rect.adjusted(inset, inset, -inset, -inset), px(self.RADIUS), fill)

    def paint_face(self, painter: QPainter, rect: QRectF) -> None:
        ink, side = colour(self.ink()), px(22)
        if self.stacked:
            draw_icon(painter, self.drawn_icon, QRectF(rect.left(), rect.top() + px(7), rect.width(), side), ink)
            below = QRectF(rect.left(), rect.top() + px(7) + side, rect.width(), rect.height() - px(9) - side)
            write(painter, below, self.text(), self.font(), ink, CENTRE)
            return
        draw_icon(painter, self.drawn_icon, QRectF(rect.left() + px(14), rect.center().y() - side / 2, side, side), ink)
        box = QRectF(QPointF(rect.left() + px(48), rect.top()), rect.bottomRight())
        write(painter, box, self.text(), self.font(), ink)

    def ink(self) -> str:
        return "on_accent" if self.isChecked() else "text"


class Navigation(QWidget):
    """The bar of places. `chosen(key)`: the person wants one."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lies = False
        self.line = QVBoxLayout(self)
        self.brand = Text("BoneCoach", "heading", "accent_text", wraps=False)
        self.kept = Text(self.tr("Saved on this computer only"), "small", "quiet")
        self.buttons = {place.key: PlaceButton(place) for place in places if place.listed}
        self.line.addWidget(self.brand)
        for key, button in self.buttons.items():
            self.line.addWidget(button)
            # Toggled, not clicked: a screen reader, a switch or a voice turns it over without any click.
            button.toggled.connect(lambda _on, key=key: self.chosen.emit(key))
        self.line.addStretch(1)
        self.line.addWidget(self.kept)
        self.setAccessibleName(self.tr("Places"))
        follow(self, self._restyle)

    def show_place(self, key: str) -> None:
        """Marks the place whose page is open."""
        for name, button in self.buttons.items():
            with QSignalBlocker(button):
                button.setChecked(name == key)

    def lie_down(self, lies: bool) -> None:
        """A row on top instead of a column at the side."""
        self._lies = lies
        self._restyle()

    # -- lying -------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(64)) if self._lies else super().minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lies and event.size().width() != event.oldSize().width():
            self._lay()

    def _lay(self) -> None:
        """Puts the places into as few rows as the width allows, and is as high as they are.

        Where icons have no room beside their words they stand above them; what is kept where is said where there is
        room for it.
        """
        width = self.width()
        gap, side, above = px(8), px(12), px(8)
        room, buttons = width - 2 * side, list(self.buttons.values())
        for button in buttons:
            button.stacked = False
        beside = sum(button.sizeHint().width() + gap for button in buttons) - gap
        for button in buttons:
            button.stacked = beside > room
        x, y, high = side, above, buttons[0].sizeHint().height()
        for button in buttons:
            wide = min(button.sizeHint().width(), room)
            if x > side and x + wide > width - side:
                x, y = side, y + high + gap
            button.setGeometry(x, y, wide, high)
            x += wide + gap
        wide = self.kept.sizeHint().width()
        self.kept.setVisible(y == above and x + wide <= width - side)
        self.kept.setGeometry(width - side - wide, y, wide, high)
        self.setFixedHeight(y + high + above)

    # -- a slip for what was just done -----------------------------------------------------------------------

    def has_room_for(self, slip: QWidget) -> bool:
        """Whether something stands between the places and the foot of the column without moving either."""
        if self._lies:
            return False
        self.line.activate()
        margins = self.line.contentsMargins()
        wide = self.width() - margins.left() - margins.right()
        last = max(button.geometry().bottom() for button in self.buttons.values())
        if slip.minimumSizeHint().width() > wide:  # a word that is longer than the column is wide
            return False
        return slip.heightForWidth(wide) <= self.kept.geometry().top() - last - 2 * self.line.spacing()

    def hold(self, slip: QWidget) -> None:
        """Puts it there, above the foot."""
        if self.line.indexOf(slip) < 0:
            self.line.insertWidget(self.line.indexOf(self.kept), slip)

    def let_go(self, slip: QWidget) -> None:
        """It stands somewhere else from now on."""
        self.line.removeWidget(slip)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill_plain(painter, QRectF(self.rect()), colour("sidebar"))
        wide, high = self.width(), self.height()
        edge = QRectF(0, high - 1, wide, 1) if self._lies else QRectF(wide - 1, 0, 1, high)
        fill_plain(painter, edge, colour("line"))

    def _restyle(self) -> None:
        self.line.setEnabled(not self._lies)
        self.line.setSpacing(px(8))
        self.line.setContentsMargins(px(12), px(18), px(12), px(16))
        self.brand.setContentsMargins(px(12), 0, 0, px(10))
        self.brand.setVisible(not self._lies)
        self.kept.setWordWrap(not self._lies)
        self.kept.setContentsMargins(px(12), 0, 0, 0)
        if self._lies:
            self.setMinimumWidth(0)
            self.setMaximumWidth(ANY)
            self._lay()
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(ANY)
            for button in self.buttons.values():
                button.stacked = False
            self.kept.show()
            self.setFixedWidth(px(WIDTH))
