"""The first page: everything a clinician reads in ninety seconds, in the order it is asked for."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from bonecoach.exchange.summary.page import ROWS, Section, SummaryPage
from bonecoach.paint.summary.blocks import Painted, Place, Setting, rule, stacked
from bonecoach.paint.summary.running_text import Piece, leading, run, tall
from bonecoach.paint.summary.sections import section_painted, side_by_side

_GAP = 20
_BETWEEN = 8
_LINE_TO_WRITE_ON = 26
_LEFT_SHARE = 0.54


def first_page(page: SummaryPage, width: float, setting: Setting) -> Painted:
    """The whole first page for a width, but for its foot. A section whose neighbour was left out has the full width."""
    found = {section.key: section for section in page.sections}
    parts = [_head(page, width, setting)]
    for row in ROWS:
        columns = [[found[key] for key in keys if key in found] for keys in row]
        filled = [column for column in columns if column]
        if len(filled) == 2:
            parts.append(_pair(filled[0], filled[1], width, setting))
        elif filled:
            parts.append(_column(filled[0], width, setting))
    return stacked(parts, setting.style.px(_BETWEEN))


def _pair(left: list[Section], right: list[Section], width: float, setting: Setting) -> Painted:
    gap = setting.style.px(_GAP)
    wide = (width - gap) * _LEFT_SHARE
    widths = wide, width - gap - wide
    return side_by_side(_column(left, widths[0], setting), _column(right, widths[1], setting), widths, gap)


def _column(sections: list[Section], width: float, setting: Setting) -> Painted:
    return stacked([_section(section, width, setting) for section in sections], setting.style.px(_BETWEEN))


def _section(section: Section, width: float, setting: Setting) -> Painted:
    whole = section_painted(section, width, setting)
    return whole if section.blocks else stacked([whole, _lines_to_write_on(width, setting)])


def _lines_to_write_on(width: float, setting: Setting) -> Painted:
    """Three ruled lines, where she may write what she wants to ask."""
    high = setting.style.px(_LINE_TO_WRITE_ON)

    def paint(painter: QPainter, at: Place) -> None:
        for nth in (1, 2, 3):
            rule(painter, Place(at.left, at.top + nth * high - 2, width), setting.style, "control")

    return Painted(3.0 * high, paint)


def _head(page: SummaryPage, width: float, setting: Setting) -> Painted:
    """Title and days, whose page it is and who recorded it, and what is read first."""
    style = setting.style
    text, strong = style.colour("text"), style.font("small_strong")
    title = Piece(page.title, style.font("title"), text)
    period = Piece(page.period, strong, text)
    read_first = ([Piece(" ".join(page.headline), strong, text)], [setting.text(page.about)])
    below_rule = [[*pieces] for pieces in (*read_first, [setting.quiet(page.left_out)]) if pieces[0].text]
    heights = [tall(pieces, width) for pieces in below_rule]
    first, second, air = leading(title.font), leading(style.font("tiny")), style.px(4)

    def paint(painter: QPainter, at: Place) -> None:
        run(painter, at.left, at.top, width, [title])
        run(painter, at.left, at.top + first * 0.3, width, [period], flush_right=True)
        below = at.top + first
        run(painter, at.left, below, width, [setting.text(page.who)])
        run(painter, at.left, below, width, [setting.quiet(page.made)], flush_right=True)
        rule(painter, Place(at.left, below + second + air, width), style)
        top = below + second + 2 * air
        for pieces, high in zip(below_rule, heights, strict=True):
            run(painter, at.left, top, width, pieces)
            top += high

    return Painted(first + second + 2 * air + sum(heights), paint)
