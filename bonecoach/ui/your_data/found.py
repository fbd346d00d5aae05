"""What a file would bring: how much of each kind is new, what is there already, and what cannot be kept and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from bonecoach.ui.cards import Text
from bonecoach.ui.theme import px
from bonecoach.words.arrivals import left_out

if TYPE_CHECKING:
    from bonecoach.diary.comparison import Arrival
    from bonecoach.words import Words

MOST_SAID = 20
"""Lines that cannot be kept which are told one by one."""


class FoundView(QWidget):
    """`ready(on)`: whether what is new may come in now; lines that cannot be kept are left out only if she says so."""

    ready = Signal(bool)

    def __init__(self, arrival: Arrival, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrival, self._words = arrival, words
        self.texts: list[Text] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        new = words.say("data.new", count=arrival.new) if arrival.new else self.tr("Nothing in it is new")
        self._say(new, "heading")
        self._say_kinds("new")
        if arrival.same:
            self._say(words.say("data.same", count=arrival.same), "strong")
            self._say_kinds("same")
        if arrival.bin:
            self._say(words.say("import.bin", count=arrival.bin))
        if arrival.differs:
            self._say(words.say("import.differs", count=arrival.differs))
            self._say_kinds("differs")
        self.leave_out = QCheckBox(self.tr("Leave these lines out"))
        self.leave_out.toggled.connect(lambda: self.ready.emit(self.is_ready()))
        if arrival.rejected:
            self._say_rejected()
        else:
            self._column.addWidget(self.leave_out)
        self.leave_out.setVisible(bool(arrival.rejected and arrival.new))
        for sentence in left_out(words, arrival.unknown[:MOST_SAID], arrival.passed_over):
            self._say(sentence, "small", "quiet")
        if arrival.new:
            self._say(self.tr("Nothing was added yet. One undo takes all of it back."), "small", "quiet")

    def is_ready(self) -> bool:
        """Whether what is new may come in."""
        return bool(self._arrival.new) and (not self._arrival.rejected or self.leave_out.isChecked())

    def said(self) -> str:
        """All of it in one go, for a screen reader."""
        return " ".join(text.text() for text in self.texts)

    def _say_kinds(self, what: str) -> None:
        counts = ((table, getattr(found, what)) for table, found in self._arrival.tables.items())
        kinds = [self._words.say(f"data.table.{table}", count=count) for table, count in counts if count]
        if kinds:
            self._say(self._words.listed(kinds))

    def _say_rejected(self) -> None:
        words, rejected = self._words, self._arrival.rejected
        self._say(words.say("data.rejected", count=len(rejected)), "strong", "warning")
        self._column.addWidget(self.leave_out)  # above the lines: there may be twenty of them
        for one in rejected[:MOST_SAID]:
            reason = words.error(one.error)
            self._say(words.say("import.rejected", file=one.file, line=one.line, reason=reason), "small")
        if len(rejected) > MOST_SAID:
            self._say(words.say("import.rejected_more", count=len(rejected) - MOST_SAID), "small")

    def _say(self, sentence: str, role: str = "body", ink: str = "text") -> None:
        text = Text(sentence, role, ink)
        self.texts.append(text)
        self._column.addWidget(text)
