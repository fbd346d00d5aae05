"""The bar above every page once an injection is later than its best-by day: the clinic is to be called today."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bonecoach.paint.plain import edge_rounded, fill_rounded
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import colour, follow, px
from bonecoach.words.injections import InjectionWords


class CallBar(QWidget):
    """Says whom to call and why, and nothing closes it: it goes when the injection is logged or was ended.

    `given(plan)`: she says that it was given. `why(window)`: she asks why the date matters.
    """

    given = Signal(object)
    why = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = ""
        self.text = Text("", "strong", "warning")
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.was_given = Button(self.tr("It was given"))
        self.why_button = QuietButton(self.tr("Why?"), name=self.tr("Why the date matters"))
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.text, 1)
        self.row.addWidget(self.was_given)
        self.row.addWidget(self.why_button)
        self.was_given.clicked.connect(lambda: self.given.emit(self._plan))
        self.why_button.clicked.connect(lambda: self.why.emit(self._desk.diary.knowledge.window(self._plan)))
        self.hide()
        follow(self, self._space)

    def look_again(self) -> None:
        """Shows the call there is, or goes. A new one is announced once, and never takes the keyboard."""
        calls = self._desk.diary.reminders.injections.calls()
        self.setVisible(bool(calls))
        words, today = self._desk.words, self._desk.diary.today()
        said = " ".join(InjectionWords(words).call(plan.label, found, today) for plan, found in calls)
        if calls:
            self._plan = calls[0][0]
            self.text.setText(said)
            self.was_given.setAccessibleName(self.tr("It was given: %s").replace("%s", self._plan.label))
            self.setAccessibleName(said)
        if said and said != self._said:
            announce(self, said)
        self._said = said

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(px(24), px(8), -px(24), 0)
        fill_rounded(painter, ground, px(12), colour("caution"))
        edge_rounded(painter, ground, px(12), colour("warning"), 2)

    def _space(self) -> None:
        self.row.setContentsMargins(px(40), px(13), px(31), px(5))
        self.row.setSpacing(px(GAP))
