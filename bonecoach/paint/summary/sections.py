"""A section on paper: its heading with what stands beside it, a rule, and its blocks."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from bonecoach.exchange.summary.page import Section
from bonecoach.paint.lettering import width_of
from bonecoach.paint.summary.blocks import Painted, Place, Setting, painted, rule, stacked
from bonecoach.paint.summary.running_text import Piece, run, tall

_UNDER_RULE = 3


def heading(section: Section, width: float, setting: Setting) -> Painted:
    """The heading of a section with its rule; what stands beside it goes under it where there is no room for both."""
    style = setting.style
    title = [Piece(section.title, style.font("small_strong"), style.colour("text"))]
    aside = [setting.quiet(section.aside)]
    beside = width_of(section.title, title[0].font) + width_of(section.aside, aside[0].font) + style.px(12) <= width
    upper = tall(title, width)
    lower = 0.0 if beside or not section.aside else tall(aside, width)

    def paint(painter: QPainter, at: Place) -> None:
        run(painter, at.left, at.top, width, title)
        if section.aside:
            run(painter, at.left, at.top if beside else at.top + upper, width, aside, flush_right=beside)
        rule(painter, Place(at.left, at.top + upper + lower + style.px(1), width), style)

    return Painted(upper + lower + style.px(2) + style.px(_UNDER_RULE), paint)


def section_painted(section: Section, width: float, setting: Setting) -> Painted:
    """A whole section for a width."""
    return stacked([heading(section, width, setting), *(painted(block, width, setting) for block in section.blocks)])


def side_by_side(left: Painted, right: Painted, widths: tuple[float, float], gap: float) -> Painted:
    """Two parts beside each other."""

    def paint(painter: QPainter, at: Place) -> None:
        left.paint(painter, Place(at.left, at.top, widths[0]))
        right.paint(painter, Place(at.left + widths[0] + gap, at.top, widths[1]))

    return Painted(max(left.height, right.height), paint)
