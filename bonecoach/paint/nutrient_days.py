"""Nutrients day by day: a row of seven small bars for each, against its target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import Target
from bonecoach.core.totals import NutrientTotal
from bonecoach.core.week import NutrientWeek, WeekState
from bonecoach.paint.fill import SOLID, STRIPES, fill, rounded
from bonecoach.paint.lettering import CENTRE, LEFT, RIGHT, centred, height_of, letter, width_of
from bonecoach.paint.marks import arrow, dash, dashed_line, triangle
from bonecoach.paint.style import Style
from bonecoach.words import Words

TARGET_AT = 0.72
"""How far up a bar's room the target stands; what is far above it is cut off at the top."""


def paint_nutrient_days(
    painter: QPainter,
    rect: QRectF,
    week: WeekState,
    shown: Sequence[Nutrient],
    style: Style,
    words: Words,
    today: date | None = None,
) -> None:
    """A row for each nutrient of `shown`: name and target, seven bars, the mean of recorded days.

    Food is solid, supplements are striped; the dashed line is the target of that day. An arrow above a bar says "at
    least", a stroke "not recorded", a triangle "above the upper limit". Days after `today` are empty.
    """
    foot = height_of(style.font("small")) + style.px(2)
    high = (rect.height() - foot) / len(shown)
    left, right = _margins(week, shown, style, words)
    days = [day.date for day in week.days]
    for nth, nutrient in enumerate(shown):
        row = QRectF(rect.left(), rect.top() + nth * high, rect.width(), high)
        bars = QRectF(row.left() + left, row.top() + style.px(11), row.width() - left - right, high - style.px(15))
        _paint_names(painter, QRectF(row.left(), row.top(), left - style.px(8), high), week, nutrient, style, words)
        _paint_bars(painter, bars, week.nutrients[nutrient], days, style, words, today)
        _paint_mean(painter, QRectF(bars.right(), row.top(), right, high), week.nutrients[nutrient], style, words)
    cell = (rect.width() - left - right) / len(days)
    for nth, day in enumerate(days):
        box = QRectF(rect.left() + left + cell * nth, rect.bottom() - foot, cell, foot)
        font = style.font("small_strong" if day == today else "small")
        short = words.weekday(day, short=True)
        said = short if width_of(short, font) < cell else short[:1]
        letter(painter, box, said, font, style.colour("text" if day == today else "quiet"), CENTRE)


def _margins(week: WeekState, shown: Sequence[Nutrient], style: Style, words: Words) -> tuple[float, float]:
    names = [width_of(words.title(n), style.font("strong")) for n in shown]
    targets = [width_of(_target(week, n, words), style.font("small")) for n in shown]
    means = [width_of(_mean(week.nutrients[n], words)[0], style.font("strong")) for n in shown]
    notes = [width_of(_mean(week.nutrients[n], words)[1], style.font("small")) for n in shown]
    return max(*names, *targets) + style.px(16), max(*means, *notes) + style.px(14)


def _target(week: WeekState, nutrient: Nutrient, words: Words) -> str:
    return words.target(nutrient, week.nutrients[nutrient].days[-1].target)


def _mean(week: NutrientWeek, words: Words) -> tuple[str, str]:
    if week.mean_per_recorded_day is None:
        return "", ""
    note = words.say("chart.at_least_a_day" if week.at_least else "chart.a_day")
    return words.amount(week.nutrient, week.mean_per_recorded_day), note


def _paint_names(
    painter: QPainter, rect: QRectF, week: WeekState, nutrient: Nutrient, style: Style, words: Words
) -> None:
    _two_lines(painter, rect, words.title(nutrient), _target(week, nutrient, words), style, LEFT)


def _paint_mean(painter: QPainter, rect: QRectF, week: NutrientWeek, style: Style, words: Words) -> None:
    _two_lines(painter, rect, *_mean(week, words), style, RIGHT)


def _two_lines(painter: QPainter, rect: QRectF, strong: str, small: str, style: Style, align: int) -> None:
    first, second = height_of(style.font("strong")), height_of(style.font("small"))
    top = rect.center().y() - (first + second) / 2
    above, below = QRectF(rect.left(), top, rect.width(), first), QRectF(rect.left(), top + first, rect.width(), second)
    letter(painter, above, strong, style.font("strong"), style.colour("text"), align)
    letter(painter, below, small, style.font("small"), style.colour("quiet"), align)


