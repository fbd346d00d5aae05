"""Compounds, generic products and names of nutrients, as people type them."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from pathlib import Path

from bonecoach.core.nutrients import Nutrient, only
from bonecoach.core.supplements import Compound, Product
from bonecoach.paths import resources
from bonecoach.reference.names import NameIndex
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Line, Once, lines

COMPOUND_COLUMNS = "id names nutrient compound_mg element_mg tablet_weights_mg source status"
PRODUCT_COLUMNS = f"id names unit usual_units {' '.join(Nutrient)} source status"
NAME_COLUMNS = "nutrient shown names"

UNITS = ("tablet", "capsule", "softgel", "chew", "gummy", "drop", "sachet", "scoop", "bottle")
"""What products are counted in."""

HIGHEST_IN_A_UNIT = {
    Nutrient.CALCIUM: 1_500,
    Nutrient.VITAMIN_D: 2_500,  # 100,000 IU, the largest ampoule on sale
    Nutrient.VITAMIN_K2: 45_000,
    Nutrient.MAGNESIUM: 600,
    Nutrient.PROTEIN: 60,
    Nutrient.ZINC: 60,
    Nutrient.VITAMIN_K1: 5_000,
    Nutrient.FIBRE: 20,
    Nutrient.SODIUM: 1_000,
}
"""What no unit on sale holds: a figure above is in a wrong unit."""

_HEAVIEST_MG = 100_000
_MOST_GUESSES = 4


class SupplementTable:
    """Supplements by name, read when first asked. Raises FaultyTable then for a table that cannot be."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def compound(self, words: str) -> Compound | None:
        """The chemical form that is called so ("calcium citrate"), or a protein powder by weight ("whey")."""
        return self._compounds.named(words)

    def nutrient(self, words: str) -> tuple[Nutrient, str] | None:
        """The bare vitamin or mineral that is called so, with the name to show ("d3": vitamin D, "Vitamin D3")."""
        return self._nutrients.named(words)

    def product(self, words: str) -> Product | None:
        """The generic product that is called so ("calcium + d 500/400"), swallowed by the unit."""
        return self._products.named(words)

    def products(self) -> tuple[Product, ...]:
        """Every generic product, as the table stands."""
        return read_products(self._root, "products.csv")

    def strengths(self) -> tuple[Product, ...]:
        """Usual strengths of one compound or vitamin, to choose from: "Calcium citrate 315 mg", "Vitamin D3 1000 IU".

        They have no names of their own in the entry line, which reads the compound and the amount.
        """
        return read_products(self._root, "strengths.csv")

    def search(self, text: str, limit: int = 8) -> list[Product]:
        """Products and usual strengths for what was typed so far, best first."""
        return self._choices.search(text, limit)

    def near(self, text: str) -> list[str]:
        """Names that were likely meant by a misspelled or unfinished one, of compounds, nutrients and products."""
        found = (*self._compounds.near(text), *self._nutrients.near(text), *self._products.near(text))
        return list(dict.fromkeys(found))[:_MOST_GUESSES]

    @property
    def _root(self) -> Path:
        return self._folder or resources()

    @cached_property
    def _compounds(self) -> NameIndex[Compound]:
        return NameIndex((each, each.names) for each in read_compounds(self._root))

    @cached_property
    def _nutrients(self) -> NameIndex[tuple[Nutrient, str]]:
        return NameIndex(read_nutrient_names(self._root))

    @cached_property
    def _products(self) -> NameIndex[Product]:
        return NameIndex((each, each.names) for each in self.products())

    @cached_property
    def _choices(self) -> NameIndex[Product]:
        return NameIndex((each, each.names) for each in (*self.strengths(), *self.products()))


def read_compounds(folder: Path) -> tuple[Compound, ...]:
    """The compounds of a resources folder. Raises FaultyTable for a line that cannot be."""
    known = known_sources(folder)
    found: list[Compound] = []
    ids, names = Once(), Once()
    for line in lines(folder / "supplements" / "compounds.csv", COMPOUND_COLUMNS):
        whole, element = line.needed("compound_mg", 1, _HEAVIEST_MG), line.needed("element_mg", 1, _HEAVIEST_MG)
        if element > whole:
            raise line.faulty("impossible_range", f"{whole:g} mg cannot hold {element:g} mg")
        compound = Compound(
            id=line.id(),
            names=line.names(),
            nutrient=Nutrient(line.one_of("nutrient", tuple(Nutrient))),
            elemental_percent=100 * element / whole,
            tablet_weights_mg=_weights(line),
            source=line.sources(known),
            status=line.status(),
        )
        ids.claim(line, compound.id, compound.id)
        names.claim_names(line, compound.names)
        found.append(compound)
    return tuple(found)


def _weights(line: Line) -> tuple[float, ...]:
    items = line.listed("tablet_weights_mg")
    if not all(item.isascii() and item.isdecimal() and 0 < int(item) <= _HEAVIEST_MG for item in items):
        raise line.faulty("not_a_number", f"tablet_weights_mg is {line['tablet_weights_mg']!r}, not whole milligrams")
    weights = tuple(float(item) for item in items)
    if list(weights) != sorted(set(weights), reverse=True):
        raise line.faulty("impossible_range", "tablet_weights_mg are not written largest first, each once")
    return weights


def read_products(folder: Path, table: str) -> tuple[Product, ...]:
    """The products of one table of a resources folder. Raises FaultyTable for a line that cannot be."""
    known = known_sources(folder)
    found: list[Product] = []
    ids, names = Once(), Once()
    for line in lines(folder / "supplements" / table, PRODUCT_COLUMNS):
        product = _product(line, known)
        ids.claim(line, product.id, product.id)
        names.claim_names(line, product.names)
        found.append(product)
    return tuple(found)


def _product(line: Line, known: frozenset[str]) -> Product:
    line.status()
    held: dict[str, Fraction] = {}
    for nutrient in Nutrient:
        if line.number_in(nutrient.value, 0, HIGHEST_IN_A_UNIT[nutrient]) is not None:
            held[nutrient.value] = Fraction(line[nutrient.value])
    if not any(held.values()):
        raise line.faulty("holds_nothing", "no amount is given")
    return Product(
        id=line.id(),
        names=line.names(),
        unit=line.one_of("unit", UNITS),
        per_unit=only(**held),
        usual_units=line.needed("usual_units", 0.5, 20),
        source=line.sources(known),
    )


def read_nutrient_names(folder: Path) -> tuple[tuple[tuple[Nutrient, str], tuple[str, ...]], ...]:
    """Each nutrient with the name to show, and everything it is called. Raises FaultyTable."""
    found = []
    once = Once()
    for line in lines(folder / "supplements" / "nutrient_names.csv", NAME_COLUMNS):
        names = (line.text("shown"), *line.names())
        once.claim_names(line, names)
        found.append(((Nutrient(line.one_of("nutrient", tuple(Nutrient))), names[0]), names))
    return tuple(found)
