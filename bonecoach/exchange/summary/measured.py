"""Scans, tests, falls and fractures, what is due, what was decided, and her questions."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

from bonecoach.core.bone_bands import t_score_applies
from bonecoach.core.bone_change import Change, Result
from bonecoach.core.due import DueItem
from bonecoach.core.entries import Event
from bonecoach.core.measurements import TEST_UNITS, LabTest, Scan
from bonecoach.core.profile import Profile
from bonecoach.core.summary import SummaryState
from bonecoach.core.visits import Appointment
from bonecoach.exchange.summary.page import Block, Lines, Section, Table
from bonecoach.exchange.summary.said import Said
from bonecoach.words import capital

One = TypeVar("One")


def chosen(newest_first: Sequence[tuple[Hashable, One]], most: int) -> list[One]:
    """At most so many: the newest of every kind first, then the newest of all; in the order they came."""
    seen: set[Hashable] = set()
    firsts: list[int] = []
    others: list[int] = []
    for place, (kind, _) in enumerate(newest_first):
        (others if kind in seen else firsts).append(place)
        seen.add(kind)
    kept = sorted((firsts + others)[:most])
    return [newest_first[place][1] for place in kept]


def density(state: SummaryState, said: Said, most: int) -> tuple[Section, int]:
    """Scans with their change and whether it is real; and how many were left out."""
    results = state.results
    if not results:
        nothing = Lines((said("density.nothing"),))
        return Section("density", said("section.density"), "", (nothing,)), 0
    shown = chosen([(result.scan.place_measured, result) for result in results], most)
    heads = tuple(said(f"density.{head}") for head in ("date", "site", "bmd", "t", "change", "lsc", "scanner"))
    rows = [_scan_row(result, state.profile, said) for result in shown]
    lines = _since_first(state, said)
    if len({row[-1] for row in rows}) == 1:  # one scanner for all is said once, and leaves its room to the changes
        heads, rows, lines = heads[:-1], [row[:-1] for row in rows], [*lines, _scanner(rows[0][-1], said)]
    blocks: list[Block] = [Table(said("density.caption"), heads, tuple(rows), strong=4)]
    if lines:
        blocks.append(Lines((" ".join(lines),)))
    section = Section("density", said("section.density"), said("density.aside"), tuple(blocks))
    return section, len(results) - len(shown)


def _scan_row(result: Result, profile: Profile, said: Said) -> tuple[str, ...]:
    scan = result.scan
    bmd = said.none() if scan.bmd is None else said.words.fixed(scan.bmd, 3)
    scanner = said.hers(said.together([part for part in (scan.scanner, scan.place) if part]))
    change = result.change
    return (
        said.day(scan.date),
        said.bones.place(scan.site, scan.side),
        bmd,
        _score(scan, profile, said),
        change_said(change, said),
        _least(change, said),
        scanner or said.none(),
    )


def _score(scan: Scan, profile: Profile, said: Said) -> str:
    """The T-score where it applies, otherwise the Z-score by its letter."""
    if scan.z_score is not None and (scan.t_score is None or not t_score_applies(profile, scan.date)):
        return said("density.z", score=said.tenths(scan.z_score))
    return said.none() if scan.t_score is None else said.tenths(scan.t_score)


def change_said(change: Change, said: Said) -> str:
    """ "−5.5 % (−2.7 % a year): loss", "+0.9 %: no measurable change", "first scan"."""
    if change.since is None:
        return said("density.first")
    if change.percent is None:
        return said("density.not_comparable")
    meaning = said(f"density.meaning.{change.meaning or 'unknown'}")
    if change.meaning in ("loss", "gain") and change.percent_per_year is not None:
        yearly = said.percent(change.percent_per_year)
        return said("density.yearly", percent=said.percent(change.percent), yearly=yearly, meaning=meaning)
    return said("density.moved", percent=said.percent(change.percent), meaning=meaning)


def _least(change: Change, said: Said) -> str:
    if change.lsc_percent is None:
        return said.none()
    percent = said.words.say("bone.percent", percent=said.tenths(change.lsc_percent))
    return said("density.default" if change.lsc_default else "density.centre", percent=percent)


def _scanner(scanner: str, said: Said) -> str:
    return said("density.no_scanner") if scanner == said.none() else said("density.one_scanner", scanner=scanner)


def _since_first(state: SummaryState, said: Said) -> list[str]:
    """How far each site has come since its first scan, where that says more than the last change."""
    found = []
    for series in state.series:
        change = series.results[-1].change
        first = series.results[0].scan.date
        if change.percent_from_first is not None and change.since != first:
            place = capital(said.bones.place(series.site, series.side))
            found.append(
                said(
                    "density.from_first",
                    site=place,
                    percent=said.percent(change.percent_from_first),
                    day=said.day(first),
                )
            )
    return found


def tests(state: SummaryState, said: Said, most: int) -> tuple[Section, int]:
    """Laboratory tests with the laboratory's own range; and how many were left out."""
    order = list(TEST_UNITS)
    by_name = sorted(state.tests, key=lambda test: order.index(test.name) if test.name in order else len(order))
    newest = sorted(by_name, key=lambda test: test.date, reverse=True)
    if not newest:
        return Section("tests", said("section.tests"), "", (Lines((said("tests.nothing"),)),)), 0
    shown = chosen([(test.name.casefold(), test) for test in newest], most)
    heads = tuple(said(f"tests.{head}") for head in ("date", "test", "result", "range"))
    rows = tuple(_test_row(test, said) for test in shown)
    table = Table(said("tests.caption"), heads, rows, strong=2)
    return Section("tests", said("section.tests"), "", (table,)), len(newest) - len(shown)


