"""What is typed into the fields of scans and tests, as figures."""

from __future__ import annotations

from bonecoach.core.errors import InvalidEntry

_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", ",": "."})
LARGEST = 1e9


def figure_said(text: str) -> float | None:
    """A figure as people type it, with comma or point and any dash as minus; None for an empty field.

    Raises InvalidEntry("not_a_figure").
    """
    said = text.strip().translate(_MINUS)
    if not said:
        return None
    try:
        figure = float(said) if said.isascii() and "_" not in said else None
    except ValueError:
        figure = None
    if figure is None or not abs(figure) <= LARGEST:  # also refuses NaN
        raise InvalidEntry("not_a_figure", text=text)
    return figure


def figure_shown(figure: float | None) -> str:
    """A figure as it stands in a field; "" for none."""
    return "" if figure is None else f"{figure:g}"
