"""Nutrients of the day: one row each, with its bar, its figures, and where they are from behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStylePainter, QVBoxLayout, QWidget

from bonecoach.core.nutrients import MAIN_NUTRIENTS, Nutrient
from bonecoach.core.totals import NutrientTotal
from bonecoach.core.week import DayState
from bonecoach.paint.fill import SOLID, STRIPES, fill, rounded
from bonecoach.paint.lettering import RIGHT, height_of, letter, width_of
from bonecoach.paint.marks import upright_mark
from bonecoach.paint.nutrient_bar import has_measure, limit_in_sight, paint_nutrient_bar
from bonecoach.paint.plain import cut, fill_rounded
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.icons import draw_icon
from bonecoach.ui.theme import colour, follow, font, px, style
from bonecoach.ui.today.two_sided import TwoSided
from bonecoach.words import Words

if TYPE_CHECKING:
    from bonecoach.ui.table_view import Table


_LEAST, _ROOMY, _BAR = 46, 68, 12

Key = tuple[str, str]
"""The role of a colour, which says how the sign is drawn, and what it means."""


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

    def show_total(self, total: NutrientTotal, words: Words, *, recorded: bool) -> None:
        """Draws another total; on a day without any record what there is to reach."""
        self._total = total
        self._name, self._figures = words.title(total.nutrient), words.progress(total)
        if not recorded:
            self._figures = words.target(total.nutrient, total.target)
            if total.target.low is not None:
                self._figures = self.tr("target %s").replace("%s", self._figures)
        # A target that is reached has its sign; the words are kept for what a sign cannot say.
        standing = "" if total.met and not total.above_limit else words.standing(total)
        parts = [part for part in (words.parts(total), standing) if part]
        self._parts = "" if parts == [self._figures] else ", ".join(parts)  # which is said at the right already
        self.setAccessibleName(words.spoken_total(total))
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
            fill_rounded(painter, rect, px(self.RADIUS), colour("hover"))

    def paint_face(self, painter: QPainter, rect: QRectF) -> None:
        if self._total is None:
            return
        box = rect.adjusted(px(6), 0, -px(6), 0)
        small = height_of(font("small")) if rect.height() >= px(_ROOMY - 4) else 0
        line, bar = height_of(font("strong")), px(_BAR)
        if self._total.amount is not None and not has_measure(self._total):
            self._paint_unmeasured(painter, box, line)
            return
        top = box.center().y() - (line + px(5) + bar + (px(4) + small if small else 0)) / 2
        self._paint_words(painter, QRectF(box.left(), top, box.width(), line))
        top += line + px(5)
        sign = px(26)
        paint_nutrient_bar(painter, QRectF(box.left(), top, box.width() - sign, bar), self._total, style())
        self._paint_sign(painter, QRectF(box.right() - px(20), top + bar / 2 - px(10), px(20), px(20)))
        if small:
            ink = colour("warning" if self._total.above_limit else "quiet")
            below = QRectF(box.left(), top + bar + px(4), box.width(), small)
            letter(painter, below, cut(self._parts, font("small"), box.width()), font("small"), ink)

    def _paint_unmeasured(self, painter: QPainter, box: QRectF, line: float) -> None:
        """Words in the place of the bar, where there is nothing to measure an amount against."""
        small = height_of(font("small"))
        top = box.center().y() - (line + small) / 2
        self._paint_words(painter, QRectF(box.left(), top, box.width(), line))
        below = QRectF(box.left(), top + line, box.width(), small)
        letter(painter, below, cut(self._parts, font("small"), box.width()), font("small"), colour("quiet"))

    def _paint_words(self, painter: QPainter, line: QRectF) -> None:
        letter(painter, line, self._name, font("strong"), colour("text"))
        room = line.width() - width_of(self._name, font("strong")) - px(10)
        face = font("body") if width_of(self._figures, font("body")) <= room else font("small")
        letter(painter, line, cut(self._figures, face, room), face, colour("text"), RIGHT)

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        assert self._total is not None
        if self._total.above_limit:
            draw_icon(painter, "caution", place, colour("warning"))
        elif self._total.met:
            draw_icon(painter, "check", place, colour("accent_text"))


class NutrientsCard(TwoSided):
    """The six nutrients, and their table behind them. `why(nutrient)`: the person wants to know more of one."""

    why = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._day: DayState | None = None
        self._words: Words | None = None
        self.rows = {nutrient: NutrientRow(nutrient) for nutrient in MAIN_NUTRIENTS}
        bars = QWidget()
        self._lines = QVBoxLayout(bars)
        self._lines.setContentsMargins(0, 0, 0, 0)
        for row in self.rows.values():
            self._lines.addWidget(row, 1)
            row.clicked.connect(lambda _checked=False, row=row: self.why.emit(row.nutrient))
        super().__init__(self.tr("Nutrients"), bars, self.tr("Show nutrients as table"), parent)
        self.keys = BarKeys()
        self.head.insertWidget(1, self.keys)
        follow(self, self._space)

    def show_day(self, day: DayState, words: Words) -> None:
        """Draws another day."""
        self._day, self._words = day, words
        for nutrient, row in self.rows.items():
            row.show_total(day.nutrients[nutrient], words, recorded=day.recorded or bool(day.spreading))
            row.setAccessibleDescription(self.tr("Why this number, and where it is from"))
        self.keys.show_totals([day.nutrients[nutrient] for nutrient in MAIN_NUTRIENTS], words)
        self.show_again()

    def stand_tall(self, tall: bool) -> None:
        """Whether the rows ask for room for their second lines."""
        for row in self.rows.values():
            row.stand_tall(tall)

    def table(self) -> Table:
        from bonecoach.ui.table_view import Table

        assert self._day is not None
        assert self._words is not None
        words, totals = self._words, [self._day.nutrients[nutrient] for nutrient in MAIN_NUTRIENTS]
        heads = (self.tr("Nutrient"), self.tr("So far"), self.tr("Parts"), self.tr("How it stands"))
        rows = tuple((words.title(t.nutrient), words.progress(t), words.parts(t), words.standing(t)) for t in totals)
        return Table(self.tr("Nutrients of the day"), heads, rows)

    def _space(self) -> None:
        self._lines.setSpacing(px(GAP))


class BarKeys(QWidget):
    """What fills and marks of the bars mean, in two lines no higher than the heading beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[Key, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_totals(self, totals: Sequence[NutrientTotal], words: Words) -> None:
        """For these bars, in these words; the upper limit only where one of them shows it."""
        marks = [("target", words.say("chart.target_key"))]
        if any(limit_in_sight(total) for total in totals):
            marks.append(("limit", words.say("chart.upper_limit_key")))
        lines = (
            (("food", words.say("chart.food_key")), ("supplement", words.say("chart.supplement_key"))),
            tuple(marks),
        )
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(sum(self._columns())) + 1, px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(44))

    def _columns(self) -> list[float]:
        """How wide the keys are that stand below each other."""
        columns = [0.0, 0.0]
        for line in self._lines:
            for nth, (_, said) in enumerate(line):
                columns[nth] = max(columns[nth], px(22 + 12) + width_of(said, font("small")))
        return columns

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, columns = self.height() / 2, self._columns()
        for row, line in enumerate(self._lines):
            x, middle = 0.0, row * high + high / 2
            for nth, (role, said) in enumerate(line):
                self._paint_sign(painter, role, QRectF(x, middle - px(15) / 2, px(15), px(15)))
                box = QRectF(x + px(22), row * high, self.width() - x - px(22), high)
                letter(painter, box, said, font("small"), colour("quiet"))
                x += columns[nth]

    def _paint_sign(self, painter: QPainter, role: str, sign: QRectF) -> None:
        if role in ("target", "limit"):
            upright_mark(painter, sign.center().x(), sign.top() - px(1), sign.bottom() + px(1), colour(role), style())
        else:
            fill(painter, rounded(sign, px(4)), colour(role), STRIPES if role == "supplement" else SOLID, style())
