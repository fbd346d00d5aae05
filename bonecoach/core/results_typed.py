"""A laboratory's result and range as people copy them from the paper: "31 ng/mL", "30-100", "30 to 100"."""

from __future__ import annotations

import re

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.figures import figure_of
from bonecoach.core.measurements import unit_named

_RESULT = re.compile(r"([\d.,]+)\s*([^\d\s.,][^\s]*)")
_RANGE = re.compile(r"([\d.,]+)\s*(?:-|\u2212|\u2013|\u2014|\bto\b|\bbis\b|\.\.\.?|\u2026)\s*([\d.,]+)", re.IGNORECASE)


def result_typed(text: str) -> tuple[float, str]:
    """The figure, and the unit that was typed behind it, "" where none was. Raises InvalidEntry("not_a_figure")."""
    said = text.strip()
    figure, unit = figure_of(said), ""
    if figure is None and (found := _RESULT.fullmatch(said)):
        figure, unit = figure_of(found[1]), unit_named(found[2])
    if figure is None:
        raise InvalidEntry("not_a_figure", text=text)
    return figure, unit


def range_typed(low: str, high: str) -> tuple[float | None, float | None]:
    """Both ends of a range, None for an empty one; both may be typed as the lower one. Raises InvalidEntry as above."""
    if not high.strip() and (found := _RANGE.fullmatch(low.strip())):
        low, high = found[1], found[2]
    return _end(low), _end(high)


def _end(text: str) -> float | None:
    if not text.strip():
        return None
    figure = figure_of(text)
    if figure is None:
        raise InvalidEntry("not_a_figure", text=text)
    return figure
