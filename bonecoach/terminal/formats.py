"""The formats of what leaves and what comes: one short function each, in two tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bonecoach.terminal.arguments import choice_said
from bonecoach.terminal.order import Order
from bonecoach.terminal.progress import counted

if TYPE_CHECKING:
    from bonecoach.diary.comparison import Arrival
    from bonecoach.terminal.desk import Desk


class Format(NamedTuple):
    """One format: how its files end, which sections it has, and what writes it; that answers what to tell besides.

    `options` are those that not every format takes, by their names.
    """

    ending: str
    sections: Callable[[], tuple[str, ...]]
    write: Callable[[Desk, Order], Mapping[str, object]]
    options: frozenset[str] = frozenset()


def _csv_sections() -> tuple[str, ...]:
    from bonecoach.exchange.tables import TABLES

    return tuple(TABLES)


def _csv(desk: Desk, order: Order) -> Mapping[str, object]:
    with counted(desk) as tell:
        rows = desk.diary.leaving.csv(
            order.out, order.first, order.last, order.sections, over=order.over, bom=order.bom, tell=tell
        )
    return {"rows": rows}


def _page_sections() -> tuple[str, ...]:
    from bonecoach.exchange.summary.page import SECTIONS

    return SECTIONS


def _text(desk: Desk, order: Order) -> Mapping[str, object]:
    from bonecoach.terminal.summaries import write_text

    return write_text(desk, order)


def _pdf(desk: Desk, order: Order) -> Mapping[str, object]:
    from bonecoach.terminal.summaries import write_pdf

    return write_pdf(desk, order)


def _html(desk: Desk, order: Order) -> Mapping[str, object]:
    from bonecoach.terminal.summaries import write_html

    return write_html(desk, order)


_OF_A_PAGE = frozenset({"--last", "--with", "--name"})


def _fhir_sections() -> tuple[str, ...]:
    from bonecoach.exchange.fhir.bundle_out import SECTIONS

    return SECTIONS


def _fhir(desk: Desk, order: Order) -> Mapping[str, object]:
    for part in order.more:
        choice_said(part, ("notes",), "unknown_section")
    with counted(desk) as tell:
        made = desk.diary.leaving.fhir(
            order.out, order.first, order.last, order.sections, over=order.over, notes=bool(order.more), tell=tell
        )
    return {"resources": made}


def _ics_sections() -> tuple[str, ...]:
    from bonecoach.exchange.ics.occasions import SECTIONS

    return SECTIONS


def _ics(desk: Desk, order: Order) -> Mapping[str, object]:
    from bonecoach.words.calendar import CalendarWords

    words = desk.words
    entries = desk.diary.leaving.ics(
        order.out,
        order.first,
        order.last,
        order.sections,
        named=CalendarWords(words, desk.diary.today()),
        only=(words.say("calendar.reminder"), words.say("calendar.appointment")) if order.neutral else None,
        over=order.over,
    )
    return {"entries": entries}


FORMATS: dict[str, Format] = {
    "pdf": Format("pdf", _page_sections, _pdf, _OF_A_PAGE | {"--paper", "--password-file"}),
    "html": Format("html", _page_sections, _html, _OF_A_PAGE),
    "text": Format("txt", _page_sections, _text, _OF_A_PAGE),
    "csv": Format("zip", _csv_sections, _csv, frozenset({"--bom"})),
    "fhir": Format("json", _fhir_sections, _fhir, frozenset({"--with"})),
    "ics": Format("ics", _ics_sections, _ics, frozenset({"--neutral"})),
}
"""The formats by the words of the command line."""


class Wanted(NamedTuple):
    """How a file is to be read: what only some kinds take. `sure`: it is about her, though it does not say so."""

    sure: bool = False
    activity: str = ""
    table: str = ""
    columns: Mapping[str, str] = {}
    values: Mapping[str, str] = {}
    order: str = "ymd"


class Reading(NamedTuple):
    """One kind of file that comes in: what reads it, and the options that not every kind takes."""

    read: Callable[[Desk, Path, Wanted], Arrival]
    options: frozenset[str] = frozenset()


def _matched(desk: Desk, file: Path, wanted: Wanted) -> Arrival:
    from bonecoach.exchange.sheets.matching import Matching

    return desk.diary.arriving.matched(file, Matching(wanted.table, wanted.columns, wanted.values, wanted.order))


def _track(kind: str) -> Reading:
    return Reading(
        lambda desk, file, wanted: desk.diary.arriving.track(file, kind, wanted.activity), frozenset({"--activity"})
    )


ARRIVING: dict[str, Reading] = {
    "csv": Reading(lambda desk, file, _: desk.diary.arriving.csv(file)),
    "fhir": Reading(lambda desk, file, wanted: desk.diary.arriving.fhir(file, sure=wanted.sure)),
    "apple": Reading(
        lambda desk, file, wanted: desk.diary.arriving.apple(file, wanted.activity), frozenset({"--activity"})
    ),
    "fit": _track("fit"),
    "tcx": _track("tcx"),
    "gpx": _track("gpx"),
    "cronometer-servings": Reading(lambda desk, file, _: desk.diary.arriving.cronometer(file, daily=False)),
    "cronometer-daily": Reading(lambda desk, file, _: desk.diary.arriving.cronometer(file, daily=True)),
    "table": Reading(_matched, frozenset({"--table", "--column", "--value", "--dates"})),
}
"""What reads a file that comes in, by the word of the command line."""
