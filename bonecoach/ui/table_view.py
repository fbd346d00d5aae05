"""The table behind a chart: the same figures, to be read cell by cell."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget


class Table(NamedTuple):
    """The figures of a chart: a caption, the heads of the columns, and rows of the same length."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class TableView(QTableWidget):
    """The table behind a chart, to be read with arrow keys. Built when somebody asks for it."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        self.show_table(table)

    def show_table(self, table: Table) -> None:
        """Shows other figures."""
        self.setAccessibleName(table.caption)
        self.setColumnCount(len(table.heads))
        self.setHorizontalHeaderLabels(list(table.heads))
        self.setRowCount(len(table.rows))
        for y, row in enumerate(table.rows):
            for x, cell in enumerate(row):
                self.setItem(y, x, QTableWidgetItem(cell))
        self.fit()

    def fit(self) -> None:
        """Columns as wide and rows as tall as what stands in them."""
        self.resizeColumnsToContents()
        self.resizeRowsToContents()
