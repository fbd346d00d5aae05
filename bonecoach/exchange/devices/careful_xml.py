"""XML that strangers made, read piece by piece: no entities, nothing nested without end, and no word without an end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, BinaryIO
from xml.parsers import expat

from bonecoach.exchange.bounded import Budget

MOST_DEEP = 100
"""Elements within each other. Watches nest nine."""

LONGEST_WORD = 1_000_000
"""Bytes of a tag with all it says. The parser holds it whole."""

Start = Callable[[str, Any], None]


class StrangeXml(ValueError):
    """Something that no watch and no telephone writes."""


class CarefulXml:
    """A parser that tells `start` of elements as they begin, with their attributes, and `end` as they end."""

    def __init__(self, start: Start, end: Callable[[str], None] | None = None) -> None:
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._began
        self.parser.EndElementHandler = self._ended
        self.parser.EntityDeclHandler = self._refuse
        self._start, self._end = start, end
        self._depth = 0

    @property
    def line(self) -> int:
        """The line that is being read."""
        return self.parser.CurrentLineNumber

    def read(self, stream: BinaryIO, budget: Budget, piece_bytes: int) -> None:
        """Reads a whole stream. Raises StrangeXml, ExpatError, and DiaryError("file_too_large")."""
        try:
            self._read(stream, budget, piece_bytes)
        except (LookupError, ValueError):  # what cannot be, or letters written in a way that nobody knows
            raise StrangeXml from None

    def _read(self, stream: BinaryIO, budget: Budget, piece_bytes: int) -> None:
        fed = 0
        while piece := stream.read(piece_bytes):
            budget.spend(len(piece))
            self.parser.Parse(piece)
            fed += len(piece)
            if fed - self.parser.CurrentByteIndex > LONGEST_WORD:
                raise StrangeXml
        self.parser.Parse(b"", True)

    def _began(self, name: str, attributes: Any) -> None:
        self._depth += 1
        if self._depth > MOST_DEEP:
            raise StrangeXml
        self._start(name, attributes)

    def _ended(self, name: str) -> None:
        self._depth -= 1
        if self._end is not None:
            self._end(name)

    def _refuse(self, *_: object) -> None:
        """Exports declare elements and never an entity: whoever does builds a bomb."""
        raise StrangeXml