def _paint_bars(
    painter: QPainter,
    rect: QRectF,
    week: NutrientWeek,
    days: Sequence[date],
    style: Style,
    words: Words,
    today: date | None,
) -> None:
    cell = rect.width() / len(days)
    wide = min(cell * 0.66, style.px(64))
    full = _full(week)
    fill(painter, QRectF(rect.left(), rect.bottom(), rect.width(), 1), style.colour("line"), SOLID, style)
    for nth, (total, recorded) in enumerate(zip(week.days, week.recorded, strict=True)):
        column = QRectF(rect.left() + nth * cell + (cell - wide) / 2, rect.top(), wide, rect.height())
        if recorded or total.amount:
            _paint_bar(painter, column, total, full, style, words)
        elif today is None or days[nth] <= today:
            dash(painter, QPointF(column.center().x(), column.bottom() - style.px(9)), style.colour("quiet"), style)
    _paint_targets(painter, rect, week, full, style)


def _paint_bar(
    painter: QPainter, column: QRectF, total: NutrientTotal, full: float, style: Style, words: Words
) -> None:
    if not total.amount:
        said = "?" if total.amount is None else words.number(0)
        where = QPointF(column.center().x(), column.bottom() - style.px(10))
        centred(painter, where, said, style.font("small_strong"), style.colour("quiet"))
        return
    high = max(column.height() * min(1.0, total.amount / full), style.px(2))
    bar = QRectF(column.left(), column.bottom() - high, column.width(), high)
    painter.save()
    painter.setClipPath(rounded(bar, min(style.px(4), high / 2)), Qt.ClipOperation.IntersectClip)
    food = column.height() * (total.food or 0) / full
    if total.supplement:
        above = bar.adjusted(0, 0, 0, -food - (style.px(1) if food else 0))
        fill(painter, above, style.colour("supplement"), STRIPES, style)
    if total.food:
        fill(painter, QRectF(bar.left(), bar.bottom() - food, bar.width(), food), style.colour("food"), SOLID, style)
    painter.restore()
    if total.above_limit:
        where = QPointF(column.right() + style.px(8), bar.top() + style.px(6))
        triangle(painter, where, style.colour("limit"), style)
    if total.at_least:
        tip = QPointF(column.center().x(), bar.top() - style.px(9))
        arrow(painter, tip, style.colour("text"), style, upward=True)


def _paint_targets(painter: QPainter, rect: QRectF, week: NutrientWeek, full: float, style: Style) -> None:
    """The target of each day; neighbours with the same one share a line."""
    cell = rect.width() / len(week.days)
    goals = [_goal(total.target) for total in week.days]
    first = 0
    for nth, goal in enumerate(goals):
        if nth + 1 < len(goals) and goals[nth + 1] == goal:
            continue
        if goal is not None:
            y = rect.bottom() - rect.height() * min(1.0, goal * week.nutrient.ng_per_unit / full)
            dashed_line(painter, QLineF(rect.left() + first * cell, y, rect.left() + (nth + 1) * cell, y), style)
        first = nth + 1


def _goal(target: Target) -> float | None:
    return target.low if target.low is not None else target.high


def _full(week: NutrientWeek) -> float:
    """Nanograms that the height of a bar's room stands for: the highest target at TARGET_AT, or the largest amount."""
    goals = [goal * week.nutrient.ng_per_unit for t in week.days if (goal := _goal(t.target)) is not None]
    if goals:
        return max(goals) / TARGET_AT
    return float(max((t.amount or 0 for t in week.days), default=0)) * 1.15 or 1.0


def table_nutrient_days(
    week: WeekState, shown: Sequence[Nutrient], words: Words, today: date | None = None
) -> list[list[str]]:
    """The bars as rows of text, heads first: a row for each day, then the mean of recorded days and the target."""
    rows = [[words.say("chart.day"), *(f"{words.title(nutrient)}, {words.unit(nutrient)}" for nutrient in shown)]]
    for nth, day in enumerate(week.days):
        name = f"{words.weekday(day.date, short=True)} {day.date.day}"
        totals = [week.nutrients[nutrient].days[nth] for nutrient in shown]
        missing = words.say("progress.unknown") if day.recorded else words.unrecorded(day.date, today)
        rows.append([name, *(_cell(total, words, missing) for total in totals)])
    rows.append([words.say("chart.mean"), *(_mean_cell(week.nutrients[nutrient], words) for nutrient in shown)])
    rows.append([words.say("chart.target"), *(_target(week, nutrient, words) for nutrient in shown)])
    return rows


def _cell(total: NutrientTotal, words: Words, missing: str) -> str:
    if total.amount is None:
        return missing
    said = words.figure(total.nutrient, total.amount)
    said = words.say("progress.at_least", said=said) if total.at_least else said
    return words.say("chart.with_above_limit", said=said) if total.above_limit else said


def _mean_cell(week: NutrientWeek, words: Words) -> str:
    mean = week.mean_per_recorded_day
    if mean is None:
        return words.say("mean.unknown" if week.days_recorded else "mean.not_recorded")
    said = words.figure(week.nutrient, mean)
    return words.say("progress.at_least", said=said) if week.at_least else said
