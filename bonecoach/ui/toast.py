"""What was just done, with a way back: stays ten seconds, and as long as somebody points at it or stands on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from bonecoach.paint.plain import edge_rounded, fill_rounded
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import Button, QuietButton
from bonecoach.ui.cards import Text, breakable
from bonecoach.ui.theme import colour, follow, font, px

STAYS_MS = 10_000


class Toast(QWidget):
    """A slip that has a place of its own and covers nothing. It never takes the keyboard.

    `pressed`: the person wants what its button says. `left`: it is gone, and the keyboard that stood on it with it.
    """

    pressed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.text = Text("", "body")
        self.button = Button(self.tr("Undo"))
        self.close_button = QuietButton("", "cross", name=self.tr("Close this message"))
        self._line, self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, self), QHBoxLayout()
        self._line.addWidget(self.text, 1)
        self._line.addLayout(self._buttons)
        self._buttons.addWidget(self.button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._leave)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.button.clicked.connect(self._press)
        self.close_button.clicked.connect(self._go)
        follow(self, self._restyle)

    def show_message(self, sentence: str, button: str = "") -> None:
        """Shows and announces a sentence, with a button where there is something to take back."""
        self.text.setText(breakable(sentence))
        self.text.setAccessibleName(sentence)
        self.button.setText(button)
        self.button.updateGeometry()
        if self.button.hasFocus() and not button:
            self.close_button.setFocus()
        self.button.setVisible(bool(button))
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start()
        announce(self.window(), sentence)

    def stand(self, *, upright: bool) -> None:
        """Its buttons below its words, in a column, or beside them, in a row."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if upright else ways.LeftToRight)

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() is QEvent.Type.ParentChange:
            # Under a stylesheet Qt gives whatever moves the type back that it had when it was made.
            self.button.setFont(font(self.button.role))
        return answer

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, QRectF(self.rect()), px(12), colour("card"))
        edge_rounded(painter, QRectF(self.rect()), px(12), colour("accent"), 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()

    def _leave(self) -> None:
        if self.underMouse() or self._has_keyboard():
            self._timer.start()
        else:
            self.hide()

    def _has_keyboard(self) -> bool:
        standing = QApplication.focusWidget()
        return standing is not None and self.isAncestorOf(standing)

    def _press(self) -> None:
        self._timer.stop()
        self.pressed.emit()
        if not self._timer.isActive():  # nothing else was said
            self._go()

    def _go(self) -> None:
        had_keyboard = self._has_keyboard()
        self._timer.stop()
        self.hide()
        if had_keyboard:
            self.left.emit()

    def _restyle(self) -> None:
        self._line.setContentsMargins(px(12), px(9), px(9), px(9))
        self._line.setSpacing(px(8))
        self._buttons.setSpacing(px(8))
