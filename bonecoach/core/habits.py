"""What the entry line knows of the person: her own products and medicines, and what she logs most."""

from __future__ import annotations

from bonecoach.core.medicines import Medicine
from bonecoach.core.supplements import Product
from bonecoach.core.values import Value


class Frequent(Value):
    """Something logged before: a text that logs it again, how it is called, and how often she did."""

    text: str
    label: str
    times: int


class Habits(Value):
    """Her own products (from their labels), her frequent things, most frequent first, and the medicines she plans.

    A planned medicine goes before one of the table with its id: its dose is the usual one for her.
    """

    products: tuple[Product, ...] = ()
    frequent: tuple[Frequent, ...] = ()
    medicines: tuple[Medicine, ...] = ()


NO_HABITS = Habits()
