"""Today's planned times in order, each with its answers; what still waits from before stands first."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonecoach.core.days import moment_at
from bonecoach.core.occurrences import State
from bonecoach.core.settling import Settled
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.medicines.rows import TimeRow
from bonecoach.ui.page import Desk
from bonecoach.words import capital
from bonecoach.words.plans import PlanWords
from bonecoach.words.rituals import RitualWords


class TodayCard(Card):
    """Draws the times of today. `answered(id, answer)`: "done", "later" or "skip"."""

    answered = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.rows: list[TimeRow] = []
        self._put_off: dict[str, datetime] = {}
        self.column.addWidget(Heading(self.tr("Today")))
        self._nothing = Text(
            self.tr("Nothing is planned for today. Add a medicine, and its reminder comes every day."), "body", "quiet"
        )
        self.column.addWidget(self._nothing)

    def show_state(self) -> None:
        """Draws today's times anew. The keyboard stays where it stood, or goes to the next that can be answered."""
        stood = self._stood()
        self._put_off = {slot.id: until for slot, until in self._desk.diary.reminders.put_off()}
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one) for one in self._times()]
        self._nothing.setVisible(not self.rows)
        if stood is not None:
            self._stand_on(*stood)

    def _stood(self) -> tuple[int, str, str] | None:
        """On which row, time and answer the keyboard stands; None where it is somewhere else."""
        standing = self.window().focusWidget()
        for nth, row in enumerate(self.rows):
            for answer, button in row.buttons.items():
                if button is standing:
                    return nth, row.slot_id, answer
        return None

    def _stand_on(self, nth: int, slot_id: str, answer: str) -> None:
        same = [row for row in self.rows if row.slot_id == slot_id]
        nearest = (*same, *self.rows[nth:], *self.rows[:nth])
        row = next((row for row in nearest if row.buttons), None)
        if row is not None:
            row.buttons.get(answer, row.buttons["done"]).setFocus()

    def _row(self, one: Settled) -> TimeRow:
        how = self._again(one) or self._asked_for(one)
        row = TimeRow(one, self._desk.diary.now(), self._desk.words, how)
        row.answered.connect(self.answered)
        self.column.addWidget(row)
        row.show()  # at once: a layout would show it a moment later, and the card would stand empty until then
        return row

    def _again(self, one: Settled) -> str:
        """When something she put off comes again."""
        until = self._put_off.get(one.slot.id)
        if until is None or one.answered:
            return ""
        diary = self._desk.diary
        return capital(PlanWords(self._desk.words).comes_again(moment_at(until, diary.zone), diary.today()))

    def _asked_for(self, one: Settled) -> str:
        """What a tablet that was taken still asks for: "upright until 07:35, calcium from 11:05"."""
        diary = self._desk.diary
        running = {ritual.id: ritual for ritual in diary.reminders.rituals.running()} if one.entry else {}
        ritual = running.get(one.entry)
        return "" if ritual is None else capital(RitualWords(self._desk.words, diary.zone).brief(ritual))

    def _times(self) -> list[Settled]:
        reminders, today = self._desk.diary.reminders, self._desk.diary.today()
        waiting = {slot.id: slot for slot in reminders.wanted()}
        asked = {one.slot.id: one.slot for one in reminders.to_ask_about() if _is_before(one.slot.date, today)}
        before = asked | {key: slot for key, slot in waiting.items() if _is_before(slot.date, today)}
        earlier = [Settled(slot, State.OPEN) for slot in sorted(before.values(), key=lambda slot: slot.at)]
        todays = [one._replace(state=State.OPEN) if one.slot.id in waiting else one for one in reminders.on(today)]
        return earlier + todays


def _is_before(day: date, today: date) -> bool:
    return day < today
