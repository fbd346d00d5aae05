"""The next injection on a line of time: given, booked from, due, best by, and where today stands."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from bonecoach.core.injections import NextInjection
from bonecoach.paint.fill import BARS, DOTS, SOLID, STRIPES, clip_more, fill, rounded
from bonecoach.paint.lettering import CENTRE, height_of, letter, width_of
from bonecoach.paint.marks import upright_mark
from bonecoach.paint.plain import fill_path
from bonecoach.paint.style import Style
from bonecoach.words.injections import InjectionWords, Point
from bonecoach.words.speech import Speech

_BAR, _REACH = 18, 7
_TAIL = timedelta(days=21)
"""How far the line goes on behind its last day."""


class _Label(NamedTuple):
    """A day under the line: where its middle lies, in which row, and what it says in two lines."""

    left: float
    row: int
    wide: float
    said: tuple[str, str]


def injection_line_height(width: float, following: NextInjection, today: date, style: Style, words: Speech) -> float:
    """The height the line needs in this width, in the painter's pixels."""
    labels = _labels(QRectF(0, 0, width, 0), following, today, style, words)
    rows = 1 + max((label.row for label in labels), default=0)
    return _head(style) + style.px(_BAR + 8) + rows * _row(style)


def paint_injection_line(
    painter: QPainter, rect: QRectF, following: NextInjection, today: date, style: Style, words: Speech
) -> None:
    """The line from the last injection to behind its best-by day.

    Until it can be booked it is empty, then dotted, solid while it is due, and striped when it is late. A triangle
    above it is today; each day stands below it with its name.
    """
    head = _head(style)
    bar = QRectF(rect.left(), rect.top() + head, rect.width(), style.px(_BAR))
    _paint_parts(painter, bar, following, today, style)
    _paint_today(painter, bar, following, today, style, words)
    top = bar.bottom() + style.px(8)
    for label in _labels(rect, following, today, style, words):
        _paint_label(painter, QPointF(label.left, top + label.row * _row(style)), label, style)


def _head(style: Style) -> float:
    return height_of(style.font("small_strong")) + style.px(14)


def _row(style: Style) -> float:
    return height_of(style.font("small_strong")) + height_of(style.font("small")) + style.px(2)


def _span(following: NextInjection, today: date) -> tuple[date, date]:
    first = min(following.given or today, today)
    last = max(following.best_by or following.due, today)
    return first, last + _TAIL


def _x(bar: QRectF, day: date, following: NextInjection, today: date, style: Style) -> float:
    first, last = _span(following, today)
    edge = style.px(_REACH)  # so that today's triangle finds room at either end
    return bar.left() + edge + (bar.width() - 2 * edge) * (day - first).days / (last - first).days


def _paint_parts(painter: QPainter, bar: QRectF, following: NextInjection, today: date, style: Style) -> None:
    def x(day: date) -> float:
        return _x(bar, day, following, today, style)

    due = x(following.due)
    in_time = due if following.best_by is None else x(following.best_by)
    parts = [("limit", BARS if following.best_by is None else STRIPES, in_time, bar.right())]
    if following.best_by is not None:
        parts.append(("food", SOLID, due, in_time))
    if following.book_from is not None:
        parts.append(("supplement", DOTS, x(following.book_from), due))
    outline = rounded(bar, bar.height() / 2)
    fill(painter, outline, style.colour("track"), SOLID, style)
    painter.save()
    clip_more(painter, outline)
    for role, pattern, left, right in parts:
        fill(painter, QRectF(left, bar.top(), right - left, bar.height()), style.colour(role), pattern, style)
    painter.restore()
    upright_mark(painter, due, bar.top(), bar.bottom(), style.colour("target"), style)


def _paint_today(
    painter: QPainter, bar: QRectF, following: NextInjection, today: date, style: Style, words: Speech
) -> None:
    x, font = _x(bar, today, following, today, style), style.font("small_strong")
    said = words.say("date.today")
    wide = width_of(said, font) + 2
    left = min(max(x - wide / 2, bar.left()), bar.right() - wide)
    box = QRectF(left, bar.top() - _head(style), wide, height_of(font))
    letter(painter, box, said, font, style.colour("text"), CENTRE)
    reach, tip = style.px(_REACH), QPointF(x, bar.top() - style.px(1))
    path = QPainterPath(tip)
    path.lineTo(tip + QPointF(-reach, -reach * 1.4))
    path.lineTo(tip + QPointF(reach, -reach * 1.4))
    path.closeSubpath()
    fill_path(painter, path, style.colour("text"))


def _labels(rect: QRectF, following: NextInjection, today: date, style: Style, words: Speech) -> list[_Label]:
    """The days under the line, each in the first row where it touches no other; the due day is placed first."""
    says = InjectionWords(words)
    strong, small, gap = style.font("small_strong"), style.font("small"), style.px(10)
    points = {point.code: point for point in says.points(following, today)}
    found: list[_Label] = []
    for code in ("due", "given", "best_by", "book_from"):
        if code not in points:
            continue
        said = (says.brief(points[code].day), points[code].said)
        wide = max(width_of(said[0], strong), width_of(said[1], small)) + 2
        middle = _x(rect, points[code].day, following, today, style)
        left = min(max(middle - wide / 2, rect.left()), rect.right() - wide)
        near = {each.row for each in found if each.left - gap < left + wide and left < each.left + each.wide + gap}
        found.append(_Label(left, min(set(range(4)) - near), wide, said))
    return found


def _paint_label(painter: QPainter, at: QPointF, label: _Label, style: Style) -> None:
    strong, small = style.font("small_strong"), style.font("small")
    day = QRectF(at.x(), at.y(), label.wide, height_of(strong))
    letter(painter, day, label.said[0], strong, style.colour("text"), CENTRE)
    what = QRectF(at.x(), day.bottom(), label.wide, height_of(small))
    letter(painter, what, label.said[1], small, style.colour("quiet"), CENTRE)


def table_injection_line(following: NextInjection, today: date, words: Speech) -> list[list[str]]:
    """The line as rows of text, heads first: what, and its day."""
    rows = [[words.say("chart.what"), words.say("chart.day")]]
    points: list[Point] = InjectionWords(words).points(following, today)
    return rows + [[point.said, words.date(point.day)] for point in points]
