"""Where everything of the timeline lies: its axis, its rows, and every mark with what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from bonecoach.core.bone_change import Series
from bonecoach.core.measurements import Scan, Site
from bonecoach.core.movement import TARGET_MINUTES
from bonecoach.core.others_found import Band
from bonecoach.core.timeline import Course, Frame, Timeline
from bonecoach.paint.lettering import width_of
from bonecoach.paint.style import Style
from bonecoach.words import Words, capital
from bonecoach.words.bones import BoneWords
from bonecoach.words.others import OthersWords

LANE, STRIP, AXIS, HEAD, GAP = 28.0, 20.0, 26.0, 24.0, 8.0
"""Heights of a lane and of a thin one, the axis below and the line above, and the space between rows, in pixels at
100 %."""

_MOST_FOR_LABELS = 0.4
"""The share of the width that labels behind the plot may take; where they would take more they stay on it."""

MONTHS = ("moved", "taken")
"""The thin lanes, which say something of every month."""

LEAST_PLOT = 184.0
ROLES = {
    Site.LUMBAR_SPINE: "low",
    Site.TOTAL_HIP: "high",
    Site.FEMORAL_NECK: "resistance",
    Site.FOREARM: "balance",
}
"""The colour of each site."""

T_SCORE, Z_SCORE, DENSITY = "t", "z", "bmd"
"""What the curves show. Only T-scores have bands."""


class Mark(NamedTuple):
    """One thing that can be pointed at: where it lies, its kind, its day and what it says.

    `kind` is "scan", "therapy", "course", "given", "test", "fall", "fracture" or "others"; of a month it is the key of
    its lane.
    """

    at: QPointF
    kind: str
    day: date
    said: str


class Row(NamedTuple):
    """A lane below the curves: its name and its box."""

    key: str
    name: str
    box: QRectF


class Label(NamedTuple):
    """What stands beside the newest mark of a curve: name and value, and how wide they are."""

    series: Series
    scan: Scan
    said: str
    wide: float


class Scene:
    """The timeline laid out in a rectangle.

    `labels` stand beside the newest marks; where one would lie on the line of today or on the edge, `beside` says that
    all stand behind the plot, which then ends before them.
    """

    def __init__(
        self, rect: QRectF, timeline: Timeline, frame: Frame, measure: str, style: Style, words: Words
    ) -> None:
        self.timeline, self.frame, self.measure, self.style, self.words = timeline, frame, measure, style, words
        self.says = BoneWords(words)
        names = {key: words.say(f"timeline.lane.{key}", target=TARGET_MINUTES) for key in _lanes(timeline)}
        labels = [*names.values(), words.say(f"timeline.{measure}")]
        gutter = max(width_of(name, style.font("small_strong")) for name in labels) + style.px(12)
        self.left = rect.left() + min(gutter, rect.width() * 0.4)
        self.right = rect.right() - style.px(10)
        self.labels = tuple(self._labels())
        self.beside = self._stand_beside()
        below = style.px(AXIS) + sum(style.px(_high(key) + GAP) for key in names) + style.px(GAP)
        top = rect.top() + style.px(HEAD)
        self.plot = QRectF(self.left, top, self.right - self.left, max(rect.bottom() - below - top, style.px(40)))
        self.rows = tuple(self._rows(names))
        self.axis = QRectF(self.left, rect.bottom() - style.px(AXIS), self.plot.width(), style.px(AXIS))
        self.low, self.high = self._reach()

    def _rows(self, names: dict[str, str]) -> Iterator[Row]:
        top = self.plot.bottom() + self.style.px(GAP)
        for key, name in names.items():
            yield Row(key, name, QRectF(self.left, top, self.plot.width(), self.style.px(_high(key))))
            top += self.style.px(_high(key) + GAP)

    def _labels(self) -> Iterator[Label]:
        font = self.style.font("small_strong")
        for series in self.timeline.series:
            drawn = [
                (result.scan, value) for result in series.results if (value := self.value(result.scan)) is not None
            ]
            if drawn and self.frame.holds(drawn[-1][0].date):
                name = self.says.short_place(series.site, series.side)
                said = f"{name} {self.words.fixed(drawn[-1][1], 3 if self.measure == DENSITY else 1)}"
                yield Label(series, drawn[-1][0], said, width_of(said, font) + 2)

    def _stand_beside(self) -> bool:
        """Whether a label crosses the line of today or the edge; the plot then leaves room for all of them."""
        end = self.x(self.timeline.today) if self.frame.holds(self.timeline.today) else self.right
        crosses = any(self.x(label.scan.date) + self.style.px(16) + label.wide > end for label in self.labels)
        room = max((label.wide for label in self.labels), default=0) + self.style.px(6)
        if not crosses or room > (self.right - self.left) * _MOST_FOR_LABELS:
            return False
        self.right -= room
        return True

    def row(self, key: str) -> QRectF:
        """The box of a lane."""
        return next(row.box for row in self.rows if row.key == key)

    # -- places ------------------------------------------------------------------------------------------------

    def x(self, day: date) -> float:
        """Where a day lies; days outside the frame lie outside the plot."""
        return self.left + (self.right - self.left) * (day - self.frame.first).days / max(1, self.frame.days)

    def y(self, value: float) -> float:
        """Where a score or a density lies."""
        return self.plot.top() + self.plot.height() * (self.high - value) / (self.high - self.low)

    def value(self, scan: Scan) -> float | None:
        """What is drawn of a scan."""
        return {T_SCORE: scan.t_score, Z_SCORE: scan.z_score, DENSITY: scan.bmd}[self.measure]

    def _reach(self) -> tuple[float, float]:
        """The lowest and highest value of the plot: all that is drawn, and of T-scores always the bands."""
        values = [
            value
            for series in self.timeline.series
            for result in series.results
            if (value := self.value(result.scan)) is not None
        ]
        values += [bmd for band in self.bands() for _day, bmd in band.line]
        if self.measure == T_SCORE:
            return min([-3.2, *(value - 0.4 for value in values)]), max([0.4, *(value + 0.4 for value in values)])
        scores = self.measure == Z_SCORE
        low, high = min(values, default=-2.0 if scores else 0.6), max(values, default=1.0)
        air = max((high - low) * 0.2, 0.5 if scores else 0.03)
        return low - air, high + air

    def ticks(self) -> list[float]:
        """The values that have a line."""
        step = 1.0 if self.measure != DENSITY else 0.05 if self.high - self.low < 0.4 else 0.1
        first = int(self.low / step) - 1
        return [n * step for n in range(first, int(self.high / step) + 2) if self.low <= n * step <= self.high]

    def dates(self) -> list[tuple[date, str]]:
        """The days that have a line, and what stands below: years, or months in a short frame."""
        style, words = self.style, self.words
        months = 1 if self.frame.days < 200 else 3 if self.frame.days < 500 else 12
        wide = width_of("2026", style.font("tiny")) + style.px(14)
        fit = max(1, int(self.plot.width() / wide))
        while self.frame.days / 30.4 / months > fit:
            months = 12 if months < 12 else months + 12
        found = []
        day = date(self.frame.first.year, 1, 1)
        while day <= self.frame.last:
            if self.frame.holds(day):
                yearly = day.month == 1
                found.append((day, str(day.year) if yearly else words.say(f"month_short.{day.month}")))
            months_on = day.month - 1 + months
            day = date(day.year + months_on // 12, months_on % 12 + 1, 1)
        return found

    # -- marks -------------------------------------------------------------------------------------------------

    def place(self, scan: Scan) -> QPointF:
        """Where a scan lies that has a value."""
        value = self.value(scan)
        assert value is not None
        return QPointF(self.x(scan.date), self.y(value))

    def points(self, series: Series) -> list[tuple[Scan, QPointF]]:
        """The scans of a series that have a value, with their places, whether they can be seen or not."""
        return [
            (result.scan, self.place(result.scan)) for result in series.results if self.value(result.scan) is not None
        ]

    def bands(self) -> tuple[Band, ...]:
        """What others found, where densities are shown: percents say nothing of scores."""
        others = self.timeline.others
        return others.bands if others is not None and self.measure == DENSITY else ()

    def marks(self) -> tuple[Mark, ...]:
        """Everything in the frame that can be pointed at, by day."""
        found = [mark for mark in self._all() if self.left <= mark.at.x() <= self.right]
        return tuple(sorted(found, key=lambda mark: (mark.day, mark.at.y())))

    def months(self, key: str) -> tuple[Mark, ...]:
        """Every month in the frame of one of the lanes of MONTHS."""
        if not any(row.key == key for row in self.rows):
            return ()
        middle, name = self.row(key).center().y(), self.words.say(f"timeline.{key}")
        found = []
        for month, what in self._said_of(key):
            at = QPointF(self.x(month + timedelta(days=15)), middle)
            if self.left <= at.x() <= self.right:
                said = self.words.say("timeline.month", month=self.says.month(month), name=name, what=what())
                found.append(Mark(at, key, month, said))
        return tuple(found)

    def _said_of(self, key: str) -> Iterator[tuple[date, Callable[[], str]]]:
        if key == "moved":
            for moved in self.timeline.moved:
                yield moved.first, partial(self.says.moved, moved)
        else:
            for taken in self.timeline.taken:
                yield taken.first, partial(self.says.taken, taken)

    def _all(self) -> Iterator[Mark]:
        for series in self.timeline.series:
            name = capital(self.says.place(series.site, series.side))
            for scan, at in self.points(series):
                yield Mark(at, "scan", scan.date, self._said(scan.date, name, self.says.scan(scan)))
        for band in self.bands():
            for day, bmd, one in band.figures:
                yield Mark(QPointF(self.x(day), self.y(bmd)), "others", day, OthersWords(self.words).mark(one))
        if self.timeline.therapy:
            middle = self.row("therapy").center().y()
            for period in self.timeline.therapy:
                start = self.start_of(period.start)
                yield Mark(QPointF(self.x(start), middle), "therapy", start, capital(self.says.therapy(period)))
        for course in self.timeline.courses:
            yield from self._of_course(course)
        for test in self.timeline.tests:
            at = QPointF(self.x(test.date), self.row("tests").center().y())
            name = capital(self.says.test_name(test.name))
            yield Mark(at, "test", test.date, self._said(test.date, name, self.says.lab_test(test)))
        for event in self.timeline.events:
            day = event.moment.date
            at = QPointF(self.x(day), self.row("events").center().y())
            detail = self.words.detail(event)
            said = self._said(day, self.words.label(event), detail) if detail else self._said(day, "", event.name)
            yield Mark(at, event.event, day, said)

    def _of_course(self, course: Course) -> Iterator[Mark]:
        middle = self.row("medicine").center().y()
        start = max(course.start, self.frame.first)
        yield Mark(QPointF(self.x(start), middle), "course", start, self.says.course(course))
        for day in course.given:
            at = QPointF(self.x(day), self.row("medicine").bottom() - self.style.px(3))
            yield Mark(at, "given", day, self.says.given(course.name, day))

    def start_of(self, day: date | None) -> date:
        """The first day of a bar that can be seen; one whose beginning was not said begins before everything."""
        return self.frame.first if day is None else max(day, self.frame.first)

    def _said(self, day: date, name: str, what: str) -> str:
        key = "timeline.mark" if name else "timeline.mark_bare"
        return self.words.say(key, day=self.words.short_date(day), name=name, what=what)


def timeline_height(timeline: Timeline) -> float:
    """The least height that it needs, in pixels at 100 %."""
    return HEAD + LEAST_PLOT + sum(_high(key) + GAP for key in _lanes(timeline)) + GAP + AXIS


def _high(lane: str) -> float:
    return STRIP if lane in MONTHS else LANE


def _lanes(timeline: Timeline) -> list[str]:
    there = {
        "therapy": timeline.therapy,
        "medicine": timeline.courses,
        "tests": timeline.tests,
        "events": timeline.events,
        "rest": timeline.rest_weeks,
        "moved": timeline.moved,
        "taken": timeline.taken,
    }
    return [key for key, found in there.items() if found]


def week_from(first: date) -> date:
    """The day after a week."""
    return first + timedelta(days=7)
