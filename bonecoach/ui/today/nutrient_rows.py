"""Nutrients of the day: one row each, with its bar, its figures, and where they are from behind it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.nutrients import MAIN_NUTRIENTS, Nutrient
from bonecoach.core.totals import NutrientTotal
from bonecoach.core.week import DayState
from bonecoach.paint.lettering import RIGHT, height_of, letter, width_of
from bonecoach.paint.nutrient_bar import paint_nutrient_bar
from bonecoach.ui.buttons import GAP, Button, QuietButton
from bonecoach.ui.cards import Card, Heading
from bonecoach.ui.chart_view import Table, TableView
from bonecoach.ui.icons import draw_icon
from bonecoach.ui.theme import colour, follow, font, px, style
from bonecoach.words import Words


_LEAST, _ROOMY, _BAR = 46, 68, 12


class NutrientRow(Button):
    """A nutrient: name, figures against the target, bar. Pressing it asks why."""

    RADIUS = 8

    def __init__(self, nutrient: Nutrient, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.nutrient = nutrient
        self._total: NutrientTotal | None = None
        self._tall = False
        self._name = self._figures = self._parts = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_total(self, total: NutrientTotal, words: Words) -> None:
        """Draws another total."""
        self._total = total
        self._name, self._figures = words.title(total.nutrient), words.progress(total)
        # A target that is reached has its sign; the words are kept for what a sign cannot say.
        standing = "" if total.met and not total.above_limit else words.standing(total)
        self._parts = ", ".join(part for part in (words.parts(total), standing) if part)
        self.setAccessibleName(words.spoken_total(total))
        self.setAccessibleDescription(self.tr("Why this number, and where it is from"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(_ROOMY if self._tall else _LEAST))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def stand_tall(self, tall: bool) -> None:
        """Whether it asks for room for its second line of words; it takes it anyway where there is room."""
        self._tall = tall
        self.updateGeometry()

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        if self._lit():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(rect, px(self.RADIUS), px(self.RADIUS))

    def paint_face(self, painter: QPainter, rect: QRectF) -> None:
        if self._total is None:
            return
        box = rect.adjusted(px(6), 0, -px(6), 0)
        small = height_of(font("small")) if rect.height() >= px(_ROOMY - 4) else 0
        line, bar = height_of(font("strong")), px(_BAR)
        top = box.center().y() - (line + px(5) + bar + (px(4) + small if small else 0)) / 2
        self._paint_words(painter, QRectF(box.left(), top, box.width(), line))
        top += line + px(5)
        sign = px(26)
        paint_nutrient_bar(painter, QRectF(box.left(), top, box.width() - sign, bar), self._total, style())
        self._paint_sign(painter, QRectF(box.right() - px(20), top + bar / 2 - px(10), px(20), px(20)))
        if small:
            ink = colour("warning" if self._total.above_limit else "quiet")
            below = QRectF(box.left(), top + bar + px(4), box.width(), small)
            letter(painter, below, elided(self._parts, font("small"), box.width()), font("small"), ink)

    def _paint_words(self, painter: QPainter, line: QRectF) -> None:
        letter(painter, line, self._name, font("strong"), colour("text"))
        room = line.width() - width_of(self._name, font("strong")) - px(10)
        face = font("body") if width_of(self._figures, font("body")) <= room else font("small")
        letter(painter, line, elided(self._figures, face, room), face, colour("text"), RIGHT)

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        assert self._total is not None
        if self._total.above_limit:
            draw_icon(painter, "caution", place, colour("warning"))
        elif self._total.met:
            draw_icon(painter, "check", place, colour("accent_text"))


def elided(text: str, face: QFont, room: float) -> str:
    """The text, shortened where the room is too small for it; it is whole in the accessible name."""
    return QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room)


class NutrientsCard(Card):
    """The six nutrients, and their table behind them. `why(nutrient)`: the person wants to know more of one."""

    why = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._day: DayState | None = None
        self._words: Words | None = None
        self._table: TableView | None = None
        self.heading = Heading(self.tr("Nutrients"))
        self.as_table = QuietButton("", "table", name=self.tr("Show nutrients as table"))
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._turn)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.as_table)
        self.column.addLayout(head)
        self.rows = {nutrient: NutrientRow(nutrient) for nutrient in MAIN_NUTRIENTS}
        self.bars = QWidget()
        self._lines = QVBoxLayout(self.bars)
        self._lines.setContentsMargins(0, 0, 0, 0)
        for row in self.rows.values():
            self._lines.addWidget(row, 1)
            row.clicked.connect(lambda _checked=False, row=row: self.why.emit(row.nutrient))
        self.column.addWidget(self.bars, 1)
        follow(self, self._space)

    def show_day(self, day: DayState, words: Words) -> None:
        """Draws another day."""
        self._day, self._words = day, words
        for nutrient, row in self.rows.items():
            row.show_total(day.nutrients[nutrient], words)
        if self._table is not None and self.as_table.isChecked():
            self._table.show_table(self.table())

    def stand_tall(self, tall: bool) -> None:
        """Whether the rows ask for room for their second lines."""
        for row in self.rows.values():
            row.stand_tall(tall)

    def table(self) -> Table:
        """The same figures as a table."""
        assert self._day is not None
        words = self._words
        assert words is not None
        totals = [self._day.nutrients[nutrient] for nutrient in MAIN_NUTRIENTS]
        heads = (self.tr("Nutrient"), self.tr("So far"), self.tr("Food and supplements"), self.tr("How it stands"))
        rows = tuple((words.title(t.nutrient), words.progress(t), words.parts(t), words.standing(t)) for t in totals)
        return Table(self.tr("Nutrients of the day"), heads, rows)

    def _turn(self, as_table: bool) -> None:
        if as_table and self._day is not None:
            if self._table is None:
                self._table = TableView(self.table())
                self.column.addWidget(self._table, 1)
            self._table.show_table(self.table())
        if self._table is not None:
            self._table.setVisible(as_table)
        self.bars.setVisible(not as_table)

    def _space(self) -> None:
        self._lines.setSpacing(px(GAP))
