"""Commands that look at a day, a week, or many weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bonecoach.terminal import pages
from bonecoach.terminal import state_shapes as shapes
from bonecoach.terminal.arguments import count_said
from bonecoach.terminal.options import Command, date_option, off_option
from bonecoach.terminal.saying import stepped

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk


@click.command(cls=Command)
@date_option
@click.pass_obj
def day(desk: Desk, day: str | None) -> None:
    """Show a day against its targets."""
    on = desk.day(day)
    state = desk.diary.day(on)
    advice = desk.diary.advice(on, state)
    desk.answer(shapes.day_shape(state, advice, desk.words), pages.day_page(state, advice, desk.words, desk.today))


@click.command(cls=Command)
@date_option
@click.pass_obj
def week(desk: Desk, day: str | None) -> None:
    """Show the week that holds a day."""
    on = desk.day(day)
    state = desk.diary.week(on)
    advice = desk.diary.week_advice() if desk.today in state.week else ()
    desk.answer(shapes.week_shape(state, advice, desk.words), pages.week_page(state, advice, desk.words, desk.today))


@click.command(cls=Command)
@click.option("--weeks", default="12", metavar="N", help="How many weeks.")
@date_option
@click.pass_obj
def trend(desk: Desk, weeks: str, day: str | None) -> None:
    """Show the movement of several weeks."""
    from bonecoach.diary.diary import MOST_WEEKS

    found = desk.diary.trend(count_said(weeks, MOST_WEEKS), until=desk.day(day))
    desk.answer(shapes.trend_shape(found), pages.trend_page(found, desk.words))


@click.command("rest-week", cls=Command)
@date_option
@off_option
@click.pass_obj
def rest_week(desk: Desk, day: str | None, off: bool) -> None:
    """Make the week of a day a rest week."""
    on = desk.day(day)
    step = desk.diary.rest_week(on, on=not off)
    first = desk.diary.week(on).week.first
    stepped(desk, step, more={"first_day": first.isoformat(), "rest_week": not off})
