"""What the entry line knows of the person: her own products, and what she logs most."""

from __future__ import annotations

from dataclasses import dataclass

from bonecoach.core.supplements import Product


@dataclass(frozen=True, slots=True)
class Frequent:
    """Something logged before: a text that logs it again, how it is called, and how often she did."""

    text: str
    label: str
    times: int


@dataclass(frozen=True, slots=True)
class Habits:
    """Her own products (from their labels) and her frequent things, most frequent first."""

    products: tuple[Product, ...] = ()
    frequent: tuple[Frequent, ...] = ()


NO_HABITS = Habits()
