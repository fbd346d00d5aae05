"""The command that takes in what comes from a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.exchange.kinds import kind_of
from bonecoach.terminal.arguments import choice_said
from bonecoach.terminal.formats import ARRIVING
from bonecoach.terminal.options import Command
from bonecoach.terminal.saying import DONE, NOT_DONE
from bonecoach.terminal.shapes import Shape
from bonecoach.terminal.table import paragraph

if TYPE_CHECKING:
    from bonecoach.diary.comparison import Arrival
    from bonecoach.terminal.desk import Desk

MOST_SAID = 20
"""Rejected lines that are told one by one to people; a program is told all of them."""


@click.command("import", cls=Command)
@click.argument("file")
@click.option("--as", "format_", metavar="FORMAT", help="What kind of file it is: csv or fhir.")
@click.option("--dry-run", is_flag=True, help="Only say what would be taken in.")
@click.option("--skip-rejected", is_flag=True, help="Take in the rest although some lines cannot be read.")
@click.option("--yes", is_flag=True, help="fhir: it is about you, though it does not say so.")
@click.pass_context
def import_(
    context: click.Context, file: str, format_: str | None, dry_run: bool, skip_rejected: bool, yes: bool
) -> None:
    """Take in what is new in FILE: all of it, or nothing."""
    desk: Desk = context.obj
    path = _file(file)
    name = kind_of(path) if format_ is None else choice_said(format_, ARRIVING, "unknown_arrival")
    arrival = ARRIVING[name](desk, path, yes)
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


def _arrival_shape(desk: Desk, arrival: Arrival) -> Shape:
    return {
        "new": arrival.new,
        "same": arrival.same,
        "bin": arrival.bin,
        "differs": arrival.differs,
        "rejected": [
            {"file": one.file, "line": one.line, "code": one.error.code, "reason": desk.words.error(one.error)}
            for one in arrival.rejected
        ],
        "ignored": list(arrival.ignored),
    }


def _arrival_lines(desk: Desk, arrival: Arrival, *, dry_run: bool, refused: bool) -> list[str]:
    words = desk.words
    said = [words.say("import.counts", new=arrival.new, same=arrival.same)]
    if arrival.bin:
        said.append(words.say("import.bin", count=arrival.bin))
    if arrival.differs:
        said.append(words.say("import.differs", count=arrival.differs))
    if arrival.ignored:
        said.append(words.say("import.ignored", what=list(arrival.ignored)))
    said += [
        words.say("import.rejected", file=one.file, line=one.line, reason=words.error(one.error))
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
