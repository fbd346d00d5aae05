"""What became of a day's doses as a sign. Each has a shape of its own: no colour is needed to tell them apart."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from bonecoach.core.adherence import Kept, Mark
from bonecoach.paint.legend import Draw, Key
from bonecoach.paint.marks import dash
from bonecoach.paint.plain import fill_path, stroke
from bonecoach.paint.style import Style
from bonecoach.words.kept import KeptWords
from bonecoach.words.speech import Speech

REACH = 6.0
"""Half the width of a sign in pixels at 100 %."""


def dose_mark(painter: QPainter, centre: QPointF, mark: Mark, style: Style, reach: float = REACH) -> None:
    """Taken: a full disc. Partly: half of one in a ring. Missed: a ring. Skipped: a diamond. Not recorded: a stroke.

    Still to come: a point; nothing for a day without a plan.
    """
    reach *= style.scale
    if mark is Mark.NOT_RECORDED:
        dash(painter, centre, style.colour("quiet"), style)
    elif mark is Mark.TO_COME:
        fill_path(painter, _disc(centre, reach * 0.3), style.colour("control"))
    elif mark is Mark.TAKEN:
        fill_path(painter, _disc(centre, reach), style.colour("food"))
    elif mark is Mark.SOME:
        ink, half = style.colour("food"), QPainterPath()
        half.addRect(QRectF(centre.x() - reach, centre.y(), 2 * reach, reach))
        stroke(painter, _disc(centre, reach - style.scale), ink, 2 * style.scale)
        fill_path(painter, _disc(centre, reach).intersected(half), ink)
    elif mark is Mark.MISSED:
        stroke(painter, _disc(centre, reach - style.scale), style.colour("limit"), 2.2 * style.scale)
    elif mark is Mark.SKIPPED:
        corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0), QPointF(0, -reach)]
        path = QPainterPath()
        path.addPolygon(QPolygonF([centre + corner for corner in corners]))
        fill_path(painter, path, style.colour("quiet"))


def keys_of_marks(days: Iterable[Kept], words: Speech) -> list[Key]:
    """Keys of the signs that some days have."""
    there = {day.mark for day in days}
    says = KeptWords(words)
    return [Key(_sign(mark), says.mark(mark)) for mark in Mark if mark in there and mark is not Mark.NOT_PLANNED]


def _sign(mark: Mark) -> Draw:
    def draw(painter: QPainter, rect: QRectF, style: Style) -> None:
        dose_mark(painter, rect.center(), mark, style)

    return draw


def _disc(centre: QPointF, reach: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(centre, reach, reach)
    return path
