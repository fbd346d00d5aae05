"""Her bones in time on one sheet of paper: the timeline as it is looked at, and below it what it says in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from bonecoach.core.timeline import Frame, Timeline
from bonecoach.paint.fill import SOLID, fill
from bonecoach.paint.lettering import LEFT, RIGHT, height_of, letter, width_of
from bonecoach.paint.style import Style
from bonecoach.paint.summary.running_text import Piece, run, tall
from bonecoach.paint.timeline import paint_timeline
from bonecoach.paint.timeline_scene import DENSITY, timeline_height
from bonecoach.paint.timeline_table import table_timeline
from bonecoach.words import Words

_AIR = 1.15
"""How much taller than at least the timeline is drawn: paper has room."""


@dataclass(frozen=True, slots=True)
class BoneSheet:
    """The timeline between two days by a measure. Below it the newest rows of its table, as many as the sheet holds."""

    title: str
    timeline: Timeline
    frame: Frame
    measure: str
    words: Words

    def paint(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        """Draws the sheet from the top down."""
        y = self._paint_head(painter, rect, style)
        high = min(style.px(timeline_height(self.timeline) * _AIR), rect.height() * 0.6)
        chart = QRectF(rect.left(), y, rect.width(), high)
        paint_timeline(painter, chart, self.timeline, self.frame, self.measure, style, self.words)
        y = self._paint_others(painter, QRectF(rect.left(), chart.bottom(), rect.width(), 0), style)
        foot = QRectF(rect.left(), rect.bottom() - style.px(20), rect.width(), style.px(20))
        self._paint_rows(painter, QRectF(rect.left(), y, rect.width(), foot.top() - y), style)
        said = self.words.say("timeline.sheet_foot")
        letter(painter, foot, said, style.font("tiny"), style.colour("quiet"), LEFT)

    def _paint_head(self, painter: QPainter, rect: QRectF, style: Style) -> float:
        words, today = self.words, self.timeline.today
        high = height_of(style.font("title"))
        box = QRectF(rect.left(), rect.top(), rect.width(), high)
        letter(painter, box, self.title, style.font("title"), style.colour("text"), LEFT)
        made = words.say("chart.sheet_made", day=words.short_date(today))
        letter(painter, box, made, style.font("small"), style.colour("quiet"), RIGHT)
        first, last = (words.short_date(day) for day in (self.frame.first, min(self.frame.last, today)))
        below = QRectF(rect.left(), box.bottom(), rect.width(), height_of(style.font("small")))
        said = words.say("timeline.frame", first=first, last=last)
        letter(painter, below, said, style.font("small"), style.colour("quiet"), LEFT)
        return below.bottom() + style.px(8)

    def _paint_others(self, painter: QPainter, rect: QRectF, style: Style) -> float:
        """What the pale bands are, and of which studies, where some are drawn: paper has no "Why?" to press."""
        others = self.timeline.others
        if others is None or not others.bands or self.measure != DENSITY:
            return rect.top()
        studies = dict.fromkeys(figure.study for band in others.bands for _day, _bmd, figure in band.figures)
        said = f"{self.words.say('others.caveat')} {self.words.say('others.studies', studies=list(studies))}"
        piece = Piece(said, style.font("small"), style.colour("text"))
        return run(painter, rect.left(), rect.top() + style.px(8), rect.width(), [piece])

    def _paint_rows(self, painter: QPainter, rect: QRectF, style: Style) -> None:
        """Rows with a rule between them; how many were left out is said in the last line."""
        _heads, *rows = table_timeline(self.timeline._replace(moved=(), taken=(), others=None), self.words)
        font, strong, ink = style.font("small"), style.font("small_strong"), style.colour("text")
        first = max((width_of(day, strong) for day, _what, _says in rows), default=0.0) + style.px(14)
        y, line = rect.top() + style.px(8), height_of(font) + style.px(8)
        for nth, (day, what, said) in enumerate(rows):
            pieces = [Piece(f"{what}:", strong, ink), Piece(said, font, ink)]
            high = tall(pieces, rect.width() - first)
            if y + high + line > rect.bottom() and (nth < len(rows) - 1 or y + high > rect.bottom()):
                more = self.words.say("timeline.sheet_more", count=len(rows) - nth)
                letter(painter, QRectF(rect.left(), y, rect.width(), line), more, font, style.colour("quiet"), LEFT)
                return
            fill(painter, QRectF(rect.left(), y, rect.width(), 0.7), style.colour("line"), SOLID, style)
            letter(painter, QRectF(rect.left(), y + style.px(3), first, height_of(strong)), day, strong, ink, LEFT)
            y = run(painter, rect.left() + first, y + style.px(3), rect.width() - first, pieces) + style.px(4)
