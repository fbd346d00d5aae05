"""The week's minutes against the 150, in their parts."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from bonecoach.core.movement import WeekMovement
from bonecoach.paint.fill import PATTERNS, clip_more, fill, rounded
from bonecoach.paint.lettering import letter_if_it_fits
from bonecoach.paint.marks import upright_mark
from bonecoach.paint.style import Style
from bonecoach.words import Words


def paint_minutes_bar(painter: QPainter, rect: QRectF, movement: WeekMovement, style: Style, words: Words) -> None:
    """A lying bar: counted minutes by load on a track as long as the target, or as the minutes when they are more.

    Past the target the target stays as an upright mark. A thin bar below it is all aerobic movement with vigorous
    minutes twice, where that says something else.
    """
    thin = movement.aerobic_equivalent_minutes != movement.counted_minutes
    bar = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - (style.px(14) if thin else 0))
    full = max(movement.target_minutes, movement.counted_minutes)
    _paint_parts(painter, bar, movement, full, style, words)
    if movement.counted_minutes > movement.target_minutes:
        x = bar.left() + bar.width() * movement.target_minutes / full
        upright_mark(painter, x, bar.top(), bar.bottom(), style.colour("target"), style)
    if thin:
        _paint_all_aerobic(
            painter, QRectF(rect.left(), rect.bottom() - style.px(9), rect.width(), style.px(9)), movement, style
        )


def _paint_parts(painter: QPainter, bar: QRectF, movement: WeekMovement, full: int, style: Style, words: Words) -> None:
    outline = rounded(bar, style.px(7))
    fill(painter, outline, style.colour("track"), "solid", style)
    painter.save()
    clip_more(painter, outline)
    left, ink = bar.left(), style.colour("on_load")
    for load, minutes in movement.counted_by_load.items():
        part = QRectF(left, bar.top(), bar.width() * minutes / full, bar.height())
        drawn = part.adjusted(0, 0, -style.px(1) if part.width() > style.px(4) else 0, 0)
        fill(painter, drawn, style.load(load), PATTERNS[load], style)
        letter_if_it_fits(
            painter, drawn, words.number(minutes), style.font("small_strong"), ink, style.load(load), style
        )
        left += part.width()
    painter.restore()


def _paint_all_aerobic(painter: QPainter, bar: QRectF, movement: WeekMovement, style: Style) -> None:
    outline = rounded(bar, bar.height() / 2)
    fill(painter, outline, style.colour("track"), "solid", style)
    share = min(1.0, movement.aerobic_equivalent_minutes / movement.target_minutes)
    if share:
        done = QRectF(bar.left(), bar.top(), max(bar.width() * share, bar.height()), bar.height())
        fill(painter, rounded(done, bar.height() / 2), style.colour("quiet"), "solid", style)


def table_minutes_bar(movement: WeekMovement, words: Words) -> list[list[str]]:
    """The bar as rows of text, heads first: each part, the sum against the target, and both aerobic counts."""
    rows = [[words.say("chart.what"), words.say("chart.minutes")]]
    rows += [
        [words.sentence(f"load_short.{load}"), words.number(minutes)]
        for load, minutes in movement.counted_by_load.items()
    ]
    target = movement.target_minutes
    rows.append([words.say("chart.counted"), words.say("days.so_far", done=movement.counted_minutes, target=target)])
    rows.append([words.say("chart.all_aerobic"), words.number(movement.aerobic_minutes)])
    twice = words.say("days.so_far", done=movement.aerobic_equivalent_minutes, target=target)
    rows.append([words.say("chart.vigorous_twice"), twice])
    return rows
