"""The command that takes in what comes from a file."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.terminal.arguments import choice_said, pairs_said
from bonecoach.terminal.formats import ARRIVING, Wanted
from bonecoach.terminal.options import Command
from bonecoach.terminal.saying import DONE, NOT_DONE
from bonecoach.terminal.shapes import Shape
from bonecoach.terminal.table import paragraph
from bonecoach.words.arrivals import left_out

if TYPE_CHECKING:
    from bonecoach.diary.comparison import Arrival
    from bonecoach.terminal.desk import Desk

MOST_SAID = 20
"""Rejected lines that are told one by one to people; a program is told all of them."""


@click.command("import", cls=Command)
@click.argument("file")
@click.option("--as", "format_", metavar="KIND", help="What kind of file it is; otherwise known by how it begins.")
@click.option("--dry-run", is_flag=True, help="Only say what would be taken in.")
@click.option("--skip-rejected", is_flag=True, help="Take in the rest although some lines cannot be kept.")
@click.option("--yes", is_flag=True, help="fhir: it is about you, though it does not say so.")
@click.option(
    "--activity", default="", metavar="ID", help="apple, fit, tcx, gpx: what all of it was, such as walk_brisk."
)
@click.option("--table", default="", metavar="NAME", help="table: which table its lines are meant for.")
@click.option("--column", "columns", multiple=True, metavar="KEY=NAME", help="table: which column of it is which.")
@click.option("--value", "values", multiple=True, metavar="KEY=TEXT", help="table: what holds for every line.")
@click.option("--dates", metavar="ORDER", help="table: how days are written, ymd, dmy or mdy.")
@click.pass_context
def import_(
    context: click.Context,
    file: str,
    format_: str | None,
    dry_run: bool,
    skip_rejected: bool,
    yes: bool,
    activity: str,
    table: str,
    columns: Sequence[str],
    values: Sequence[str],
    dates: str | None,
) -> None:
    """Take in what is new in FILE: all of it, or nothing."""
    from bonecoach.exchange.kinds import kind_of
    from bonecoach.exchange.sheets.matching import ORDERS

    desk: Desk = context.obj
    path = _file(file)
    name = kind_of(path) if format_ is None else choice_said(format_, ARRIVING, "unknown_arrival")
    given = {
        "--activity": activity,
        "--table": table,
        "--column": columns,
        "--value": values,
        "--dates": dates,
    }
    _check(name, given)
    wanted = Wanted(
        sure=yes,
        activity=activity.strip().lower(),
        table=table.strip().lower(),
        columns=pairs_said(columns),
        values=pairs_said(values),
        order="ymd" if dates is None else choice_said(dates, ORDERS, "unknown_dates"),
    )
    arrival = ARRIVING[name].read(desk, path, wanted)
    refused = bool(arrival.rejected) and not skip_rejected and not dry_run
    if not refused and not dry_run:
        desk.diary.arriving.keep(arrival, partly=skip_rejected)
    shape: Shape = {"format": name, "imported": not refused and not dry_run, **_arrival_shape(desk, arrival)}
    lines = _arrival_lines(desk, arrival, dry_run=dry_run, refused=refused)
    if refused:
        error = DiaryError("lines_rejected", count=len(arrival.rejected))
        shape["error"] = {"code": error.code, "message": desk.words.error(error)}
        print(desk.words.error(error), file=sys.stderr)
    desk.answer(shape, lines)
    context.exit(NOT_DONE if refused else DONE)


def _check(name: str, given: Mapping[str, object]) -> None:
    """Refuses an option that the kind of file does not take. Raises InvalidEntry("option_elsewhere")."""
    for option, value in given.items():
        if value and option not in ARRIVING[name].options:
            kinds = tuple(kind for kind, reading in ARRIVING.items() if option in reading.options)
            raise InvalidEntry("option_elsewhere", option=option, formats=kinds)


def _arrival_shape(desk: Desk, arrival: Arrival) -> Shape:
    return {
        "new": arrival.new,
        "same": arrival.same,
        "bin": arrival.bin,
        "differs": arrival.differs,
        "rejected": [
            {
                "file": one.file,
                "line": one.line,
                "code": one.error.code,
                "reason": desk.words.error(one.error, keys=False),
            }
            for one in arrival.rejected
        ],
        "ignored": [one.what for one in arrival.ignored],
    }


def _arrival_lines(desk: Desk, arrival: Arrival, *, dry_run: bool, refused: bool) -> list[str]:
    words = desk.words
    said = [words.say("import.counts", new=arrival.new, same=arrival.same)]
    if arrival.bin:
        said.append(words.say("import.bin", count=arrival.bin))
    if arrival.differs:
        said.append(words.say("import.differs", count=arrival.differs))
    said += left_out(words, arrival.unknown, arrival.passed_over)
    said += [
        words.say("import.rejected", file=one.file, line=one.line, reason=words.error(one.error, keys=False))
        for one in arrival.rejected[:MOST_SAID]
    ]
    if len(arrival.rejected) > MOST_SAID:
        said.append(words.say("import.rejected_more", count=len(arrival.rejected) - MOST_SAID))
    if dry_run:
        said.append(words.say("import.trial"))
    elif arrival.new and not refused:
        said.append(words.say("import.kept"))
    return [line for sentence in said for line in paragraph(sentence)]


def _file(text: str) -> Path:
    if not text or "\0" in text:
        raise InvalidEntry("unreadable_text")
    return Path(text)
