"""The densities of a site in time, ready to be drawn small: where each scan lies, and what joins them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bonecoach.core.bone_change import Result, Series
from bonecoach.core.measurements import Scan, Side, Site
from bonecoach.exchange.summary.said import Said
from bonecoach.words import capital

_LEAST_REACH = 10.0
"""Percent from the foot to the top of a chart at least: what the scanner cannot tell apart never looks like a cliff."""

_AIR = 1.0
"""Percent that stay free above and below."""


class CurvePoint(NamedTuple):
    """A scan: its place from 0 (first day, foot) to 1 (last day, top), its density and its month in words."""

    x: float
    y: float
    bmd: str
    month: str


class Bounds(NamedTuple):
    """From one scan to the next: within these heights a density has not measurably changed."""

    left: float
    right: float
    low: float
    high: float


class Curve(NamedTuple):
    """The scans of a site, oldest first. `links` are pairs that can be compared, by their places in `points`.

    `first` is the oldest scan. `bounds` belong to the newest change.
    """

    site: Site
    side: Side | None
    name: str
    first: Scan
    points: tuple[CurvePoint, ...]
    links: tuple[tuple[int, int], ...]
    bounds: Bounds | None
    sentence: str


def curves_of(series: Sequence[Series], said: Said) -> tuple[Curve, ...]:
    """Sites that can be drawn, on one axis of days and one of percent of their first."""
    if not series:
        return ()
    axes = _Axes(series)
    return tuple(_curve(each, axes, said) for each in series)


def can_be_drawn(series: Series) -> bool:
    """Whether two of its densities can be compared."""
    return any(result.change.percent is not None for result in series.results)


def _measured(series: Series) -> list[tuple[Result, float]]:
    return [(result, result.scan.bmd) for result in series.results if result.scan.bmd is not None]


class _Axes:
    """What all charts share: the first and the last day, and the percent between the foot and the top."""

    def __init__(self, drawn: Sequence[Series]) -> None:
        days = [result.scan.date for series in drawn for result, _ in _measured(series)]
        self._first, self._days = min(days), (max(days) - min(days)).days
        reached = []
        for series in drawn:
            measured = _measured(series)
            first = measured[0][1]
            reached += [bmd / first for _, bmd in measured]
            reached += [end / first for end in _unmeasurable(series) or ()]
        low, high = 100 * min(reached) - _AIR, 100 * max(reached) + _AIR
        short = max(0.0, _LEAST_REACH - (high - low)) / 2
        self._low, self._high = low - short, high + short

    def x(self, day: date) -> float:
        """From 0 to 1."""
        return (day - self._first).days / self._days

    def y(self, share: float) -> float:
        """A share of the first density, from 0 to 1."""
        return (100 * share - self._low) / (self._high - self._low)


def _unmeasurable(series: Series) -> tuple[float, float] | None:
    """The densities between which the newest change would be none; None where nobody knows them."""
    change = _newest(series).change
    if change.percent is None or change.lsc_percent is None:
        return None
    old = next(bmd for result, bmd in reversed(_measured(series)) if result.scan.date == change.since)
    return old * (1 - change.lsc_percent / 100), old * (1 + change.lsc_percent / 100)


def _newest(series: Series) -> Result:
    return _measured(series)[-1][0]


def _curve(series: Series, axes: _Axes, said: Said) -> Curve:
    measured = _measured(series)
    first = measured[0][1]
    days = [result.scan.date for result, _ in measured]
    points = [
        CurvePoint(axes.x(day), axes.y(bmd / first), said.words.fixed(bmd, 3), _month(day, said))
        for day, (_, bmd) in zip(days, measured, strict=True)
    ]
    links = [
        (len(days) - 1 - days[::-1].index(result.change.since), place)
        for place, (result, _) in enumerate(measured)
        if result.change.percent is not None and result.change.since is not None
    ]
    ends, change, bounds = _unmeasurable(series), _newest(series).change, None
    if ends is not None and change.since is not None:
        low, high = (axes.y(end / first) for end in ends)
        bounds = Bounds(axes.x(change.since), axes.x(days[-1]), low, high)
    name = capital(said.bones.place(series.site, series.side))
    return Curve(
        site=series.site,
        side=series.side,
        name=name,
        first=measured[0][0].scan,
        points=tuple(points),
        links=tuple(links),
        bounds=bounds,
        sentence=said(
            "density.curve",
            site=name,
            old=points[0].bmd,
            first=said.day(days[0]),
            new=points[-1].bmd,
            last=said.day(days[-1]),
        ),
    )


def _month(day: date, said: Said) -> str:
    return said.kept_together(said("density.month", month=said.words.say(f"month_short.{day.month}"), year=day.year))
