"""Commands about what is true of the person, and what she is to reach."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from bonecoach.terminal import pages, shapes, state_shapes
from bonecoach.terminal.arguments import figure_said, nutrient_said, pairs_said
from bonecoach.terminal.options import Group, date_option, from_option
from bonecoach.terminal.saying import stepped

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.core.nutrients import Nutrient
    from bonecoach.terminal.desk import Desk


@click.group(cls=Group, invoke_without_command=True)
@date_option
@click.pass_context
def profile(context: click.Context, day: str | None) -> None:
    """Show what is true of you, or set it."""
    if context.invoked_subcommand is None:
        desk: Desk = context.obj
        on = desk.day(day)
        known = desk.diary.person.profile(on)
        desk.answer(shapes.person_shape(on, known, desk.diary.person.facts()), pages.profile_page(known, desk.words))


@profile.command("set")
@click.argument("facts", nargs=-1, required=True, metavar="KEY=VALUE...")
@from_option
@click.pass_obj
def set_profile(desk: Desk, facts: Sequence[str], since: str | None) -> None:
    """Say what is true of you, such as weight_kg=63."""
    begin = desk.day(since, come=True)
    step = desk.diary.person.set_facts(pairs_said(facts), since=begin)
    stepped(desk, step, more={"profile": shapes.profile_shape(desk.diary.person.profile(desk.today))})


@click.group(cls=Group, invoke_without_command=True)
@date_option
@click.pass_context
def target(context: click.Context, day: str | None) -> None:
    """Show your targets and limits, or set what your team gave you."""
    if context.invoked_subcommand is None:
        desk: Desk = context.obj
        state = desk.diary.day(desk.day(day))
        desk.answer(
            state_shapes.targets_shape(state, desk.diary.person.own_targets()), pages.targets_page(state, desk.words)
        )


@target.command("set")
@click.argument("nutrient")
@click.argument("low")
@click.argument("high", required=False)
@click.option("--note", default="", metavar="TEXT", help='Whose target it is, such as "my team".')
@from_option
@click.pass_obj
def set_target(desk: Desk, nutrient: str, low: str, high: str | None, note: str, since: str | None) -> None:
    """Set a target of your own, in the unit of the nutrient's key."""
    which, begin = nutrient_said(nutrient), desk.day(since)
    least = figure_said(low)
    most = least if high is None else figure_said(high)
    _answer_target(desk, desk.diary.person.set_target(which, least, most, since=begin, note=note), which, begin)


@target.command("clear")
@click.argument("nutrient")
@from_option
@click.pass_obj
def clear_target(desk: Desk, nutrient: str, since: str | None) -> None:
    """Go back to the public target."""
    which, begin = nutrient_said(nutrient), desk.day(since)
    _answer_target(desk, desk.diary.person.clear_target(which, since=begin), which, begin)


def _answer_target(desk: Desk, step: Step, nutrient: Nutrient, since: date) -> None:
    in_force = desk.diary.person.target(nutrient, since)
    stepped(desk, step, more={"nutrient": nutrient.value, "target": state_shapes.target_shape(in_force)})
