"""Charts keep to their place, in every look and size, and what differs in meaning differs without colour."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from bonecoach.core.activities import Load
from bonecoach.core.adherence import Adherence, Kept, Mark
from bonecoach.core.injections import next_injection
from bonecoach.core.medicines import Window
from bonecoach.core.nutrients import MAIN_NUTRIENTS
from bonecoach.paint.day_squares import paint_day_squares
from bonecoach.paint.dose_marks import dose_mark, keys_of_marks
from bonecoach.paint.fill import PATTERNS, fill
from bonecoach.paint.injection_line import injection_line_height, paint_injection_line
from bonecoach.paint.kept_calendar import calendar_rows, paint_kept_calendar
from bonecoach.paint.kept_months import keys_of_months, paint_kept_months
from bonecoach.paint.kept_weeks import paint_kept_weeks
from bonecoach.paint.legend import (
    keys_of_loads,
    keys_of_nutrients,
    keys_of_trend,
    legend_height,
    paint_legend,
)
from bonecoach.paint.look import DARK, HIGH_CONTRAST, LIGHT
from bonecoach.paint.marks import dashed_line
from bonecoach.paint.minutes_bar import paint_minutes_bar
from bonecoach.paint.nutrient_days import paint_nutrient_days
from bonecoach.paint.style import Style
from bonecoach.paint.trend import paint_trend
from bonecoach.paint.week_page import WeekSheet
from bonecoach.paint.week_strip import paint_week_strip
from bonecoach.words import Words
from tests.paint.states import day, empty_week, full_week, twelve_weeks

WORDS = Words("en_GB")
FULL, EMPTY, WEEKS = full_week(), empty_week(), twelve_weeks()
JUNE, WINDOW = date(2026, 6, 12), Window(5, 28, "LYU2020 KIM2024", "confirmed")
GROUND = QColor("#fefefe")
EDGE = 40
STYLES = [Style(LIGHT), Style(DARK), Style(HIGH_CONTRAST), Style(LIGHT, 1.5), Style(LIGHT, 2.0)]


def drawn(paint, size, style):
    """A picture of a chart of `size` pixels at 100 %, with EDGE pixels of ground around it."""
    wide, high = size[0] * style.scale, size[1] * style.scale
    picture = QImage(QSize(int(wide) + 2 * EDGE, int(high) + 2 * EDGE), QImage.Format.Format_RGB32)
    picture.fill(GROUND)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(EDGE, EDGE, wide, high), style)
    painter.end()
    return picture


def outside_is_untouched(picture, slack=0):
    """Whether nothing was drawn beyond the chart's own rectangle, but for so many pixels."""
    wide, high, edge = picture.width(), picture.height(), EDGE - slack
    strips = (
        picture.copy(0, 0, wide, edge),
        picture.copy(0, high - edge, wide, edge),
        picture.copy(0, 0, edge, high),
        picture.copy(wide - edge, 0, edge, high),
    )
    return all(is_plain(strip) for strip in strips)


def is_plain(picture):
    """Whether the picture holds nothing but its ground."""
    plain = QImage(picture.size(), picture.format())
    plain.fill(GROUND)
    return picture == plain


def strip(week):
    return lambda p, rect, style: paint_week_strip(p, rect, week.movement, style, WORDS, day(5))


def nutrients(week):
    return lambda p, rect, style: paint_nutrient_days(p, rect, week, MAIN_NUTRIENTS, style, WORDS, day(5))


def minutes(week):
    return lambda p, rect, style: paint_minutes_bar(p, rect, week.movement, style, WORDS)


def trend(weeks):
    return lambda p, rect, style: paint_trend(p, rect, weeks, style, WORDS, weeks[-1].days[0].date)


def injection(days, window=WINDOW, months=6):
    today = JUNE + timedelta(days=days)
    following = next_injection(JUNE if days >= 0 else None, JUNE, months, window, today)
    return lambda p, rect, style: paint_injection_line(p, rect, following, today, style, WORDS)


