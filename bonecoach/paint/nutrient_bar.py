"""One nutrient of a day as a lying bar: food and supplements apart, against its target and its upper limit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from bonecoach.core.totals import NutrientTotal
from bonecoach.paint.fill import SOLID, STRIPES, clip_more, fill, rounded
from bonecoach.paint.marks import arrow, dashed_box, triangle, upright_mark
from bonecoach.paint.plain import fill_plain
from bonecoach.paint.style import Style

_BEYOND_TARGET = 1.6
"""The track is this much longer than the target, so that reaching it is seen as reaching it."""


def has_measure(total: NutrientTotal) -> bool:
    """Whether there is anything to measure an amount against; without it a bar of any length would lie."""
    return _reach(total) is not None


def _reach(total: NutrientTotal) -> float | None:
    target = total.target
    return next((end for end in (target.high, target.low, target.upper_limit) if end is not None), None)


def limit_in_sight(total: NutrientTotal) -> bool:
    """Whether the bar is drawn with its upper limit."""
    return total.amount is not None and has_measure(total) and _limit(total, _full(total)) is not None


def paint_nutrient_bar(painter: QPainter, rect: QRectF, total: NutrientTotal, style: Style) -> None:
    """Food solid, supplements striped; the target as an upright line, or a band where it has two ends.

    The upper limit stands as a second line once it is in sight, with a triangle when it is passed. An arrow at the end
    says "at least". One that is not known is an empty dashed box; one with neither target nor limit is no bar at all.
    """
    radius = min(rect.height() / 2, style.px(6))
    if total.amount is None:
        dashed_box(painter, rect.adjusted(1, 1, -1, -1), radius, style)
        return
    if not has_measure(total):
        return
    full = _full(total)
    fill(painter, rounded(rect, radius), style.colour("track"), SOLID, style)
    end = _paint_amount(painter, rect, total, full, radius, style)
    _paint_marks(painter, rect, total, full, style)
    if total.at_least and total.amount:
        tip = QPointF(min(end + style.px(9), rect.right() - style.px(1)), rect.center().y())
        arrow(painter, tip, style.colour("text"), style, upward=False)


def _full(total: NutrientTotal) -> float:
    per_unit, amount = total.nutrient.ng_per_unit, total.amount or 0
    reach = _reach(total) or 0.0
    return max(reach * per_unit * _BEYOND_TARGET, amount * 1.06, 1.0)


def _paint_amount(
    painter: QPainter, rect: QRectF, total: NutrientTotal, full: float, radius: float, style: Style
) -> float:
    left = rect.left()
    painter.save()
    clip_more(painter, rounded(rect, radius))
    parts = ((total.food, "food", SOLID), (total.supplement, "supplement", STRIPES))
    for amount, role, pattern in parts:
        if not amount:
            continue
        part = QRectF(left, rect.top(), max(rect.width() * amount / full, style.px(3)), rect.height())
        if left > rect.left():
            part.setLeft(left + style.px(2))
        fill(painter, part, style.colour(role), pattern, style)
        left = part.right()
    painter.restore()
    return left


def _paint_marks(painter: QPainter, rect: QRectF, total: NutrientTotal, full: float, style: Style) -> None:
    per_unit, target = total.nutrient.ng_per_unit, total.target
    top, bottom = rect.top() - style.px(3), rect.bottom() + style.px(3)

    def place(amount: float) -> float:
        return rect.left() + rect.width() * amount / full

    ends = sorted({place(end * per_unit) for end in (target.low, target.high) if end is not None})
    if len(ends) > 1:  # one mark with two legs: anywhere between them it is reached
        joint = style.px(3)
        fill_plain(painter, QRectF(ends[0], bottom - joint, ends[-1] - ends[0], joint), style.colour("target"))
    for end in ends:
        upright_mark(painter, end, top, bottom, style.colour("target"), style)
    limit = _limit(total, full)
    if limit is not None:
        upright_mark(painter, place(limit), top, bottom, style.colour("limit"), style)
    if total.above_limit:
        triangle(painter, QPointF(rect.right() - style.px(8), rect.center().y()), style.colour("limit"), style)


def _limit(total: NutrientTotal, full: float) -> float | None:
    """The upper limit in nanograms, as far along the bar as it stands; None where it is none or out of sight."""
    target = total.target
    if target.upper_limit is None:
        return None
    limit = target.upper_limit * total.nutrient.ng_per_unit
    limit += (total.food or 0) if target.limit_applies_to == "supplement" else 0
    return limit if limit <= full else None
