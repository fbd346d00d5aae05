"""What reading a line gives: its parts, each understood, complained about or asked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bonecoach.core.entries import Entry

Role = Literal["name", "amount", "when", "manner", "filler", "note", "unread"]
"""What a word was used for. "unread" words are what a problem is about."""

CompletionKind = Literal["frequent", "staple", "food", "activity", "supplement", "product", "medicine", "felt"]


@dataclass(frozen=True, slots=True)
class Use:
    """One word of the line and what it was used for; `start` and `end` count characters of the whole line."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth saying about a reading that stands: which of two readings was taken, what was assumed.

    `code` names it, `facts` are its figures; `words` makes the sentence.
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a part cannot be logged, and exactly where: `text` is `line[start:end]`.

    `fix` is a whole text for the part that would be understood, where a near miss or a missing unit suggests one.
    """

    text: str
    start: int
    end: int
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """An absurd but possible amount: asked about, not refused. `suggestion` is the part's text as probably meant."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One thing said in a line; `text` is `line[start:end]`.

    A part either has entries or a problem. `notes` say what was assumed, `doubt` asks, `other` is a text for the part
    that says the other reading (F2 takes it). `uses` tells for every word what it was used for.
    """

    text: str
    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    problem: Problem | None = None
    doubt: Doubt | None = None
    other: str | None = None
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole line as it was read."""

    text: str
    parts: tuple[Part, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of all parts, in the order of the line."""
        return tuple(entry for part in self.parts for entry in part.entries)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read."""
        return tuple(part.problem for part in self.parts if part.problem is not None)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is asked about before it is logged."""
        return tuple(part.doubt for part in self.parts if part.doubt is not None)

    @property
    def understood(self) -> bool:
        """Whether there is something to log and nothing to complain about (doubts may remain)."""
        return bool(self.parts) and not self.problems


@dataclass(frozen=True, slots=True)
class Completion:
    """A way to finish the line: `text` is the whole line once accepted, `label` what is shown in the list."""

    text: str
    label: str
    kind: CompletionKind
