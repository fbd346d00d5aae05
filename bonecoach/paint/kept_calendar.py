"""One month of doses as a calendar: each day with its number, its sign and, where there is room, its word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from bonecoach.core.adherence import Kept, Mark
from bonecoach.core.days import WEEKDAYS
from bonecoach.paint.dose_marks import dose_mark
from bonecoach.paint.fill import SOLID, fill
from bonecoach.paint.lettering import CENTRE, LEFT, height_of, letter, width_of
from bonecoach.paint.plain import edge_rounded
from bonecoach.paint.style import Style
from bonecoach.words.kept import KeptWords
from bonecoach.words.speech import Speech

_WEEK = 7
_WORDLESS = (Mark.NOT_PLANNED, Mark.TO_COME)


def calendar_rows(days: Sequence[Kept], first_weekday: int) -> int:
    """The weeks that a month touches, when weeks begin on `first_weekday` (0 is Monday)."""
    return -(-(_before(days, first_weekday) + len(days)) // _WEEK)


def paint_kept_calendar(
    painter: QPainter, rect: QRectF, days: Sequence[Kept], first_weekday: int, style: Style, words: Speech, today: date
) -> None:
    """Weekdays on top; a frame around today."""
    tiny, says = style.font("tiny"), KeptWords(words)
    head = height_of(tiny) + style.px(6)
    wide, high = rect.width() / _WEEK, (rect.height() - head) / calendar_rows(days, first_weekday)
    for nth in range(_WEEK):
        name = words.say(f"weekday_short.{WEEKDAYS[(first_weekday + nth) % _WEEK]}")
        letter(
            painter, QRectF(rect.left() + nth * wide, rect.top(), wide, head), name, tiny, style.colour("quiet"), CENTRE
        )
    before = _before(days, first_weekday)
    for place, day in enumerate(days, start=before):
        row, column = divmod(place, _WEEK)
        cell = QRectF(rect.left() + column * wide, rect.top() + head + row * high, wide, high)
        fill(painter, QRectF(cell.left(), cell.top(), cell.width(), 1), style.colour("line"), SOLID, style)
        _paint_day(painter, cell.adjusted(style.px(2), style.px(3), -style.px(2), -style.px(2)), day, style, says)
        if day.first == today:
            edge_rounded(painter, cell.adjusted(1, 2, -1, -1), style.px(6), style.colour("accent"), 2 * style.scale)


def _paint_day(painter: QPainter, cell: QRectF, day: Kept, style: Style, says: KeptWords) -> None:
    tiny = style.font("tiny")
    line = height_of(tiny)
    number = QRectF(cell.left() + style.px(3), cell.top(), cell.width(), line)
    letter(painter, number, str(day.first.day), tiny, style.colour("quiet"), LEFT)
    word = "" if day.mark in _WORDLESS else says.mark(day.mark)
    fits = word and width_of(word, tiny) <= cell.width() and cell.height() >= 2 * line + style.px(12)
    foot = cell.bottom() - (line if fits else 0)
    middle = QPointF(cell.center().x(), (cell.top() + line * 0.6 + foot) / 2 if not fits else foot - style.px(7))
    dose_mark(painter, middle, day.mark, style)
    if fits:
        letter(painter, QRectF(cell.left(), foot, cell.width(), line), word, tiny, style.colour("text"), CENTRE)


def _before(days: Sequence[Kept], first_weekday: int) -> int:
    return (days[0].first.weekday() - first_weekday) % _WEEK


def table_kept_calendar(days: Sequence[Kept], words: Speech) -> list[list[str]]:
    """The month as rows of text, heads first: a day, and what became of it, in counts where it had several."""
    says = KeptWords(words)
    rows = [[words.say("chart.day"), words.say("chart.what")]]
    for day in days:
        said = says.counts(day.counts) if day.counts.planned > 1 else says.mark(day.mark)
        rows.append([f"{words.weekday(day.first, short=True)} {day.first.day}", said])
    return rows
