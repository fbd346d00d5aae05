"""What was logged on the day: a list, each thing to be changed or deleted where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.entries import Entry
from bonecoach.core.week import DayState
from bonecoach.ui.buttons import TARGET, Button, QuietButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.page import give_places
from bonecoach.ui.scroll import Scroll
from bonecoach.ui.theme import follow, px
from bonecoach.words import Words, unbroken

if TYPE_CHECKING:
    from bonecoach.ui.today.edit_row import EditRow


class LoggedRow(QWidget):
    """One entry: when, what, and its two buttons. `edits(entry)`, `deletes(entry)`."""

    edits = Signal(object)
    deletes = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry: Entry | None = None
        self._words: Words | None = None
        self.time = Text("", "small", "quiet", wraps=False)
        self.label = Text("", "body")
        self.edit = QuietButton("", "pencil", name="-")
        self.delete = QuietButton("", "bin", name="-")
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.time)
        self.row.addWidget(self.label, 1)
        self.row.addWidget(self.edit)
        self.row.addWidget(self.delete)
        self.edit.clicked.connect(lambda: self.edits.emit(self.entry))
        self.delete.clicked.connect(lambda: self.deletes.emit(self.entry))
        follow(self, self._restyle)

    def show_entry(self, entry: Entry, words: Words) -> None:
        """Another entry in the same row; one that stands there already is left alone."""
        if entry == self.entry and words is self._words:
            return
        self.entry, self._words = entry, words
        label = words.label(entry)
        detail = words.detail(entry)
        self.time.setText(words.time(entry.moment.wall))
        self.label.setText(unbroken(label))
        self.label.setToolTip(detail)
        self.setAccessibleName(", ".join(part for part in (words.time(entry.moment.wall), label, detail) if part))
        for button, said in ((self.edit, self.tr("Edit %s")), (self.delete, self.tr("Delete %s"))):
            button.setAccessibleName(said.replace("%s", label))
            button.setToolTip(said.replace("%s", label))

    def _restyle(self) -> None:
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(px(8))
        self.time.setMinimumWidth(px(44))


class LoggedCard(Card):
    """The list of the day.

    Signals: `edits(entry)`, `deletes(entry)`, `typed(entry, text)`, `changed(entry, text, confirmed)`, `same_again()`,
    `none()`, `history_wanted()`.
    """

    edits = Signal(object)
    typed = Signal(object, str)
    deletes = Signal(object)
    changed = Signal(object, str, bool)
    same_again = Signal()
    none = Signal()
    history_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: list[LoggedRow] = []
        self._shown: tuple[Entry, ...] = ()
        self._words: Words | None = None
        self.editor: EditRow | None = None
        self.heading = Heading(self.tr("Logged"))
        self.again = Button(self.tr("Same as yesterday\u2026"))
        self.again.clicked.connect(self.same_again)
        self.history = QuietButton(self.tr("All days"), name=self.tr("All days, in History"))
        self.history.clicked.connect(self.history_wanted)
        head = QHBoxLayout()
        self.column.addLayout(head)
        head.addWidget(self.heading)
        head.addWidget(self.history)
        head.addStretch(1)
        head.addWidget(self.again)
        self._build_list()
        follow(self, self._space)

    def _build_list(self) -> None:
        self.empty = Text("", "body", "quiet")
        self.list = QWidget()
        self.lines = QVBoxLayout(self.list)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.none_button = Button(self.tr("I took nothing today"))
        self.none_button.clicked.connect(self.none)
        self.lines.addWidget(self.empty)
        self.lines.addWidget(self.none_button)
        self.lines.addStretch(1)
        self.roll = Scroll(self.list)
        self.column.addWidget(self.roll, 1)

    def show_day(self, day: DayState, words: Words, *, is_today: bool) -> None:
        """Draws another day, newest entry last."""
        if self.editor is not None and self.editor.entry not in day.entries:
            self.close_editor()  # saved, or gone; what is still being typed stays open
        if day.entries != self._shown or words is not self._words:
            self._shown, self._words = day.entries, words
            self._fill(day.entries, words)
        self.empty.say(self._said_of_nothing(day, is_today) if not day.entries else "")
        if day.recorded and self.none_button.hasFocus():
            self.history.setFocus()
        self.none_button.setVisible(not day.recorded)
        self.none_button.setText(self._nothing_taken(day, is_today))
        self.none_button.updateGeometry()

    def expand(self, grows: bool) -> None:
        """Whether the list takes all the height it needs (the page scrolls), or scrolls inside its card."""
        self.roll.set_growing(grows)

    def reveal(self, ids: Sequence[str]) -> None:
        """Scrolls to the last of these entries that stands in the list."""
        rows = [row for row in self._rows if row.entry is not None and row.entry.id in ids]
        if rows:
            QTimer.singleShot(0, lambda: self.roll.ensureWidgetVisible(rows[-1], 0, 0))

    def open_editor(self, entry: Entry, text: str) -> None:
        """Opens an entry's text in a line right where it stands."""
        from bonecoach.ui.today.edit_row import EditRow

        self.close_editor()
        row = next((row for row in self._rows if row.entry is not None and row.entry.id == entry.id), None)
        if row is None or self._words is None:
            return
        self.editor = EditRow(entry, text, self._words.label(entry), self._words.time(entry.moment.wall))
        self.editor.saved.connect(self.changed)
        self.editor.typed.connect(lambda typed: self.typed.emit(entry, typed))
        self.editor.left.connect(self.close_editor)
        self.lines.insertWidget(self.lines.indexOf(row) + 1, self.editor)
        row.hide()
        self.editor.edit.setFocus()
        self.typed.emit(entry, text)
        self.roll.updateGeometry()
        self._show_all_of(self.editor)

    def say_in_editor(self, sentence: str, understood: bool, *, asks: bool = False) -> None:
        """Says below the open editor what its text means, or what is wrong with it."""
        if self.editor is not None:
            self.editor.say(sentence, understood, asks=asks)
            self.roll.updateGeometry()
            self._show_all_of(self.editor)

    def _show_all_of(self, editor: EditRow) -> None:
        """Scrolls to a line that is being changed with its buttons, once it has its height; its text stays in sight."""
        QTimer.singleShot(0, editor, lambda: self._scroll_to(editor))

    def _scroll_to(self, editor: EditRow) -> None:
        give_places()
        self.roll.ensureWidgetVisible(editor, 0, 0)
        self.roll.ensureWidgetVisible(editor.edit, 0, px(4))

    def close_editor(self) -> None:
        """Puts the row back."""
        if self.editor is not None:
            entry = self.editor.entry
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.roll.updateGeometry()
            for row in self._rows:
                if row.isHidden() and row.entry is not None and row.entry.id == entry.id:
                    row.show()
                    row.edit.setFocus()

    def _fill(self, entries: Sequence[Entry], words: Words) -> None:
        standing = next((n for n, row in enumerate(self._rows) if row.edit.hasFocus() or row.delete.hasFocus()), None)
        while len(self._rows) < len(entries):
            row = LoggedRow()
            row.edits.connect(self.edits)
            row.deletes.connect(self.deletes)
            self.lines.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for row, entry in zip(self._rows, entries, strict=False):
            row.show_entry(entry, words)
            shown = self.editor is None or self.editor.entry.id != entry.id
            if row.isHidden() is shown:
                row.setVisible(shown)
        if standing is not None and standing >= len(entries):
            self._move_keyboard(standing, len(entries) - 1)
        for row in self._rows[len(entries) :]:
            row.entry = None
            row.hide()

    def _move_keyboard(self, gone: int, place: int) -> None:
        """From a row that goes to the same button of the last one there is; without any to the heading's button."""
        deletes = self._rows[gone].delete.hasFocus()
        if place < 0:
            (self.again if self.again.isVisible() else self.history).setFocus()
        else:
            (self._rows[place].delete if deletes else self._rows[place].edit).setFocus()

    def _nothing_taken(self, day: DayState, is_today: bool) -> str:
        """What is said by the button: below a tablet or a walk that no food and no supplement were taken."""
        if day.entries:
            return self.tr("No food or supplement today") if is_today else self.tr("No food or supplement on this day")
        return self.tr("I took nothing today") if is_today else self.tr("I took nothing on this day")

    def _said_of_nothing(self, day: DayState, is_today: bool) -> str:
        if day.none_taken:
            return self.tr("You said that you took nothing on this day.")
        return self.tr("Nothing yet.") if is_today else self.tr("Nothing was logged on this day.")

    def _space(self) -> None:
        self.lines.setSpacing(px(8))
        self.heading.setMinimumHeight(px(TARGET))
