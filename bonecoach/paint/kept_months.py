"""Five years of doses: a row for each year, a bar for each month, and the year's counts behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from bonecoach.core.adherence import Kept, Mark, together
from bonecoach.paint.fill import DOTS, SOLID, STRIPES, fill, rounded
from bonecoach.paint.legend import Draw, Key
from bonecoach.paint.lettering import CENTRE, LEFT, RIGHT, height_of, letter, width_of
from bonecoach.paint.marks import dashed_box
from bonecoach.paint.style import Style
from bonecoach.words.kept import KeptWords, by_year
from bonecoach.words.speech import Speech

_MONTHS = 12
_PARTS = (("taken", "food", SOLID), ("skipped", "supplement", DOTS), ("missed", "limit", STRIPES))
"""What fills a bar from its foot, with its colour and pattern; what is not recorded stays empty in a dashed edge."""


def paint_kept_months(painter: QPainter, rect: QRectF, months: Sequence[Kept], style: Style, words: Speech) -> None:
    """Years from the top, the oldest first. A month in which nothing was planned has no bar."""
    tiny, small = style.font("tiny"), style.font("small")
    years, says = by_year(months), KeptWords(words)
    counts = [together(of_year) for _, of_year in years]
    said = [says.of(count) if count.planned else "" for count in counts]
    left = width_of("2026", small) + style.px(10)
    right = max(width_of(text, small) for text in said) + style.px(10)
    foot = height_of(tiny) + style.px(2)
    room = QRectF(rect.left() + left, rect.top(), rect.width() - left - right, rect.height() - foot)
    wide, high = room.width() / _MONTHS, room.height() / max(1, len(years))
    for nth, (year, of_year) in enumerate(years):
        row = QRectF(rect.left(), room.top() + nth * high, rect.width(), high)
        letter(painter, row, str(year), small, style.colour("quiet"), LEFT)
        letter(painter, row, said[nth], small, style.colour("text"), RIGHT)
        for month in of_year:
            x = room.left() + (month.first.month - 1) * wide
            bar = QRectF(x + wide * 0.18, row.top() + high * 0.12, wide * 0.64, high * 0.76)
            _paint_bar(painter, bar, month, style)
    for nth in range(_MONTHS):
        name = words.say(f"month_short.{nth + 1}")
        name = name if width_of(name, tiny) <= wide - style.px(2) else name[:1]
        box = QRectF(room.left() + nth * wide, room.bottom(), wide, foot)
        letter(painter, box, name, tiny, style.colour("quiet"), CENTRE)


def _paint_bar(painter: QPainter, bar: QRectF, month: Kept, style: Style) -> None:
    planned = month.counts.planned
    if not planned:
        return
    if month.counts.not_recorded:
        dashed_box(painter, bar.adjusted(1, 1, -1, -1), style.px(3), style)
    foot = bar.bottom()
    for part, role, pattern in _PARTS:
        count = getattr(month.counts, part)
        if count:
            tall = bar.height() * count / planned
            piece = QRectF(bar.left(), foot - tall, bar.width(), tall)
            foot = piece.top()
            fill(painter, rounded(piece, style.px(2)), style.colour(role), pattern, style)


def keys_of_months(months: Sequence[Kept], words: Speech) -> list[Key]:
    """Keys of the parts that some bar has."""
    counts, says = together(months), KeptWords(words)
    drawn = [(Mark(part), _swatch(role, pattern)) for part, role, pattern in _PARTS]
    drawn.append((Mark.NOT_RECORDED, _empty))
    return [Key(draw, says.mark(mark)) for mark, draw in drawn if getattr(counts, mark.value)]


def _swatch(role: str, pattern: str) -> Draw:
    def draw(painter: QPainter, rect: QRectF, style: Style) -> None:
        fill(painter, rounded(rect, style.px(4)), style.colour(role), pattern, style)

    return draw


def _empty(painter: QPainter, rect: QRectF, style: Style) -> None:
    dashed_box(painter, rect.adjusted(1, 1, -1, -1), style.px(4), style)
