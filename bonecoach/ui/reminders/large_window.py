"""Reminders in a large window in the middle of the screen, for whoever misses small ones. It takes no keyboard away."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.plans import Slot
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import Button, PrimaryButton, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Middle
from bonecoach.ui.page import Desk
from bonecoach.ui.reminders.rows import AnswerRow, AnswerRows
from bonecoach.ui.theme import colour, follow, px

WIDE = 620
"""Pixels at 100 %, where the screen has them."""

AROUND = 20
"""Pixels of the screen that are left free on every side."""


class LargeWindow(QWidget):
    """Everything that waits, in one window. `answered(id, button)` as `AnswerRow` says it.

    Closed, or left with Escape, it comes again with the next reminder or repeat; answered elsewhere, it goes.
    """

    answered = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("BoneCoach \u2013 reminder"))
        self._slots: list[Slot] = []
        self.rows = AnswerRows(desk, lambda slot: LargeRow(slot, desk, presses=True))
        self.middle = Middle(self.tr("Reminders"))
        self.middle.column.addWidget(self.rows)
        self.middle.column.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.middle)
        self.rows.answered.connect(self.answered)
        follow(self, self._space)

    def call(self, slots: list[Slot]) -> None:
        """Comes to the front with what waits; what she types goes on where it went."""
        self.show_waiting(slots)
        if slots:
            self._take_room()
            if not self.isActiveWindow():
                self.rows.rows[0].buttons["done"].setFocus()  # for when she comes to it
            self.show()
            self.raise_()
            first = self.rows.rows[0].accessibleName()
            announce(self, f"{first} {self.tr('and %n more', '', len(slots) - 1)}" if len(slots) > 1 else first)

    def show_waiting(self, slots: list[Slot]) -> None:
        """What waits now; it goes when nothing does, and does not come by itself."""
        self._slots = slots
        self.rows.show_slots(slots)
        if not slots:
            self.hide()
        elif self.isVisible():
            self._take_room()

    def _take_room(self) -> None:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        wide = min(px(WIDE), screen.width() - 2 * AROUND)
        margins = self.column.contentsMargins()
        inner = wide - margins.left() - margins.right()
        self.rows.updateGeometry()  # what was put in just now counts already
        self.middle.column.activate()
        wanted = self.middle.wanted_height(inner) + margins.top() + margins.bottom()
        place = QRect(0, 0, wide, min(wanted, screen.height() - 2 * AROUND))
        place.moveCenter(screen.center())
        self.setGeometry(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("card"))
        edge = px(3)
        pen = painter.pen()
        pen.setColor(colour("accent"))
        pen.setWidth(edge)
        painter.setPen(pen)
        painter.drawRect(QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2))

    def _space(self) -> None:
        pad = px(24)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.rows.column.setSpacing(px(22))
        if self.isVisible():
            self._take_room()


class LargeRow(AnswerRow):
    """A planned time in large type, with three large buttons."""

    def kind(self, answer: str, *, presses: bool) -> type[Button]:
        if answer == "other":
            return QuietButton
        return LargePrimaryButton if answer == "done" and presses else LargeButton

    def lay_out(self, at: str) -> None:
        """When and the other answers; what it is; how; the three buttons side by side."""
        self.at, self.what = Text(at, "heading", "quiet"), Text(self.label, "title")
        self.head, self.row, self.whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.addLayout(self.head)
        self.head.addWidget(self.at, 1)
        other = self.buttons.pop("other")
        self.head.addWidget(other)
        for text in (self.what, self.how):
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            self.whole.addWidget(text)
        self.whole.addLayout(self.row)
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.row.addWidget(button, 1)
        QWidget.setTabOrder(self.buttons["skip"], other)  # the three come first
        self.buttons["other"] = other

    def _space(self) -> None:
        self.whole.setSpacing(px(6))
        self.row.setContentsMargins(0, px(12), 0, 0)
        self.row.setSpacing(px(14))


class LargeButton(Button):
    """A button for stiff hands and tired eyes."""

    role = "heading"

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width(), max(size.height(), px(76)))


class LargePrimaryButton(PrimaryButton):
    """The first of them."""

    role = "heading"

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width(), max(size.height(), px(76)))
