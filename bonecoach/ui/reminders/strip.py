"""The strip above the pages: the reminder that waits, with its answers, and how many more do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.plans import Slot
from bonecoach.paint.plain import edge_rounded, fill_rounded
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button, PrimaryButton, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import colour, follow, px
from bonecoach.words.plans import PlanWords


class Strip(QWidget):
    """Shows the first of the waiting times. `answered(id, button)`: "done", "later" or "skip"; `wants_all()`."""

    answered = Signal(str, str)
    wants_all = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._slot: Slot | None = None
        self.what, self.how = Text("", "strong"), Text("", "small", "quiet")
        self.done = PrimaryButton("")
        self.later, self.skip = Button(self.tr("In 30 minutes")), Button(self.tr("Skip"))
        self.more = QuietButton("")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for text in (self.what, self.how):
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            texts.addWidget(text)
        self.row = QHBoxLayout(self)
        self.row.addLayout(texts, 1)
        for button in (self.done, self.later, self.skip, self.more):
            self.row.addWidget(button)
        for button, answer in ((self.done, "done"), (self.later, "later"), (self.skip, "skip")):
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
        self.more.clicked.connect(self.wants_all)
        self.hide()
        follow(self, self._space)

    def show_waiting(self, slots: list[Slot]) -> None:
        """Shows the first of them, or nothing when none waits. A new one is announced, and never takes the keyboard."""
        slot = slots[0] if slots else None
        if slot is not None:
            self._say(slot, len(slots) - 1)
            if self._slot is None or self._slot.id != slot.id:
                announce(self.parentWidget() or self, self.accessibleName())
        self._slot = slot
        self.setVisible(slot is not None)

    def _say(self, slot: Slot, more: int) -> None:
        words, plans = self._desk.words, PlanWords(self._desk.words)
        when = words.time(slot.time) if slot.time is not None else ""
        if slot.date != self._desk.diary.today():
            when = f"{words.date(slot.date, self._desk.diary.today())} {when}"
        label = plans.label(slot.plan)
        self.what.setText(f"{when}  {label}".strip())
        self.how.say(plans.beside(slot.plan, slot.date, self._desk.diary.today()))
        self.done.setText(plans.answer_done(slot.plan))
        for button in (self.done, self.later, self.skip):
            button.setAccessibleName(f"{button.text()}: {label}")
        self.more.setVisible(more > 0)
        self.more.setText(self.tr("%n more", "", more))
        self.setAccessibleName(f"{plans.time_for(slot)}: {label}")

    def _answer(self, answer: str) -> None:
        if self._slot is not None:
            self.answered.emit(self._slot.id, answer)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(px(24), px(8), -px(24), 0)
        fill_rounded(painter, ground, px(12), colour("card"))
        edge_rounded(painter, ground, px(12), colour("accent"), 2)

    def _space(self) -> None:
        self.row.setContentsMargins(px(40), px(15), px(31), px(7))
        self.row.setSpacing(px(GAP))
