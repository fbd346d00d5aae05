"""What was typed about the person, as the texts the diary takes."""

from __future__ import annotations

from bonecoach.core.body import weight_of
from bonecoach.core.units import GRAMS_PER_POUND


def weight_typed(text: str, unit: str) -> tuple[str, str]:
    """A weight as the diary takes it, and the unit she uses: the one she wrote with it, or else `unit` ("kg", "lb")."""
    text = text.strip()
    written = weight_of(text)
    if written is not None:
        return text, "kg" if written.unit == "kg" else "lb"
    return (f"{text} {unit}" if unit != "kg" and weight_of(f"{text} {unit}") else text), unit


def shown_weight(kg: float | None, unit: str) -> str:
    """Kilograms as they are typed in `unit`; "" when unknown."""
    if kg is None:
        return ""
    return f"{kg:g}" if unit != "lb" else f"{kg * 1000 / GRAMS_PER_POUND:.0f}"


def month_and_year(month: int, year: str) -> str:
    """The first day of a month as a date's text. No month is January; no year is ""."""
    year = year.strip()
    return f"{year}-{month or 1:02}-01" if year else ""
