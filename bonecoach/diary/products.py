"""Her own products as entries, whether or not the entry line can read their names."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from bonecoach.core.days import Moment
from bonecoach.core.entries import Intake, Source
from bonecoach.core.supplements import Product
from bonecoach.phrase.doubts import MOST_PORTIONS
from bonecoach.phrase.outcome import titled
from bonecoach.phrase.reading import Doubt, Part, Reading
from bonecoach.phrase.units import written


def reading_of(product: Product, count: float, moment: Moment) -> Reading:
    """So many units of a product, as the entry line would understand them: chosen from a list nothing is guessed.

    More than MOST_PORTIONS of them are asked about.
    """
    intake = Intake(
        moment=moment,
        name=titled(product.name),
        source=Source.SUPPLEMENT,
        amounts=product.per_unit.times(Fraction(str(count))),
        quantity=f"{written(count)} {product.unit}",
        thing=product.id,
    )
    doubt = None
    if count > MOST_PORTIONS:
        doubt = Doubt("very_many_units", {"product": product.name, "count": float(count)}, None)
    text = f"{written(count)} x {product.name}"
    return Reading(text, (Part(text, 0, len(text), (intake,), doubt=doubt),))


def typed_name(product: Product, read: Callable[[str], Reading]) -> str | None:
    """The first of her names for it that the entry line reads as this product; None where it reads none of them."""
    for name in product.names:
        reading = read(name)
        if reading.understood and [getattr(entry, "thing", None) for entry in reading.entries] == [product.id]:
            return name
    return None
