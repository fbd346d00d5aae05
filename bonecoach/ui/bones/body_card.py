"""Height and weight: the last of each, what is lost or changed, and what was measured, with buttons to mend it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bonecoach.core.body_measures import BodyState, Measure
from bonecoach.ui.bones.results_card import ResultRow
from bonecoach.ui.buttons import Button, QuietButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.words import Words
from bonecoach.words.body import BodyWords

SHOWN = 4


class BodyCard(Card):
    """`adds()`: she wants to enter one; `changes(measure)`: to mend one; `deletes(measure)`: she wants it away."""

    adds = Signal()
    changes = Signal(object)
    deletes = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.height_said, self.mention, self.weight_said = Text(), Text(), Text()
        self.nothing = Text(self.tr("Where height is measured now and then, a loss of it is seen."), "body", "quiet")
        self.add = Button(self.tr("Add height or weight"), "plus")
        self.more = QuietButton(self.tr("Show all"), name=self.tr("Show all heights and weights"))
        self.rows: list[ResultRow] = []
        self._all = False
        self._state = BodyState((), None, None)
        for text in (
            Heading(self.tr("Height and weight")),
            self.height_said,
            self.mention,
            self.weight_said,
            self.nothing,
        ):
            self.column.addWidget(text)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.add.clicked.connect(self.adds)
        self.more.clicked.connect(self._show_all)

    def show_state(self, body: BodyState, words: Words) -> None:
        """Says where she stands, and lists what was measured, newest first."""
        self._state, self._words, says = body, words, BodyWords(words)
        self.height_said.say("" if body.height is None else says.height(body.height))
        self.mention.say(says.mention() if body.height is not None and body.height.worth_mentioning else "")
        self.weight_said.say("" if body.weight is None else says.weight(body.weight))
        self.nothing.setVisible(not body.measures)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        shown = body.measures if self._all else body.newest(SHOWN)
        self.rows = [self._row(measure, says) for measure in shown]
        self.more.setVisible(len(shown) < len(body.measures))

    def _row(self, measure: Measure, says: BodyWords) -> ResultRow:
        row = ResultRow(says.title(measure), says.figure(measure), "", None)
        row.edit.clicked.connect(partial(self.changes.emit, measure))
        row.delete.clicked.connect(partial(self.deletes.emit, measure))
        self.column.insertWidget(self.column.indexOf(self.more), row)
        return row

    def _show_all(self) -> None:
        seen = len(self.rows)
        self._all = True
        self.show_state(self._state, self._words)
        self.rows[min(seen, len(self.rows) - 1)].edit.setFocus()
