"""Commands that look after what was logged: list, edit, delete, undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bonecoach.core.entries import KINDS
from bonecoach.terminal.arguments import count_said, kinds_said
from bonecoach.terminal.options import Command, at_option, text_words, yes_option
from bonecoach.terminal.saying import stepped

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk

MOST_LISTED = 10_000_000
MOST_FOODS = 1_000
ids_words = click.argument("ids", nargs=-1, required=True, metavar="ID...")


@click.command(cls=Command)
@click.option("--from", "first", metavar="D", help="The first day.")
@click.option("--to", "last", metavar="D", help="The last day.")
@click.option("--kind", "kinds", metavar="K", multiple=True, help=f"One of {', '.join(KINDS)}.")
@click.option("--text", default="", metavar="WORDS", help="Words in the name or note.")
@click.option("--deleted", is_flag=True, help="Show the bin.")
@click.option("--limit", metavar="N", help="The newest N only.")
@click.pass_obj
def entries(
    desk: Desk, first: str | None, last: str | None, kinds: Sequence[str], text: str, deleted: bool, limit: str | None
) -> None:
    """List what was logged."""
    from bonecoach.terminal.pages import list_page
    from bonecoach.terminal.shapes import entries_shape

    begin, end = desk.span(first, last)
    most = None if limit is None else count_said(limit, MOST_LISTED)
    found = desk.diary.entries(begin, end, kinds_said(kinds), text=text, deleted=deleted, limit=most)
    desk.answer({"entries": entries_shape(found, desk.words)}, list_page(found, desk.words, desk.today))


@click.command(cls=Command)
@click.argument("entry")
@text_words
@at_option
@yes_option
@click.pass_obj
def edit(desk: Desk, entry: str, text: Sequence[str], at: str | None, yes: bool) -> None:
    """Put TEXT in the place of an entry; it keeps its moment unless another is said."""
    typed, moment = desk.typed(text), desk.moment(at)
    stepped(desk, desk.diary.edit(entry, typed, at=moment, confirmed=yes))


@click.command(cls=Command)
@ids_words
@click.pass_obj
def delete(desk: Desk, ids: Sequence[str]) -> None:
    """Put entries in the bin."""
    stepped(desk, desk.diary.delete(ids))


@click.command(cls=Command)
@ids_words
@click.pass_obj
def undelete(desk: Desk, ids: Sequence[str]) -> None:
    """Bring entries back from the bin."""
    stepped(desk, desk.diary.restore(ids))


@click.command(cls=Command)
@click.pass_obj
def undo(desk: Desk) -> None:
    """Take the last step back."""
    stepped(desk, desk.diary.undo(), way="undone")


@click.command(cls=Command)
@click.pass_obj
def redo(desk: Desk) -> None:
    """Do again what was undone."""
    stepped(desk, desk.diary.redo(), way="redone")


@click.command(cls=Command)
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", default="10", metavar="N", help="How many at most.")
@click.pass_obj
def foods(desk: Desk, query: Sequence[str], limit: str) -> None:
    """Search the food table."""
    from bonecoach.terminal.pages import foods_page
    from bonecoach.terminal.shapes import food_shape

    found = desk.diary.foods(desk.typed(query), count_said(limit, MOST_FOODS))
    desk.answer({"foods": [food_shape(food) for food in found]}, foods_page(found, desk.words))
