"""Commands about the diary file itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bonecoach.terminal.options import Command
from bonecoach.terminal.saying import DONE, NOT_DONE

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk


@click.command(cls=Command)
@click.pass_context
def check(context: click.Context) -> None:
    """Check that the diary is whole."""
    desk: Desk = context.obj
    problems = desk.diary.upkeep.check()
    said = [desk.words.say("page.sound")] if not problems else [desk.words.say("page.unsound"), *problems]
    desk.answer({"ok": not problems, "problems": list(problems)}, said)
    context.exit(NOT_DONE if problems else DONE)


@click.command(cls=Command)
@click.argument("folder", required=False)
@click.pass_obj
def backup(desk: Desk, folder: str | None) -> None:
    """Write a verified copy of the diary."""
    file = desk.diary.upkeep.backup(None if folder is None else Path(folder))
    desk.answer({"file": str(file), "verified": True}, [desk.words.say("page.backed_up", file=str(file))])


@click.command(cls=Command)
@click.pass_obj
def demo(desk: Desk) -> None:
    """Fill an empty folder with 26 weeks of made-up but lifelike use."""
    from bonecoach.diary.demo import fill

    made = fill(desk.diary)
    facts = {"folder": str(desk.data_dir), "entries": made.entries}
    shape = {**facts, "first_day": made.first.isoformat(), "last_day": made.last.isoformat()}
    desk.answer(shape, [desk.words.sentence("page.demo", **facts, first=made.first, last=made.last)])
