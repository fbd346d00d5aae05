"""What was just done, with a way back: stays ten seconds, and as long as somebody points at it or stands on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from bonecoach.paint.plain import edge_rounded, fill_rounded
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import Button, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.theme import colour, follow, px

STAYS_MS = 10_000


class Toast(QWidget):
    """A slip at the foot of its parent. It never takes the keyboard.

    `pressed`: the person wants what its button says.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.hide()
        self.text = Text("", "body")
        self.button = Button(self.tr("Undo"))
        self.close_button = QuietButton("", "cross", name=self.tr("Close this message"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.button)
        self._row.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._leave)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.button.clicked.connect(self._press)
        self.close_button.clicked.connect(self.hide)
        follow(self, self._restyle)

    def show_message(self, sentence: str, button: str = "") -> None:
        """Shows and announces a sentence, with a button where there is something to take back."""
        self.text.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(sentence)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self._ground, sentence)

    def place(self) -> None:
        """At the foot of the parent, on the left: what was just logged stands on the right."""
        room = self._ground.rect()
        wide = min(px(620), room.width() - 2 * px(24))
        self.setFixedWidth(wide)
        high = max(self._row.heightForWidth(wide), px(64))
        self.setGeometry(px(24), room.height() - high - px(16), wide, high)

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
        standing = QApplication.focusWidget()
        if self.underMouse() or (standing is not None and self.isAncestorOf(standing)):
            self._timer.start()
        else:
            self.hide()

    def _press(self) -> None:
        self.hide()
        self.pressed.emit()

    def _restyle(self) -> None:
        self._row.setContentsMargins(px(18), px(9), px(9), px(9))
        self._row.setSpacing(px(8))
