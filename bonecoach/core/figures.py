"""A figure as people type it into a field of the window or behind an option of the command line."""

from __future__ import annotations

LARGEST = 1e9
"""Beyond this, either way, a figure is a slip of the keyboard; a choice of ours, larger than any unit here needs."""

_TYPED = str.maketrans({"\u2212": "-", "\u2013": "-", ",": "."})


def figure_of(text: str) -> float | None:
    """The figure that a text is, with a point or a comma and any dash as minus; None where it is none."""
    typed = text.strip().translate(_TYPED)
    if not typed.isascii() or "_" in typed:
        return None  # Python would read "1_000" and the digits of every script
    try:
        figure = float(typed)
    except ValueError:
        return None
    return figure if abs(figure) <= LARGEST else None  # which also refuses NaN
