"""Two thin strips below the curves: minutes of movement, and days with a dose, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from bonecoach.core.months import MonthMoved, MonthTaken
from bonecoach.core.movement import TARGET_MINUTES
from bonecoach.core.schedules import months_after
from bonecoach.paint.fill import STRIPES, fill
from bonecoach.paint.marks import dashed_box
from bonecoach.paint.plain import fill_plain, line
from bonecoach.paint.timeline_scene import Scene

_TOP = 1.5 * TARGET_MINUTES
"""Minutes a week that reach the top of their strip; more stays there."""

_DAY = timedelta(days=1)
M = TypeVar("M", MonthMoved, MonthTaken)


def paint_moved(painter: QPainter, scene: Scene, box: QRectF) -> None:
    """Bars of minutes a week with a line at the target; rest striped, and an empty dashed box for not recorded."""
    style, ink = scene.style, scene.style.colour("supplement")
    for month, left, right in _seen(scene, scene.timeline.moved):
        if month.minutes is not None:
            tall = max(box.height() * min(month.minutes / _TOP, 1.0), style.px(2))
            fill_plain(painter, _bar(box, left, right, tall), ink)
    rests = [month for month in scene.timeline.moved if month.minutes is None and month.rest_weeks]
    for _month, left, right in _seen(scene, rests):
        middle = box.adjusted(0, style.px(4), 0, -style.px(4))
        fill(painter, _bar(middle, left, right, middle.height()), style.colour("other"), STRIPES, style)
    _paint_unknown(painter, scene, box, [m for m in scene.timeline.moved if m.minutes is None and not m.rest_weeks])
    y = box.bottom() - box.height() * TARGET_MINUTES / _TOP
    spans = [(left, right) for _month, left, right in _seen(scene, scene.timeline.moved)]
    if spans:
        line(painter, QPointF(spans[0][0], y), QPointF(spans[-1][1], y), style.colour("target"), 1.2 * style.scale)


def paint_taken(painter: QPainter, scene: Scene, box: QRectF) -> None:
    """Of each month the share of its days with a dose, and on it, narrower, that without one; the rest is unknown."""
    style = scene.style
    track, given, without = style.colour("track"), style.colour("low"), style.colour("limit")
    # One by one: a path of hundreds of boxes takes seven times as long to fill.
    for month, left, right in _seen(scene, [m for m in scene.timeline.taken if m.not_recorded < m.days]):
        fill_plain(painter, _bar(box, left, right, box.height()), track)
        bar = _bar(box, left, right, box.height() * month.taken / month.days)
        fill_plain(painter, bar, given)
        if month.not_taken:
            tall, aside = max(box.height() * month.not_taken / month.days, style.px(3)), bar.width() * 0.3
            top = max(bar.top() - tall, box.top())
            fill_plain(painter, QRectF(bar.left() + aside, top, bar.width() - 2 * aside, tall), without)
    _paint_unknown(painter, scene, box, [m for m in scene.timeline.taken if m.not_recorded == m.days])


def _seen(scene: Scene, months: Iterable[M]) -> Iterator[tuple[M, float, float]]:
    """The months that can be seen, with where they begin and end."""
    for month in months:
        after = min(months_after(month.first, 1), scene.timeline.today + _DAY)
        if after > scene.frame.first and month.first <= scene.frame.last:
            yield month, scene.x(month.first), scene.x(after)


def _bar(box: QRectF, left: float, right: float, tall: float) -> QRectF:
    gap = 1.0 if right - left > 4 else 0.0
    return QRectF(left, box.bottom() - tall, max(right - left - gap, 1.0), tall)


def _paint_unknown(painter: QPainter, scene: Scene, box: QRectF, months: Iterable[M]) -> None:
    """One dashed box around months in a row."""
    runs: list[tuple[date, float, float]] = []
    for month, left, right in _seen(scene, months):
        begins = runs.pop()[1] if runs and runs[-1][0] == month.first else left
        runs.append((months_after(month.first, 1), begins, right))
    for _after, left, right in runs:
        inside = QRectF(left, box.top() + 1, max(right - left - 1, 3.0), box.height() - 2)
        dashed_box(painter, inside, scene.style.px(2), scene.style)
