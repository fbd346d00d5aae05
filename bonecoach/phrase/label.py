"""Figures from a label beside a food: "yogurt 300 mg calcium", "milk 240 mg calcium and 2 µg vitamin d"."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.core.units import NG_PER_IU_VITAMIN_D
from bonecoach.phrase.amounts import Amount, amounts_in
from bonecoach.phrase.context import Context
from bonecoach.phrase.said import Said
from bonecoach.phrase.units import Measure, written


@dataclass(frozen=True, slots=True)
class Figures:
    """Amounts read from a label, in her own words too, and where the last of them stands."""

    amounts: Amounts
    said: str
    nutrient: Nutrient
    amount: Amount


def take_figures(said: Said, ctx: Context) -> Figures | None:
    """Nutrients named with an amount beside them, used; None when none is."""
    known: dict[Nutrient, int] = {}
    texts: list[str] = []
    last: tuple[Nutrient, Amount] | None = None
    for found in ctx.tables.names.find(said, ctx.habits):
        if found.kind != "nutrient" or not set(found.tokens) <= set(said.free()):
            continue
        assert isinstance(found.thing, tuple)
        nutrient, name = found.thing
        amount = _beside(said, found.tokens)
        nanograms = None if amount is None else in_nanograms(nutrient, amount)
        if amount is None or nanograms is None or nutrient in known:
            continue
        known[nutrient] = nanograms
        unit = nutrient.unit.replace("ug", "µg") if amount.unit is None else amount.unit.name
        texts.append(f"{written(amount.value)} {unit} {name[:1].lower()}{name[1:]}")
        last = nutrient, amount
        said.take(amount.tokens, "amount")
        said.take(_link(said, found.tokens, amount), "filler")
        said.take(found.tokens, "name")
    return None if last is None else Figures(Amounts(known), ", ".join(texts), *last)


def in_nanograms(nutrient: Nutrient, amount: Amount) -> int | None:
    """The amount in nanograms, a bare number in the nutrient's own unit; None where the unit does not fit."""
    if amount.unit is None:
        return round(amount.value * nutrient.ng_per_unit)
    if amount.unit.measure is Measure.MASS:
        return round(amount.value * amount.unit.amount)
    if amount.unit.measure is Measure.IU and nutrient is Nutrient.VITAMIN_D:
        return round(amount.value * Fraction(NG_PER_IU_VITAMIN_D))
    return None


def _beside(said: Said, name: tuple[int, ...]) -> Amount | None:
    """The amount with a unit directly before the name ("300 mg of calcium"), or one directly behind it."""
    amounts = [amount for amount in amounts_in(said) if not amount.times and not amount.article]
    for amount in amounts:
        between = said.tokens[amount.last + 1 : name[0]]
        if amount.unit is not None and amount.last < name[0] and all(t.silent or t.key == "of" for t in between):
            return amount
    for amount in amounts:
        between = said.tokens[name[-1] + 1 : amount.first]
        if name[-1] < amount.first and all(t.silent for t in between):
            return amount
    return None


def _link(said: Said, name: tuple[int, ...], amount: Amount) -> list[int]:
    return [index for index in said.free() if amount.last < index < name[0]]
