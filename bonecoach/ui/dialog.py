"""A small window over the window: a heading, what it holds, and its buttons in one row.

It is never larger than the screen: what it holds scrolls between the heading and the buttons, which stay in sight.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.ui.buttons import GAP, Button, PrimaryButton
from bonecoach.ui.cards import Heading
from bonecoach.ui.laid_out import laid_out
from bonecoach.ui.reading_order import into_sight
from bonecoach.ui.theme import colour, px

AROUND = (20, 60)
"""Pixels of the screen that are left free beside and above a dialog, for its frame and its title bar."""

SETTLED_MS = 200
"""After so long a window manager has put a dialog where it is to stand."""

ROOMIEST = 24
"""Pixels that the margin takes at most: in large text the room is for what is to be read."""


class Dialog(QDialog):
    """Content goes into `column`, which scrolls; what must stay in sight goes into `foot`; `add_buttons` ends it.

    `wide` and `tall` are pixels at 100 %: how wide it is where the screen allows it, and how tall at least. Escape
    leaves it and changes nothing.
    """

    def __init__(self, title: str, parent: QWidget, *, wide: float = 560, tall: float = 0) -> None:
        super().__init__(parent.window())
        self._wide, self._tall = wide, tall
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.finished.connect(self.deleteLater)  # its parent, the window, would keep it for as long as it is open
        self.heading = Heading(title)
        self.heading.setWordWrap(True)
        self.middle = Middle(title)
        self.column = self.middle.column
        self.foot = QVBoxLayout()
        self.foot.setSpacing(px(12))
        self._whole = QVBoxLayout(self)
        pad = min(px(20), ROOMIEST)
        self._whole.setContentsMargins(pad, pad, pad, pad)
        self._whole.setSpacing(px(12))
        self._whole.addWidget(self.heading)
        self._whole.addWidget(self.middle, 1)
        self._whole.addLayout(self.foot)
        self.primary: PrimaryButton | None = None
        self.cancel: Button | None = None

    def add_buttons(self, accept: str, cancel: str | None = None) -> None:
        """A row with the one that does it and the one that leaves."""
        self.button_row = row = QHBoxLayout()
        self._whole.addLayout(row)
        row.setSpacing(px(GAP))
        self.primary = PrimaryButton(accept)
        self.primary.setDefault(True)
        self.primary.clicked.connect(self.accept)
        self.cancel = Button(cancel or self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.primary)

    def add_close(self) -> None:
        """One button that closes."""
        row = QHBoxLayout()
        self._whole.addLayout(row)
        close = PrimaryButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(close)
        close.setFocus()

    # -- room --------------------------------------------------------------------------------------------------

    def setVisible(self, visible: bool) -> None:
        if visible and self.isHidden():
            self.take_room()
            self._stand_over_window()
            QTimer.singleShot(SETTLED_MS, self, self._come_back)
        super().setVisible(visible)

    def _stand_over_window(self) -> None:
        """In the middle of its window, and on the screen.

        Qt would place it there too, but without saying so to the desktop: under some window managers it then believes
        that the dialog stands in the corner, and opens every list far from its field (seen with Qt 6.12 and openbox).
        """
        screen, window = self.screen().availableGeometry(), self.parentWidget()
        over = window.frameGeometry() if window is not None and window.isVisible() else screen
        place = QRect(QPoint(0, 0), self.size() + QSize(*AROUND))
        place.moveCenter(over.center())
        right, bottom = screen.right() - place.width() + 1, screen.bottom() - place.height() + 1
        left, top = min(place.left(), right), min(place.top(), bottom)
        self.move(max(left, screen.left()) + AROUND[0] // 2, max(top, screen.top()) + AROUND[1] // 2)

    def take_room(self) -> None:
        """As wide as it was made for and as tall as what it holds, and never larger than the screen."""
        screen = self.screen().availableSize()
        wide = min(px(self._wide), screen.width() - AROUND[0])
        self.resize(wide, min(max(self._height(wide), px(self._tall)), screen.height() - AROUND[1]))
        self._come_back()
        self.middle.become_reachable()

    def _come_back(self) -> None:
        """One that grew over the edge of the screen, or was lost in its corner, stands over its window again.

        A window manager that puts a frame around a dialog may tell Qt of it before it has put the frame in its place;
        a dialog that takes more room at that moment then goes to the corner. Nobody moves one just there.
        """
        if not self.isVisible():
            return
        screen, here = self.screen().availableGeometry(), self.frameGeometry()
        off = here.topLeft() - screen.topLeft()
        if not screen.contains(here) or (off.x() <= AROUND[0] and off.y() <= AROUND[1]):
            self._stand_over_window()

    def focusNextPrevChild(self, forward: bool) -> bool:
        went = super().focusNextPrevChild(forward)
        into_sight(self.focusWidget())
        return went

    def _height(self, wide: int) -> int:
        margins = self._whole.contentsMargins()
        inner = wide - margins.left() - margins.right()
        rows = [max(self.middle.wanted_height(inner), self.middle.minimumHeight())]
        for row in laid_out(self._whole):
            # An empty layout is not asked how tall it is: it would answer the same when something is in it.
            nothing = row.isHidden() if isinstance(row, QWidget) else row.isEmpty()
            if row is not self.middle and not nothing:
                rows.append(row.heightForWidth(inner) if row.hasHeightForWidth() else row.sizeHint().height())
        return sum(rows) + self._whole.spacing() * (self._whole.count() - 1) + margins.top() + margins.bottom()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        way = pages.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            bar = self.middle.verticalScrollBar()
            bar.setValue(bar.value() + way * bar.pageStep())


class Middle(QScrollArea):
    """What a dialog holds, in `column`; it scrolls downwards when it must and never sideways."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(12))
        self.setWidget(self.inside)
        self.inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(px(44))
        self.setAccessibleName(name)
        self.verticalScrollBar().setSingleStep(px(40))
        self.verticalScrollBar().rangeChanged.connect(self._keep_off_the_bar)

    def _keep_off_the_bar(self, _least: int, most: int) -> None:
        self.column.setContentsMargins(0, 0, px(8) if most else 0, 0)

    def sizeHint(self) -> QSize:
        """It wants no more than its least height: what else there is it gets, once heading and foot have theirs."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def wanted_height(self, wide: int) -> int:
        """How tall it would have to be so that nothing of it scrolls."""
        layout = self.column
        return layout.heightForWidth(wide) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def become_reachable(self) -> None:
        """Where nothing in it takes the keyboard it takes it itself, so that arrow keys scroll it."""
        within = self.inside.findChildren(QWidget)
        if not any(widget.focusPolicy() & Qt.FocusPolicy.TabFocus for widget in within):
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            ring = f"QScrollArea:focus {{ border: {px(3)}px solid {colour('focus').name()}; }}"
            self.setStyleSheet(ring)
