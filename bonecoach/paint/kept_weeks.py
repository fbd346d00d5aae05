"""Twelve weeks of doses: a column for each week, a sign for each day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from bonecoach.core.adherence import Kept, together
from bonecoach.paint.dose_marks import dose_mark
from bonecoach.paint.fill import SOLID, fill, rounded
from bonecoach.paint.lettering import CENTRE, LEFT, height_of, letter, width_of
from bonecoach.paint.style import Style
from bonecoach.words.kept import KeptWords
from bonecoach.words.speech import Speech, unbroken

_WEEK = 7


def paint_kept_weeks(
    painter: QPainter, rect: QRectF, days: Sequence[Kept], style: Style, words: Speech, today: date
) -> None:
    """Whole weeks, oldest first; weekdays stand at the left, months below. Today's sign is underlined."""
    font = style.font("tiny")
    names = [words.weekday(day.first, short=True) for day in days[:_WEEK]]
    left = max(width_of(name, font) for name in names) + style.px(10)
    foot = height_of(font) + style.px(4)
    room = QRectF(rect.left() + left, rect.top(), rect.width() - left, rect.height() - foot)
    wide, high = room.width() / (len(days) // _WEEK), room.height() / _WEEK
    every = 1 if high >= height_of(font) else 2
    for nth, name in enumerate(names):
        if nth % every == 0:
            box = QRectF(rect.left(), room.top() + nth * high, left, high)
            letter(painter, box, name, font, style.colour("quiet"), LEFT)
    reach = min(wide, high) * 0.36 / style.scale
    for nth, day in enumerate(days):
        centre = QPointF(room.left() + (nth // _WEEK + 0.5) * wide, room.top() + (nth % _WEEK + 0.5) * high)
        dose_mark(painter, centre, day.mark, style, min(reach, 7.0))
        if day.first == today:
            under = QRectF(centre.x() - wide * 0.3, centre.y() + high * 0.5 - style.px(2), wide * 0.6, style.px(2))
            fill(painter, rounded(under, style.px(1)), style.colour("accent"), SOLID, style)
    _paint_months(painter, QRectF(room.left(), room.bottom(), room.width(), foot), days, style, words)


def _paint_months(painter: QPainter, rect: QRectF, days: Sequence[Kept], style: Style, words: Speech) -> None:
    """Each month under the first week that begins in it, where names do not touch."""
    font, wide = style.font("tiny"), rect.width() / (len(days) // _WEEK)
    free_from, month = rect.left(), 0
    for nth, week in enumerate(days[::_WEEK]):
        said = words.say(f"month_short.{week.first.month}")
        left, length = rect.left() + nth * wide, width_of(said, font)
        if week.first.month != month and free_from <= left and left + length <= rect.right():
            month, free_from = week.first.month, left + length + style.px(8)
            letter(
                painter, QRectF(left, rect.top(), length + 2, rect.height()), said, font, style.colour("quiet"), CENTRE
            )


def table_kept_weeks(days: Sequence[Kept], words: Speech) -> list[list[str]]:
    """The weeks as rows of text, heads first: the first day, how many of how many were taken, and the others."""
    heads = [words.say("chart.week_from"), *(words.sentence(f"mark.{part}") for part in _PARTS)]
    weeks = [days[nth : nth + _WEEK] for nth in range(0, len(days), _WEEK)]
    return [heads, *(_row(unbroken(words.short_date(week[0].first)), week, words) for week in weeks)]


_PARTS = ("taken", "missed", "skipped", "not_recorded")


def _row(name: str, part: Sequence[Kept], words: Speech) -> list[str]:
    counts = together(part)
    if not counts.planned:
        return [name, KeptWords(words).counts(counts), "", "", ""]
    others = (counts.missed, counts.skipped, counts.not_recorded)
    return [name, KeptWords(words).of(counts), *(words.number(count) for count in others)]


def table_kept_months(months: Sequence[Kept], words: Speech) -> list[list[str]]:
    """Months as rows of text, heads first; those without a plan are left out."""
    heads = [words.say("chart.month"), *(words.sentence(f"mark.{part}") for part in _PARTS)]
    says = KeptWords(words)
    planned = [month for month in months if month.counts.planned]
    return [heads, *(_row(unbroken(says.month(month.first)), [month], words) for month in planned)]
