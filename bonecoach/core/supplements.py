"""A supplement: what one unit of it holds."""

from __future__ import annotations

from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.core.values import Value


class Compound(Value):
    """A chemical form of one mineral or vitamin: "calcium carbonate", 40 % calcium.

    `elemental_percent` is the share of the compound that is the element; `tablet_weights_mg` are weights of the
    compound that usual tablets are labelled with (evidence 2), largest reading first.
    """

    id: str
    names: tuple[str, ...]
    nutrient: Nutrient
    elemental_percent: float
    tablet_weights_mg: tuple[float, ...]
    source: str
    status: str


class Product(Value):
    """Something swallowed by the unit: a generic form, or the person's own product from its label.

    `per_unit` is what one unit (tablet, capsule, scoop, drop) holds: what is named, zero of the rest.
    `usual_units` is how many she takes at once. `own` is true for a person's own product; then `id` is hers.
    """

    id: str
    names: tuple[str, ...]
    unit: str
    per_unit: Amounts
    usual_units: float = 1.0
    own: bool = False
    source: str = ""

    @property
    def name(self) -> str:
        """What an entry of it is called."""
        return self.names[0]
