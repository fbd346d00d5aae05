"""What a body weighs and how tall it is, as people write it: "62 kg", "137 lb", "9 st 11", "164 cm", "5 ft 4"."""

from __future__ import annotations

import re
from typing import NamedTuple

from bonecoach.core.units import GRAMS_PER_POUND

_KG_PER_POUND = GRAMS_PER_POUND / 1000
_POUNDS_PER_STONE, _INCHES_PER_FOOT, _CM_PER_INCH = 14, 12, 2.54

_FIGURE = r"([0-9]+(?:[.,][0-9]*)?)"
_POUNDS = r"(?:lbs?|pounds?)"
_WEIGHTS = {
    "kg": rf"{_FIGURE}\s*(?:kgs?|kilos?|kilogram(?:me)?s?)",
    "lb": rf"{_FIGURE}\s*{_POUNDS}",
    "st": rf"{_FIGURE}\s*(?:st|stones?)(?:\s*(?:,|and)?\s*{_FIGURE}\s*{_POUNDS}?)?",
}
_INCHES = r"(?:in|inch|inches|\"|\u201d|\u2033|'')"
_HEIGHTS = {
    "cm": rf"{_FIGURE}\s*(?:cms?|centimet(?:er|re)s?)",
    "m": rf"{_FIGURE}\s*(?:m|met(?:er|re)s?)",
    "in": rf"{_FIGURE}\s*{_INCHES}",
    "ft": rf"{_FIGURE}\s*(?:ft|foot|feet|'|\u2019|\u2032)(?:\s*(?:,|and)?\s*{_FIGURE}\s*{_INCHES}?)?",
}
_IN = {
    "kg": 1.0,
    "lb": _KG_PER_POUND,
    "st": _POUNDS_PER_STONE * _KG_PER_POUND,
    "cm": 1.0,
    "m": 100.0,
    "in": _CM_PER_INCH,
    "ft": _INCHES_PER_FOOT * _CM_PER_INCH,
}
"""Kilograms or centimetres in one of each unit."""

_PARTS = {"st": _POUNDS_PER_STONE, "ft": _INCHES_PER_FOOT}
"""How many of the smaller unit make one of these."""


class Body(NamedTuple):
    """A weight in kilograms or a height in centimetres, the unit it was written in, and how much one of that is."""

    value: float
    unit: str
    per_unit: float


def weight_of(text: str) -> Body | None:
    """A weight with its unit ("kg", "lb" or "st"); None for any other text."""
    return _read(text, _WEIGHTS, 2)


def height_of(text: str) -> Body | None:
    """A height with its unit ("cm", "m", "in" or "ft"); None for any other text."""
    return _read(text, _HEIGHTS, 1)


def _read(text: str, known: dict[str, str], places: int) -> Body | None:
    said = " ".join(text.lower().split()).removesuffix(".")
    for unit, pattern in known.items():
        match = re.fullmatch(pattern, said)  # compiled when first asked: the start reads this in
        if match is None:
            continue
        figures = [float(figure.replace(",", ".")) for figure in match.groups(default="0")]
        if figures[1:] and figures[1] >= _PARTS[unit]:  # 9 st 15 is a slip, and nobody knows of which figure
            return None
        whole = figures[0] + (figures[1] / _PARTS[unit] if figures[1:] else 0.0)
        return Body(round(whole * _IN[unit], places), unit, _IN[unit])
    return None
