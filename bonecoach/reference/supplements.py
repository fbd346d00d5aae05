"""Compounds, generic products and names of nutrients, as people type them."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from pathlib import Path

from bonecoach.core.nutrients import Nutrient, only
from bonecoach.core.supplements import Compound, Product
from bonecoach.reference.names import NameIndex
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Line, lines

COMPOUND_COLUMNS = "id names nutrient elemental_percent tablet_weights_mg source status"
PRODUCT_AMOUNTS = (
    Nutrient.CALCIUM,
    Nutrient.VITAMIN_D,
    Nutrient.VITAMIN_K2,
    Nutrient.MAGNESIUM,
    Nutrient.PROTEIN,
    Nutrient.ZINC,
    Nutrient.VITAMIN_K1,
)
PRODUCT_COLUMNS = "id names unit usual_units " + " ".join(PRODUCT_AMOUNTS) + " source status"
NAME_COLUMNS = "nutrient shown names"
HIGHEST_IN_A_UNIT = {
    Nutrient.CALCIUM: 1500,
    Nutrient.VITAMIN_D: 2500,
    Nutrient.VITAMIN_K2: 45_000,
    Nutrient.MAGNESIUM: 600,
    Nutrient.PROTEIN: 60,
    Nutrient.ZINC: 60,
    Nutrient.VITAMIN_K1: 5000,
}
"""What no unit of a product on sale holds: a figure above is in a wrong unit."""

_NUTRIENTS = tuple(nutrient.value for nutrient in Nutrient)


class SupplementTable:
    """Supplements by name, read when first asked. Raises FaultyTable for a table that cannot be."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def compound(self, words: str) -> Compound | None:
        """The chemical form that is called so ("calcium citrate")."""
        return self._compounds.named(words)

    def nutrient(self, words: str) -> tuple[Nutrient, str] | None:
        """The bare vitamin or mineral that is called so, with the name to show ("d3": vitamin D, "Vitamin D3")."""
        return self._nutrients.named(words)

    def product(self, words: str) -> Product | None:
        """The generic product that is called so."""
        return self._products.named(words)

    def products(self) -> tuple[Product, ...]:
        """Every generic product, as the table stands."""
        return self._all_products

    def search(self, text: str, limit: int = 8) -> list[Product]:
        """Generic products of which a name begins like the text."""
        return self._products.search(text, limit)

    def near(self, text: str) -> list[str]:
        """Names of any of these that were likely meant by a misspelled one."""
        return [*self._compounds.near(text), *self._nutrients.near(text), *self._products.near(text)]

    @cached_property
    def _root(self) -> Path:
        from bonecoach.paths import resources

        return self._folder or resources()

    @cached_property
    def _compounds(self) -> NameIndex[Compound]:
        sources = known_sources(self._root)
        table = lines(self._root / "supplements" / "compounds.csv", COMPOUND_COLUMNS)
        return NameIndex((c, c.names) for c in (_compound(line, sources) for line in table))

    @cached_property
    def _nutrients(self) -> NameIndex[tuple[Nutrient, str]]:
        table = lines(self._root / "supplements" / "nutrient_names.csv", NAME_COLUMNS)
        named = (
            ((Nutrient(line.one_of("nutrient", _NUTRIENTS)), line["shown"]), (line["shown"], *line.names()))
            for line in table
        )
        return NameIndex(named)

    @cached_property
    def _all_products(self) -> tuple[Product, ...]:
        sources = known_sources(self._root)
        table = lines(self._root / "supplements" / "products.csv", PRODUCT_COLUMNS)
        return tuple(_product(line, sources) for line in table)

    @cached_property
    def _products(self) -> NameIndex[Product]:
        return NameIndex((p, p.names) for p in self._all_products)


def _compound(line: Line, sources: frozenset[str]) -> Compound:
    percent = line.number_in("elemental_percent", 1, 100)
    if percent is None:
        raise line.faulty("missing_number", "it says no elemental share")
    return Compound(
        id=line["id"],
        names=line.names(),
        nutrient=Nutrient(line.one_of("nutrient", _NUTRIENTS)),
        elemental_percent=percent,
        tablet_weights_mg=tuple(float(weight) for weight in line["tablet_weights_mg"].split(";") if weight),
        source=line.sources(sources),
        status=line.status(),
    )


def _product(line: Line, sources: frozenset[str]) -> Product:
    known = {n.value: line.number_in(n.value, 0, HIGHEST_IN_A_UNIT[n]) for n in PRODUCT_AMOUNTS}
    held = {key: Fraction(str(amount)) for key, amount in known.items() if amount is not None}
    if not held:
        raise line.faulty("holds_nothing", "no amount is given")
    units = line.number_in("usual_units", 0.1, 20)
    return Product(
        id=line["id"],
        names=line.names(),
        unit=line["unit"],
        per_unit=only(**held),
        usual_units=units or 1.0,
        source=line.sources(sources),
    )
