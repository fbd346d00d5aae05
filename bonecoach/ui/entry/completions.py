"""Ways to finish the line, in a list below it. The keyboard stays in the line; arrow keys choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bonecoach.phrase.reading import Completion
from bonecoach.ui.icons import draw_icon
from bonecoach.ui.theme import colour, follow, px

_ICONS = {
    "frequent": "history",
    "staple": "food",
    "food": "food",
    "activity": "movement",
    "supplement": "supplement",
    "product": "supplement",
    "medicine": "medicine",
    "felt": "felt",
}
_ROW = 44

Index = QModelIndex | QPersistentModelIndex


class CompletionList(QListWidget):
    """The list. `chosen(text)`: the whole line that the person took."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Ways to finish the line"))
        self.setItemDelegate(_Row(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        follow(self, self.doItemsLayout)

    def offer(self, completions: Sequence[Completion]) -> None:
        """Shows other ways, none of them chosen; hides when there are none."""
        self.clear()
        for completion in completions:
            item = QListWidgetItem(completion.label, self)
            item.setData(Qt.ItemDataRole.UserRole, completion.text)
            item.setData(Qt.ItemDataRole.UserRole + 1, _ICONS.get(completion.kind, "plus"))
        self.setCurrentRow(-1)
        self.setVisible(bool(completions))

    def choose(self, by: int) -> str:
        """Chooses the next or previous way, around through none; answers its label, "" for none."""
        count = self.count()
        self.setCurrentRow((self.currentRow() + 1 + by) % (count + 1) - 1)
        item = self.currentItem() if self.currentRow() >= 0 else None
        return item.text() if item is not None else ""

    def current(self) -> str | None:
        """The whole line of the chosen way; None when none is chosen or the list is hidden."""
        item = self.currentItem() if self.isVisible() and self.currentRow() >= 0 else None
        return None if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def wanted_height(self) -> int:
        """Of all rows, in pixels."""
        return self.count() * px(_ROW) + 2 * self.frameWidth() + px(4)


class _Row(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(200), px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.fillRect(rect, colour("selection" if chosen else "hover"))
        ink = colour("on_selection" if chosen else "text")
        side = px(20)
        place = QRectF(rect.left() + px(14), rect.center().y() - side / 2, side, side)
        draw_icon(painter, str(index.data(Qt.ItemDataRole.UserRole + 1)), place, ink)
        painter.setPen(ink)
        text = rect.adjusted(px(46), 0, -px(10), 0)
        label = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
