"""A row of the food table as an intake."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from bonecoach.core.days import Moment
from bonecoach.core.entries import Intake, Source
from bonecoach.core.errors import DiaryError
from bonecoach.core.nutrients import UNKNOWN

if TYPE_CHECKING:
    from bonecoach.reference.foods import FoodTable


def eaten(
    foods: FoodTable, food_id: str, grams: float | None, portion: str | None, count: float, moment: Moment
) -> Intake:
    """The intake of so many grams or portions of a food; its usual portion where neither is said.

    Raises DiaryError("no_such_food", "no_such_portion") and InvalidEntry("impossible_grams").
    """
    food = foods.get(food_id)
    if food is None:
        raise DiaryError("no_such_food", id=food_id)
    quantity = f"{grams:g} g" if grams is not None else ""
    if grams is None:
        found = foods.portion(food, portion) if portion else next(iter(food.portions), None)
        if found is None:
            raise DiaryError("no_such_portion", food=food.name, portion=portion or "")
        grams = found.grams * count
        quantity = f"{count:g} × {found.name} ({grams:g} g)"
    elif count != 1:
        grams *= count
        quantity = f"{grams:g} g"
    return Intake(
        moment=moment,
        name=food.name,
        source=Source.FOOD,
        amounts=food.amounts_in(grams) if isfinite(grams) and grams > 0 else UNKNOWN,  # Intake refuses the weight
        quantity=quantity,
        grams=grams,
        thing=food.id,
        k2_estimate=food.k2_estimate,
    )
