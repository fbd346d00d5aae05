"""The tables of what is true of her: facts, targets, products, and the weeks and days she marked."""

from __future__ import annotations

from datetime import date
from typing import Any

from bonecoach.core.days import EARLIEST
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.core.profile import Fact, FactValue, fact_value
from bonecoach.core.supplements import Product
from bonecoach.core.targets import OwnTarget
from bonecoach.exchange.cells import (
    Cells,
    amount_writer,
    day_cell,
    figure_cell,
    flag_cell,
    json_cell,
    text_cell,
)
from bonecoach.exchange.tables.table import Column, Table

MOST_UNITS = 100
"""Of a product taken at once."""


def fact_cell(value: FactValue | None) -> str:
    """The value of a fact as `profile set` would read it; nothing where it was taken back."""
    if value is None or isinstance(value, bool):
        return flag_cell(value)
    if isinstance(value, date):
        return day_cell(value)
    return figure_cell(value) if isinstance(value, float) else text_cell(value)


def _fact(cells: Cells) -> Fact:
    key = cells.needed("key").strip()
    return Fact(key, fact_value(key, cells.text("value"), today=date.max), cells.day_or_none("since") or EARLIEST)


FACTS = Table[Fact](
    "facts",
    "what is true of the person, and from when",
    (
        Column("key", "string", "such as `weight_kg`; docs/commands.md lists them", lambda f: f.key),
        Column("value", "string", "as `profile set` takes it; empty: taken back", lambda f: fact_cell(f.value)),
        Column("since", "date", "the day it holds from; 1900-01-01: all days", lambda f: day_cell(f.since)),
    ),
    frozenset({"key", "value"}),
    _fact,
)


def _target(cells: Cells) -> OwnTarget:
    nutrient = cells.choice("nutrient", Nutrient)
    return OwnTarget(nutrient, cells.figure("low"), cells.figure("high"), cells.day("since"), cells.text("note"))


TARGETS = Table[OwnTarget](
    "targets",
    "targets she or her team set",
    (
        Column("nutrient", "string", "its key, `calcium_mg`", lambda t: t.nutrient.value),
        Column("low", "number", "what to reach, in the unit of the key", lambda t: figure_cell(t.low)),
        Column("high", "number", "the upper end; both empty: the public target again", lambda t: figure_cell(t.high)),
        Column("since", "date", "the day it holds from", lambda t: day_cell(t.since)),
        Column("note", "string", "such as “my team”", lambda t: text_cell(t.note)),
    ),
    frozenset({"nutrient", "since"}),
    _target,
)


def _product(cells: Cells) -> Product:
    names = (cells.needed("name"), *cells.texts("other_names"))
    held = {nutrient: cells.amount(nutrient) for nutrient in Nutrient}
    usual = cells.figure("usual_units")
    if usual is not None and not 0 < usual <= MOST_UNITS:
        raise InvalidEntry("product_holds_nothing", name=names[0])
    return Product(
        id=cells.text("id"),
        names=names,
        unit=cells.needed("unit"),
        per_unit=Amounts({nutrient: ng for nutrient, ng in held.items() if ng is not None}),
        usual_units=1.0 if usual is None else usual,
        own=True,
        source="label",
    )


def _per_unit(nutrient: Nutrient) -> Column[Product]:
    about = f"what one unit holds, in {nutrient.unit}"
    write = amount_writer(nutrient)
    return Column(nutrient.value, "number", about, lambda product: write(product.per_unit.get(nutrient)))


def _other_names(product: Product) -> str:
    return json_cell(list(product.names[1:])) if len(product.names) > 1 else ""


PRODUCTS = Table[Product](
    "products",
    "my supplements",
    (
        Column("id", "string", "the name of the product in the diary", lambda p: text_cell(p.id)),
        Column("name", "string", "what it is called", lambda p: text_cell(p.name)),
        Column("other_names", "array", "JSON: what it is called besides", _other_names),
        Column("unit", "string", "what one is called, `tablet`", lambda p: text_cell(p.unit)),
        Column("usual_units", "number", "how many she takes at once", lambda p: figure_cell(p.usual_units)),
        *(_per_unit(nutrient) for nutrient in Nutrient),
    ),
    frozenset({"name", "unit"}),
    _product,
)

REST_WEEKS = Table[date](
    "rest_weeks",
    "rest weeks",
    (Column("first_day", "date", "the first day of the week", day_cell),),
    frozenset({"first_day"}),
    lambda cells: cells.day("first_day"),
)

NONE_TAKEN = Table[date](
    "none_taken",
    "days on which, she says, nothing was taken",
    (Column("date", "date", "the day", day_cell),),
    frozenset({"date"}),
    lambda cells: cells.day("date"),
)

PERSON_TABLES: tuple[Table[Any], ...] = (FACTS, TARGETS, PRODUCTS, REST_WEEKS, NONE_TAKEN)
