"""A card with a picture in front and its table behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bonecoach.ui.buttons import QuietButton
from bonecoach.ui.cards import Card, Heading

if TYPE_CHECKING:
    from bonecoach.ui.table_view import Table, TableView


class TwoSided(Card):
    """`front` is the picture; `table` gives the figures behind it when somebody turns the card."""

    def __init__(self, title: str, front: QWidget, turns: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.front = front
        self._back: TableView | None = None
        self.heading = Heading(title)
        self.as_table = QuietButton("", "table", name=turns)
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self.turn)
        self.head = QHBoxLayout()
        self.column.addLayout(self.head)
        self.head.addWidget(self.heading, 1)
        self.head.addWidget(self.as_table)
        self.column.addWidget(front, 1)

    def table(self) -> Table:
        """The figures as they are now."""
        raise NotImplementedError

    def turn(self, to_table: bool) -> None:
        """Shows the table, or the picture again."""
        if to_table:
            self._fill_back()
        if self._back is not None:
            self._back.setVisible(to_table)
        self.front.setVisible(not to_table)

    def show_again(self) -> None:
        """The figures changed: the table shows them too, where it is in front."""
        if self.as_table.isChecked():
            self._fill_back()

    def _fill_back(self) -> None:
        from PySide6.QtCore import Qt

        from bonecoach.ui.chart_card import FittedTable

        if self._back is None:
            self._back = FittedTable(self.table())
            self.column.addWidget(self._back, 1, Qt.AlignmentFlag.AlignTop)
        self._back.show_table(self.table())
