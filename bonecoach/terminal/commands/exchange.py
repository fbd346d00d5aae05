"""Commands that write what leaves the diary, and take in what comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bonecoach.core.errors import InvalidEntry
from bonecoach.terminal.arguments import choice_said
from bonecoach.terminal.formats import FORMATS, Format
from bonecoach.terminal.options import Command
from bonecoach.terminal.order import Order

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk

PAPERS = ("a4", "letter")


@click.command(cls=Command)
@click.argument("format_", metavar="FORMAT")
@click.option("--from", "first", metavar="D", help="The first day; otherwise everything, of a page 13 weeks.")
@click.option("--to", "last", metavar="D", help="The last day.")
@click.option("--out", required=True, metavar="PATH", help="The file to write, or the folder to put it in.")
@click.option("--sections", "sections", multiple=True, metavar="NAME,...", help="Only these parts.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--bom", is_flag=True, help="csv: begin files with a byte order mark, for old spreadsheets.")
@click.option("--last", "length", metavar="LENGTH", help="Of a page: up to today, 90days, 13weeks, 6months or visit.")
@click.option(
    "--with",
    "more",
    multiple=True,
    metavar="PART,...",
    help="Of a page: days, doses, notes or counting too; fhir: notes.",
)
@click.option("--name", metavar="TEXT", help="Of a page: whose name stands on it; otherwise nobody's.")
@click.option("--paper", metavar="SIZE", help="pdf: a4 or letter.")
@click.option("--neutral", is_flag=True, help="ics: say nothing of what it is about.")
@click.option("--password-file", "password", metavar="FILE", help="pdf: lock it with the first line of a file.")
@click.pass_obj
def export(
    desk: Desk,
    format_: str,
    first: str | None,
    last: str | None,
    out: str,
    sections: Sequence[str],
    force: bool,
    bom: bool,
    length: str | None,
    more: Sequence[str],
    name: str | None,
    paper: str | None,
    neutral: bool,
    password: str | None,
) -> None:
    """Write the diary to a file: FORMAT is pdf, html or text (the page for an appointment), csv, fhir or ics."""
    format_name = choice_said(format_, FORMATS, "unknown_format")
    chosen = FORMATS[format_name]
    of_a_page = {"--last": length, "--with": more, "--name": name, "--paper": paper, "--password-file": password}
    _check(chosen, {"--bom": bom, "--neutral": neutral, **of_a_page})
    begin, end = desk.span(first, last)
    order = Order(
        first=begin,
        last=end,
        sections=_named(sections, chosen.sections()),
        out=_path(desk, out, chosen.ending),
        over=force,
        bom=bom,
        length=length,
        more=_further(more),
        name=" ".join((name or "").split()),
        neutral=neutral,
        paper=None if paper is None else choice_said(paper, PAPERS, "unknown_paper"),
        password=None if password is None else Path(password),
    )
    told = chosen.write(desk, order)
    shape = {
        "format": format_name,
        "file": str(order.out),
        "from": None if begin is None else begin.isoformat(),
        "to": None if end is None else end.isoformat(),
        **told,
    }
    desk.answer(shape, [desk.words.say("page.exported", file=str(order.out))])


def _check(chosen: Format, given: Mapping[str, object]) -> None:
    """Refuses an option that the format does not take. Raises InvalidEntry("option_elsewhere")."""
    for option, value in given.items():
        if value and option not in chosen.options:
            formats = tuple(name for name, format_ in FORMATS.items() if option in format_.options)
            raise InvalidEntry("option_elsewhere", option=option, formats=formats)


def _named(said: Sequence[str], known: Sequence[str]) -> tuple[str, ...] | None:
    """The parts that are named, None for all. Raises InvalidEntry("unknown_section")."""
    named = [part for text in said for part in text.split(",") if part.strip()]
    return tuple(choice_said(part, known, "unknown_section") for part in named) if said else None


def _further(said: Sequence[str]) -> tuple[str, ...]:
    from bonecoach.exchange.summary.page import MORE

    return _named(said, MORE) or ()


def _path(desk: Desk, out: str, ending: str) -> Path:
    """The file that is meant; in a folder it is called after the day, and says nothing of health."""
    if not out or "\0" in out:
        raise InvalidEntry("unreadable_text")
    path = Path(out)
    return path / f"bonecoach-{desk.today.isoformat()}.{ending}" if path.is_dir() else path
