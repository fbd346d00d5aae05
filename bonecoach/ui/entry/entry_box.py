"""The entry line as a whole: field, Log button, understanding and list, and what happens on Enter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.changes import Step
from bonecoach.core.errors import BoneCoachError
from bonecoach.phrase.reading import Part, Reading
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import PrimaryButton
from bonecoach.ui.entry.completions import CompletionList
from bonecoach.ui.entry.said import refusal
from bonecoach.ui.entry.line_edit import LONGEST, LineEdit
from bonecoach.ui.entry.understanding import Understanding, flags_of
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import colour, follow, px


class EntryBox(QWidget):
    """Where something is said.

    `at` answers the instant that is meant by "now": None for this moment, another one on a page of a past day.
    Signals: `logged(step)`; `flagged(sentences)`: red flags among what was logged; `empty_changed(is_empty)`.
    """

    logged = Signal(object)
    flagged = Signal(list)
    empty_changed = Signal(bool)

    def __init__(self, desk: Desk, at: Callable[[], datetime | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._at = desk, at
        self._reading: Reading | None = None
        self._list: CompletionList | None = None
        self._was_empty = True
        self.edit = LineEdit()
        self.log_button = PrimaryButton(self.tr("Log"), "enter")
        self.understanding = Understanding()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._frame = _Frame(self.edit, self.log_button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._frame)
        self.column.addWidget(self.understanding)
        self.understanding.hide()
        follow(self, self._restyle)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self.look_again)
        self.edit.returnPressed.connect(self.enter)
        self.edit.moved.connect(self._choose)
        self.edit.taken.connect(self._take_first)
        self.edit.other.connect(self._take_other)
        self.edit.left.connect(self._leave)
        self.edit.inputRejected.connect(self._too_long)
        self.edit.lost.connect(self.close_list)
        self.log_button.clicked.connect(self.log)
        self.understanding.replaced.connect(self._replace)
        self.understanding.confirmed.connect(lambda: self.log(confirmed=True))

    # -- understanding -----------------------------------------------------------------------------------------

    def look_again(self) -> None:
        """Reads the line anew and shows what is understood, and ways to finish it."""
        text = self.edit.text()
        self._show(self.desk.diary.read(text, self._at()) if text.strip() else None)
        self._offer(text)
        self._tell_emptiness(not text)

    def _show(self, reading: Reading | None) -> None:
        self._reading = reading
        now = self._at() or self.desk.diary.now().instant
        self.understanding.show_reading(reading or Reading("", ()), self.desk.words, now)
        self.understanding.setVisible(not self.understanding.is_empty())
        self.edit.mark([(p.start, p.end) for p in reading.problems] if reading else [])
        self.edit.setAccessibleDescription(self.understanding.spoken())

    def _offer(self, text: str) -> None:
        finished = () if not text.strip() else self.desk.diary.complete(text, self.edit.cursorPosition())
        wanted = [completion for completion in finished if completion.text.strip() != text.strip()]
        if self._list is None and not wanted:
            return
        self.completions.offer(wanted if self.edit.hasFocus() else ())
        self.edit.lists = self.completions.isVisible()
        self.place_list()

    @property
    def completions(self) -> CompletionList:
        """The list of ways to finish the line, made when it is first wanted."""
        if self._list is None:
            self._list = CompletionList(self.parentWidget() or self)
            self._list.chosen.connect(self.take)
        return self._list

    def place_list(self) -> None:
        """Below what was understood, as wide as the field."""
        if self._list is not None and self._list.isVisible():
            self.layout().activate()
            foot = self.mapTo(self._list.parentWidget(), QPoint(0, self.sizeHint().height() + px(4)))
            self._list.setGeometry(foot.x(), foot.y(), min(self.width(), px(640)), self._list.wanted_height())
            self._list.raise_()

    def close_list(self) -> None:
        """Puts the list away."""
        if self._list is not None:
            self._list.hide()
        self.edit.lists = False

    # -- acting ------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Takes the chosen way to finish the line, or logs the line."""
        chosen = None if self._list is None else self._list.current()
        if chosen is None:
            self.log()
        else:
            self.take(chosen)

    def log(self, *, confirmed: bool = False) -> None:
        """Logs the line, all of it or nothing; what stands in the way is said below and announced."""
        self.close_list()
        if self._reading is None:
            self.edit.setFocus()
        elif self._reading.problems or (self._reading.doubts and not confirmed):
            announce(self.edit, self.understanding.spoken())
            self.edit.setFocus()
        else:
            self._log(self._reading, confirmed)

    def _log(self, reading: Reading, confirmed: bool) -> None:
        try:
            step = self.desk.diary.log_text(reading.text, self._at(), confirmed=confirmed)
        except BoneCoachError as error:
            self._refuse(refusal(error, self.desk.words))
            return
        flags = flags_of(reading, self.desk.words)
        self.edit.clear()
        self.logged.emit(step)
        if flags:
            self.flagged.emit(flags)

    def say(self, text: str) -> None:
        """Puts a text into the line, ready to be logged or changed."""
        self.edit.setText(text)
        self.edit.setFocus()
        self.close_list()

    def take(self, text: str) -> None:
        """Puts a finished line into the field and leaves the keyboard at its end."""
        self.say(text)
        self.edit.end(False)

    def _refuse(self, sentence: str) -> None:
        self.understanding.say_refused(sentence)
        self.understanding.show()
        self.edit.setAccessibleDescription(sentence)
        announce(self.edit, sentence)

    def _replace(self, part: Part, text: str) -> None:
        line = self.edit.text()
        self.say(line[: part.start] + text + line[part.end :])

    def _take_other(self) -> None:
        parts = self._reading.parts if self._reading else ()
        part = next((part for part in parts if part.other), None)
        if part is not None and part.other:
            self._replace(part, part.other)

    def _choose(self, by: int) -> None:
        if self._list is not None and self._list.isVisible():
            announce(self.edit, self._list.choose(by))

    def _take_first(self) -> None:
        if self._list is not None and self._list.current() is None:
            self._choose(1)
        else:
            self.enter()

    def _leave(self) -> None:
        if self._list is not None and self._list.isVisible():
            self.close_list()
        else:
            self.edit.clear()

    def _too_long(self) -> None:
        self._refuse(self.tr("A line takes %n characters; the rest was left out.", "", LONGEST))

    def _tell_emptiness(self, empty: bool) -> None:
        if empty is not self._was_empty:
            self._was_empty = empty
            self.empty_changed.emit(empty)

    def _restyle(self) -> None:
        self.column.setSpacing(px(6))


class _Frame(QWidget):
    """The edge around field and button; it shows where the keyboard is."""

    def __init__(self, edit: LineEdit, button: PrimaryButton) -> None:
        super().__init__()
        self._edit = edit
        self._row = QHBoxLayout(self)
        self._row.addWidget(edit, 1)
        self._row.addWidget(button)
        self.setFocusProxy(edit)
        edit.gained.connect(self.update)
        edit.lost.connect(self.update)
        follow(self, self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = px(3) if self._edit.hasFocus() else 2
        painter.setPen(QPen(colour("accent" if self._edit.hasFocus() else "control"), wide))
        painter.setBrush(colour("field"))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(12), px(12))

    def _restyle(self) -> None:
        self._row.setContentsMargins(px(18), px(6), px(6), px(6))
        self._row.setSpacing(px(8))
