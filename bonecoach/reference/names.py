"""Looking things up by their everyday names, however these are spelled, ordered or half-typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from bonecoach.reference.food_words import key, plain
from bonecoach.reference.spelling import nearest

Thing = TypeVar("Thing")

_ENDINGS = ("ing", "ed")
_SHORTEST_STEM = 3


class NameIndex(Generic[Thing]):
    """Things by name. Case, accents, hyphens, plurals and the order of words make no difference.

    `refuse` is called with a thing and a name that already belongs to another; it answers the error to raise.
    """

    def __init__(
        self,
        named: Iterable[tuple[Thing, Sequence[str]]],
        refuse: Callable[[Thing, str], Exception],
        *,
        forms_of_verbs: bool = False,
    ) -> None:
        self._verbs = forms_of_verbs
        self._things: dict[str, Thing] = {}
        self._by_words: dict[frozenset[str], Thing] = {}
        self._shown: list[tuple[str, str, Thing]] = []
        for thing, names in named:
            for name in names:
                self._add(thing, name, refuse)

    def _add(self, thing: Thing, name: str, refuse: Callable[[Thing, str], Exception]) -> None:
        written = key(name)
        known = self._things.setdefault(written, thing)
        if known is not thing:
            raise refuse(thing, name)
        self._by_words.setdefault(self._words(written), thing)
        self._shown.append((plain(name), name, thing))

    def _words(self, written: str) -> frozenset[str]:
        words = written.split()
        return frozenset(_verb(word) if self._verbs else word for word in words)

    def named(self, text: str) -> Thing | None:
        """What is called so; None when nothing is."""
        written = key(text)
        if not written:
            return None
        exact = self._things.get(written)
        return exact if exact is not None else self._by_words.get(self._words(written))

    def search(self, text: str, limit: int) -> list[Thing]:
        """Things of which a name begins so, then those of which every word typed begins a word of one name."""
        typed = plain(text)
        if not typed:
            return []
        words = typed.split()
        found: dict[int, Thing] = {}
        for fits in (
            lambda name: name.startswith(typed),
            lambda name: all(any(part.startswith(word) for part in name.split()) for word in words),
        ):
            for name, _, thing in self._shown:
                if len(found) >= limit:
                    return list(found.values())
                if fits(name):
                    found.setdefault(id(thing), thing)
        return list(found.values())

    def near(self, text: str) -> list[str]:
        """Names that differ from `text` by a slip of the finger or two, nearest first."""
        return list(dict.fromkeys(nearest(plain(text), (name for name, _, _ in self._shown))))


def _verb(word: str) -> str:
    """One spelling for "walk", "walking" and "walked"."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            word = stem
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word
