"""The pages behind the first, on request alone: day by day, every dose, her own notes."""

from __future__ import annotations

from collections.abc import Iterator

from bonecoach.core.entries import Dose, Entry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.summary import SummaryState
from bonecoach.core.week import DayState
from bonecoach.exchange.summary.page import Lines, Section, Table
from bonecoach.exchange.summary.said import Said

_BY_DAY = (Nutrient.CALCIUM, Nutrient.VITAMIN_D, Nutrient.PROTEIN)


def days(state: SummaryState, said: Said) -> Section:
    """Day by day: nutrients, minutes by load, the worst joint pain."""
    words = said.words
    names = [f"{words.title(nutrient)}, {words.unit(nutrient)}" for nutrient in _BY_DAY]
    heads = (said("days_page.date"), *names, said("days_page.movement"), said("days_page.pain"))
    rows = tuple(_day_row(day, said) for day in state.days)
    return _section("days", Table(said("days_page.caption"), heads, rows, strong=0, figures=(1, 2, 3)), said)


def _day_row(day: DayState, said: Said) -> tuple[str, ...]:
    words = said.words
    totals = [day.nutrients[nutrient] for nutrient in _BY_DAY]
    amounts = []
    for total in totals:
        if not day.recorded or total.amount is None:
            amounts.append(said.none())
        else:
            figure = words.figure(total.nutrient, total.amount)
            amounts.append(said("nutrients.at_least", amount=figure) if total.at_least else figure)
    scores = [s.score for s in day.symptoms if s.symptom == "joint_pain" and s.score is not None]
    pain = words.number(max(scores)) if scores else said.none()
    return said.day(day.date), *amounts, words.day_movement(day.movement), pain


def doses(state: SummaryState, said: Said) -> Section:
    """Every dose of a medicine with what is on record of it."""
    heads = tuple(said(f"doses_page.{head}") for head in ("date", "time", "what", "state"))
    rows = tuple(_dose_row(dose, said) for day in state.days for dose in day.doses)
    return _section("doses", Table(said("doses_page.caption"), heads, rows, strong=2), said)


def _dose_row(dose: Dose, said: Said) -> tuple[str, ...]:
    words, moment = said.words, dose.moment
    return said.day(moment.date), words.time(moment.wall), said.hers(words.label(dose)), words.shown(dose.state)


def notes(state: SummaryState, said: Said) -> Section:
    """What she noted for herself: with entries of the period, and with scans and tests."""
    heads = tuple(said(f"notes_page.{head}") for head in ("date", "what", "note"))
    rows = tuple(row for day in state.days for entry in day.entries for row in _note(entry, said))
    scans = (
        (result.scan.date, said.bones.place(*result.scan.place_measured), result.scan.note) for result in state.results
    )
    tests = ((test.date, said.bones.test_name(test.name), test.note) for test in state.tests)
    measured = tuple((said.day(day), said.hers(what), said.hers(note)) for day, what, note in (*scans, *tests) if note)
    return _section("notes", Table(said("notes_page.caption"), heads, rows + measured, strong=1), said)


def _note(entry: Entry, said: Said) -> Iterator[tuple[str, ...]]:
    if entry.note:
        yield said.day(entry.moment.date), said.hers(said.words.label(entry)), said.hers(entry.note)


def _section(key: str, table: Table, said: Said) -> Section:
    blocks = (table,) if table.rows else (Lines((said("further_none"),)),)
    return Section(key, said(f"section.{key}"), "", blocks)
