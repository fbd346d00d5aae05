"""What is typed into the fields of scans and tests, as figures and times."""

from __future__ import annotations

from datetime import time

from bonecoach.core.density import density_said
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.figures import figure_of
from bonecoach.ui.medicines.said import times_said


def figure_said(text: str) -> float | None:
    """A figure as people type it, with comma or point and any dash as minus; None for an empty field.

    Raises InvalidEntry("not_a_figure").
    """
    if not text.strip():
        return None
    figure = figure_of(text)
    if figure is None:
        raise InvalidEntry("not_a_figure", text=text)
    return figure


def density_typed(text: str) -> float | None:
    """A density as people type it; None for an empty field. Raises InvalidEntry as `core.density.density_said`."""
    return density_said(text) if text.strip() else None


def time_said(text: str) -> time | None:
    """A time of day as people type it; None for an empty field. Raises InvalidEntry("not_a_clock")."""
    found = times_said(text)
    if len(found) > 1:
        raise InvalidEntry("not_a_clock", text=text)
    return found[0] if found else None


def figure_shown(figure: float | None) -> str:
    """A figure as it stands in a field; "" for none."""
    return "" if figure is None else f"{figure:g}"
