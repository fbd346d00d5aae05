"""The charts of the page as inline SVG: shapes and patterns that are read without colour, made without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from bonecoach.core.movement import WeekMovement
from bonecoach.core.period_pain import HIGH, PainWeek
from bonecoach.exchange.summary.curves import Curve
from bonecoach.exchange.summary.page import MinutesChart, PainChart
from bonecoach.words import Words

WIDE, TALL = 360.0, 100.0
"""The drawing in units of its own; on paper a unit is three quarters of a point, so that type of 14 is 10 points."""

_TYPE = 14
_TOP, _FOOT = 8.0, 22.0
_LETTER = 7.6
"""How wide a letter of 14 is at most, on average, in any type a browser may take."""


def minutes_svg(chart: MinutesChart, words: Words) -> str:
    """Columns of minutes: filled for what counts, outlined for aerobic, striped for rest, a dash for no record.

    The outline is all aerobic minutes with vigorous ones twice, as in the window.
    """
    weeks = chart.weeks
    target = weeks[-1].target_minutes
    said = words.minutes(target)
    left = _LETTER * len(said) + 4
    most = max(max(week.counted_minutes, min(week.aerobic_equivalent_minutes, 2 * target)) for week in weeks)
    full = max(target * 1.15, most)
    floor = TALL - _FOOT
    scale = (floor - _TOP) / full
    cell = (WIDE - left) / len(weeks)
    parts = [f'<rect x="{left:.1f}" y="{floor:.1f}" width="{WIDE - left:.1f}" height="1"/>']
    for nth, week in enumerate(weeks):
        parts += _column(week, left + (nth + 0.5) * cell, min(cell * 0.66, 34.0), floor, scale)
    line = floor - target * scale
    parts.append(_dashed(left, line))
    parts.append(_text(0, line + 5, said))
    parts += _months([week.first for week in weeks], left, cell, words)
    return _svg(chart.table.caption, chart.sentence, parts)


def _column(week: WeekMovement, middle: float, wide: float, floor: float, scale: float) -> Iterator[str]:
    left = middle - wide / 2

    def box(minutes: float, look: str) -> str:
        high = min(minutes * scale, floor - _TOP)
        return f'<rect x="{left:.1f}" y="{floor - high:.1f}" width="{wide:.1f}" height="{high:.1f}" {look}/>'

    counted, equal = week.counted_minutes, week.aerobic_equivalent_minutes
    if week.rest_week:
        if counted:
            yield box(counted, 'fill="url(#stripes)" stroke="currentColor"')
        yield _moon(middle, floor - counted * scale - 12)
    elif not week.known:
        yield f'<rect x="{middle - 4:.1f}" y="{floor - 8:.1f}" width="8" height="2"/>'
    else:
        if equal > counted:
            yield box(equal, 'fill="none" stroke="currentColor" stroke-width="1.4"')
        if counted:
            yield box(counted, "")
        else:
            yield _text(middle, floor - 3, "0", anchor="middle")


def _moon(x: float, y: float) -> str:
    return f'<path d="M{x - 1:.1f},{y - 6:.1f} a6,6 0 1 0 6,8 a5,5 0 1 1 -6,-8 z"/>'


def pain_svg(chart: PainChart, words: Words) -> str:
    """A dot a week from 0 to 10, joined where weeks follow each other; a gap where none was scored."""
    weeks, floor, left = chart.weeks, TALL - _FOOT, 26.0
    cell, scale = (WIDE - left) / len(weeks), (floor - _TOP - 6) / 10
    parts = [f'<rect x="{left:.1f}" y="{floor:.1f}" width="{WIDE - left:.1f}" height="1"/>']
    for score in (0, HIGH, 10):
        parts.append(_text(0, floor - score * scale + 5, words.number(score)))
    parts.append(_dashed(left, floor - HIGH * scale))
    for run in _runs(weeks):
        points = [(left + (nth + 0.5) * cell, floor - score * scale) for nth, score in run]
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{joined}" fill="none" stroke="currentColor" stroke-width="1.6"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{min(3.2, cell * 0.42):.1f}"/>' for x, y in points]
    parts += _months([week.first for week in weeks], left, cell, words)
    return _svg(chart.table.caption, chart.sentence, parts)


def _runs(weeks: Sequence[PainWeek]) -> Iterator[list[tuple[int, int]]]:
    """Weeks with a score that follow each other, as their places and scores."""
    run: list[tuple[int, int]] = []
    for nth, week in enumerate(weeks):
        if week.worst is not None:
            run.append((nth, week.worst))
        elif run:
            yield run
            run = []
    if run:
        yield run


CURVE_WIDE, CURVE_TALL = 224.0, 66.0
"""A third of the sheet in the same units."""

_BELOW = 5.0
"""Air for a figure beside the lowest mark."""


def curve_svg(curve: Curve) -> str:
    """A dot a scan, its first and its last density beside them; between the dashes nothing has measurably changed."""
    gutter, foot = 46.0, CURVE_TALL - _FOOT - _BELOW

    def place(x: float, y: float) -> tuple[float, float]:
        return gutter + x * (CURVE_WIDE - 2 * gutter), foot - y * foot

    parts = []
    if curve.bounds is not None:
        for y in (curve.bounds.low, curve.bounds.high):
            (left, at), (right, _) = place(curve.bounds.left, y), place(curve.bounds.right, y)
            parts.append(_dashed(left, at, right))
    dots = [place(point.x, point.y) for point in curve.points]
    for old, new in curve.links:
        (x, y), (to_x, to_y) = dots[old], dots[new]
        ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
        parts.append(f'<line {ends} stroke="currentColor" stroke-width="1.8"/>')
    parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in dots]
    first, last = curve.points[0], curve.points[-1]
    parts.append(_text(dots[0][0] - 8, dots[0][1] + 5, first.bmd, anchor="end"))
    parts.append(_text(dots[-1][0] + 8, dots[-1][1] + 5, last.bmd))
    from_edge, to_edge = _LETTER * len(first.month) / 2, CURVE_WIDE - _LETTER * len(last.month) / 2
    begin, end = max(dots[0][0], from_edge), min(dots[-1][0], to_edge)
    if begin + from_edge + 6 <= end - (CURVE_WIDE - to_edge):
        parts.append(_text(begin, CURVE_TALL - 4, first.month, anchor="middle"))
    parts.append(_text(end, CURVE_TALL - 4, last.month, anchor="middle"))
    return _svg(curve.name, curve.sentence, parts, wide=CURVE_WIDE, tall=CURVE_TALL)


def _months(firsts: Sequence[date], left: float, cell: float, words: Words) -> Iterator[str]:
    free_from, month = left, 0
    for nth, first in enumerate(firsts):
        said, at = words.say(f"month_short.{first.month}"), left + nth * cell
        wide = _LETTER * len(said)
        if first.month != month and at >= free_from and at + wide <= WIDE:
            month, free_from = first.month, at + wide + 6
            yield _text(at, TALL - 4, said)


def _dashed(left: float, y: float, right: float = WIDE) -> str:
    line = f'x1="{left:.1f}" y1="{y:.1f}" x2="{right:.1f}" y2="{y:.1f}"'
    return f'<line {line} stroke="currentColor" stroke-width="1.2" stroke-dasharray="6 4"/>'


def _text(x: float, y: float, said: str, *, anchor: str = "start") -> str:
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}"{at}>{escape(said)}</text>'


def _svg(caption: str, sentence: str, parts: Sequence[str], *, wide: float = WIDE, tall: float = TALL) -> str:
    """A drawing that says what it shows to whoever cannot see it."""
    label = escape(f"{caption}. {sentence}", quote=True)
    return (
        f'<svg viewBox="0 0 {wide:.0f} {tall:.0f}" role="img" aria-label="{label}" fill="currentColor" '
        f'font-size="{_TYPE}">{"".join(parts)}</svg>'
    )
