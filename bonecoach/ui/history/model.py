"""The rows of History: days, newest first, and under each what was logged; older ones are asked for as she scrolls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from bonecoach.core.entries import Entry
from bonecoach.words import Words

Row = date | Entry
Ask = Callable[[date | None, int], list[Entry]]
"""The newest so many entries up to a date, oldest first, of what is being looked for."""

PAGE = 120
ROW = Qt.ItemDataRole.UserRole


class HistoryModel(QAbstractListModel):
    """Rows are a date or an Entry of that date. `ticked_changed()`: other entries are ticked."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.ticked: dict[str, Entry] = {}
        self._ask: Ask = lambda _until, _limit: []
        self._words: Words | None = None
        self._until: date | None = None
        self._more = False

    # -- filling -----------------------------------------------------------------------------------------------

    def show(self, ask: Ask, words: Words, *, keep: int = PAGE) -> None:
        """Begins anew with the answers of `ask`; at least `keep` entries are asked for, if there are so many."""
        self.beginResetModel()
        self._ask, self._words = ask, words
        self.rows, self._until, self._more = [], None, True
        self.rows = self._next_rows(max(keep, PAGE))
        standing = {row.id for row in self.rows if isinstance(row, Entry)}
        self.ticked = {key: entry for key, entry in self.ticked.items() if key in standing}
        self.endResetModel()
        self.ticked_changed.emit()

    @property
    def entries(self) -> list[Entry]:
        """The entries loaded so far."""
        return [row for row in self.rows if isinstance(row, Entry)]

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        rows = self._next_rows(PAGE)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def _next_rows(self, limit: int) -> list[Row]:
        """Whole days only: the oldest day of an answer that may be cut short waits for the next one."""
        found = self._ask(self._until, limit)
        days = [(day, list(group)) for day, group in groupby(found, key=lambda entry: entry.moment.date)]
        self._more = len(found) >= limit
        if self._more:
            if len(days) == 1:
                return self._next_rows(limit * 4)
            self._until, _ = days.pop(0)
        return [row for day, group in reversed(days) for row in (day, *group)]

    # -- ticking -----------------------------------------------------------------------------------------------

    def tick(self, entries: Iterable[Entry], *, on: bool = True) -> None:
        """Ticks or unticks entries."""
        for entry in entries:
            if on:
                self.ticked[entry.id] = entry
            else:
                self.ticked.pop(entry.id, None)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()

    # -- what Qt asks ------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.rows[index.row()], date):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._words is None:
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row)
        if role == Qt.ItemDataRole.CheckStateRole and isinstance(row, Entry):
            return Qt.CheckState.Checked if row.id in self.ticked else Qt.CheckState.Unchecked
        return None

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        row = self.rows[index.row()] if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or not isinstance(row, Entry):
            return False
        self.tick([row], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _said(self, row: Row) -> str:
        assert self._words is not None
        if isinstance(row, Entry):
            words = self._words
            said = (
                words.label(row),
                words.date(row.moment.date),
                words.time(row.moment.wall),
                words.detail(row),
                row.note,
            )
            return ", ".join(part for part in said if part)
        return self._words.date(row)
