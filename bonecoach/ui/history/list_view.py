"""The list of History: ticked with Space or a click, changed with Enter or the pencil, right where an entry stands."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from bonecoach.core.entries import Entry
from bonecoach.ui.history.delegate import HistoryDelegate
from bonecoach.ui.history.model import ROW, HistoryModel
from bonecoach.ui.theme import follow, px
from bonecoach.ui.today.edit_row import EditRow
from bonecoach.words import Words


class HistoryList(QListView):
    """`edits(entry)`: the person wants to change an entry, `deletes(entry)`: to delete it; `typed`, `saved` are the
    open editor's."""

    edits = Signal(object)
    deletes = Signal(object)
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
        self.verticalScrollBar().valueChanged.connect(self._place_editor)
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
        # It stands over the list and not in it: what is in a list no screen reader comes to.
        self.editor = EditRow(entry, text, words.label(entry), words.time(entry.moment.wall), self.parentWidget())
        self.editor.setContentsMargins(px(10), px(6), px(10), px(6))
        self.editor.setAutoFillBackground(True)
        self.editor.setBackgroundRole(QPalette.ColorRole.Base)
        self.editor.typed.connect(lambda said: self.typed.emit(entry, said))
        self.editor.saved.connect(self.saved)
        self.editor.left.connect(self.close_editor)
        self.drawing.editing = entry.id
        self._make_room()
        self.scrollTo(index)
        self.editor.show()
        for one, next_one in pairwise((self, self.editor.edit, self.editor.save, self.editor.cancel)):
            QWidget.setTabOrder(one, next_one)
        self.editor.edit.setFocus()
        self.typed.emit(entry, text)

    def say_in_editor(self, sentence: str, understood: bool, *, asks: bool = False) -> None:
        """Says below the open line what it means, or what is wrong with it."""
        if self.editor is not None:
            self.editor.say(sentence, understood, asks=asks)
            self._make_room()

    def close_editor(self) -> None:
        """Puts the row back, and the keyboard on it."""
        if self.editor is None:
            return
        editor, self.editor, self.drawing.editing = self.editor, None, ""
        index = self._index_of(editor.entry)
        if index is not None:
            self.setCurrentIndex(index)
        self.scheduleDelayedItemsLayout()
        self.setFocus()
        editor.hide()
        editor.deleteLater()

    def _make_room(self) -> None:
        if self.editor is not None:
            wide = self.viewport().width()
            high = self.editor.heightForWidth(wide) if self.editor.hasHeightForWidth() else 0
            self.drawing.editor_height = max(high, self.editor.sizeHint().height()) + px(8)
            self.doItemsLayout()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self._place_editor()

    def _place_editor(self) -> None:
        """Over the place of its entry, and always in sight, however the list is scrolled."""
        index = None if self.editor is None else self._index_of(self.editor.entry)
        card = self.parentWidget()
        if self.editor is None or index is None or card is None:
            return
        view = self.viewport()
        lowest = max(0, view.height() - self.drawing.editor_height)
        top = min(max(self.visualRect(index).top(), 0), lowest)
        corner = view.mapTo(card, QPoint(0, top))
        self.editor.setGeometry(QRect(corner, QSize(view.width(), self.drawing.editor_height)))
        self.editor.raise_()

    def stand_near(self, place: int) -> None:
        """Puts the keyboard's row on the entry at a place, or on the nearest one after or before it."""
        rows = self.rows.rows
        after = (n for n in range(max(place, 0), len(rows)) if isinstance(rows[n], Entry))
        before = (n for n in range(min(place, len(rows)) - 1, -1, -1) if isinstance(rows[n], Entry))
        found = next(after, next(before, None))
        if found is not None:
            self.setCurrentIndex(self.rows.index(found))

    def place_of(self, entry: Entry) -> int | None:
        """Which row an entry is; None where it is not shown."""
        index = self._index_of(entry)
        return None if index is None else index.row()

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
        elif event.key() == Qt.Key.Key_Delete and self.current is not None:
            self.deletes.emit(self.current)
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
