"""Her bones in time: curves of her scans above, lanes of what she took and what happened below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from bonecoach.core.bone_bands import NORMAL_FROM, OSTEOPOROSIS_UP_TO
from bonecoach.core.bone_change import Series
from bonecoach.core.measurements import Side, Site
from bonecoach.core.timeline import Frame, Timeline
from bonecoach.paint.fill import SOLID, STRIPES, fill, rounded
from bonecoach.paint.lettering import CENTRE, LEFT, RIGHT, height_of, letter, width_of
from bonecoach.paint.marks import triangle
from bonecoach.paint.plain import cut, dot, edge_rounded, fill_path, fill_plain, line, stroke
from bonecoach.paint.style import Style
from bonecoach.paint.timeline_events import paint_events
from bonecoach.paint.timeline_months import paint_moved, paint_taken
from bonecoach.paint.timeline_others import paint_others
from bonecoach.paint.timeline_scene import DENSITY, ROLES, T_SCORE, Scene, week_from
from bonecoach.words import Words
from bonecoach.words.bones import BoneWords

_REACH = 6.0
"""Half the width of a mark, in pixels at 100 %."""


def paint_timeline(
    painter: QPainter, rect: QRectF, timeline: Timeline, frame: Frame, measure: str, style: Style, words: Words
) -> None:
    """The timeline between two days; `measure` is "t" for T-scores in their bands, "bmd" for densities.

    Sites differ by colour and by the shape of their marks; the right side's are hollow.
    """
    scene = Scene(rect, timeline, frame, measure, style, words)
    if measure == T_SCORE:
        _paint_bands(painter, scene)
    _paint_grid(painter, scene)
    if measure == T_SCORE:
        _name_bands(painter, scene)
    painter.save()
    painter.setClipRect(scene.plot.adjusted(-style.px(2), -style.px(HEAD_ROOM), style.px(10), style.px(2)))
    paint_others(painter, scene)
    for series in timeline.series:
        _paint_series(painter, scene, series)
    if not scene.beside:
        _paint_labels(painter, scene)
    painter.restore()
    if scene.beside:
        _paint_labels(painter, scene)
    for row in scene.rows:
        box = QRectF(rect.left(), row.box.top(), scene.left - rect.left() - style.px(10), row.box.height())
        letter(painter, box, row.name, style.font("small_strong"), style.colour("text"), RIGHT)
        painter.save()
        painter.setClipRect(row.box.adjusted(-style.px(7), -style.px(2), style.px(7), style.px(4)))
        _LANES[row.key](painter, scene, row.box)
        painter.restore()
    _paint_today(painter, scene)


HEAD_ROOM = 2


def _paint_bands(painter: QPainter, scene: Scene) -> None:
    for _band, role, high, low in _bands(scene):
        box = QRectF(scene.plot.left(), scene.y(high), scene.plot.width(), scene.y(low) - scene.y(high))
        fill_plain(painter, box, scene.style.colour(role))


def _bands(scene: Scene) -> tuple[tuple[str, str, float, float], ...]:
    return (
        ("normal", "soft", scene.high, NORMAL_FROM),
        ("low_bone_mass", "track", NORMAL_FROM, OSTEOPOROSIS_UP_TO),
        ("osteoporosis_range", "caution", OSTEOPOROSIS_UP_TO, scene.low),
    )


def _name_bands(painter: QPainter, scene: Scene) -> None:
    """At the left foot of each band, on a patch of it, so that no line runs through the words."""
    style, says, font = scene.style, BoneWords(scene.words), scene.style.font("tiny")
    high = height_of(font)
    for band, role, _above, low in _bands(scene):
        said = cut(says.band_name(band), font, scene.plot.width() - style.px(20))
        box = QRectF(scene.left + style.px(8), scene.y(low) - high - style.px(3), width_of(said, font) + 2, high)
        fill_plain(painter, box.adjusted(-style.px(3), 0, style.px(3), 0), style.colour(role))
        letter(painter, box, said, font, style.colour("text"), LEFT)


def _paint_grid(painter: QPainter, scene: Scene) -> None:
    style, plot = scene.style, scene.plot
    font, ink, thin = style.font("tiny"), style.colour("quiet"), style.colour("line")
    for value in scene.ticks():
        y = scene.y(value)
        line(painter, QPointF(plot.left(), y), QPointF(plot.right(), y), thin, 1)
        said = scene.words.fixed(value, 2 if scene.measure == DENSITY else 0)
        box = QRectF(plot.left() - style.px(64), y - height_of(font) / 2, style.px(56), height_of(font))
        letter(painter, box, said, font, ink, RIGHT)
    free_from = plot.left() - style.px(40)
    foot = scene.axis.top()
    for day, said in scene.dates():
        x, wide = scene.x(day), width_of(said, font) + 2
        line(painter, QPointF(x, plot.top()), QPointF(x, foot), thin, 1)
        if x - wide / 2 >= free_from:
            letter(painter, QRectF(x - wide / 2, foot, wide, scene.axis.height()), said, font, ink, CENTRE)
            free_from = x + wide / 2 + style.px(8)
    title = scene.words.say(f"timeline.{scene.measure}")
    head = QRectF(
        plot.left() - width_of(title, style.font("small_strong")) - style.px(10), plot.top() - style.px(24), 0, 0
    )
    head.setSize(QRectF(0, 0, width_of(title, style.font("small_strong")) + 2, style.px(20)).size())
    letter(painter, head, title, style.font("small_strong"), style.colour("text"), LEFT)


def _paint_series(painter: QPainter, scene: Scene, series: Series) -> None:
    style, points = scene.style, scene.points(series)
    if not points:
        return
    ink = style.colour(ROLES[series.site])
    path = QPainterPath(points[0][1])
    for _scan, at in points[1:]:
        path.lineTo(at)
    if len(points) > 1:
        stroke(painter, path, ink, 2.4 * style.scale)
    for _scan, at in points:
        paint_site_mark(painter, at, series.site, series.side, style)


def _paint_labels(painter: QPainter, scene: Scene) -> None:
    """The name and the newest value of each curve beside its last mark; what would touch stands below."""
    style, font = scene.style, scene.style.font("small_strong")
    high, taken = height_of(font), list[QRectF]()
    for at, label in sorted(((scene.place(label.scan), label) for label in scene.labels), key=lambda each: each[0].y()):
        left = at.x() + style.px(12)
        if scene.beside:
            left = scene.right + style.px(14)
        elif left + label.wide > scene.right:
            left = at.x() - style.px(12) - label.wide
        box = QRectF(left, at.y() - high / 2, label.wide, high)
        while any(box.intersects(other) for other in taken) and box.bottom() < scene.axis.top():
            box.translate(0, 2)
        taken.append(box)
        fill(painter, rounded(box.adjusted(-2, 0, 2, 0), style.px(3)), style.colour("card"), SOLID, style)
        letter(painter, box, label.said, font, style.colour(ROLES[label.series.site]), LEFT)


def paint_site_mark(painter: QPainter, at: QPointF, site: Site, side: Side | None, style: Style) -> None:
    """The mark of a site: disc, square, diamond or triangle, in its colour; hollow for the right side."""
    ink, reach = style.colour(ROLES[site]), style.px(_REACH)
    _paint_shape(painter, at, site, reach + style.px(1.5), style.colour("card"), style)
    _paint_shape(painter, at, site, reach, ink, style)
    if side is Side.RIGHT:
        _paint_shape(painter, at, site, reach - style.px(2.5), style.colour("card"), style)


def _paint_shape(painter: QPainter, at: QPointF, site: Site, reach: float, ink: QColor, style: Style) -> None:
    if site is Site.LUMBAR_SPINE:
        dot(painter, at, reach, ink)
    elif site is Site.TOTAL_HIP:
        fill_plain(painter, QRectF(at.x() - reach * 0.9, at.y() - reach * 0.9, reach * 1.8, reach * 1.8), ink)
    else:
        corners = (
            ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0))
            if site is Site.FEMORAL_NECK
            else ((0, -1.1), (1.2, 0.95), (-1.2, 0.95))
        )
        path = QPainterPath(at + QPointF(corners[0][0] * reach, corners[0][1] * reach))
        for x, y in corners[1:]:
            path.lineTo(at + QPointF(x * reach, y * reach))
        path.closeSubpath()
        fill_path(painter, path, ink)


# -- lanes -----------------------------------------------------------------------------------------------------


def _paint_bar(
    painter: QPainter, scene: Scene, box: QRectF, first: date, last: date, role: str, said: str, covered: date
) -> None:
    """A bar with its name, which ends where the next bar covers it."""
    style = scene.style
    left, right = max(scene.x(first), scene.left), min(scene.x(last), scene.right)
    if right <= left:
        return
    piece = QRectF(left, box.top(), right - left - style.px(1), box.height())
    fill(painter, rounded(piece, style.px(5)), style.colour(role), SOLID, style)
    font = style.font("small")
    room = min(piece.right(), scene.x(covered)) - piece.left() - style.px(14)
    if room > style.px(20):
        inside = piece.adjusted(style.px(7), 0, 0, 0)
        letter(painter, inside, cut(said, font, room), font, style.colour("on_load"), LEFT)


def _paint_therapy(painter: QPainter, scene: Scene, box: QRectF) -> None:
    for place, period in enumerate(scene.timeline.therapy):
        last = period.end or scene.timeline.today
        name = BoneWords(scene.words).medicine(period)
        _paint_bar(painter, scene, box, scene.start_of(period.start), last, ("low", "other")[place % 2], name, last)


def _paint_courses(painter: QPainter, scene: Scene, box: QRectF) -> None:
    style = scene.style
    high = box.height() - style.px(8)
    courses, today = scene.timeline.courses, scene.timeline.today
    for place, course in enumerate(courses):
        last = course.end or today
        covered = min((later.start for later in courses[place + 1 :]), default=last)
        piece = QRectF(box.left(), box.top(), box.width(), high)
        role = ("resistance", "balance")[place % 2]
        _paint_bar(painter, scene, piece, course.start, last, role, course.name, covered)
        for day in course.given:
            triangle(painter, QPointF(scene.x(day), box.bottom() - style.px(2)), style.colour(role), style)


def _paint_tests(painter: QPainter, scene: Scene, box: QRectF) -> None:
    style = scene.style
    for test in scene.timeline.tests:
        at = QPointF(scene.x(test.date), box.center().y())
        tube = QRectF(at.x() - style.px(4), at.y() - style.px(8), style.px(8), style.px(16))
        edge_rounded(painter, tube, style.px(4), style.colour("other"), style.px(2))
        fill_plain(painter, QRectF(tube.left() + 2, at.y(), tube.width() - 4, style.px(6)), style.colour("other"))


def _paint_rest(painter: QPainter, scene: Scene, box: QRectF) -> None:
    style = scene.style
    for first in scene.timeline.rest_weeks:
        left, right = scene.x(first), scene.x(week_from(first))
        piece = QRectF(left, box.top() + style.px(6), max(right - left, style.px(4)), box.height() - style.px(12))
        fill(painter, rounded(piece, style.px(2)), style.colour("other"), STRIPES, style)


_LANES: dict[str, Callable[[QPainter, Scene, QRectF], None]] = {
    "therapy": _paint_therapy,
    "medicine": _paint_courses,
    "tests": _paint_tests,
    "events": paint_events,
    "rest": _paint_rest,
    "moved": paint_moved,
    "taken": paint_taken,
}


def _paint_today(painter: QPainter, scene: Scene) -> None:
    style, today = scene.style, scene.timeline.today
    if not scene.frame.holds(today):
        return
    x, font, said = scene.x(today), style.font("small_strong"), scene.words.say("date.today")
    line(painter, QPointF(x, scene.plot.top()), QPointF(x, scene.axis.top()), style.colour("target"), 2 * style.scale)
    wide = width_of(said, font) + 2
    left = min(x - wide / 2, scene.right + style.px(8) - wide)
    letter(painter, QRectF(left, scene.plot.top() - style.px(24), wide, style.px(20)), said, font, style.colour("text"))
