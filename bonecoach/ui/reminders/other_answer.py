"""Every answer to one planned time: later, at a time, taken earlier, not taken, skipped and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bonecoach.core.answers import put_off_until, taken_at
from bonecoach.core.days import moment_at
from bonecoach.core.errors import BoneCoachError, InvalidEntry
from bonecoach.core.occurrences import State
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.entry.said import refusal
from bonecoach.ui.flow import Flow
from bonecoach.ui.medicines.said import times_said
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Typed
from bonecoach.ui.reminders.rows import when
from bonecoach.ui.theme import px
from bonecoach.words import capital
from bonecoach.words.plans import PlanWords

SPANS = (10, 30, 60)
"""Minutes that a reminder is put off by one press."""


class OtherAnswer(Dialog):
    """Answers the time of an id. Raises DiaryError("no_such_occurrence") when it is planned no more."""

    def __init__(self, occurrence: str, desk: Desk, parent: QWidget) -> None:
        self.slot, record = desk.diary.reminders.record(occurrence)
        plans = PlanWords(desk.words)
        super().__init__(plans.label(self.slot.plan), parent)
        self.desk = desk
        self.column.addWidget(Text(when(self.slot, desk), "body", "quiet"))
        self.later_at, self.taken_time = Typed(self.tr("for example 14:00"), 200), Typed("", 200)
        self.until, self.then = Text("", "small", "quiet"), Text("", "small", "quiet")
        self.reason = Typed(self.tr("why, if you like"))
        self.complaint = Text("", "body", "warning")
        self.complaint.hide()
        said = (self.tr("In 10 minutes"), self.tr("In 30 minutes"), self.tr("In 1 hour"))
        self.spans = [Button(text) for text in said]
        done = plans.answer_done(self.slot.plan)
        self.put_off = Button(self.tr("Remind me then"))
        self.taken = Button(self.tr("%s at that time").replace("%s", done))
        self.skip, self.missed = Button(self.tr("Skip")), Button(plans.answer_missed(self.slot.plan))
        if record.state is State.OPEN:
            self._section(self.tr("Remind me again"), *self.spans)
            self._at(self.later_at, self.put_off, self.until)
        self._section(self.tr("It was earlier"))
        self._at(self.taken_time, self.taken, self.then)
        self._section(self.tr("Not this time"))
        self.column.addWidget(self.reason)
        self._section("", self.skip, self.missed)
        self.column.addWidget(self.complaint)
        self.later_at.setAccessibleName(self.tr("Remind me at"))
        self.taken_time.setAccessibleName(self.tr("%s at").replace("%s", done))
        self.reason.setAccessibleName(self.tr("Reason"))
        if self.slot.time is not None:
            self.taken_time.setText(desk.words.time(self.slot.time))
        self.add_close()
        self._connect()
        (self.spans[0] if record.state is State.OPEN else self.taken_time).setFocus()

    def _section(self, title: str, *buttons: Button) -> None:
        if title:
            self.column.addWidget(Text(title, "strong"))
        if buttons:
            row = Flow(GAP)
            for button in buttons:
                row.add(button)
            self.column.addWidget(row)

    def _at(self, field: Typed, button: Button, meant: Text) -> None:
        """A time of day, what is done with it, and which day it is of."""
        row = QHBoxLayout()
        self.column.addLayout(row)
        row.setSpacing(px(GAP))
        row.addWidget(field)
        row.addWidget(button)
        row.addWidget(meant, 1)

    def _connect(self) -> None:
        for minutes, button in zip(SPANS, self.spans, strict=True):
            button.clicked.connect(partial(self._in_minutes, minutes))
        for line, act in ((self.later_at, self._then), (self.taken_time, self._taken), (self.reason, self._skip)):
            line.returnPressed.connect(act)
        self.later_at.textChanged.connect(lambda: self._say(self.until, self._until))
        self.taken_time.textChanged.connect(lambda: self._say(self.then, self._taken_at))
        self._say(self.then, self._taken_at)
        for button, act in (
            (self.put_off, self._then),
            (self.taken, self._taken),
            (self.skip, self._skip),
            (self.missed, self._missed),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Return in a field does what stands beside it, and on a button presses it; it closes nothing.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.isVisible() and isinstance(pressed := self.focusWidget(), Button):
            pressed.click()

    # -- what is meant -----------------------------------------------------------------------------------------

    def _until(self) -> datetime:
        return put_off_until(_one(self.later_at.text()), self.desk.diary.now().instant, self.desk.diary.zone)

    def _taken_at(self) -> datetime:
        at = _one(self.taken_time.text())
        return taken_at(self.slot, at, self.desk.diary.now().instant, self.desk.diary.zone)

    def _say(self, text: Text, meant: Callable[[], datetime]) -> None:
        """Which day a time of day is of, before anything is done with it."""
        try:
            moment = moment_at(meant(), self.desk.diary.zone)
        except InvalidEntry:
            text.setText("")
            return
        words = self.desk.words
        text.setText(capital(f"{words.date(moment.date, self.desk.diary.today())} {words.time(moment.wall)}"))

    # -- doing -------------------------------------------------------------------------------------------------

    def _in_minutes(self, minutes: int, _checked: bool = False) -> None:
        until = self.desk.diary.now().instant + timedelta(minutes=minutes)
        self._do(lambda: self.desk.diary.reminders.snooze(self.slot.id, until))

    def _then(self) -> None:
        self._do(lambda: self.desk.diary.reminders.snooze(self.slot.id, self._until()))

    def _taken(self) -> None:
        self._do(lambda: self.desk.diary.reminders.answer(self.slot.id, State.DONE, self._taken_at()))

    def _skip(self) -> None:
        self._do(lambda: self._without(State.SKIPPED))

    def _missed(self) -> None:
        self._do(lambda: self._without(State.MISSED))

    def _without(self, state: State) -> None:
        self.desk.diary.reminders.answer(self.slot.id, state, reason=self.reason.text().strip())

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except BoneCoachError as error:
            self.complaint.say(refusal(error, self.desk.words))
            return
        super().accept()


def _one(text: str) -> time:
    """The one time of day in a text. Raises InvalidEntry("not_a_clock")."""
    found = times_said(text)
    if len(found) != 1:
        raise InvalidEntry("not_a_clock", text=text)
    return found[0]
