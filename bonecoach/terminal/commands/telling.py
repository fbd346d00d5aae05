"""Commands that tell the diary something: what was taken, eaten, done and felt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bonecoach.terminal.arguments import count_said, figure_said, nutrient_said, pairs_said
from bonecoach.terminal.options import Command, Group, at_option, date_option, off_option, text_words, yes_option
from bonecoach.terminal.pages import products_page
from bonecoach.terminal.saying import logged, stepped, understood
from bonecoach.terminal.shapes import product_shape

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk

MOST_PORTIONS = 1_000


@click.command(cls=Command)
@text_words
@at_option
@yes_option
@click.pass_obj
def log(desk: Desk, text: Sequence[str], at: str | None, yes: bool) -> None:
    """Log what TEXT says, such as "2 glasses milk, walk 30 brisk"."""
    typed, moment = desk.typed(text), desk.moment(at)
    step = desk.diary.log_text(typed, at=moment, zone=desk.zone, confirmed=yes)
    logged(desk, step, desk.diary.read(typed, at=moment, zone=desk.zone))


@click.command(cls=Command)
@text_words
@at_option
@yes_option
@click.pass_obj
def parse(desk: Desk, text: Sequence[str], at: str | None, yes: bool) -> None:
    """Say what TEXT is understood as, without logging it."""
    moment = desk.moment(at)
    reading = desk.diary.read(desk.typed(text), at=moment, zone=desk.zone)
    understood(desk, reading, moment or desk.now, confirmed=yes)


@click.command("log-food", cls=Command)
@click.argument("food")
@click.option("--grams", metavar="N", help="How many grams.")
@click.option("--portion", metavar="NAME", help='A portion that the food has, such as "1 cup".')
@click.option("--count", metavar="N", default="1", help="How many of them.")
@at_option
@click.pass_obj
def log_food(desk: Desk, food: str, grams: str | None, portion: str | None, count: str, at: str | None) -> None:
    """Log a row of the food table by its id."""
    weight = None if grams is None else figure_said(grams)
    step = desk.diary.log_food(food, grams=weight, portion=portion, count=figure_said(count), at=desk.moment(at))
    logged(desk, step)


@click.command("none-taken", cls=Command)
@date_option
@off_option
@click.pass_obj
def none_taken(desk: Desk, day: str | None, off: bool) -> None:
    """Say that nothing was taken or eaten on a day without entries."""
    on = desk.day(day, come=True)
    stepped(desk, desk.diary.none_taken(on, on=not off), more={"date": on.isoformat(), "none_taken": not off})


@click.group(cls=Group, invoke_without_command=True)
@click.pass_context
def products(context: click.Context) -> None:
    """My supplements: list them, add one from its label, remove one."""
    if context.invoked_subcommand is None:
        desk: Desk = context.obj
        own = desk.diary.person.products()
        desk.answer({"products": [product_shape(product) for product in own]}, products_page(own, desk.words))


@products.command("add")
@click.argument("name")
@click.argument("holds", nargs=-1, required=True, metavar="KEY=AMOUNT...")
@click.option("--unit", default="tablet", metavar="WORD", help="What it is counted in: tablet, capsule, scoop.")
@click.option("--usual", default="1", metavar="N", help="How many are usually taken at once.")
@click.pass_obj
def add_product(desk: Desk, name: str, holds: Sequence[str], unit: str, usual: str) -> None:
    """Add a supplement with what one unit of it holds, such as calcium_mg=500."""
    from bonecoach.core.nutrients import only
    from bonecoach.core.supplements import Product

    per_unit = only(**{nutrient_said(key).value: figure_said(value) for key, value in pairs_said(holds).items()})
    units = float(count_said(usual, MOST_PORTIONS))
    product = Product(id="", names=(desk.typed([name]),), unit=unit, per_unit=per_unit, usual_units=units, own=True)
    kept = desk.diary.person.save_product(product)
    desk.answer({"products": [product_shape(kept)]}, products_page([kept], desk.words))


@products.command("remove")
@click.argument("product")
@click.pass_obj
def remove_product(desk: Desk, product: str) -> None:
    """Remove one of your supplements by its id; what was logged stays."""
    stepped(desk, desk.diary.person.remove_product(product))
