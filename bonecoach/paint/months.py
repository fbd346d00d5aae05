"""Names of months under weeks that stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from bonecoach.paint.lettering import CENTRE, letter, width_of
from bonecoach.paint.style import Style
from bonecoach.words import Words


def paint_months(painter: QPainter, rect: QRectF, firsts: Sequence[date], style: Style, words: Words) -> None:
    """Months under the first week that begins in them, and under the first of all, where their names do not touch.

    `firsts` are the first days of the weeks, which share the width evenly.
    """
    cell, font = rect.width() / len(firsts), style.font("tiny")
    free_from, month = rect.left(), 0
    for nth, first in enumerate(firsts):
        said = words.say(f"month_short.{first.month}")
        left, wide = rect.left() + nth * cell, width_of(said, font)
        if first.month != month and left >= free_from and left + wide <= rect.right():
            month, free_from = first.month, left + wide + style.px(8)
            letter(
                painter, QRectF(left, rect.top(), wide + 2, rect.height()), said, font, style.colour("quiet"), CENTRE
            )
