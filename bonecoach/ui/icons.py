"""Icons drawn by us on a grid of 24: strokes with round ends, in one colour, at any size."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from bonecoach.paint.plain import fill_path, outline

_GRID = 24.0


def draw_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draws the icon in the largest square in the middle of `rect`. Raises KeyError for a name that is none."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side, side) / 2)
    painter.scale(side / _GRID, side / _GRID)
    fill_path(painter, _shape(name), colour)
    painter.restore()


@cache
def _shape(name: str) -> QPainterPath:
    return outline(_DRAWN[name](), 2.0)


def _lines(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *others in strokes:
        path.moveTo(*first)
        for point in others:
            path.lineTo(*point)
    return path


def _today() -> QPainterPath:
    path = _lines(
        ((3.5, 10), (20.5, 10)), ((8, 2.5), (8, 7)), ((16, 2.5), (16, 7)), ((8.5, 15), (11, 17.5), (15.5, 13))
    )
    path.addRoundedRect(QRectF(3.5, 4.8, 17, 16.2), 2.5, 2.5)
    return path


def _calendar() -> QPainterPath:
    path = _lines(((3.5, 10), (20.5, 10)), ((8, 2.5), (8, 7)), ((16, 2.5), (16, 7)))
    path.addRoundedRect(QRectF(3.5, 4.8, 17, 16.2), 2.5, 2.5)
    for x, y in ((8, 14), (12, 14), (16, 14), (8, 17.5), (12, 17.5)):
        path.addEllipse(QPointF(x, y), 0.4, 0.4)
    return path


def _week() -> QPainterPath:
    return _lines(
        ((3, 21), (21, 21)), ((5.5, 17), (5.5, 12)), ((10, 17), (10, 5)), ((14.5, 17), (14.5, 9)), ((19, 17), (19, 14))
    )


def _history() -> QPainterPath:
    path = _lines(((4, 4), (4, 9), (9, 9)), ((12, 8), (12, 12.5), (15, 14.5)))
    path.arcMoveTo(QRectF(4, 4, 16, 16), 160)
    path.arcTo(QRectF(4, 4, 16, 16), 160, -310)
    return path


def _settings() -> QPainterPath:
    path = _lines(((3, 7), (12, 7)), ((17, 7), (21, 7)), ((3, 17), (7, 17)), ((12, 17), (21, 17)))
    path.addEllipse(QPointF(14.5, 7), 2.5, 2.5)
    path.addEllipse(QPointF(9.5, 17), 2.5, 2.5)
    return path


def _pencil() -> QPainterPath:
    return _lines(((15.5, 4.5), (19.5, 8.5), (8.5, 19.5), (3.8, 20.2), (4.5, 15.5), (15.5, 4.5)), ((13, 7), (17, 11)))


def _bin() -> QPainterPath:
    return _lines(
        ((4, 6.5), (20, 6.5)),
        ((9, 6), (9.5, 3.5), (14.5, 3.5), (15, 6)),
        ((6, 7), (7, 20.5), (17, 20.5), (18, 7)),
        ((10.2, 11), (10.5, 16.5)),
        ((13.8, 11), (13.5, 16.5)),
    )


def _pin() -> QPainterPath:
    return _lines(
        ((12, 15), (12, 21.5)),
        ((8, 3.5), (16, 3.5)),
        ((9, 3.5), (9, 9.5), (6, 15), (18, 15), (15, 9.5), (15, 3.5)),
    )


def _clip() -> QPainterPath:
    """A paper clip: something that is kept with something."""
    path = QPainterPath(QPointF(16.5, 7.5))
    path.lineTo(16.5, 16)
    path.cubicTo(16.5, 22.5, 7, 22.5, 7, 16)
    path.lineTo(7, 7)
    path.cubicTo(7, 2.2, 13.5, 2.2, 13.5, 7)
    path.lineTo(13.5, 15)
    path.cubicTo(13.5, 18, 10, 18, 10, 15)
    path.lineTo(10, 8)
    return path


def _plus() -> QPainterPath:
    return _lines(((12, 5), (12, 19)), ((5, 12), (19, 12)))


def _minus() -> QPainterPath:
    return _lines(((5, 12), (19, 12)))


def _check() -> QPainterPath:
    return _lines(((5, 12.5), (10, 17.5), (19.5, 7)))


def _cross() -> QPainterPath:
    return _lines(((6, 6), (18, 18)), ((18, 6), (6, 18)))


def _left() -> QPainterPath:
    return _lines(((14.5, 5.5), (8, 12), (14.5, 18.5)))


def _right() -> QPainterPath:
    return _lines(((9.5, 5.5), (16, 12), (9.5, 18.5)))


def _up() -> QPainterPath:
    return _lines(((5.5, 14.5), (12, 8), (18.5, 14.5)))


def _down() -> QPainterPath:
    return _lines(((5.5, 9.5), (12, 16), (18.5, 9.5)))


def _enter() -> QPainterPath:
    return _lines(((19, 5), (19, 13), (5, 13)), ((9.5, 8.5), (5, 13), (9.5, 17.5)))


def _caution() -> QPainterPath:
    path = _lines(((12, 3.5), (21.5, 20), (2.5, 20), (12, 3.5)), ((12, 10), (12, 14.2)))
    path.addEllipse(QPointF(12, 17), 0.35, 0.35)
    return path


def _step() -> QPainterPath:
    return _lines(((4, 12), (19, 12)), ((13, 6), (19, 12), (13, 18)))


def _table() -> QPainterPath:
    path = _lines(((3.5, 10), (20.5, 10)), ((3.5, 15), (20.5, 15)), ((10, 5), (10, 20)))
    path.addRoundedRect(QRectF(3.5, 4.5, 17, 15.5), 2, 2)
    return path


def _print() -> QPainterPath:
    path = _lines(
        ((7, 8.5), (7, 3.5), (17, 3.5), (17, 8.5)), ((7, 17), (4, 17), (4, 8.5), (20, 8.5), (20, 17), (17, 17))
    )
    path.addRect(QRectF(7, 13.5, 10, 7))
    return path


def _bowl() -> QPainterPath:
    path = _lines(((3, 11), (21, 11)), ((9, 20.5), (15, 20.5)), ((10, 7.5), (10, 4)), ((14, 7.5), (14, 4)))
    path.moveTo(4, 11)
    path.cubicTo(4, 17, 8, 20.5, 12, 20.5)
    path.cubicTo(16, 20.5, 20, 17, 20, 11)
    return path


def _pill() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(7.5, 2.8, 9, 18.4), 4.5, 4.5)
    path.moveTo(7.5, 12)
    path.lineTo(16.5, 12)
    return path


def _tablet() -> QPainterPath:
    """A round tablet with its line to break it."""
    path = _lines(((5.8, 15.6), (18.2, 8.4)))
    path.addEllipse(QPointF(12, 12), 8.6, 8.6)
    return path


def _bolt() -> QPainterPath:
    """A flash: what hurts."""
    return _lines(((13.5, 2.8), (5.5, 13.6), (11.5, 13.6), (10.2, 21.2), (18.5, 10), (12.4, 10), (13.5, 2.8)))


def _walk() -> QPainterPath:
    path = _lines(
        ((12, 8.5), (11, 14.5), (14, 17), (15, 21.5)),
        ((11, 14.5), (9.5, 18), (7, 21)),
        ((7.5, 12.5), (9, 9.5), (12, 8.5), (14, 11.5), (17, 12.5)),
    )
    path.addEllipse(QPointF(13, 4.2), 1.8, 1.8)
    return path


def _lock() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(5, 11, 14, 9.5), 2, 2)
    path.moveTo(8, 11)
    path.lineTo(8, 8)
    path.arcTo(QRectF(8, 3.5, 8, 8.5), 180, -180)
    path.lineTo(16, 11)
    return path


def _bone() -> QPainterPath:
    return _lines(
        ((3, 21), (21, 21)), ((4, 16), (9.5, 10), (13.5, 13.5), (20, 5.5)), ((15.5, 5), (20.2, 5.2), (20, 10))
    )


def _appointment() -> QPainterPath:
    path = _lines(((14, 3), (14, 8), (19, 8)), ((8.5, 12.5), (15.5, 12.5)), ((8.5, 16.5), (15.5, 16.5)))
    path.moveTo(14, 3)
    for x, y in ((5, 3), (5, 21), (19, 21), (19, 8), (14, 3)):
        path.lineTo(x, y)
    return path


_DRAWN: dict[str, Callable[[], QPainterPath]] = {
    "today": _today,
    "calendar": _calendar,
    "week": _week,
    "history": _history,
    "settings": _settings,
    "pencil": _pencil,
    "bin": _bin,
    "pin": _pin,
    "clip": _clip,
    "plus": _plus,
    "minus": _minus,
    "check": _check,
    "cross": _cross,
    "left": _left,
    "right": _right,
    "up": _up,
    "down": _down,
    "enter": _enter,
    "caution": _caution,
    "step": _step,
    "table": _table,
    "print": _print,
    "food": _bowl,
    "supplement": _pill,
    "movement": _walk,
    "medicine": _tablet,
    "felt": _bolt,
    "lock": _lock,
    "bone": _bone,
    "appointment": _appointment,
}

ICONS = frozenset(_DRAWN)
"""The names there are."""
