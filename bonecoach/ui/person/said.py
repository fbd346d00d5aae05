"""What was typed about the person, as the texts the diary takes."""

from __future__ import annotations

from bonecoach.core.figures import figure_of
from bonecoach.core.units import GRAMS_PER_POUND


def kilograms(text: str, unit: str) -> str:
    """A weight typed in `unit` ("kg", "lb") as kilograms; what is no number stays as it was typed, to be refused."""
    number = figure_of(text)
    if number is None or unit != "lb":
        return text.strip().replace(",", ".")
    return f"{number * GRAMS_PER_POUND / 1000:.4g}"


def shown_weight(kg: float | None, unit: str) -> str:
    """Kilograms as they are typed in `unit`; "" when unknown."""
    if kg is None:
        return ""
    return f"{kg:g}" if unit != "lb" else f"{kg * 1000 / GRAMS_PER_POUND:.0f}"


def month_and_year(month: int, year: str) -> str:
    """The first day of a month as a date's text. No month is January; no year is ""."""
    year = year.strip()
    return f"{year}-{month or 1:02}-01" if year else ""
