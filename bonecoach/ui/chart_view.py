"""A chart in the window: a picture with a name, the same said in words, and a table behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from bonecoach.paint.style import Style
from bonecoach.ui.buttons import paint_ring
from bonecoach.ui.theme import follow, px, style

Paint = Callable[[QPainter, QRectF, Style], None]
"""A painter of `paint` with its state already bound."""


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart: a caption, the heads of the columns, and rows of the same length."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ChartView(QLabel):
    """Draws a chart. A screen reader hears its name as a graphic, and its description, which says the same in words.

    `height` is in pixels at 100 %; the width is whatever the page gives. It can be reached with Tab, so that somebody
    who reads with the keyboard finds it.
    """

    # A QLabel with a pixmap is the one stock widget that Qt tells screen readers is a graphic.

    def __init__(self, name: str, height: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint: Paint | None = None
        self._height = height
        self.setPixmap(QPixmap(1, 1))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, self.updateGeometry)

    def show_chart(self, paint: Paint, description: str, height: float | None = None) -> None:
        """Draws another state: `paint(painter, rect, style)`. `description` says in words what it shows."""
        self._paint = paint
        if height is not None and height != self._height:
            self._height = height
            self.updateGeometry()
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)
            changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(changed)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(style().font("body"))
        if self._paint is not None:
            self._paint(painter, QRectF(self.rect()), style())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), px(6))


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
        self.resizeColumnsToContents()
        self.resizeRowsToContents()
