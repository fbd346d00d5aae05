"""How a row of History is drawn: a day as a heading; an entry with its tick box, time, label, detail and pencil."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bonecoach.core.entries import Entry
from bonecoach.paint.marks import check
from bonecoach.ui.buttons import paint_ring
from bonecoach.ui.history.model import ROW, HistoryModel
from bonecoach.ui.icons import draw_icon
from bonecoach.ui.theme import colour, font, px, style
from bonecoach.words import Words, unbroken

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_LEAST = 52
_TICK, _TIME, _PENCIL = 44, 74, 48

Index = QModelIndex | QPersistentModelIndex


class HistoryDelegate(QStyledItemDelegate):
    """`edit_wanted(entry)`: somebody pressed the pencil of a row."""

    edit_wanted = Signal(object)

    def __init__(self, parent: object = None) -> None:
        super().__init__()
        self.words: Words | None = None
        self.editing = ""
        self.editor_height = 0
        self.can_edit = True
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        wide = option.rect.width() or 400
        if not isinstance(row, Entry):
            return QSize(wide, px(46))
        if row.id == self.editing:
            return QSize(wide, self.editor_height)
        # The list asks for every row it holds whenever one more comes: what a row needs is measured once.
        key = (row.id, row.label, row.note, wide, style().scale)
        if key not in self._heights:
            label, detail = self._texts(row, wide - px(_TICK + _TIME + _PENCIL))
            self._heights[key] = max(label.height() + detail.height() + px(14), px(_LEAST))
        return QSize(wide, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Entry):
            if row.id != self.editing:
                self._paint_entry(painter, option, index, row)
        elif self.words is not None:
            painter.setFont(font("strong"))
            painter.setPen(colour("text"))
            painter.drawText(
                option.rect.adjusted(px(10), px(10), 0, 0), Qt.AlignmentFlag.AlignVCenter, self.words.date(row)
            )
        painter.restore()

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, entry: Entry) -> None:
        assert self.words is not None
        rect = option.rect
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        if ticked or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("soft" if ticked else "hover"))
        self._paint_box(painter, rect, ticked=ticked)
        left = rect.left() + px(_TICK)
        label, detail = self._texts(entry, rect.width() - px(_TICK + _TIME + _PENCIL))
        top = rect.center().y() - (label.height() + detail.height()) // 2
        painter.setFont(font("small"))
        painter.setPen(colour("quiet"))
        first = QFontMetrics(font("body")).height()
        painter.drawText(
            QRect(left, top, px(_TIME), first), Qt.AlignmentFlag.AlignVCenter, self.words.time(entry.moment.wall)
        )
        painter.setFont(font("body"))
        painter.setPen(colour("text"))
        painter.drawText(label.translated(left + px(_TIME), top), int(_WRAPPED), unbroken(self.words.label(entry)))
        painter.setFont(font("small"))
        painter.setPen(colour("quiet"))
        painter.drawText(detail.translated(left + px(_TIME), top + label.height()), int(_WRAPPED), self._detail(entry))
        if self.can_edit:
            pencil = QRectF(rect.right() - px(_PENCIL), rect.center().y() - px(11), px(_PENCIL), px(22))
            draw_icon(painter, "pencil", pencil, colour("accent_text"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(rect.left() + px(10), rect.bottom(), rect.right() - px(10), rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, QRectF(rect), px(6))

    def _paint_box(self, painter: QPainter, rect: QRect, *, ticked: bool) -> None:
        box = QRectF(rect.left() + px(12), rect.center().y() - px(11), px(22), px(22))
        painter.setPen(QPen(colour("accent" if ticked else "control"), 2))
        painter.setBrush(colour("accent" if ticked else "field"))
        painter.drawRoundedRect(box, px(5), px(5))
        if ticked:
            check(painter, box, colour("on_accent"), style())

    def _texts(self, entry: Entry, wide: int) -> tuple[QRect, QRect]:
        assert self.words is not None
        room, said, detail = QRect(0, 0, wide, 10_000), unbroken(self.words.label(entry)), self._detail(entry)
        label = QFontMetrics(font("body")).boundingRect(room, int(_WRAPPED), said)
        below = QFontMetrics(font("small")).boundingRect(room, int(_WRAPPED), detail) if detail else QRect()
        return QRect(0, 0, wide, label.height()), QRect(0, 0, wide, below.height() if detail else 0)

    def _detail(self, entry: Entry) -> str:
        assert self.words is not None
        return "  \u00b7  ".join(part for part in (self.words.detail(entry), entry.note) if part)

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(ROW)
        if not isinstance(row, Entry) or not isinstance(model, HistoryModel):
            return False
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            if self.can_edit and self._on_pencil(event.position().toPoint(), option.rect):
                self.edit_wanted.emit(row)
            else:
                model.tick([row], on=row.id not in model.ticked)
            return True
        return False

    def _on_pencil(self, place: QPoint, rect: QRect) -> bool:
        return place.x() >= rect.right() - px(_PENCIL)
