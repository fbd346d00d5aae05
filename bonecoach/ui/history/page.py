"""The History page: find, change, delete many, and bring back from the bin."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.changes import Step
from bonecoach.core.entries import Entry
from bonecoach.core.errors import BoneCoachError
from bonecoach.diary.refusals import PleaseConfirm
from bonecoach.ui.buttons import GAP, Button, PrimaryButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.entry.said import refusal, said_of
from bonecoach.ui.history.filters import Filters
from bonecoach.ui.history.list_view import HistoryList
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.theme import follow, px


class HistoryPage(Page):
    """All entries, or what lies in the bin, as the fields above the list ask for them."""

    key = "history"
    icon = "history"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.in_bin = False
        self.heading = Heading("", "title")
        self.bin = Button(self.tr("Bin"), "bin", name=self.tr("What lies in the bin"))
        self.bin.setCheckable(True)
        self.filters = Filters(desk.words.conventions.order)
        self.filters.clear(desk.diary.today())
        self.list = HistoryList()
        self.empty = Text("", "body", "quiet")
        self._build_actions()
        self._lay_out()
        self._connect()

    @property
    def title(self) -> str:
        """Its name in the Go menu."""
        return self.tr("History")

    def _build_actions(self) -> None:
        self.count = Text("", "body", "quiet")
        self.tick_all = Button(self.tr("Tick all shown"))
        self.edit = Button(self.tr("Change"), "pencil")
        self.delete = Button(self.tr("Delete"), "bin")
        self.restore = PrimaryButton(self.tr("Bring back"))
        self.empty_bin = Button(self.tr("Empty the bin\u2026"))

    def _lay_out(self) -> None:
        self._whole, self._head = QVBoxLayout(self.body), QHBoxLayout()
        self._whole.addLayout(self._head)
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.bin)
        self.card = Card()
        self.card.column.addWidget(self.empty)
        self.card.column.addWidget(self.list, 1)
        self.card.column.addStretch()
        self._foot, self.buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self.card.column.addLayout(self._foot)
        self._foot.addWidget(self.count, 1)
        self._foot.addLayout(self.buttons)
        for button in (self.tick_all, self.edit, self.delete, self.restore, self.empty_bin):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self._whole.addWidget(self.filters)
        self._whole.addWidget(self.card, 1)
        follow(self, self._space)

    def _connect(self) -> None:
        self.filters.changed.connect(self.show_state)
        self.bin.toggled.connect(self._open_bin)
        self.list.rows.ticked_changed.connect(self._say_ticked)
        self.list.edits.connect(self._open_editor)
        self.list.typed.connect(self._look_at_edit)
        self.list.saved.connect(self._save)
        self.tick_all.clicked.connect(self._tick_or_untick)
        self.edit.clicked.connect(lambda: self._open_editor(next(iter(self.list.rows.ticked.values()))))
        self.delete.clicked.connect(lambda: self._act(self.desk.diary.delete))
        self.list.deletes.connect(self._delete_near)
        self.restore.clicked.connect(lambda: self._act(self.desk.diary.restore))
        self.empty_bin.clicked.connect(self._ask_to_empty)

    # -- drawing -----------------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Looks through the diary anew, and keeps the place in the list."""
        typed = self._typed()
        self.list.close_editor()
        words, place = self.desk.words, self.list.verticalScrollBar().value()
        standing, row = self.list.current, self.list.currentIndex().row()
        had_keyboard = self.list.hasFocus()
        self.list.drawing.words = words
        self.list.drawing.can_edit = not self.in_bin
        self.heading.setText(self.tr("Bin") if self.in_bin else self.title)
        self.list.setAccessibleName(self.tr("Deleted entries") if self.in_bin else self.tr("Entries, newest day first"))
        self.list.rows.show(self._ask, words, keep=len(self.list.rows.entries))
        if standing is not None:
            self.list.stand_near(row if (same := self.list.place_of(standing)) is None else same)
        self.list.verticalScrollBar().setValue(place)
        self._say_empty()
        if had_keyboard and self.list.isHidden():
            self.filters.text.setFocus()
        if typed is not None and typed[0] in self.list.rows.entries:
            self.list.open_editor(*typed, words)

    def _typed(self) -> tuple[Entry, str] | None:
        """The entry that is being changed and what she wrote: other news must not take it from her."""
        editor = self.list.editor
        return None if editor is None else (editor.entry, editor.edit.text())

    def first_focus(self) -> QWidget:
        """Where one types what is looked for."""
        return self.filters.text

    def _ask(self, until: date | None, limit: int) -> list[Entry]:
        sought = self.filters.sought(self.desk.diary.today())
        last = min((day for day in (until, sought.last) if day is not None), default=None)
        return self.desk.diary.entries(sought.first, last, sought.kinds, sought.text, deleted=self.in_bin, limit=limit)

    def _say_empty(self) -> None:
        nothing = not self.list.rows.rows
        sought = self.filters.sought(self.desk.diary.today())
        if sought.text:
            said = self.tr("Nothing found for \u201c%s\u201d.").replace("%s", sought.text)
        else:
            said = self._bin_said() if self.in_bin else self.tr("Nothing here yet. What you log stands here.")
        self.empty.say(said if nothing else "")
        self.list.setVisible(not nothing)

    def _bin_said(self) -> str:
        if self.desk.diary.in_bin():
            return self.tr("No entries, but results, reports, appointments or questions that you deleted.")
        return self.tr("The bin is empty.")

    def _say_ticked(self) -> None:
        ticked, shown = len(self.list.rows.ticked), len(self.list.rows.entries)
        said = self.tr("Tick entries to delete or change them.")
        if self.in_bin:
            said = self.tr("Tick entries to bring them back.")
        self.count.setText(self.tr("%n ticked", "", ticked) if ticked else said)
        self.tick_all.setText(self.tr("Untick all") if ticked else self.tr("Tick all shown"))
        self.tick_all.updateGeometry()
        self.tick_all.setEnabled(shown > 0)
        self.edit.setEnabled(ticked == 1)
        self.delete.setEnabled(ticked > 0)
        self.restore.setEnabled(ticked > 0)
        self.empty_bin.setEnabled(self.in_bin and self.desk.diary.in_bin() > 0)
        for button in (self.edit, self.delete):
            button.setVisible(not self.in_bin)
        for button in (self.restore, self.empty_bin):
            button.setVisible(self.in_bin)

    # -- doing -------------------------------------------------------------------------------------------------

    def _open_bin(self, on: bool) -> None:
        self.in_bin = on
        self.list.rows.ticked.clear()
        self.list.verticalScrollBar().setValue(0)
        self.show_state()

    def _tick_or_untick(self) -> None:
        rows = self.list.rows
        rows.tick(list(rows.ticked.values()) or rows.entries, on=not rows.ticked)

    def _act(self, act: object) -> None:
        """Deletes or brings back what is ticked; the keyboard goes to the entry that then stands in its place."""
        ids = list(self.list.rows.ticked)
        places = [place for entry in self.list.rows.ticked.values() if (place := self.list.place_of(entry)) is not None]
        self.list.rows.ticked.clear()
        if self.attempt(act, ids) is not None:  # type: ignore[arg-type]
            self.show_state()
            self.list.stand_near(min(places, default=0))
            (self.bin if self.list.isHidden() else self.list).setFocus()

    def _delete_near(self, entry: Entry) -> None:
        """Deletes what is ticked, or else the entry with the keyboard. The bin is emptied by its own button alone."""
        if not self.in_bin:
            self.list.rows.tick([] if self.list.rows.ticked else [entry])
            self.delete.click()

    def _open_editor(self, entry: Entry) -> None:
        if not self.in_bin:
            self.list.open_editor(entry, self.desk.diary.text_of(entry), self.desk.words)
            if self.list.editor is not None:
                self.show_whole(self.list.editor)

    def _look_at_edit(self, entry: Entry, text: str) -> None:
        reading = self.desk.diary.read_edit(entry, text)
        self.list.say_in_editor(*said_of(reading, self.desk.words, entry.moment.instant))

    def _save(self, entry: Entry, text: str, confirmed: bool) -> None:
        try:
            self.desk.diary.edit(entry.id, text, confirmed=confirmed)
        except BoneCoachError as error:
            self.list.say_in_editor(refusal(error, self.desk.words), False, asks=isinstance(error, PleaseConfirm))
            return
        self.show_state()

    def step_done(self, step: Step) -> None:
        """An entry was changed, deleted or brought back: the list is asked for anew where it stands."""
        self.show_state()

    def _ask_to_empty(self) -> None:
        question = EmptyBin(self)
        if question.exec() and self.attempt(self.desk.diary.empty_bin) is not None:
            self.show_state()
            self.bin.setFocus()

    # -- layout ------------------------------------------------------------------------------------------------

    def arrange(self, narrow: bool) -> None:
        """The fields in one row or two, the buttons beside the count or below it."""
        ways = QBoxLayout.Direction
        self.filters.arrange(narrow)
        self._foot.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _space(self) -> None:
        self._whole.setContentsMargins(px(24), px(12), px(24), px(14))
        self._whole.setSpacing(px(10))
        self.list.setMinimumHeight(px(260))
        self.buttons.setSpacing(px(GAP))
        self._foot.setSpacing(px(GAP))


class EmptyBin(Dialog):
    """Asks once, plainly: what is emptied is gone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent.tr("Empty the bin?"), parent)
        said = self.tr("Everything in the bin is then gone for good, and steps about it can no longer be undone.")
        self.column.addWidget(Text(said))
        self.add_buttons(self.tr("Empty it"), self.tr("Keep it"))
