"""Falls and fractures in time, each with its words beside it where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from bonecoach.core.entries import Event
from bonecoach.paint.lettering import LEFT, height_of, letter, width_of
from bonecoach.paint.plain import dot, fill_plain, stroke
from bonecoach.paint.style import Style
from bonecoach.paint.timeline_scene import Scene

_BESIDE, _APART = 12.0, 10.0
"""Pixels at 100 % between a mark and its words, and between words and what stands next."""


def paint_events(painter: QPainter, scene: Scene, box: QRectF) -> None:
    """A cross for a fracture, a ring for a fall; to its right, else to its left, what it was."""
    style = scene.style
    events = sorted(scene.timeline.events, key=lambda event: event.moment.date)
    for event in events:
        _paint_mark(painter, event, QPointF(scene.x(event.moment.date), box.center().y()), style)
    font = style.font("small")
    for place, said in words_beside(scene, events):
        piece = QRectF(place, box.center().y() - height_of(font) / 2, width_of(said, font) + 2, height_of(font))
        fill_plain(painter, piece, style.colour("card"))
        letter(painter, piece, said, font, style.colour("text"), LEFT)


def words_beside(scene: Scene, events: Sequence[Event]) -> list[tuple[float, str]]:
    """Where words begin and what they say, of all events, oldest first, that have room for any.

    None run over another mark, other words, the line of today or the edge.
    """
    style, font = scene.style, scene.style.font("small")
    marks = [scene.x(event.moment.date) for event in events]
    lines = [scene.x(scene.timeline.today)] if scene.frame.holds(scene.timeline.today) else []
    free_from, found = scene.left, list[tuple[float, str]]()
    for event, x in zip(events, marks, strict=True):
        ends = [other - style.px(_BESIDE) for other in marks if other > x] + [each for each in lines if each > x]
        end = min([*ends, scene.right]) - style.px(_APART) / 2
        for said in _said(event, scene):
            wide, right = width_of(said, font) + 2, x + style.px(_BESIDE)
            left = x - style.px(_BESIDE) - wide
            begin = right if right + wide <= end else left if left >= free_from else None
            if x >= scene.left and begin is not None:
                found.append((begin, said))
                free_from = max(free_from, begin + wide + style.px(_APART))
                break
        free_from = max(free_from, x + style.px(_BESIDE))
    return found


def _said(event: Event, scene: Scene) -> list[str]:
    """What it was, the fullest first: "fall, no injury", "fall"."""
    label = scene.words.small(event.label)
    detail = scene.words.detail(event) if event.event == "fall" else ""
    return [*([f"{label}, {detail}"] if detail else []), label, scene.words.small(event.name)]


def _paint_mark(painter: QPainter, event: Event, at: QPointF, style: Style) -> None:
    ink = style.colour("limit")
    if event.event == "fracture":
        reach = style.px(6)
        path = QPainterPath(at + QPointF(-reach, -reach))
        path.lineTo(at + QPointF(reach, reach))
        path.moveTo(at + QPointF(-reach, reach))
        path.lineTo(at + QPointF(reach, -reach))
        stroke(painter, path, ink, 3 * style.scale)
    else:
        dot(painter, at, style.px(7), ink)
        dot(painter, at, style.px(4), style.colour("card"))
