"""The strip above the pages: the reminder that waits, with its answers; several are one list that unfolds.

What she put off leaves a quiet line that says when it comes again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.days import moment_at
from bonecoach.core.plans import Slot
from bonecoach.paint.plain import edge_rounded, fill_rounded
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.reminders.rows import AnswerRow, AnswerRows
from bonecoach.ui.theme import colour, follow, px
from bonecoach.words.plans import PlanWords

MOST = 5
"""Rows that are shown when it is unfolded; the others stand on the page of medicines and reminders."""


SOON = timedelta(hours=1)
"""What comes again later than this is seen on the pages alone; nothing need stand above them for half a day."""


MOST_AGAIN = 3
"""Lines of what comes again; for others it is said how many they are."""


class Strip(QWidget):
    """Shows what waits. `answered(id, button)` as `AnswerRow` says it; `wants_all()`; `emptied()`: it had the keyboard
    and went away.

    What came too late to be told unfolds by itself: one list, with answers in place.
    """

    answered = Signal(str, str)
    wants_all = Signal()
    emptied = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._slots: list[Slot] = []
        self._put_off: set[tuple[str, datetime]] = set()
        self.unfolded = False
        self.heading = Text(self.tr("While you were away"), "strong", "quiet")
        self.more = QuietButton("")
        self.again = Text("", "body", "quiet")
        self.list, self.foot = AnswerRows(desk, lambda slot: AnswerRow(slot, desk, presses=True)), QHBoxLayout()
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.list)
        self.column.addLayout(self.foot)
        self.foot.addWidget(self.more)
        self.foot.addStretch(1)
        self.column.addWidget(self.again)
        self.list.answered.connect(self.answered)
        self.list.emptied.connect(self.emptied)
        self.more.clicked.connect(self._more)
        self.hide()
        follow(self, self._space)

    def show_waiting(self, slots: list[Slot], put_off: Sequence[tuple[Slot, datetime]] = ()) -> None:
        """Shows them, or nothing when none waits. A new one is announced, and never takes the keyboard.

        `put_off` are those she put off, each with the instant it is told again; that is said where it waited.
        """
        known = {slot.id for slot in self._slots}
        new = [slot for slot in slots if slot.id not in known]
        self._slots = slots
        if len(slots) < 2:
            self.unfolded = False
        self._draw()
        self._say_again(put_off)
        self.setVisible(bool(slots or self.again.text()))
        for row in [row for row in self.list.rows if row.slot in new][:1]:
            said = self.tr("and %n more", "", len(new) - 1) if len(new) > 1 else ""
            announce(self.parentWidget() or self, f"{row.accessibleName()} {said}".strip())

    def _say_again(self, put_off: Sequence[tuple[Slot, datetime]]) -> None:
        now = self._desk.diary.now().instant
        self.again.say(self._few([told for told in put_off if told[1] - now <= SOON], MOST_AGAIN, "\n"))
        new = [(slot, until) for slot, until in put_off if (slot.id, until) not in self._put_off]
        self._put_off = {(slot.id, until) for slot, until in put_off}
        announce(self.parentWidget() or self, self._few(new, 1, " "))

    def _few(self, put_off: Sequence[tuple[Slot, datetime]], most: int, between: str) -> str:
        """The first of them in words, and how many more they are."""
        said = [self._again(slot, until) for slot, until in put_off[:most]]
        more = [self.tr("and %n more", "", len(put_off) - most)] if len(put_off) > most else []
        return between.join([*said, *more])

    def _again(self, slot: Slot, until: datetime) -> str:
        plans, diary = PlanWords(self._desk.words), self._desk.diary
        return f"{plans.label(slot.plan)}: {plans.comes_again(moment_at(until, diary.zone), diary.today())}"

    def _draw(self) -> None:
        away = {record.id for record in self._desk.diary.reminders.waiting() if record.away}
        late = [slot for slot in self._slots if slot.id in away]
        whole = self.unfolded or (len(self._slots) > 1 and bool(late))
        shown = self._slots[: MOST if whole else 1]
        rest = len(self._slots) - len(shown)
        self.heading.setVisible(bool(late) and whole)
        self.more.setVisible(rest > 0 or self.unfolded)
        self.more.setText(self.tr("%n more", "", rest) if rest else self.tr("Fewer"))
        self.list.show_slots(shown)
        self.list.setVisible(bool(shown))

    def _more(self) -> None:
        if self.unfolded and len(self._slots) > MOST:
            self.wants_all.emit()
        else:
            self.unfolded = not self.unfolded
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(px(24), px(8), -px(24), 0)
        fill_rounded(painter, ground, px(12), colour("card"))
        edge_rounded(painter, ground, px(12), colour("accent"), 2)

    def _space(self) -> None:
        self.column.setContentsMargins(px(40), px(15), px(31), px(7))
        for layout in (self.column, self.foot):
            layout.setSpacing(px(GAP))