def _test_row(test: LabTest, said: Said) -> tuple[str, ...]:
    name = said.hers(capital(said.bones.test_name(test.name)))
    name = said.kept_together(name) if test.name in TEST_UNITS else name
    if test.fasting is not None:
        name = said("tests.fasting" if test.fasting else "tests.not_fasting", name=name)
    return said.day(test.date), name, _result(test, said), _range(test, said)


def _result(test: LabTest, said: Said) -> str:
    result = said.hers(said.bones.result(test))
    return said.kept_together(result) if test.name in TEST_UNITS else result


def _range(test: LabTest, said: Said) -> str:
    bounds = said.bones.bounds(test)
    if not bounds:
        return said.none()
    outside = test.against_range in ("below", "above")
    return said("tests.placed", bounds=bounds, place=said(f"tests.{test.against_range}")) if outside else bounds


def events(state: SummaryState, said: Said, most: int) -> tuple[Section, int]:
    """Falls, fractures and other events of the period, and fractures before it; and how many were left out."""
    newest = sorted(state.events, key=lambda event: event.moment.instant, reverse=True)
    weighty = sorted(newest, key=lambda event: event.event != "fracture")  # fractures first, and of each the newest
    shown = sorted(weighty[:most], key=lambda event: event.moment.instant, reverse=True)
    blocks: list[Block] = []
    if shown:
        rows = tuple((said.day(event.moment.date), _event(event, said)) for event in shown)
        heads = (said("events.date"), said("events.what"))
        blocks.append(Table(said("events.caption"), heads, rows, bare=True))
    else:
        blocks.append(Lines((said("events.nothing"),)))
    if state.fractures_before:
        before = [
            said("events.dated", what=said.hers(said.words.label(event)), day=said.day(event.moment.date))
            for event in state.fractures_before[-most:]
        ]
        blocks.append(Lines((said("events.before", what=before),)))
    more = any(event.event == "other" for event in shown)
    title = said("section.events_and_more" if more else "section.events")
    return Section("events", title, "", tuple(blocks)), len(newest) - len(shown)


def _event(event: Event, said: Said) -> str:
    detail = said.words.detail(event)
    label = said.hers(said.words.label(event))
    return said("joined", first=label, second=detail) if detail else label


def due(state: SummaryState, said: Said, most: int) -> tuple[Section, int]:
    """What comes next, the earliest first; and how many were left out."""
    dated = [item for item in state.due if item.day is not None]
    blocks: list[Block] = []
    if dated:
        heads = (said("due.date"), said("due.what"))
        rows = tuple((_due_day(item, said), _due(item, said)) for item in dated[:most])
        blocks.append(Table(said("due.caption"), heads, rows, strong=0, bare=True))
    if any(item.day is None for item in state.due):
        blocks.append(Lines((said("due.first_scan"),)))
    if not blocks:
        blocks.append(Lines((said("due.nothing"),)))
    return Section("due", said("section.due"), "", tuple(blocks)), max(0, len(dated) - most)


def _due_day(item: DueItem, said: Said) -> str:
    return "" if item.day is None else said.day(item.day)


def _due(item: DueItem, said: Said) -> str:
    label = said.hers(item.label)
    if item.what == "scan" and item.since is not None:
        what = said("due.scan", since=said.day(item.since))
    elif item.best_by is not None:
        what = said("due.best_by", label=label, best_by=said.day(item.best_by))
    else:
        what = label
    return said("due.was", what=what) if item.overdue else what


def decided(visit: Appointment, said: Said) -> Section:
    """What was decided at the last visit that she noted it of, with its day and with whom."""
    aside = said("decided.when", whom=said.hers(visit.whom), day=said.day(visit.date))
    return Section("decided", said("section.decided"), aside, (Lines((said.hers(visit.decided),)),))


def questions(state: SummaryState, said: Said, most: int) -> tuple[Section, int]:
    """Her questions, numbered in her order; and how many were left out. Without any there is room to write them."""
    asked = [
        said("questions.numbered", number=number, text=said.hers(text, lines=2))
        for number, text in enumerate(state.questions[:most], start=1)
    ]
    blocks: tuple[Block, ...] = (Lines(tuple(asked)),) if asked else ()
    return Section("questions", said("section.questions"), "", blocks), max(0, len(state.questions) - most)
