"""The page as it will print: the same painting, sheet under sheet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bonecoach.core.summary import SummaryState
from bonecoach.desktop.pdf import printable_size
from bonecoach.exchange.summary.page import Choice
from bonecoach.paint.look import LIGHT
from bonecoach.paint.summary.document import DOTS_PER_INCH, PaintPage, SummaryDocument
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import px
from bonecoach.words.conventions import usual_paper

_EDGE = 0.5 * DOTS_PER_INCH


class Sheet(QLabel):
    """One sheet of paper, as wide as its place. Paper is white in every look.

    It is drawn once, in its own size, and then made smaller: letters that were measured for paper would not fit their
    places when a screen rounds each of them to its own pixels.
    """

    def __init__(self, paint: PaintPage, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint, self._size = paint, size
        self._drawn: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(400), self._height(max(self.width(), px(400))))

    def _height(self, width: int) -> int:
        return round(width * self._size.height() / self._size.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self._height(self.width()):
            self.setFixedHeight(self._height(self.width()))

    def drawn(self) -> QPixmap:
        """The sheet in its own size, drawn when it first comes into sight."""
        if self._drawn is None:
            self._drawn = QPixmap(self._size)
            self._drawn.fill(QColor(LIGHT.card))
            painter = QPainter(self._drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            wide, high = self._size.width(), self._size.height()
            self._paint(painter, QRectF(_EDGE, _EDGE, wide - 2 * _EDGE, high - 2 * _EDGE))
            painter.end()
        return self._drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.pixmap().width() != self.width():
            way = Qt.TransformationMode.SmoothTransformation
            self.setPixmap(self.drawn().scaledToWidth(self.width(), way))
        super().paintEvent(event)


class Preview(Dialog):
    """Every sheet, to scroll through. A screen reader hears each as its text."""

    def __init__(self, state: SummaryState, choice: Choice, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("The page as it prints"), parent, wide=980)
        words = desk.words
        printed = printable_size(usual_paper(words.locale))
        pages = SummaryDocument(state, words, choice, printed).sheets()
        whole = QSize(round(printed.width() + 2 * _EDGE), round(printed.height() + 2 * _EDGE))
        self.sheets: list[Sheet] = []
        for number, (paint, said) in enumerate(pages, start=1):
            sheet = Sheet(paint, whole)
            name = self.tr("Page {number} of {pages}").format(number=number, pages=len(pages))
            sheet.setAccessibleName(name)
            sheet.setAccessibleDescription(said)
            self.column.addWidget(sheet)
            self.sheets.append(sheet)
        self.add_close()
