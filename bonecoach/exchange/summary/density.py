"""Bone density: every scan with its change and whether it is real, and the way of each site as a small chart."""

from __future__ import annotations

from collections.abc import Sequence

from bonecoach.core.bone_bands import t_score_applies, z_band_of
from bonecoach.core.bone_change import Change, Result, Series
from bonecoach.core.measurements import Scan
from bonecoach.core.profile import Profile
from bonecoach.core.summary import SummaryState
from bonecoach.exchange.summary.curves import can_be_drawn, curves_of
from bonecoach.exchange.summary.page import Block, DensityChart, Lines, Section, Table
from bonecoach.exchange.summary.said import Said, chosen
from bonecoach.words import capital


def density(state: SummaryState, said: Said, most: int, curves: int) -> tuple[Section, int]:
    """At most so many scans, and so many sites as charts; and how many scans were left out.

    Where not all have room, the first scan of a site is left to its chart, which begins with it, and scanners are named
    below; which of them made which scan then stands behind the page, with all scans.
    """
    results = state.results
    if not results:
        nothing = Lines((said("density.nothing"),))
        return Section("density", said("section.density"), "", (nothing,)), 0
    drawn = curves_of(_newest(state.series, curves), said)
    begun = [curve.first for curve in drawn] if len(results) > most else []
    listed = [(result.scan.place_measured, result) for result in results if result.scan not in begun]
    shown = chosen(listed, most, weight=lambda result: _lowest_first(result, state.profile))
    all_z = _all_by_z(shown, state.profile)
    score = "z_score" if all_z else "t"
    heads = tuple(said(f"density.{head}") for head in ("date", "site", "bmd", score, "change", "lsc", "scanner"))
    rows = [_scan_row(result, state.profile, said, plain=all_z) for result in shown]
    lines = [*_below_expected(state, said), *_since_first(state, said, shown)]
    scanners = list(dict.fromkeys(row[-1] for row in rows))
    if len(scanners) == 1 or len(shown) < len(results):  # said once, they leave their room to the changes
        heads, rows, lines = heads[:-1], [row[:-1] for row in rows], [*lines, _scanners(scanners, said)]
    if any(curve.bounds for curve in drawn):
        lines.append(said("density.dashes"))
    blocks: list[Block] = [Table(said("density.caption"), heads, tuple(rows), strong=4)]
    if drawn:
        blocks.append(DensityChart(drawn))
    if lines:
        blocks.append(Lines((" ".join(lines),)))
    section = Section("density", said("section.density"), said("density.aside"), tuple(blocks))
    return section, len(results) - len(shown)


def _lowest_first(result: Result, profile: Profile) -> float:
    """The score that is shown; a scan without one stands last."""
    score, _ = _shown_score(result.scan, profile)
    return 99.0 if score is None else score


def _newest(series: Sequence[Series], most: int) -> tuple[Series, ...]:
    """At most so many sites that can be drawn, those of the newest scans, in their order."""
    drawable = [each for each in series if can_be_drawn(each)]
    newest = sorted(drawable, key=lambda each: each.results[-1].scan.date, reverse=True)[:most]
    return tuple(each for each in drawable if each in newest)


def _all_by_z(shown: Sequence[Result], profile: Profile) -> bool:
    """Whether every score that is shown is a Z-score: then its column is called so."""
    scores = [by_z for score, by_z in (_shown_score(result.scan, profile) for result in shown) if score is not None]
    return bool(scores) and all(scores)


def _below_expected(state: SummaryState, said: Said) -> list[str]:
    """Which newest Z-scores lie below what is expected for age, as ISCD words it: no diagnosis follows from them."""
    newest = [series.results[-1].scan for series in state.series]
    below = [scan for scan in newest if z_band_of(scan, state.profile) == "below_expected" and scan.z_score is not None]
    what = [
        said("density.at_site", site=said.bones.place(scan.site, scan.side), score=said.tenths(scan.z_score or 0.0))
        for scan in below
    ]
    return [said("density.below_expected", what=what)] if what else []


def _scan_row(result: Result, profile: Profile, said: Said, *, plain: bool) -> tuple[str, ...]:
    scan = result.scan
    bmd = said.none() if scan.bmd is None else said.words.fixed(scan.bmd, 3)
    scanner = said.hers(said.together([part for part in (scan.scanner, scan.place) if part]))
    change = result.change
    return (
        said.day(scan.date),
        said.bones.place(scan.site, scan.side),
        bmd,
        _score(scan, profile, said, plain=plain),
        change_said(change, said),
        _least(change, said),
        scanner or said.none(),
    )


def _shown_score(scan: Scan, profile: Profile) -> tuple[float | None, bool]:
    """The T-score where it applies, otherwise the Z-score; and whether it is the Z-score."""
    by_z = scan.z_score is not None and (scan.t_score is None or not t_score_applies(profile, scan.date))
    return (scan.z_score if by_z else scan.t_score), by_z


def _score(scan: Scan, profile: Profile, said: Said, *, plain: bool) -> str:
    """The score; a Z-score by its letter, unless all are (`plain`)."""
    score, by_z = _shown_score(scan, profile)
    if score is None:
        return said.none()
    return said("density.z", score=said.tenths(score)) if by_z and not plain else said.tenths(score)


def change_said(change: Change, said: Said) -> str:
    """ "−5.5 % (−2.7 % a year): loss", "+0.9 %: no measurable change", "first scan".

    Steps that came to more than each of them: "−2.7 %: no measurable change, but −10.0 % since 5 May 2021: loss".
    """
    if change.since is None:
        return said("density.first")
    if change.percent is None:
        return said("density.not_comparable")
    meaning = said(f"density.meaning.{change.meaning or 'unknown'}")
    if change.meaning in ("loss", "gain") and change.percent_per_year is not None:
        yearly = said.percent(change.percent_per_year)
        return said("density.yearly", percent=said.percent(change.percent), yearly=yearly, meaning=meaning)
    moved, crept = said("density.moved", percent=said.percent(change.percent), meaning=meaning), change.crept
    if crept is None:
        return moved
    meaning = said(f"density.meaning.{crept.meaning}")
    percent, day = said.percent(crept.percent), said.day(crept.since)
    return said("density.crept", moved=moved, percent=percent, day=day, meaning=meaning)


def _least(change: Change, said: Said) -> str:
    if change.lsc_percent is None:
        return said.none()
    percent = said.words.say("bone.percent", percent=said.tenths(change.lsc_percent))
    return said("density.default" if change.lsc_default else "density.centre", percent=percent)


def _scanners(scanners: Sequence[str], said: Said) -> str:
    """All of them in one sentence; which scan was made by which stands in the whole table."""
    named = [scanner for scanner in scanners if scanner != said.none()]
    if len(scanners) > 1:
        return said("density.scanners", scanners=named)
    return said("density.one_scanner", scanner=named[0]) if named else said("density.no_scanner")


def _since_first(state: SummaryState, said: Said, shown: Sequence[Result]) -> list[str]:
    """How far each site whose newest scan is shown has come since its first, where its row does not say so."""
    found = []
    for series in state.series:
        newest = series.results[-1]
        if newest not in shown:
            continue
        whole = newest.change.from_first
        if whole is not None and whole.since != newest.change.since and newest.change.crept is None:
            place = capital(said.bones.place(series.site, series.side))
            found.append(
                said(
                    "density.from_first",
                    site=place,
                    percent=said.percent(whole.percent),
                    day=said.day(whole.since),
                )
            )
    return found
