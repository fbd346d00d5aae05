"""One painter for each kind of block of the page; each tells its height before it draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from bonecoach.exchange.summary.page import Block, DensityChart, Fact, Facts, Lines, MinutesChart, PainChart, Table
from bonecoach.paint.density_curve import curve_height, paint_curve
from bonecoach.paint.fill import SOLID, fill
from bonecoach.paint.legend import keys_of_trend, legend_height, paint_legend
from bonecoach.paint.lettering import width_of
from bonecoach.paint.pain_weeks import paint_pain_weeks
from bonecoach.paint.style import Style
from bonecoach.paint.summary.columns import column_widths
from bonecoach.paint.summary.running_text import Piece, broken, run, tall
from bonecoach.paint.trend import paint_trend
from bonecoach.words import Words

_GAP = 9
_ROW = 2
_WIDEST_LABEL = 0.48
_CURVES_BESIDE = 3
_BETWEEN_CURVES = 20


class Place(NamedTuple):
    """Where something stands: its left edge, its top, its width."""

    left: float
    top: float
    width: float


class Painted(NamedTuple):
    """A block ready for a width: how tall it is, and what draws it at a place."""

    height: float
    paint: Callable[[QPainter, Place], None]


class Setting(NamedTuple):
    """What every block is painted with: a style, words, the choice of what minutes count, and the height of charts."""

    style: Style
    words: Words
    counting: str
    chart: float

    def text(self, text: str) -> Piece:
        """Running text."""
        return Piece(text, self.style.font("tiny"), self.style.colour("text"))

    def strong(self, text: str) -> Piece:
        """What is read first."""
        return Piece(text, self.style.font("tiny_strong"), self.style.colour("text"))

    def quiet(self, text: str) -> Piece:
        """What stands beside."""
        return Piece(text, self.style.font("tiny"), self.style.colour("quiet"))


def painted(block: Block, width: float, setting: Setting) -> Painted:
    """A block for a width."""
    if isinstance(block, Facts):
        return stacked(facts_rows(block, width, setting))
    if isinstance(block, Table):
        return table(block, width, setting)
    if isinstance(block, Lines):
        return stacked([running([setting.text(line)], width, setting) for line in block.lines])
    if isinstance(block, MinutesChart):
        return _minutes(block, width, setting)
    if isinstance(block, DensityChart):
        return _curves(block, width, setting)
    return _pain(block, setting)


def stacked(parts: Sequence[Painted], gap: float = 0.0) -> Painted:
    """Parts under each other."""

    def paint(painter: QPainter, at: Place) -> None:
        y = at.top
        for part in parts:
            part.paint(painter, at._replace(top=y))
            y += part.height + gap

    return Painted(sum(part.height for part in parts) + gap * max(0, len(parts) - 1), paint)


def running(pieces: Sequence[Piece], width: float, setting: Setting) -> Painted:
    """Running text with the air that a row has."""

    def paint(painter: QPainter, at: Place) -> None:
        run(painter, at.left, at.top, width, pieces)

    return Painted(tall(pieces, width) + setting.style.px(_ROW), paint)


def rule(painter: QPainter, at: Place, style: Style, role: str = "text") -> None:
    """A line across."""
    fill(painter, QRectF(at.left, at.top, at.width, style.scale), style.colour(role), SOLID, style)


def facts_rows(block: Facts, width: float, setting: Setting) -> list[Painted]:
    """Each of some facts, their values under each other. Labels have what room their values leave."""
    gap, strong = setting.style.px(_GAP), setting.style.font("tiny_strong")
    widest = max(width_of(fact.label, setting.style.font("tiny")) for fact in block.facts) + 1
    left = width - gap - max(width_of(fact.value, strong) for fact in block.facts) - 2
    label = min(widest, max(width * _WIDEST_LABEL, left))
    return [_fact(fact, (label, width - label - gap), gap, setting) for fact in block.facts]


def _fact(fact: Fact, widths: tuple[float, float], gap: float, setting: Setting) -> Painted:
    """The label, the value, and behind it what belongs to it: where that does not fit, below both, set in."""
    label, value, note = [setting.text(fact.label)], [setting.strong(fact.value)], [setting.quiet(fact.note)]
    together = [*value, setting.quiet(f"\u00a0{fact.note}")]
    fits = not fact.note or len(broken(together, widths[1])) == 1
    beside = together if fits and fact.note else value
    upper, inner = max(tall(label, widths[0]), tall(beside, widths[1])), sum(widths)

    def paint(painter: QPainter, at: Place) -> None:
        run(painter, at.left, at.top, widths[0], label)
        run(painter, at.left + widths[0] + gap, at.top, widths[1], beside)
        if not fits:
            run(painter, at.left + gap, at.top + upper, inner, note)

    return Painted(upper + (0.0 if fits else tall(note, inner)) + setting.style.px(_ROW), paint)


class TableRows(NamedTuple):
    """A table laid out for a width: its heads (None where they say nothing new) and its rows."""

    heads: Painted | None
    rows: tuple[Painted, ...]


def table_rows(block: Table, width: float, setting: Setting) -> TableRows:
    """The heads and the rows of a table, each ready to be drawn at a place of its own: a table may run over pages."""
    gap = setting.style.px(_GAP)
    heads = [setting.quiet(head) for head in block.heads]
    rows = [
        [(setting.strong if place == block.strong else setting.text)(text) for place, text in enumerate(row)]
        for row in block.rows
    ]
    widths = column_widths([*([] if block.bare else [heads]), *rows], width, gap, narrow=block.bare)

    def row(cells: Sequence[Piece]) -> Painted:
        def paint(painter: QPainter, at: Place) -> None:
            x = at.left
            for place, (cell, wide) in enumerate(zip(cells, widths, strict=True)):
                run(painter, x, at.top, wide, [cell], flush_right=place in block.figures)
                x += wide + gap

        high = max(tall([cell], wide) for cell, wide in zip(cells, widths, strict=True))
        return Painted(high + setting.style.px(_ROW), paint)

    return TableRows(None if block.bare else row(heads), tuple(row(cells) for cells in rows))


def table(block: Table, width: float, setting: Setting) -> Painted:
    """A whole table."""
    laid = table_rows(block, width, setting)
    return stacked([*([] if laid.heads is None else [laid.heads]), *laid.rows])


def _minutes(block: MinutesChart, width: float, setting: Setting) -> Painted:
    style = setting.style
    keys = keys_of_trend(block.weeks, setting.words, setting.counting)
    legend, chart = legend_height(width, keys, style, "tiny"), setting.chart

    def paint(painter: QPainter, at: Place) -> None:
        paint_legend(painter, QRectF(at.left, at.top, width, legend), keys, style, "tiny")
        box = QRectF(at.left, at.top + legend, width, chart)
        paint_trend(painter, box, block.weeks, style, setting.words, target_beside=True)

    return Painted(legend + chart, paint)


def _pain(block: PainChart, setting: Setting) -> Painted:
    style = setting.style

    def paint(painter: QPainter, at: Place) -> None:
        box = QRectF(at.left, at.top, at.width, setting.chart)
        paint_pain_weeks(painter, box, block.weeks, style, setting.words)

    return Painted(setting.chart, paint)


def _curves(block: DensityChart, width: float, setting: Setting) -> Painted:
    """Three sites beside each other; more of them in rows."""
    style, gap = setting.style, setting.style.px(_BETWEEN_CURVES)
    wide, high = (width - gap * (_CURVES_BESIDE - 1)) / _CURVES_BESIDE, curve_height(style)

    def paint(painter: QPainter, at: Place) -> None:
        for nth, curve in enumerate(block.curves):
            row, column = divmod(nth, _CURVES_BESIDE)
            box = QRectF(at.left + column * (wide + gap), at.top + row * (high + style.px(_ROW)), wide, high)
            paint_curve(painter, box, curve, style)

    return Painted(ceil(len(block.curves) / _CURVES_BESIDE) * (high + style.px(_ROW)), paint)
