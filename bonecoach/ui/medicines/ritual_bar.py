"""The bar that guides through the morning of a tablet for bone: how to take it, then a timer, then breakfast."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.rituals import Ritual, Stage
from bonecoach.paint.plain import edge_rounded, fill_rounded
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import colour, follow, px
from bonecoach.words.rituals import RitualWords

HIDDEN_SETTING = "ritual_hidden"
"""The dose whose bar she put away once breakfast was fine."""


class RitualBar(QWidget):
    """Shows one ritual, the one that began last; before it is taken, how to take it. `hidden()`: she put it away."""

    hidden = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = ""
        self._share = 0.0
        self.title, self.says = Text("", "strong"), Text()
        self.left = Text("", "heading", "accent_text", wraps=False)
        self.hide_button = QuietButton(self.tr("Hide"), name=self.tr("Hide this message"))
        self.row, texts = QHBoxLayout(self), QVBoxLayout()
        self.row.addLayout(texts, 1)
        texts.setSpacing(0)
        for text in (self.title, self.says):
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            texts.addWidget(text)
        self.row.addWidget(self.left)
        self.row.addWidget(self.hide_button)
        self.hide_button.clicked.connect(self._put_away)
        self.hide()
        follow(self, self._space)

    def look_again(self, now: datetime) -> Ritual | None:
        """Draws the ritual that runs at an instant, or that is about to begin, and answers it; None for none."""
        reminders = self._desk.diary.reminders
        ritual = next(iter(reminders.rituals.running(now)), None)
        if ritual is not None and not self._is_put_away(ritual, now):
            self._show(ritual, now)
        elif not self._show_before():
            self._leave()
        return ritual

    def _show(self, ritual: Ritual, now: datetime) -> None:
        words, rules = self._words(), self._desk.diary.reminders.rituals.rules(ritual.dose.medicine)
        if rules is None:
            self._leave()
            return
        runs = ritual.stage(now) is Stage.UPRIGHT
        self._share = 1 - (ritual.free_at - now) / (ritual.free_at - ritual.began) if runs else 0.0
        self.left.say(self._desk.words.minutes(ritual.minutes_left(now)) if runs else "")
        self.hide_button.setVisible(not runs)
        self._say(words.title(ritual), words.says(ritual, rules, now))

    def _show_before(self) -> bool:
        """How to take the tablet whose reminder waits; False where none does."""
        rituals = self._desk.diary.reminders.rituals
        for slot in self._desk.diary.reminders.wanted():
            rules = rituals.asks_first(slot)
            if rules is not None:
                self._share = 0.0
                self.left.say("")
                self.hide_button.hide()
                self._say(slot.plan.label, self._words().before(rules))
                return True
        return False

    def _say(self, title: str, says: str) -> None:
        self.title.setText(title)
        self.says.setText(says)
        self.setAccessibleName(f"{title}. {says}")
        self.show()
        self.update()
        if says != self._said:
            announce(self.parentWidget() or self, self.accessibleName())
        self._said = says

    def _leave(self) -> None:
        self._said = ""
        self.hide()

    def _words(self) -> RitualWords:
        return RitualWords(self._desk.words, self._desk.diary.zone)

    def _is_put_away(self, ritual: Ritual, now: datetime) -> bool:
        over = ritual.stage(now) is not Stage.UPRIGHT
        return over and self._desk.diary.setting(HIDDEN_SETTING) == ritual.id

    def _put_away(self) -> None:
        ritual = next(iter(self._desk.diary.reminders.rituals.running()), None)
        if ritual is not None:
            self._desk.diary.set_setting(HIDDEN_SETTING, ritual.id)
        self._leave()
        self.hidden.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(px(24), px(8), -px(24), 0)
        fill_rounded(painter, ground, px(12), colour("soft"))
        edge_rounded(painter, ground, px(12), colour("accent"), 2)
        if self._share:
            room = ground.adjusted(px(16), 0, -px(16), 0)
            line = QRectF(room.left(), ground.bottom() - px(9), room.width() * self._share, px(5))
            fill_rounded(painter, line, px(2), colour("accent"))

    def _space(self) -> None:
        self.row.setContentsMargins(px(40), px(16), px(31), px(14))
        self.row.setSpacing(px(GAP))