def kept_days(count, marks=tuple(Mark)):
    """So many days from a Monday in August, their marks in turn."""
    counts = {Mark.TAKEN: (1, 1, 0, 0, 0), Mark.SOME: (2, 1, 0, 1, 0), Mark.MISSED: (1, 0, 1, 0, 0)}
    dates = [date(2026, 8, 31) + timedelta(days=n) for n in range(count)]
    found = [marks[n % len(marks)] for n in range(count)]
    return [
        Kept(day, day, Adherence(*counts.get(mark, (0,) * 5)), mark) for day, mark in zip(dates, found, strict=True)
    ]


def kept_months():
    """Five years, all of their parts in every bar but the first six."""
    firsts = [date(2022 + n // 12, n % 12 + 1, 1) for n in range(59)]
    return [
        Kept(day, day, Adherence(*(0,) * 5 if n < 6 else (30, 20, 3, 4, 3)), Mark.SOME) for n, day in enumerate(firsts)
    ]


def weeks_of_doses(p, rect, style):
    paint_kept_weeks(p, rect, kept_days(84), style, WORDS, date(2026, 11, 20))


def month_of_doses(p, rect, style):
    paint_kept_calendar(p, rect, kept_days(31), 6, style, WORDS, date(2026, 9, 20))


def years_of_doses(p, rect, style):
    paint_kept_months(p, rect, kept_months(), style, WORDS)


CHARTS = {
    "twelve weeks of doses": (weeks_of_doses, (430, 170)),
    "a month of doses": (month_of_doses, (430, 320)),
    "five years of doses": (years_of_doses, (430, 210)),
    "injection to be booked": (injection(160), (430, 140)),
    "injection late by months": (injection(400), (430, 200)),
    "infusion once a year": (injection(100, None, 12), (430, 140)),
    "first injection ahead": (injection(-20), (430, 140)),
    "strip": (strip(FULL), (480, 150)),
    "empty strip": (strip(EMPTY), (480, 150)),
    "nutrients": (nutrients(FULL), (560, 300)),
    "empty nutrients": (nutrients(EMPTY), (560, 300)),
    "minutes": (minutes(FULL), (300, 44)),
    "empty minutes": (minutes(EMPTY), (300, 44)),
    "trend": (trend(WEEKS), (380, 140)),
    "one week": (trend(WEEKS[-1:]), (380, 140)),
    "squares": (lambda p, rect, style: paint_day_squares(p, rect, 1, 3, "balance", style), (90, 28)),
}


@pytest.mark.parametrize("style", STYLES, ids=lambda style: f"{style.look.name} {style.scale:g}")
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_keeps_to_its_rectangle(name, style):
    paint, size = CHARTS[name]
    picture = drawn(paint, size, style)
    assert not is_plain(picture)
    assert outside_is_untouched(picture, slack=style.px(8))  # a limit's triangle or a mark may lean out a little


def test_the_outlined_columns_are_called_what_they_are():
    assert "all aerobic, vigorous twice" in [key.said for key in keys_of_trend(WEEKS, WORDS)]


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("width", [220, 380, 560])
def test_a_legend_breaks_into_lines_and_needs_the_height_it_says(width, scale):
    style = Style(LIGHT, scale)
    for keys in (
        keys_of_loads(FULL.movement, WORDS, day(5)),
        keys_of_nutrients(FULL, WORDS, day(5)),
        keys_of_trend(WEEKS, WORDS),
    ):
        high = legend_height(width * scale, keys, style) / scale
        assert outside_is_untouched(drawn(partial(_legend, keys), (width, high), style), slack=2)


def _legend(keys, painter, rect, style):
    paint_legend(painter, rect, keys, style)


def test_every_load_has_a_pattern_of_its_own_that_black_ink_shows():
    grey = QColor("#333333")
    pictures = [
        drawn(lambda p, rect, style, pattern=PATTERNS[load]: fill(p, rect, grey, pattern, style), (60, 60), Style())
        for load in Load
    ]
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])


