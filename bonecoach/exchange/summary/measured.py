"""Tests, falls and fractures, what is due, what was decided, and her questions."""

from __future__ import annotations

from datetime import date

from bonecoach.core.bone_bands import LOW_SCORE, t_score_applies
from bonecoach.core.bone_change import Result
from bonecoach.core.due import DueItem
from bonecoach.core.entries import Event
from bonecoach.core.measurements import TEST_UNITS, LabTest
from bonecoach.core.summary import SummaryState
from bonecoach.core.visits import Appointment
from bonecoach.exchange.summary.page import Block, Lines, Section, Table
from bonecoach.exchange.summary.said import Said, chosen
from bonecoach.words import capital


def tests(state: SummaryState, said: Said, most: int) -> tuple[Section, int]:
    """Laboratory tests with the laboratory's own range; and how many were left out."""
    order = list(TEST_UNITS)
    by_name = sorted(state.tests, key=lambda test: order.index(test.name) if test.name in order else len(order))
    newest = sorted(by_name, key=lambda test: test.date, reverse=True)
    if not newest:
        return Section("tests", said("section.tests"), "", (Lines((said("tests.nothing"),)),)), 0
    shown = chosen([(test.name.casefold(), test) for test in newest], most, weight=_in_range)
    heads = tuple(said(f"tests.{head}") for head in ("date", "test", "result", "range"))
    rows = tuple(_test_row(test, said) for test in shown)
    table = Table(said("tests.caption"), heads, rows, strong=2)
    return Section("tests", said("section.tests"), "", (table,)), len(newest) - len(shown)


def _in_range(test: LabTest) -> int:
    return 0 if test.against_range in ("below", "above") else 1


def _test_row(test: LabTest, said: Said) -> tuple[str, ...]:
    name = said.hers(capital(said.bones.test_name(test.name)))
    name = said.kept_together(name) if test.name in TEST_UNITS else name
    if test.fasting is not None:
        name = said("tests.fasting" if test.fasting else "tests.not_fasting", name=name)
    return said.day(test.date), name, _result(test, said), _range(test, said)


def _result(test: LabTest, said: Said) -> str:
    """As it was printed, and in the other unit of its test; a line may break between these, and not within them."""
    printed = said.hers(said.bones.figure(test.value, test.unit))
    if test.name not in TEST_UNITS:
        return printed
    other = test.in_other_unit
    parts = [printed] if other is None else [printed, said("tests.other_unit", result=said.bones.figure(*other))]
    return " ".join(said.kept_together(part) for part in parts)


def _range(test: LabTest, said: Said) -> str:
    bounds = said.kept_together(said.bones.bounds(test))
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
    older = state.fractures_before[-most:]
    if older:
        before = [
            said("events.dated", what=said.hers(said.words.label(event)), day=said.day(event.moment.date))
            for event in older
        ]
        blocks.append(Lines((said("events.before", what=before),)))
    more = any(event.event == "other" for event in shown)
    title = said("section.events_and_more" if more else "section.events")
    return Section("events", title, "", tuple(blocks)), len(newest) - len(shown) + len(state.fractures_before) - len(
        older
    )


def _event(event: Event, said: Said) -> str:
    detail = "" if event.event == "fracture" else said.words.detail(event)  # a fracture is an injury
    label = said.hers(said.words.label(event))
    return said("joined", first=label, second=detail) if detail else label


def due(state: SummaryState, said: Said, most: int) -> tuple[Section, int]:
    """What comes next, the earliest first; and how many were left out."""
    dated = [item for item in state.due if item.day is not None and item.what != "scan"]
    blocks: list[Block] = []
    if dated:
        heads = (said("due.date"), said("due.what"))
        rows = tuple((_due_day(item, said), _due(item, state.today, said)) for item in dated[:most])
        blocks.append(Table(said("due.caption"), heads, rows, strong=0, bare=True))
    scans = [_scan(item, state, said) for item in state.due if item.what in ("scan", "first_scan")]
    if scans:
        blocks.append(Lines(tuple(scans)))
    if not blocks:
        blocks.append(Lines((said("due.nothing"),)))
    return Section("due", said("section.due"), "", tuple(blocks)), max(0, len(dated) - most)


def _due_day(item: DueItem, said: Said) -> str:
    return "" if item.day is None else said.day(item.day)


def _due(item: DueItem, today: date, said: Said) -> str:
    what = said.hers(item.label)
    if item.best_by is not None:
        what = said("due.best_by", label=what, best_by=said.day(item.best_by))
    if not item.overdue or item.day is None:
        return what
    return said("due.late", what=what, days=(today - item.day).days)


def _scan(item: DueItem, state: SummaryState, said: Said) -> str:
    """When scans are repeated by guidance; after a loss, or where a score is low, that is for the team alone to say."""
    if item.since is None:
        return said("due.first_scan")
    newest = [series.results[-1] for series in state.series]
    if any(_lost(result) or _is_low(result, state) for result in newest):
        return said("due.scan_team", last=said.day(item.since))
    return said("due.scan_passed" if item.overdue else "due.scan", last=said.day(item.since))


def _lost(result: Result) -> bool:
    crept = result.change.crept
    return result.change.meaning == "loss" or (crept is not None and crept.meaning == "loss")


def _is_low(result: Result, state: SummaryState) -> bool:
    score = result.scan.t_score
    return score is not None and score < LOW_SCORE and t_score_applies(state.profile, result.scan.date)


def decided(visit: Appointment, said: Said) -> Section:
    """What was decided at the last visit that she noted it of, with its day and with whom."""
    aside = said("decided.when", whom=said.hers(visit.whom), day=said.day(visit.date))
    return Section("decided", said("section.decided"), aside, (Lines((said.hers(visit.decided, lines=2),)),))


def questions(state: SummaryState, said: Said, most: int) -> tuple[Section, int]:
    """Her questions, numbered in her order; and how many were left out. Without any there is room to write them."""
    asked = [
        said("questions.numbered", number=number, text=said.hers(text, lines=2))
        for number, text in enumerate(state.questions[:most], start=1)
    ]
    blocks: tuple[Block, ...] = (Lines(tuple(asked)),) if asked else ()
    return Section("questions", said("section.questions"), "", blocks), max(0, len(state.questions) - most)
