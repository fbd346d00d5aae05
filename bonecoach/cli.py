"""The diary from a terminal: the list of its commands. docs/commands.md is the contract; Qt is never imported."""

from __future__ import annotations

from collections.abc import Sequence

import click

from bonecoach.clock import Clock, SystemClock
from bonecoach.terminal.commands import (
    bones,
    exchange,
    files,
    importing,
    keeping,
    looking,
    medicines,
    person,
    reminders,
    telling,
    visits,
    wishes,
)
from bonecoach.terminal.options import Group
from bonecoach.terminal.run import run


@click.group("bonecoach", cls=Group, no_args_is_help=False)
def bonecoach() -> None:
    """Keep your bone diary from a terminal. Without a command, the window opens."""


for command in (
    telling.log,
    telling.parse,
    telling.log_food,
    telling.none_taken,
    telling.products,
    keeping.entries,
    keeping.edit,
    keeping.delete,
    keeping.undelete,
    keeping.undo,
    keeping.redo,
    keeping.foods,
    looking.day,
    looking.week,
    looking.trend,
    looking.rest_week,
    person.profile,
    person.target,
    medicines.medicine,
    reminders.reminder,
    wishes.holiday,
    medicines.adherence,
    bones.dxa,
    bones.test,
    bones.bone,
    visits.appointment,
    visits.question,
    files.check,
    files.backup,
    files.restore,
    files.demo,
    exchange.export,
    importing.import_,
):
    bonecoach.add_command(command)


def main(words: Sequence[str], clock: Clock | None = None) -> int:
    """Does what the words of a command line say; answers the exit code (0 done, 1 not done, 2 not understood)."""
    return run(bonecoach, words, clock or SystemClock())
