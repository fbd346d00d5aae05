"""One part of a line while it is being read: its tokens, and what each was used for."""

from __future__ import annotations

from collections.abc import Iterable

from bonecoach.phrase.reading import Role, Use
from bonecoach.phrase.tokens import Token


class Said:
    """The tokens of one part. Interpretations take the ones they use; what nobody takes is complained about."""

    __slots__ = ("line", "roles", "tokens")

    def __init__(self, line: str, tokens: tuple[Token, ...], roles: Iterable[Role | None] | None = None) -> None:
        self.line = line
        self.tokens = tokens
        self.roles: list[Role | None] = [None] * len(tokens) if roles is None else list(roles)

    def copy(self) -> Said:
        """The same with roles of its own, so that one interpretation can be tried without spoiling another."""
        return Said(self.line, self.tokens, self.roles)

    @property
    def start(self) -> int:
        """Where the part begins in the line."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the part ends in the line."""
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        """The part as it was typed."""
        return self.line[self.start : self.end]

    def free(self) -> list[int]:
        """Indices of tokens that nobody has used and that say something."""
        return [i for i, token in enumerate(self.tokens) if self.roles[i] is None and not token.silent]

    def take(self, indices: Iterable[int], role: Role) -> None:
        """Use tokens for `role`."""
        for index in indices:
            self.roles[index] = role

    def taken(self, role: Role) -> list[int]:
        """Indices of tokens used for `role`."""
        return [i for i, used in enumerate(self.roles) if used == role]

    def words(self, indices: Iterable[int]) -> str:
        """The exact text from the first to the last of these tokens."""
        chosen = list(indices)
        return self.line[self.tokens[chosen[0]].start : self.tokens[chosen[-1]].end] if chosen else ""

    def replaced(self, first: int, last: int, text: str) -> str:
        """The part's text with the tokens from `first` to `last` said otherwise; nothing but `text` changes."""
        before = self.line[self.start : self.tokens[first].start]
        after = self.line[self.tokens[last].end : self.end]
        return f"{before}{text}{after}".strip()

    def without(self, first: int, last: int) -> str:
        """The part's text without the tokens from `first` to `last`."""
        return " ".join(self.replaced(first, last, "").split()).rstrip(" ,;-")

    def followed(self, index: int, text: str) -> str:
        """The part's text with ` text` put behind the token at `index`."""
        return self.replaced(index, index, f"{self.tokens[index].text} {text}")

    def in_brackets(self) -> frozenset[int]:
        """Indices of the tokens that stand between round brackets."""
        inside: set[int] = set()
        opened: int | None = None
        for index, token in enumerate(self.tokens):
            if token.text == "(":
                opened = index
            elif token.text == ")" and opened is not None:
                inside.update(range(opened + 1, index))
                opened = None
        return frozenset(inside)

    def uses(self) -> tuple[Use, ...]:
        """What every word was used for; silent marks are left out."""
        return tuple(
            Use(token.start, token.end, role or "unread")
            for token, role in zip(self.tokens, self.roles, strict=True)
            if not token.silent
        )
