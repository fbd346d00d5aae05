"""Word lists as they are written in the sources: words with blanks between."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, in plain lower case as tokens have them."""
    return frozenset(text.split())
