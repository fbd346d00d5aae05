"""The lines of the page: a planned time with its answers, and a plan in a plain sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.days import Moment
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Plan
from bonecoach.core.settling import MOST_AHEAD, Settled
from bonecoach.ui.buttons import GAP, Button, PrimaryButton
from bonecoach.ui.cards import Text
from bonecoach.ui.theme import follow, px
from bonecoach.words import Words, capital
from bonecoach.words.plans import PlanWords


class TimeRow(QWidget):
    """One planned time, with `how` beside it where that is more than the plan says.

    `answered(id, answer)`: "done", "later" or "skip".
    """

    answered = Signal(str, str)

    def __init__(self, one: Settled, now: Moment, words: Words, how: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot_id = one.slot.id
        self.buttons: dict[str, Button] = {}
        slot, plans = one.slot, PlanWords(words)
        label = plans.label(slot.plan)
        beside = how or plans.beside(slot.plan, slot.date, now.date) or capital(plans.schedule(slot.plan.schedule))
        day = "" if slot.date == now.date else f"{capital(words.date(slot.date, now.date))}. "
        self.time = Text(words.time(slot.time) if slot.time is not None else "", "strong", wraps=False)
        self.what = Text(label, "strong")
        self.how = Text(f"{day}{beside}", "small", "quiet")
        self.row, texts = QHBoxLayout(self), QVBoxLayout()
        self.row.setContentsMargins(0, px(4), 0, px(4))
        self.row.addWidget(self.time)
        self.row.addLayout(texts, 1)
        texts.setSpacing(0)
        for text in (self.what, self.how):
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            texts.addWidget(text)
        self.state = Text("", "body", "quiet", wraps=False)
        self.row.addWidget(self.state)
        if one.answered:
            self.state.setText(plans.occurrence_state(one.state, slot.plan))
        elif slot.time is not None and slot.at - now.instant > MOST_AHEAD:  # without one it is of the whole day
            self.state.setText(self.tr("later today"))
        else:
            self._offer(slot.id, plans.answer_done(slot.plan), label, waits=one.state is State.OPEN)
        said = [self.time.text(), label, self.state.text()]
        self.setAccessibleName(", ".join(part for part in said if part))
        follow(self, self._space)

    def _offer(self, slot_id: str, done: str, label: str, *, waits: bool) -> None:
        first = PrimaryButton(done) if waits else Button(done)
        buttons = [(first, "done")]
        if waits:
            buttons.append((Button(self.tr("Later")), "later"))
        buttons.append((Button(self.tr("Skip")), "skip"))
        self.state.hide()
        for button, answer in buttons:
            button.setAccessibleName(f"{button.text()}: {label}")
            button.clicked.connect(lambda _=False, answer=answer: self.answered.emit(slot_id, answer))
            self.row.addWidget(button)
            self.buttons[answer] = button

    def _space(self) -> None:
        self.time.setFixedWidth(px(64))
        self.row.setSpacing(px(GAP))


class PlanRow(QWidget):
    """A plan in a sentence, with the button that changes it. `wanted(plan)`."""

    wanted = Signal(object)

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        plans = PlanWords(words)
        self.what = Text(plan.label, "strong")
        state = plans.plan_state(plan)
        said = plans.schedule(plan.schedule)
        self.how = Text(capital(said) + (f" ({state})" if state else ""), "small", "quiet")
        self.change = Button(self.tr("Change"), name=self.tr("Change %s").replace("%s", plan.label))
        self.change.clicked.connect(lambda: self.wanted.emit(plan))
        self.row, texts = QHBoxLayout(self), QVBoxLayout()
        self.row.setContentsMargins(0, px(4), 0, px(4))
        self.row.addLayout(texts, 1)
        texts.setSpacing(0)
        for text in (self.what, self.how):
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            texts.addWidget(text)
        self.row.addWidget(self.change)
