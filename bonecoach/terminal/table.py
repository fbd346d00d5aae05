"""Aligned columns that fit a terminal of 80 characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from bonecoach.words import unbroken

WIDTH = 80
_GAP = 2
_NARROWEST = 16


def columns(rows: Sequence[Sequence[str]], *, indent: int = 0, right: Iterable[int] = ()) -> list[str]:
    """The rows as lines, each column as wide as its widest cell; the last one wraps within the width.

    `right` are columns that stand flush right (figures).
    """
    if not rows:
        return []
    count = max(len(row) for row in rows)
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(len(row[n]) for row in full) for n in range(count)]
    flush = frozenset(right)
    lines = []
    for row in full:
        cells = [
            cell.rjust(width) if n in flush else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        head = " " * indent + "".join(cell + " " * _GAP for cell in cells[:-1])
        lines += _with_last(head, cells[-1].rstrip() if count - 1 not in flush else cells[-1])
    return lines


def _with_last(head: str, last: str) -> list[str]:
    room = WIDTH - len(head)
    if len(last) <= room or not last.strip():
        return [(head + last).rstrip()]
    if room < _NARROWEST:
        return [head.rstrip(), *paragraph(last, 4)]
    first, *rest = _wrapped(last, room)
    return [head + first, *(" " * len(head) + line for line in rest)]


def paragraph(text: str, indent: int = 0) -> list[str]:
    """A sentence or more, wrapped; a figure stays with its unit."""
    return [" " * indent + line for line in _wrapped(text, WIDTH - indent)]


def _wrapped(text: str, width: int) -> list[str]:
    # textwrap leaves no-break spaces alone; in the terminal they become plain ones again, to be copied and searched.
    lines = textwrap.wrap(unbroken(text), width, break_long_words=False)
    return [line.replace("\u00a0", " ") for line in lines]
