"""Commands that write what leaves the diary, and take in what comes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bonecoach.core.errors import InvalidEntry
from bonecoach.terminal.arguments import choice_said
from bonecoach.terminal.formats import FORMATS, Order
from bonecoach.terminal.options import Command

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk


@click.command(cls=Command)
@click.argument("format_", metavar="FORMAT")
@click.option("--from", "first", metavar="D", help="The first day; otherwise everything.")
@click.option("--to", "last", metavar="D", help="The last day.")
@click.option("--out", required=True, metavar="PATH", help="The file to write, or the folder to put it in.")
@click.option("--sections", "sections", multiple=True, metavar="NAME,...", help="Only these parts.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--bom", is_flag=True, help="Begin CSV files with a byte order mark, for old spreadsheets.")
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
) -> None:
    """Write the diary to a file: FORMAT is csv."""
    name = choice_said(format_, FORMATS, "unknown_format")
    chosen = FORMATS[name]
    begin, end = desk.span(first, last)
    order = Order(begin, end, _sections(sections, chosen.sections()), _path(desk, out, chosen.ending), force, bom)
    told = chosen.write(desk, order)
    shape = {
        "format": name,
        "file": str(order.out),
        "from": None if begin is None else begin.isoformat(),
        "to": None if end is None else end.isoformat(),
        **told,
    }
    desk.answer(shape, [desk.words.say("page.exported", file=str(order.out))])


def _sections(said: Sequence[str], known: Sequence[str]) -> tuple[str, ...] | None:
    """The parts that are named, None for all. Raises InvalidEntry("unknown_section")."""
    named = [part for text in said for part in text.split(",") if part.strip()]
    return tuple(choice_said(part, known, "unknown_section") for part in named) if said else None


def _path(desk: Desk, out: str, ending: str) -> Path:
    """The file that is meant; in a folder it is called after the day, and says nothing of health."""
    if not out or "\0" in out:
        raise InvalidEntry("unreadable_text")
    path = Path(out)
    return path / f"bonecoach-{desk.today.isoformat()}.{ending}" if path.is_dir() else path
