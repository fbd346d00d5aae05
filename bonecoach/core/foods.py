"""A food: what 100 g of it hold, and the household portions it is eaten in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Amounts
from bonecoach.core.values import Value

if TYPE_CHECKING:
    from fractions import Fraction


class Portion(Value):
    """A household portion: `name` ("glass", "slice", "1 cup, chopped") and its grams."""

    name: str
    grams: float

    def __post_init__(self) -> None:
        if not 0 < self.grams < 10_000:
            raise InvalidEntry("impossible_portion", name=self.name, grams=self.grams)


class Food(Value):
    """A row of the food table, or a staple that points to one.

    `id` is the table's row id. `per_100g` leaves out what is unknown. `portions` stand with the usual one first.
    `k2_estimate` is true when the K2 value is from the literature, not from the table. `note` is a code such as
    `oxalate` (little of its calcium is absorbed), or None. `staple` is true for the hand-made everyday list.
    """

    id: str
    name: str
    per_100g: Amounts
    portions: tuple[Portion, ...]
    k2_estimate: bool = False
    note: str | None = None
    staple: bool = False

    def amounts_in(self, grams: float | Fraction) -> Amounts:
        """What `grams` of this food hold; unknown stays unknown."""
        from fractions import Fraction

        return self.per_100g.times(Fraction(grams) / 100)
