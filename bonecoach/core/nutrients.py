"""Nutrients and their amounts, kept as whole nanograms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.units import NG_PER
from bonecoach.core.values import Value

if TYPE_CHECKING:
    from fractions import Fraction


class Nutrient(StrEnum):
    """What is counted. The value is the key used in every export; its ending is the unit."""

    CALCIUM = "calcium_mg"
    VITAMIN_D = "vitamin_d_ug"
    VITAMIN_K2 = "vitamin_k2_ug"
    MAGNESIUM = "magnesium_mg"
    PROTEIN = "protein_g"
    ZINC = "zinc_mg"
    VITAMIN_K1 = "vitamin_k1_ug"
    FIBRE = "fibre_g"
    SODIUM = "sodium_mg"

    @property
    def unit(self) -> str:
        """The unit of the key: `mg`, `ug` or `g`."""
        return self.value.rpartition("_")[2]

    @property
    def ng_per_unit(self) -> int:
        """Nanograms in one of the key's unit."""
        return NG_PER[self.unit]


MAIN_NUTRIENTS = (
    Nutrient.CALCIUM,
    Nutrient.VITAMIN_D,
    Nutrient.VITAMIN_K2,
    Nutrient.PROTEIN,
    Nutrient.MAGNESIUM,
    Nutrient.ZINC,
)
"""The nutrients shown on Today and Week, in the order they are shown."""


class Amounts(Value):
    """Nanograms by nutrient. A nutrient that is missing is unknown, never zero.

    Raises InvalidEntry("negative_amount") for an amount below zero.
    """

    ng: Mapping[Nutrient, int]

    def __post_init__(self) -> None:
        if self.ng and min(self.ng.values()) < 0:
            raise InvalidEntry("negative_amount", nutrient=min(self.ng, key=lambda nutrient: self.ng[nutrient]))

    def __hash__(self) -> int:
        return hash(frozenset(self.ng.items()))

    def get(self, nutrient: Nutrient) -> int | None:
        """Nanograms of the nutrient, or None when unknown."""
        return self.ng.get(nutrient)

    def in_unit(self, nutrient: Nutrient) -> float | None:
        """The amount in the nutrient's own unit, or None when unknown."""
        amount = self.ng.get(nutrient)
        return None if amount is None else amount / nutrient.ng_per_unit

    def times(self, factor: Fraction | int) -> Amounts:
        """These amounts multiplied, rounded to whole nanograms."""
        return Amounts({nutrient: round(amount * factor) for nutrient, amount in self.ng.items()})

    def __iter__(self) -> Iterator[tuple[Nutrient, int]]:
        """Known nutrients with their nanograms, in the order of `Nutrient`."""
        return ((nutrient, self.ng[nutrient]) for nutrient in Nutrient if nutrient in self.ng)


UNKNOWN = Amounts({})
"""Nothing known."""


def amounts(**per_unit: float | Fraction | None) -> Amounts:
    """Amounts from keyword keys in their own units: `amounts(calcium_mg=500, vitamin_d_ug=25)`.

    None means unknown. Raises ValueError for a key that is no nutrient.
    """
    from fractions import Fraction  # late: it brings decimal arithmetic, and a day is added up without

    known: dict[Nutrient, int] = {}
    for key, amount in per_unit.items():
        nutrient = Nutrient(key)
        if amount is not None:
            known[nutrient] = round(Fraction(amount) * nutrient.ng_per_unit)
    return Amounts(known)


def only(**per_unit: float | Fraction) -> Amounts:
    """Amounts of a supplement: what is named, and zero (not unknown) of everything else."""
    named = amounts(**per_unit)
    return Amounts({nutrient: named.ng.get(nutrient, 0) for nutrient in Nutrient})
