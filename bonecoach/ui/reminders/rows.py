"""A planned time with the buttons that answer it, wherever it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.plans import Slot
from bonecoach.ui.buttons import GAP, Button, PrimaryButton, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import follow, px
from bonecoach.words import capital
from bonecoach.words.plans import PlanWords

WAITING = ("done", "later", "skip", "other")
CLOSED = ("done", "missed", "other")
"""The answers to a time that waits, and to one that is over."""

TEXT_WIDE = 240
"""Pixels at 100 % that a text keeps beside its buttons; otherwise they stand below it."""


class AnswerRow(QWidget):
    """When and what it is, and its buttons. `answered(id, button)`: "done", "later", "skip", "missed" or "other".

    `presses` is whether the first button stands out, as for what waits now.
    """

    answered = Signal(str, str)

    def __init__(
        self,
        slot: Slot,
        desk: Desk,
        answers: Sequence[str] = WAITING,
        how: str = "",
        *,
        presses: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.slot = slot
        plans, today = PlanWords(desk.words), desk.diary.today()
        self.label = plans.label(slot.plan)
        self.how = Text(how or plans.beside(slot.plan, slot.date, today), "small", "quiet")
        self.setAccessibleName(f"{plans.time_for(slot)}: {self.label}")
        said = {
            "done": plans.answer_done(slot.plan),
            "later": self.tr("In 30 minutes"),
            "skip": self.tr("Skip"),
            "missed": plans.answer_missed(slot.plan),
            "other": self.tr("Other\u2026"),
        }
        self.buttons: dict[str, Button] = {}
        for answer in answers:
            button = self.kind(answer, presses=presses)(said[answer])
            button.setAccessibleName(f"{button.text()}: {self.label}")
            button.clicked.connect(partial(self._press, answer))
            self.buttons[answer] = button
        self.lay_out(when(slot, desk))
        self.how.setVisible(bool(self.how.text()))
        follow(self, self._space)

    def kind(self, answer: str, *, presses: bool) -> type[Button]:
        """What kind of button gives an answer."""
        kinds: dict[str, type[Button]] = {"done": PrimaryButton if presses else Button, "other": QuietButton}
        return kinds.get(answer, Button)

    def lay_out(self, at: str) -> None:
        """Texts at the left, buttons at the right or below them."""
        self.what = Text(f"{at}  {self.label}".strip(), "strong")
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        texts, self.row = QVBoxLayout(), QHBoxLayout()
        self.line.addLayout(texts, 1)
        self.line.addLayout(self.row)
        texts.setSpacing(0)
        for text in (self.what, self.how):
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            texts.addWidget(text)
        for button in self.buttons.values():
            self.row.addWidget(button)
        self.row.addStretch(1)

    def _press(self, answer: str, _checked: bool = False) -> None:
        self.answered.emit(self.slot.id, answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _space(self) -> None:
        ways = QBoxLayout.Direction
        narrow = self.width() < self.row.sizeHint().width() + px(TEXT_WIDE)
        self.line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.line.setSpacing(px(GAP))
        self.row.setSpacing(px(GAP))


class AnswerRows(QWidget):
    """Several times, one under the other, each a row that `make` makes.

    `answered(id, button)`; `emptied()`: the last one had the keyboard and went.
    Answered one, the keyboard goes to the next.
    """

    answered = Signal(str, str)
    emptied = Signal()

    def __init__(self, desk: Desk, make: Callable[[Slot], AnswerRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._make = desk, make
        self._drawn: tuple[object, ...] = ()
        self.rows: list[AnswerRow] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        follow(self, self._space)

    def show_slots(self, slots: Sequence[Slot]) -> None:
        """Shows them. Where they are the same as before, nothing changes under her hands."""
        drawn = (self._desk.diary.today(), *((slot.id, slot.plan) for slot in slots))
        if drawn == self._drawn:
            return
        self._drawn = drawn
        standing = QApplication.focusWidget()
        at = next((n for n, row in enumerate(self.rows) if standing is not None and row.isAncestorOf(standing)), None)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._make(slot) for slot in slots]
        for row in self.rows:
            row.answered.connect(self.answered)
            self.column.addWidget(row)
            row.show()  # Qt would do so a little later, and until then it takes no room
        if at is not None and self.rows:
            self.rows[min(at, len(self.rows) - 1)].buttons["done"].setFocus()
        elif at is not None:
            self.emptied.emit()

    def _space(self) -> None:
        self.column.setSpacing(px(GAP))


def when(slot: Slot, desk: Desk) -> str:
    """ "18:30", or "Yesterday 18:30" for a time of another day."""
    words, today = desk.words, desk.diary.today()
    clock = words.time(slot.time) if slot.time is not None else ""
    return clock if slot.date == today else capital(f"{words.date(slot.date, today)} {clock}".strip())
