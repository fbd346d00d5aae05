"""Commands about the diary file itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bonecoach.core.errors import InvalidEntry
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
    file = desk.diary.upkeep.backup(None if folder is None else Path(folder), by_hand=True)
    desk.answer({"file": str(file), "verified": True}, [desk.words.say("page.backed_up", file=str(file))])


@click.command(cls=Command)
@click.argument("file")
@click.pass_obj
def restore(desk: Desk, file: str) -> None:
    """Bring the backup in FILE back; the diary as it is now is backed up first."""
    from bonecoach.diary.restoring import restore_diary

    if not file or "\0" in file:
        raise InvalidEntry("unreadable_text")
    done = restore_diary(desk.data_dir, Path(file), desk.clock)
    shape = {
        "restored": file,
        "backup": None if done.backup is None else str(done.backup),
        "put_aside": None if done.aside is None else str(done.aside),
    }
    lines = [desk.words.say("page.restored", file=file)]
    if done.backup is not None:
        lines.append(desk.words.say("page.restored_backup", file=str(done.backup)))
    if done.aside is not None:
        lines.append(desk.words.say("page.restored_aside", file=str(done.aside)))
    desk.answer(shape, lines)


@click.command(cls=Command)
@click.pass_obj
def demo(desk: Desk) -> None:
    """Fill an empty folder with 26 weeks of made-up but lifelike use."""
    from bonecoach.diary.demo import fill

    made = fill(desk.diary)
    facts = {"folder": str(desk.data_dir), "entries": made.entries}
    shape = {**facts, "first_day": made.first.isoformat(), "last_day": made.last.isoformat()}
    desk.answer(shape, [desk.words.sentence("page.demo", **facts, first=made.first, last=made.last)])