def test_the_line_of_a_target_leaves_patterns_as_they_are():
    def striped(painter, rect, style, target):
        if target:
            dashed_line(painter, QLineF(rect.left(), rect.top() - 9, rect.right(), rect.top() - 9), style)
        fill(painter, rect, style.load(Load.WEIGHT_BEARING_HIGH), PATTERNS[Load.WEIGHT_BEARING_HIGH], style)

    alone, below = (drawn(partial(striped, target=target), (60, 60), Style(LIGHT)) for target in (False, True))
    bar = QRect(EDGE, EDGE, 60, 60)
    assert alone.copy(bar) == below.copy(bar)
    assert alone != below


def test_a_day_without_movement_does_not_look_like_one_that_is_not_recorded():
    from tests.makers import joint_pain, week_of_entries

    recorded = week_of_entries([joint_pain(2, day(0))])
    assert drawn(strip(recorded), (480, 150), Style()) != drawn(strip(EMPTY), (480, 150), Style())


def test_a_rest_week_looks_different_from_a_week_of_as_many_minutes():
    from tests.makers import session, week_of_entries

    weeks = [week_of_entries([session(30)], rest_week=rests).movement for rests in (True, False)]
    rest, ordinary = (drawn(trend([week]), (380, 140), Style()) for week in weeks)
    assert rest != ordinary


def test_a_week_fits_on_one_sheet_of_a4_and_of_letter():
    for high in (1017.0, 950.0):  # 297 mm and 11 inches, less margins of 14 mm, in pixels of 1/96 inch
        sheet = WeekSheet(FULL, WEEKS, WORDS, day(5))
        assert outside_is_untouched(drawn(sheet.paint, (688, high), Style()), slack=2)


@pytest.mark.parametrize("width", [180, 260, 430, 900])
@pytest.mark.parametrize("days", [0, 30, 150, 170, 183, 200, 215, 500])
def test_the_line_of_an_injection_needs_the_height_it_says(days, width):
    today = JUNE + timedelta(days=days)
    following = next_injection(JUNE, JUNE, 6, WINDOW, today)
    high = injection_line_height(width, following, today, Style(), WORDS)
    assert outside_is_untouched(drawn(injection(days), (width, high), Style()), slack=2)


def test_late_does_not_look_like_due_without_colour():
    today = JUNE + timedelta(days=190)
    following = next_injection(JUNE, JUNE, 6, WINDOW, today)

    def grey(paint):
        return drawn(paint, (430, 140), Style()).convertToFormat(QImage.Format.Format_Mono)

    no_window = following._replace(best_by=None, book_from=None)
    parts = [
        grey(lambda p, rect, style, one=one: paint_injection_line(p, rect, one, today, style, WORDS))
        for one in (following, no_window)
    ]
    assert parts[0] != parts[1]


def test_every_mark_of_a_day_has_a_shape_that_black_ink_shows():
    def in_black(mark):
        picture = drawn(lambda p, rect, style: dose_mark(p, rect.center(), mark, style), (20, 20), Style())
        return picture.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)

    pictures = [in_black(mark) for mark in Mark]
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])


def test_a_calendar_has_as_many_rows_as_its_month_touches_weeks():
    days = kept_days(31)  # from a Monday
    assert [calendar_rows(days, first) for first in range(7)] == [5, 6, 6, 5, 5, 5, 5]


def test_only_what_is_there_is_explained():
    assert [key.said for key in keys_of_marks(kept_days(4, (Mark.TAKEN, Mark.NOT_PLANNED)), WORDS)] == ["taken"]
    assert [key.said for key in keys_of_months(kept_months(), WORDS)] == ["taken", "skipped", "missed", "not recorded"]
