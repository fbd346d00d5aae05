"""What one way of understanding a part gives; the best of several is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bonecoach.core.entries import Entry
from bonecoach.phrase.reading import Doubt, Note
from bonecoach.phrase.said import Said


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why an interpretation does not stand: a code, its facts, the first and last token it is about, and a fix."""

    code: str
    first: int
    last: int
    facts: Mapping[str, object] = field(default_factory=dict)
    fix: str | None = None


@dataclass(slots=True)
class Outcome:
    """An interpretation: entries with what to say about them, or trouble. `said` knows which words it used."""

    said: Said
    entries: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    trouble: Trouble | None = None
    doubt: Doubt | None = None
    other: str | None = None

    @property
    def unread(self) -> list[int]:
        """Tokens that this interpretation has no use for."""
        return self.said.free()

    @property
    def complete(self) -> bool:
        """Whether every word was used and nothing stands against it."""
        return self.trouble is None and bool(self.entries) and not self.unread


def titled(name: str) -> str:
    """A name as an entry shows it: with a capital letter."""
    return name[:1].upper() + name[1:]
