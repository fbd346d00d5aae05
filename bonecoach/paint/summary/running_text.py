"""Text that runs over several lines: broken at spaces alone, measured as it is drawn, with the leading of a leaflet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from bonecoach.paint.lettering import height_of, width_of
from bonecoach.paint.plain import LEFT, write

LEADING = 1.22
"""From one line to the next, in sizes of the type; the type's own lines stand a seventh farther apart."""


class Piece(NamedTuple):
    """Text of one face and ink."""

    text: str
    font: QFont
    ink: QColor


Line = list[Piece]


def leading(font: QFont) -> float:
    """The height of a line of running text."""
    return font.pixelSize() * LEADING


def tall(pieces: Sequence[Piece], width: float) -> float:
    """The height of running text in a width, in the painter's pixels; nothing is as tall as a line."""
    return max(1, len(broken(pieces, width))) * _leading(pieces)


def run(
    painter: QPainter, left: float, top: float, width: float, pieces: Sequence[Piece], *, flush_right: bool = False
) -> float:
    """Draws running text from `top` down; where it ends."""
    step = _leading(pieces)
    for line in broken(pieces, width):
        x = left + width - _width(line) if flush_right else left
        for piece in line:
            wide, high = width_of(piece.text, piece.font), height_of(piece.font)
            box = QRectF(x, top + (step - high) / 2, wide + 2, high)
            write(painter, box, piece.text, piece.font, piece.ink, LEFT)
            x += wide
        top += step
    return top


def _leading(pieces: Sequence[Piece]) -> float:
    return max(leading(piece.font) for piece in pieces)


def _width(line: Line) -> float:
    return sum(width_of(piece.text, piece.font) for piece in line)


def broken(pieces: Sequence[Piece], width: float) -> list[Line]:
    """The lines that running text makes in a width. A word too long for one is broken where it must be."""
    lines: list[Line] = []
    line: Line = []
    used = 0.0
    for word in _words(pieces):
        space = width_of(" ", word.font) if line else 0.0
        wide = width_of(word.text, word.font)
        if line and used + space + wide > width:
            lines.append(line)
            line, used, space = [], 0.0, 0.0
        while wide > width and len(word.text) > 1:
            fits = _letters_that_fit(word, width)
            lines.append([word._replace(text=word.text[:fits])])
            word = word._replace(text=word.text[fits:])
            wide = width_of(word.text, word.font)
        _append(line, word, " " if line else "")
        used += space + wide
    return [*lines, line] if line else lines


def _words(pieces: Sequence[Piece]) -> Iterator[Piece]:
    return (piece._replace(text=word) for piece in pieces for word in piece.text.split(" ") if word)


def _append(line: Line, word: Piece, space: str) -> None:
    """Words of one face become one text: whoever copies them from the file finds them together."""
    if line and line[-1].font == word.font and line[-1].ink == word.ink:
        line[-1] = line[-1]._replace(text=line[-1].text + space + word.text)
    else:
        line.append(word._replace(text=space + word.text))


def _letters_that_fit(word: Piece, width: float) -> int:
    fits = 1
    while fits < len(word.text) - 1 and width_of(word.text[: fits + 1], word.font) <= width:
        fits += 1
    return fits
