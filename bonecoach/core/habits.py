"""What the entry line knows of the person: her own products, and what she logs most."""

from __future__ import annotations

from typing import NamedTuple

from bonecoach.core.supplements import Product


class Frequent(NamedTuple):
    """Something logged before: a text that logs it again, how it is called, and how often she did."""

    text: str
    label: str
    times: int


class Habits(NamedTuple):
    """Her own products (from their labels) and her frequent things, most frequent first."""

    products: tuple[Product, ...] = ()
    frequent: tuple[Frequent, ...] = ()


NO_HABITS = Habits()
