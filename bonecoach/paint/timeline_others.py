"""What others found, as pale bands behind her own densities: from no change to what a study found."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from bonecoach.core.others_found import Band
from bonecoach.paint.lettering import LEFT, height_of, letter, width_of
from bonecoach.paint.plain import fill_path, lines_of
from bonecoach.paint.timeline_scene import ROLES, Scene

_PALE = 0.18
_HATCH = 9.0
"""Pixels at 100 % between the upright strokes of a band, by which it is seen without its colour."""


def paint_others(painter: QPainter, scene: Scene) -> None:
    """Every band with its name at its end. A study gives no range: one edge is no change, the other what it found."""
    for band in scene.bands():
        _paint_band(painter, scene, band)


def _paint_band(painter: QPainter, scene: Scene, band: Band) -> None:
    style = scene.style
    ink = style.colour(ROLES[band.site])
    places = [QPointF(scene.x(day), scene.y(bmd)) for day, bmd in band.line]
    shape = QPainterPath(places[0])
    for place in places[1:]:
        shape.lineTo(place)
    shape.lineTo(QPointF(places[-1].x(), places[0].y()))
    shape.closeSubpath()
    pale = style.colour(ROLES[band.site])
    pale.setAlphaF(_PALE)
    fill_path(painter, shape, pale)
    painter.save()
    painter.setClipPath(shape.intersected(painter.clipPath()) if painter.hasClipping() else shape)
    strokes, box = QPainterPath(), shape.boundingRect()
    x = box.left()
    while x < box.right():
        strokes.moveTo(x, box.top())
        strokes.lineTo(x, box.bottom())
        x += style.px(_HATCH)
    lines_of(painter, strokes, ink, 1.0)
    painter.restore()
    _name(painter, scene, places)


def _name(painter: QPainter, scene: Scene, places: list[QPointF]) -> None:
    """What it is, where the band is as wide as the word."""
    style, font = scene.style, scene.style.font("tiny")
    said = scene.words.say("others.label")
    wide, high = width_of(said, font) + 2, height_of(font)
    end, start = places[-1], places[0]
    if end.x() - start.x() < wide:
        return
    above = end.y() >= start.y()  # on the side of no change, where the figures do not lie
    top = start.y() - high - style.px(2) if above else start.y() + style.px(2)
    box = QRectF(min(max(end.x() - wide, scene.left), scene.right - wide), top, wide, high)
    letter(painter, box, said, font, style.colour("quiet"), LEFT)
