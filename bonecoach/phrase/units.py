"""Units as people spell them, and what one of each is."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from bonecoach.core.units import GRAMS_PER_OUNCE, GRAMS_PER_POUND, NG_PER


class Measure(Enum):
    """What a unit measures; the amount of one unit is in nanograms, millilitres, minutes or metres."""

    MASS = "ng"
    VOLUME = "ml"
    IU = "iu"
    TIME = "min"
    DISTANCE = "m"
    SPEED = "km/h"


class Unit(NamedTuple):
    """A unit: its plain spelling, what it measures and how much one of it is."""

    name: str
    measure: Measure
    amount: Fraction


def _spellings(name: str, measure: Measure, amount: Fraction | float, spellings: str) -> dict[str, Unit]:
    return {spelling: Unit(name, measure, Fraction(amount)) for spelling in spellings.split()}


_NG_PER_G = NG_PER["g"]

UNITS: dict[str, Unit] = {
    **_spellings(
        "µg", Measure.MASS, NG_PER["ug"], "μg ug mcg mkg mikrogramm microgram micrograms microgramme microgrammes"
    ),
    **_spellings("mg", Measure.MASS, NG_PER["mg"], "mg mgs milligram milligrams milligramme milligrammes milligramm"),
    **_spellings("g", Measure.MASS, _NG_PER_G, "g gr gm gms gs gram grams gramme grammes gramm"),
    **_spellings(
        "kg", Measure.MASS, NG_PER["kg"], "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm"
    ),
    **_spellings("oz", Measure.MASS, Fraction(str(GRAMS_PER_OUNCE)) * _NG_PER_G, "oz ozs ounce ounces"),
    **_spellings("lb", Measure.MASS, Fraction(str(GRAMS_PER_POUND)) * _NG_PER_G, "lb lbs pound pounds"),
    **_spellings("IU", Measure.IU, 1, "iu ius ie iue ui me units"),
    **_spellings("ml", Measure.VOLUME, 1, "ml mls millilitre millilitres milliliter milliliters cc ccm"),
    **_spellings("cl", Measure.VOLUME, 10, "cl centilitre centilitres centiliter centiliters"),
    **_spellings("dl", Measure.VOLUME, 100, "dl decilitre decilitres deciliter deciliters"),
    **_spellings("l", Measure.VOLUME, 1_000, "l ltr ltrs litre litres liter liters"),
    **_spellings("pint", Measure.VOLUME, 568, "pint pints pt pts"),
    **_spellings("min", Measure.TIME, 1, "min mins minute minutes minuten minuts mn minute's minutes'"),
    **_spellings("h", Measure.TIME, 60, "h hr hrs hour hours std stunde stunden hour's"),
    **_spellings("s", Measure.TIME, Fraction(1, 60), "s sec secs second seconds sek"),
    **_spellings("km", Measure.DISTANCE, 1_000, "km kms kilometre kilometres kilometer kilometers k"),
    **_spellings("mile", Measure.DISTANCE, Fraction("1609.344"), "mi mile miles"),
    **_spellings("m", Measure.DISTANCE, 1, "metre metres meter meters"),
    **_spellings("yd", Measure.DISTANCE, Fraction("0.9144"), "yd yds yard yards"),
    **_spellings("km/h", Measure.SPEED, 1, "kmh kph"),
    **_spellings("mph", Measure.SPEED, Fraction("1.609344"), "mph"),
}
"""Units by their spelling in plain lower case. One US or imperial fluid ounce is close enough to the other.

A pint is the imperial one, 568 ml; the American one is 473 ml, and the reading says which was taken.
"""

_TWO_WORDS = {
    ("fl", "oz"): Unit("fl oz", Measure.VOLUME, Fraction("29.57")),
    ("fluid", "ounce"): Unit("fl oz", Measure.VOLUME, Fraction("29.57")),
    ("fluid", "ounces"): Unit("fl oz", Measure.VOLUME, Fraction("29.57")),
    ("international", "units"): Unit("IU", Measure.IU, Fraction(1)),
    ("international", "unit"): Unit("IU", Measure.IU, Fraction(1)),
    ("i", "u"): Unit("IU", Measure.IU, Fraction(1)),
}


def unit_named(first: str, second: str = "") -> tuple[Unit, int] | None:
    """The unit that one or two words name, and how many of them it took; None when they name none."""
    two = _TWO_WORDS.get((first, second))
    if two is not None:
        return two, 2
    one = UNITS.get(first)
    return None if one is None else (one, 1)


def written(number: Fraction | float) -> str:
    """A number as digits, at most three behind the point, no zeros to spare: "2", "0.5", "1250"."""
    return f"{float(number):.3f}".rstrip("0").rstrip(".")
