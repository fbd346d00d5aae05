"""What was understood of the line, part by part: below it, before anything is logged."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from bonecoach.phrase.reading import Part, Reading
from bonecoach.ui.buttons import GAP, TARGET, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.entry.said import flags_of
from bonecoach.ui.places import places
from bonecoach.ui.theme import follow, px
from bonecoach.words import Words, quotable

SHOWN = 6
"""Complaints and questions shown at once; the rest are counted."""

_KEPT_AT = {
    "on_its_label": "my_supplements",
    "not_known_taken": "my_supplements",
    "form_not_known": "my_supplements",
    "medicine_not_planned": "medicines",
    "result_elsewhere": "bone",
    "visit_elsewhere": "appointment",
    "own_weight": "bone",
    "own_height": "bone",
}
"""The place of each thing that the line refuses, by the code of the refusal."""


class Understanding(QWidget):
    """One text for all that was understood, and a row with its buttons for each complaint and each question.

    `replaced(part, text)`: the person takes another text for a part. `confirmed()`: she means it as she typed it.
    `goes_to(key, None)`: she wants the page on which a thing is kept.
    """

    goes_to = Signal(str, object)
    replaced = Signal(object, str)
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.flagged = Text("", "strong", "warning")
        self.understood = Text("", "body", "accent_text")
        self.refused = Text("", "body", "warning")
        for text in (self.flagged, self.understood, self.refused):
            text.hide()
            self.column.addWidget(text)
        self.column.addStretch(1)
        self._rows: list[QWidget] = []
        follow(self, self._restyle)

    def show_reading(self, reading: Reading | None, words: Words, now: datetime, unfinished: int = -1) -> None:
        """Shows what a reading understood, complains about and asks; nothing for None.

        A problem that ends at `unfinished`, where somebody is still typing, is not mentioned.
        """
        parts = [p for p in reading.parts if p.problem is None or p.problem.end != unfinished] if reading else []
        good = [part for part in parts if part.problem is None and part.entries]
        self.understood.say("  \u00b7  ".join(words.understood(part, now) for part in good))
        self.flagged.say("" if reading is None else " ".join(flags_of(reading, words)))
        self.refused.say("")
        self._drop_rows()
        asking = [part for part in parts if part.problem is not None or part.doubt is not None or part.other]
        for part in asking[:SHOWN]:
            self._add_row(part, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """While somebody types it grows and does not shrink: what stands below would jump with every word."""
        super().resizeEvent(event)
        self.setMinimumHeight(max(self.minimumHeight(), event.size().height()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._restyle()

    def say_refused(self, sentence: str) -> None:
        """One sentence about something that could not be done; the line keeps its text."""
        self.refused.say(sentence)

    def spoken(self) -> str:
        """All of it, for a screen reader."""
        rows = [label.text() for row in self._rows for label in row.findChildren(Text)]
        texts = (self.flagged.text(), self.understood.text(), self.refused.text(), *rows)
        return ". ".join(text for text in texts if text)

    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self._rows or self.understood.text() or self.refused.text() or self.flagged.text())

    def _add_row(self, part: Part, words: Words) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(GAP))
        if part.problem is not None:
            line.addWidget(Text(words.problem(part.problem), "body", "warning"), 1)
            self._add_use(line, part, part.problem.fix)
            self._add_way(line, part.problem.code)
        elif part.doubt is not None:
            line.addWidget(Text(words.doubt(part.doubt), "body", "warning"), 1)
            self._add_use(line, part, part.doubt.suggestion)
            yes = Button(self.tr("Yes, log it"), "check")
            yes.clicked.connect(self.confirmed)
            line.addWidget(yes)
        else:
            line.addStretch(1)
            self._add_use(line, part, part.other)
        self._rows.append(row)
        self.column.insertWidget(self.column.count() - 1, row)

    def _add_use(self, line: QLayout, part: Part, text: str | None) -> None:
        if text:
            use = Button(self.tr("Use: %s").replace("%s", quotable(text).replace("&", "&&")))
            use.clicked.connect(lambda: self.replaced.emit(part, text))
            line.addWidget(use)

    def _add_way(self, line: QLayout, code: str) -> None:
        """What is not said in the line has a place of its own: a button leads there, and the line keeps its text."""
        key = _KEPT_AT.get(code)
        if key is not None:
            named = {place.key: place.name for place in places(self.tr)}
            way = Button(self.tr("Go to %s").replace("%s", named[key]), "right")
            way.clicked.connect(lambda: self.goes_to.emit(key, None))
            line.addWidget(way)

    def _drop_rows(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []

    def _restyle(self) -> None:
        self.column.setSpacing(px(6))
        self.setMinimumHeight(px(TARGET))  # as tall as what stands there while the line is empty
