"""Widths of a table's columns: every column has room for its longest word, and what is left goes to the wordy ones."""

from __future__ import annotations

from collections.abc import Sequence

from bonecoach.paint.lettering import width_of
from bonecoach.paint.summary.running_text import Piece


def column_widths(rows: Sequence[Sequence[Piece]], width: float, gap: float, *, narrow: bool) -> list[float]:
    """The widths of the columns, without the gaps between them. No-break spaces keep words together.

    What is left is shared, or goes to the last column where columns are to stay `narrow`; where even the longest words
    are too wide, the widest columns give way.
    """
    columns = list(zip(*rows, strict=True))
    room = width - gap * (len(columns) - 1)
    wish = [max(width_of(cell.text, cell.font) for cell in column) + 1 for column in columns]
    if sum(wish) <= room:
        spare = room - sum(wish)
        if narrow:
            return [*wish[:-1], wish[-1] + spare]
        return [wide + spare / len(columns) for wide in wish]
    least = [
        max(width_of(word, cell.font) for cell in column for word in (cell.text.split(" ") or [""])) + 1
        for column in columns
    ]
    if sum(least) >= room:
        return _fairly(least, room)
    spare, wanted = room - sum(least), sum(wish) - sum(least)
    return [low + spare * (high - low) / wanted for low, high in zip(least, wish, strict=True)]


def _fairly(wished: Sequence[float], room: float) -> list[float]:
    """Widths that fill a room: who asks for less than an even share has it, the others share what is left."""
    widths = [0.0] * len(wished)
    left = room
    for served, place in enumerate(sorted(range(len(wished)), key=lambda place: wished[place])):
        widths[place] = min(wished[place], left / (len(wished) - served))
        left -= widths[place]
    return widths
