"""The list of History: ticked with Space or a click, changed with Enter or the pencil, right where an entry stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from bonecoach.core.entries import Entry
from bonecoach.ui.history.delegate import HistoryDelegate
from bonecoach.ui.history.model import ROW, HistoryModel
from bonecoach.ui.theme import follow, px
from bonecoach.ui.today.edit_row import EditRow
from bonecoach.words import Words


class HistoryList(QListView):
    """`edits(entry)`: the person wants to change an entry; `typed`, `saved` are the open editor's."""

    edits = Signal(object)
    typed = Signal(object, str)
    saved = Signal(object, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = HistoryModel(self)
        self.drawing = HistoryDelegate(self)
        self.editor: EditRow | None = None
        self.setModel(self.rows)
        self.setItemDelegate(self.drawing)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.drawing.edit_wanted.connect(self.edits)
        follow(self, self._restyle)

    @property
    def current(self) -> Entry | None:
        """The entry that has the keyboard."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Entry) else None

    def open_editor(self, entry: Entry, text: str, words: Words) -> None:
        """Opens the text of an entry in a line where it stands."""
        self.close_editor()
        index = self._index_of(entry)
        if index is None:
            return
        self.editor = EditRow(entry, text, words.label(entry))
        self.editor.setContentsMargins(px(10), px(6), px(10), px(6))
        self.editor.setAutoFillBackground(True)
        self.editor.typed.connect(lambda said: self.typed.emit(entry, said))
        self.editor.saved.connect(self.saved)
        self.editor.left.connect(self.close_editor)
        self.drawing.editing = entry.id
        self._make_room()
        self.setIndexWidget(index, self.editor)
        self.scrollTo(index)
        self.editor.edit.setFocus()

    def say_in_editor(self, sentence: str, understood: bool, *, asks: bool = False) -> None:
        """Says below the open line what it means, or what is wrong with it."""
        if self.editor is not None:
            self.editor.say(sentence, understood, asks=asks)
            self._make_room()

    def close_editor(self) -> None:
        """Puts the row back, and the keyboard on it."""
        if self.editor is None:
            return
        index = self._index_of(self.editor.entry)
        self.editor, self.drawing.editing = None, ""
        if index is not None:
            self.setIndexWidget(index, None)  # type: ignore[arg-type]
            self.setCurrentIndex(index)
        self.scheduleDelayedItemsLayout()
        self.setFocus()

    def _make_room(self) -> None:
        if self.editor is not None:
            wide = self.viewport().width()
            high = self.editor.heightForWidth(wide) if self.editor.hasHeightForWidth() else 0
            self.drawing.editor_height = max(high, self.editor.sizeHint().height()) + px(8)
            self.scheduleDelayedItemsLayout()

    def _index_of(self, entry: Entry) -> QModelIndex | None:
        for number, row in enumerate(self.rows.rows):
            if isinstance(row, Entry) and row.id == entry.id:
                return self.rows.index(number)
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.current is not None:
            self.edits.emit(self.current)
        elif event.key() == Qt.Key.Key_Space and self.current is not None:
            entry = self.current
            self.rows.tick([entry], on=entry.id not in self.rows.ticked)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if not self.currentIndex().isValid():
            self._stand_on_first()
        return super().focusNextPrevChild(forward)

    def _stand_on_first(self) -> None:
        first = next((n for n, row in enumerate(self.rows.rows) if isinstance(row, Entry)), None)
        if first is not None:
            self.setCurrentIndex(self.rows.index(first))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.scrollTo(current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _restyle(self) -> None:
        self.verticalScrollBar().setSingleStep(px(40))
        self.scheduleDelayedItemsLayout()
