"""Figures as they are read: rounded for the eye, grouped, with a true minus."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from bonecoach.core.nutrients import Nutrient
from bonecoach.words.conventions import Conventions

if TYPE_CHECKING:
    from fractions import Fraction

Figure: TypeAlias = "int | float | Fraction | Decimal"
MINUS = "\u2212"
_WHOLE = frozenset({Nutrient.CALCIUM, Nutrient.MAGNESIUM, Nutrient.SODIUM})
_ONE_DECIMAL = frozenset({Nutrient.VITAMIN_D, Nutrient.ZINC})
_GROUP_FROM = 10_000  # 1200 mg stands as labels print it; 12,000 needs the help
_MOST_DIGITS = 15
"""Before the point: nobody reads more, and no float holds more. What is larger is said by its size, as "1e300"."""


def is_figure(value: object) -> TypeGuard[Figure]:
    """Whether it is a number of any of these kinds. A fraction is known by its parts: importing it costs the start."""
    return isinstance(value, int | float | Decimal) or hasattr(value, "denominator")


def decimal_of(figure: Figure) -> Decimal:
    """The figure as a decimal, without the dust of binary floats."""
    if isinstance(figure, float | Decimal):
        return Decimal(str(figure))
    return Decimal(figure.numerator) / figure.denominator


def rounded(figure: Figure, digits: int) -> Decimal:
    """The figure with so many decimals, halves upwards as people round; one without end or measure stays as it is."""
    value = decimal_of(figure)
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP) if _is_readable(value) else value


def _is_readable(value: Decimal) -> bool:
    """Whether its digits can be written one after the other."""
    return value.is_finite() and value.adjusted() < _MOST_DIGITS


def digits_for(nutrient: Nutrient, figure: Figure) -> int:
    """How many decimals of a nutrient's figure mean something to a reader; never so few that something reads as 0."""
    size = decimal_of(figure)
    if nutrient in _WHOLE or size >= 100:
        digits = 0
    elif nutrient in _ONE_DECIMAL or size < 10:
        digits = 1
    else:
        digits = 0
    while size and digits < 6 and not rounded(size, digits):
        digits += 1
    return digits


def written(figure: Figure, conventions: Conventions, digits: int = 3, *, trims: bool = True) -> str:
    """The figure in the person's own format, with at most so many decimals; trailing zeros go unless `trims` is off."""
    value = rounded(figure, digits)
    if not _is_readable(value):
        return _sized(value, conventions)
    whole, _, fraction = f"{abs(value):f}".partition(".")
    if trims:
        fraction = fraction.rstrip("0")
    if abs(value) >= _GROUP_FROM:
        whole = f"{int(whole):,}".replace(",", conventions.group)
    sign = MINUS if value < 0 else ""
    return f"{sign}{whole}{conventions.decimal}{fraction}" if fraction else f"{sign}{whole}"


def _sized(value: Decimal, conventions: Conventions) -> str:
    """A figure that nobody can read out, as files have it: "1e300", "1.23e400", "Infinity"."""
    said = f"{Decimal(f'{value:.3g}').normalize():g}".replace("e+", "e").replace(".", conventions.decimal)
    return said.replace("-", MINUS)
