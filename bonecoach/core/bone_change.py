"""Whether bone density changed between scans, or whether the scanner cannot tell (evidence 4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from bonecoach.core.measurements import Scan, Side, Site

DEFAULT_LSC_PERCENT = {Site.LUMBAR_SPINE: 5.3, Site.TOTAL_HIP: 5.0, Site.FEMORAL_NECK: 6.9}
"""ISCD's minimum precision as least significant change: the worst case where the centre's own is not known (evidence 4,
`unconfirmed`, so no prompt follows from them). The forearm has none."""

SHORTEST_YEARS = 0.5
"""A shorter span is not made into a change a year (evidence 4, `unconfirmed`)."""

_DAYS_A_YEAR = 365.25


class FromFirst(NamedTuple):
    """How a scan stands to the oldest one that it can be compared with, of the day `since`.

    `percent`, `lsc_percent`, `scanner_unknown` and `meaning` are as in a Change, of these two scans; the least
    significant change is ISCD's for both or for neither.
    """

    since: date
    percent: float
    lsc_percent: float | None
    scanner_unknown: bool
    meaning: str | None


class Change(NamedTuple):
    """How one scan stands to the previous one that it can be compared with, and to the first.

    `percent` is `(new - old) / old * 100` of the density, and `percent_per_year` that by the years between, None under
    half a year. `lsc_percent` is what it is held against; `lsc_default` where that is ISCD's and not the centre's.
    `scanner_unknown`: one of the two scanners is not named. `meaning`: "loss", "gain", "no_measurable_change",
    "not_comparable", or None where nothing can be said (a first scan, or the forearm without the centre's own figure).
    `from_first` may be of the same two scans.
    """

    since: date | None = None
    years: float | None = None
    percent: float | None = None
    percent_per_year: float | None = None
    lsc_percent: float | None = None
    lsc_default: bool = False
    scanner_unknown: bool = False
    meaning: str | None = None
    from_first: FromFirst | None = None

    @property
    def crept(self) -> FromFirst | None:
        """What small steps came to: the whole change, where it is real and the last step alone is not; else None."""
        whole = self.from_first
        if whole is None or self.meaning != "no_measurable_change" or whole.meaning == self.meaning:
            return None
        return whole


class Result(NamedTuple):
    """A scan, and how it stands to those before it."""

    scan: Scan
    change: Change


class Series(NamedTuple):
    """All scans of one site and side, oldest first."""

    site: Site
    side: Side | None
    results: tuple[Result, ...]


def series_of(scans: Iterable[Scan]) -> tuple[Series, ...]:
    """The scans by site and side, in the order of the sites, each against those before it."""
    places: dict[tuple[Site, Side | None], list[Scan]] = {}
    for scan in sorted(scans, key=lambda scan: (scan.date, scan.id)):
        places.setdefault(scan.place_measured, []).append(scan)
    order = sorted(places, key=lambda place: (list(Site).index(place[0]), place[1] or ""))
    return tuple(Series(*place, _results(places[place])) for place in order)


def _results(scans: Sequence[Scan]) -> tuple[Result, ...]:
    return tuple(Result(scan, change_of(scan, scans[:place])) for place, scan in enumerate(scans))


def change_of(scan: Scan, before: Sequence[Scan]) -> Change:
    """How a scan stands to those `before` it, of the same site and side, oldest first.

    It is compared with the last one whose scanner is the same or not named; where all were made by others, it cannot be
    compared. Scores are never compared, only densities are. Many steps that the scanner cannot tell apart may add up to
    a change that it can, so it is held against the first one as well.
    """
    measured = [earlier for earlier in before if earlier.bmd is not None and earlier.date < scan.date]
    if scan.bmd is None or not measured:
        return Change()
    alike = [earlier for earlier in measured if _same_scanner(earlier, scan)]
    if not alike:
        return Change(since=measured[-1].date, meaning="not_comparable")
    old = alike[-1]
    assert old.bmd is not None
    percent = _percent(old.bmd, scan.bmd)
    years = (scan.date - old.date).days / _DAYS_A_YEAR
    lsc, is_default = _least_significant(scan, alike, old.bmd)
    return Change(
        since=old.date,
        years=years,
        percent=percent,
        percent_per_year=percent / years if years >= SHORTEST_YEARS else None,
        lsc_percent=lsc,
        lsc_default=is_default,
        scanner_unknown=not (scan.scanner and old.scanner),
        meaning=_meaning(percent, lsc),
        from_first=_from_first(scan, alike),
    )


def _from_first(scan: Scan, alike: Sequence[Scan]) -> FromFirst:
    """Against the first one by the scanner that `scan` is known or taken to be by."""
    assert scan.bmd is not None
    named = [each.scanner for each in (scan, *reversed(alike)) if each.scanner]
    first = next(each for each in alike if not each.scanner or each.scanner.casefold() == named[0].casefold())
    assert first.bmd is not None
    percent = _percent(first.bmd, scan.bmd)
    lsc, _ = _least_significant(scan, alike, first.bmd)
    return FromFirst(first.date, percent, lsc, not (scan.scanner and first.scanner), _meaning(percent, lsc))


def _same_scanner(one: Scan, other: Scan) -> bool:
    return not (one.scanner and other.scanner) or one.scanner.casefold() == other.scanner.casefold()


def _percent(old: float, new: float) -> float:
    return (new - old) / old * 100


def _least_significant(new: Scan, alike: Sequence[Scan], old: float) -> tuple[float | None, bool]:
    """The centre's own figure, of the newest report that states it, in percent of a density; otherwise ISCD's."""
    for scan in (new, *reversed(alike)):
        if scan.lsc_percent is not None:
            return scan.lsc_percent, False
        if scan.lsc is not None:
            return scan.lsc / old * 100, False
    default = DEFAULT_LSC_PERCENT.get(new.site)
    return default, default is not None


def _meaning(percent: float, lsc: float | None) -> str | None:
    if lsc is None:
        return None
    if abs(percent) < lsc - 1e-9:  # a change that just reaches it counts, whatever the floats make of it
        return "no_measurable_change"
    return "loss" if percent < 0 else "gain"
