"""The entry line as a whole: field, Log button, understanding and list, and what happens on Enter."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.paint.plain import edge_rounded, fill_rounded
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import PrimaryButton
from bonecoach.ui.entry.line_edit import LONGEST, LineEdit
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import colour, follow, px

if TYPE_CHECKING:
    from bonecoach.phrase.reading import Part, Reading
    from bonecoach.ui.entry.completions import CompletionList
    from bonecoach.ui.entry.understanding import Understanding

LIST_WIDTH = 640


class EntryBox(QWidget):
    """Where something is said. What stands below the field is built when something is typed into it.

    `day` answers whose page it stands on: None for today's. Within `at_once` the page does not lay itself out: what
    changes there changes together.
    Signals: `flagged(sentences)`: red flags among what was logged; `goes_to(key, None)`: she wants another page;
    `empty_changed(is_empty)`.
    """

    flagged = Signal(list)
    goes_to = Signal(str, object)
    empty_changed = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        day: Callable[[], date | None],
        at_once: Callable[[], AbstractContextManager[object]] = nullcontext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self._day, self._at_once = desk, day, at_once
        self._reading: Reading | None = None
        self._below: Understanding | None = None
        self._list: CompletionList | None = None
        self._was_empty = True
        self.edit = LineEdit()
        self.log_button = PrimaryButton(self.tr("Log"), "enter")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(_Frame(self.edit, self.log_button))
        self._connect()
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

    @property
    def understanding(self) -> Understanding:
        """What was understood, below the field."""
        if self._below is None:
            from bonecoach.ui.entry.understanding import Understanding

            self._below = Understanding()
            self._below.replaced.connect(self._replace)
            self._below.confirmed.connect(lambda: self.log(confirmed=True))
            self._below.goes_to.connect(self.goes_to)
            self.column.addWidget(self._below)
        return self._below

    @property
    def completions(self) -> CompletionList:
        """The list of ways to finish the line."""
        if self._list is None:
            from bonecoach.ui.entry.completions import CompletionList

            self._list = CompletionList(self.parentWidget() or self)
            self._list.chosen.connect(self.take)
        return self._list

    # -- understanding -----------------------------------------------------------------------------------------

    def look_again(self) -> None:
        """Reads the line anew and shows what is understood, and ways to finish it."""
        text = self.edit.text()
        said = bool(text.strip())
        self._reading = self._read(text) if said else None
        self._offer(text if said else "")
        self._show()
        self.place_list()
        if (not text) is not self._was_empty:
            self._was_empty = not text
            self.empty_changed.emit(not text)

    def _read(self, text: str) -> Reading:
        day = self._day()
        return self.desk.diary.read(text) if day is None else self.desk.diary.read_on(day, text)

    def _show(self) -> None:
        now = self.desk.diary.now().instant
        reading = self._reading
        # A word that is still being typed, with ways to finish it in the list, is nothing to complain about yet.
        unfinished = self.edit.cursorPosition() if self.edit.lists else -1
        self.understanding.show_reading(reading, self.desk.words, now, unfinished)
        self.understanding.setVisible(bool(self.edit.text()))
        problems = reading.problems if reading else ()
        self.edit.mark([(p.start, p.end) for p in problems if p.end != unfinished])
        self.edit.setAccessibleDescription(self.understanding.spoken() or " ")

    def _offer(self, text: str) -> None:
        ways = self.desk.diary.complete(text, self.edit.cursorPosition()) if text and self.edit.hasFocus() else ()
        self.completions.offer(ways)
        self.edit.lists = self.completions.isVisible()

    def place_list(self) -> None:
        """Puts the list below what was understood."""
        if self._list is not None and self._list.isVisible():
            self.column.activate()
            high = self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.sizeHint().height()
            foot = self.mapTo(self.parentWidget() or self, QPoint(0, high + px(6)))
            self._list.setGeometry(foot.x(), foot.y(), min(self.width(), px(LIST_WIDTH)), self._list.wanted_height())
            self._list.raise_()

    def close_list(self) -> None:
        """Puts the list away; what it spared the person of complaints is said now."""
        if self._list is not None:
            self._list.hide()
        if self.edit.lists:
            self.edit.lists = False
            self._show()

    # -- logging -----------------------------------------------------------------------------------------------

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
        from bonecoach.ui.entry.said import flags_of, refusal

        flags, line = flags_of(reading, self.desk.words), self.edit.text()
        with self._at_once():
            # Emptied first, or the page would read the line anew for nothing; and not by clear(): Ctrl+Z then takes
            # back what was logged, not the emptying of the line.
            self.edit.setText("")
            try:
                self.desk.diary.log_reading(self._read(reading.text), confirmed=confirmed)
            except BoneCoachError as error:
                self.edit.setText(line)
                self.close_list()
                self.refuse(refusal(error, self.desk.words))
                return
            self.edit.setFocus()
        if flags:
            self.flagged.emit(flags)

    def refuse(self, sentence: str) -> None:
        """Says why something was not done; the line keeps its text."""
        self.understanding.say_refused(sentence)
        self.understanding.show()
        self.edit.setAccessibleDescription(sentence)
        announce(self.edit, sentence)

    def _too_long(self) -> None:
        self.refuse(self.tr("A line takes %s characters; the rest was left out.").replace("%s", str(LONGEST)))

    # -- changing the line -------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Puts a text into the line, ready to be logged or changed."""
        self.edit.setFocus()
        self.edit.setText(text)
        self.close_list()

    def take(self, text: str) -> None:
        """Takes a way to finish the line and leaves the keyboard at its end."""
        self.say(text)
        self.edit.end(False)

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
            self.edit.setText("")

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
        edge = colour("accent" if self._edit.hasFocus() else "control")
        fill_rounded(painter, QRectF(self.rect()), px(12), colour("field"))
        edge_rounded(painter, QRectF(self.rect()), px(12), edge, wide)

    def _restyle(self) -> None:
        self._row.setContentsMargins(px(18), px(6), px(6), px(6))
        self._row.setSpacing(px(8))
