"""What studies found bone density to do under therapy and after it: means of others, never a forecast for her."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bonecoach.core.bone_change import Series
from bonecoach.core.measurements import Side, Site
from bonecoach.core.schedules import months_after
from bonecoach.core.therapy import TherapyChange

ON_THERAPY, AFTER_STOPPING, WITHOUT_STOPPING = "on_therapy", "after_stopping", "without_stopping"
PHASES = (ON_THERAPY, AFTER_STOPPING, WITHOUT_STOPPING)
"""From when a change was counted. The last one is what a study set beside stopping; nothing is drawn of it."""

_BEFORE, _AFTER = timedelta(days=365), timedelta(days=183)
"""How far her own scan may lie from the day that a change is counted from. A choice of ours."""


class Published(NamedTuple):
    """One figure of a study: percent of density at a site so many years later.

    `medicine` is "" for any aromatase inhibitor, `people` None where it is not known; `note` a word for what limits
    it ("median", "not_significant", "not_randomised", "").
    """

    id: str
    study: str
    phase: str
    medicine: str
    site: Site
    years: float
    percent: float
    people: int | None
    note: str
    source: str
    status: str


class Band(NamedTuple):
    """A study's figures laid beside her scans of one site: as if her own density at the time were the study's start.

    `line` goes from that day and density along the study's figures, up to today or the end of her therapy and no
    farther; `figures` are those of them that it reaches.
    """

    site: Site
    side: Side | None
    phase: str
    line: tuple[tuple[date, float], ...]
    figures: tuple[tuple[date, float, Published], ...]


class Others(NamedTuple):
    """All figures, and those that can be laid beside her scans."""

    published: tuple[Published, ...]
    bands: tuple[Band, ...]


def others_found(
    published: Iterable[Published], series: Iterable[Series], changes: Sequence[TherapyChange], today: date
) -> Others:
    """What others found, beside her scans where one of hers lies near the day that it is counted from."""
    published = tuple(published)
    began = changes[0].day if changes else None
    stopped = changes[-1].day if changes and changes[-1].kind == "stopped" else None
    spans = {ON_THERAPY: (began, stopped or today), AFTER_STOPPING: (stopped, today)}
    studies: dict[tuple[str, str, Site], list[Published]] = defaultdict(list)
    for one in sorted(published, key=lambda one: one.years):
        studies[one.study, one.phase, one.site].append(one)
    bands = []
    for each in series:
        for (_study, phase, site), figures in studies.items():
            first, last = spans.get(phase, (None, today))
            bmd = None if first is None or site is not each.site else _own(each, first)
            if first is not None and bmd is not None and last > first:
                bands.append(_band(each, phase, figures, first, last, bmd))
    return Others(published, tuple(bands))


def _own(series: Series, day: date) -> float | None:
    """Her density nearest to a day; None where no scan is near."""
    near = [
        (abs(scan.date - day), scan.bmd)
        for scan, _change in series.results
        if scan.bmd is not None and day - _BEFORE <= scan.date <= day + _AFTER
    ]
    return min(near)[1] if near else None


def _band(series: Series, phase: str, figures: Sequence[Published], first: date, last: date, bmd: float) -> Band:
    line = [(first, bmd)]
    reached = []
    for one in figures:
        day, value = months_after(first, round(one.years * 12)), bmd * (1 + one.percent / 100)
        before, from_value = line[-1]
        if day > last:
            part = (last - before).days / (day - before).days
            line.append((last, from_value + (value - from_value) * part))
            break
        line.append((day, value))
        reached.append((day, value, one))
    return Band(series.site, series.side, phase, tuple(line), tuple(reached))
