"""Commands that know the global options, wherever they stand, and refuse in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from bonecoach import __version__
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.texts import is_writable

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk

WITH_VALUE = ("--data-dir", "--zone")


def _keep(context: click.Context, option: click.Parameter, value: Any) -> None:
    if value not in (None, False) and option.name is not None:
        desk: Desk = context.find_root().obj
        desk.choose(option.name, value)


def _version(context: click.Context, _option: click.Parameter, value: bool) -> None:
    if value:
        desk: Desk = context.find_root().obj
        desk.answer({"version": __version__}, [f"BoneCoach {__version__}"])
        context.exit()


def global_options() -> list[click.Parameter]:
    """The options every command takes."""
    keep: dict[str, Any] = {"expose_value": False, "callback": _keep, "is_eager": True}
    return [
        click.Option(["--data-dir"], metavar="DIR", help="Where the diary lives (or BONECOACH_DATA_DIR).", **keep),
        click.Option(["--json", "as_json"], is_flag=True, help="Print one JSON document.", **keep),
        click.Option(["--zone"], metavar="NAME", help="The zone to answer in, such as Europe/Helsinki.", **keep),
        click.Option(["--version"], is_flag=True, expose_value=False, callback=_version, help="Print the version."),
    ]


text_words = click.argument("text", nargs=-1, required=True)
at_option = click.option("--at", metavar="WHEN", help="When it happened: 08:00, 2026-11-23T08:00 or 2026-11-23.")
yes_option = click.option("--yes", is_flag=True, help="Take an unusual amount as it is typed.")
date_option = click.option("--date", "day", metavar="D", help="The day: 2026-11-23, today or yesterday.")
from_option = click.option("--from", "since", metavar="D", help="The day it holds from; otherwise today.")
off_option = click.option("--off", is_flag=True, help="Take it back.")
at_times = click.option("--at", "times", multiple=True, metavar="08:00", help="A time of day; may stand several times.")
start_option = click.option("--start", metavar="D", help="The first day; otherwise today.")
"""Options that several commands share."""


_PATHS = frozenset({"file", "folder", "out", "password"})
"""What names a file may hold any bytes: not every file on a disk has a name that can be written."""


def _refuse_unreadable(context: click.Context) -> None:
    """Raises InvalidEntry("unreadable_text") for what no diary can hold, whichever option it stands behind."""
    for name, value in context.params.items():
        said = value if isinstance(value, tuple) else (value,)
        if name not in _PATHS and not all(is_writable(each) for each in said if isinstance(each, str)):
            raise InvalidEntry("unreadable_text")


class Command(click.Command):
    """A command with the global options."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(global_options())

    def invoke(self, ctx: click.Context) -> Any:
        _refuse_unreadable(ctx)
        return super().invoke(ctx)


class Group(click.Group):
    """A group of commands with the global options; without a command, it does what its function does."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(global_options())


Group.group_class = Group


def refusal(error: click.ClickException) -> InvalidEntry:
    """What click complains about, as a code with its facts."""
    context = getattr(error, "ctx", None)
    where = "bonecoach" if context is None else context.command_path
    if isinstance(error, click.NoSuchOption):
        near = tuple(error.possibilities or ())
        return InvalidEntry(
            "unknown_option_near" if near else "unknown_option", option=error.option_name, near=near, where=where
        )
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param is not None else ""
        return InvalidEntry("missing_words", name=name.upper(), where=where)
    if isinstance(error, click.BadOptionUsage):
        return InvalidEntry("option_misused", option=error.option_name, where=where)
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param is not None else ""
        return InvalidEntry("option_misused", option=name, where=where)
    said = error.format_message()
    if said.startswith("No such command"):
        return InvalidEntry("unknown_command", text=said.partition("'")[2].partition("'")[0], where=where)
    code = "no_command" if said.startswith("Missing command") else "too_many_words"
    return InvalidEntry(code, where=where)


def after_the_command(words: Sequence[str], groups: frozenset[str]) -> list[str]:
    """The words with a leading `--` moved behind the command, so that what follows is text and no option."""
    moved = list(words)
    at = 0
    while at < len(moved) and moved[at] != "--":
        if moved[at] in WITH_VALUE:
            at += 1
        elif not moved[at].startswith("-"):
            return moved
        at += 1
    if at >= len(moved):
        return moved
    del moved[at]
    behind = at + (2 if moved[at : at + 1] and moved[at] in groups else 1)
    return [*moved[:behind], "--", *moved[behind:]]
