"""Finding in a part's words the things that have names: products, medicines, supplements, activities, foods."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bonecoach.core.habits import Habits
from bonecoach.phrase.lexicon import FILLERS
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, fold

LONGEST_NAME = 6
"""Words of a name that are looked at together; longer ones are written in quotes."""

_REMEMBERED = 4_000
_NO_NAME = frozenset({Kind.CONTROL, Kind.NONSENSE, Kind.NEGATIVE, Kind.CLOCK, Kind.DATE})

Kinds = tuple[str, ...]
"""Kinds of thing, the likelier meaning of one and the same word first."""

KINDS: Kinds = (
    "own",
    "event",
    "symptom",
    "medicine",
    "compound",
    "nutrient",
    "product",
    "exercise",
    "activity",
    "food",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A thing found by its name: what kind it is, and the tokens that name it."""

    kind: str
    thing: object
    tokens: tuple[int, ...]


class Names:
    """Looks words up in all tables, and remembers the answers, since every key typed asks the same again."""

    def __init__(self, lookups: dict[str, Callable[[str], object | None]]) -> None:
        self._lookups = lookups
        self._known: dict[str, tuple[tuple[str, object], ...]] = {}

    def called(self, words: str) -> tuple[tuple[str, object], ...]:
        """Everything that is called exactly so, by kind."""
        known = self._known.get(words)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            answers = ((kind, lookup(words)) for kind, lookup in self._lookups.items())
            known = self._known[words] = tuple((kind, thing) for kind, thing in answers if thing is not None)
        return known

    def find(self, said: Said, habits: Habits) -> list[Found]:
        """All named things among the unused words, longest names first, then by kind, then from the left."""
        own = {fold(name): product for product in reversed(habits.products) for name in product.names}
        found = [hit for run in runs(said) for hit in self._in(said, run, own)]
        return sorted(found, key=lambda hit: (-len(hit.tokens), KINDS.index(hit.kind), hit.tokens[0]))

    def _in(self, said: Said, run: Sequence[int], own: Mapping[str, object]) -> Iterator[Found]:
        words = " ".join(said.tokens[index].key for index in run).replace(" %", "%")
        if words in own:
            yield Found("own", own[words], tuple(run))
        for kind, thing in self.called(words):
            yield Found(kind, thing, tuple(run))


def runs(said: Said) -> Iterator[list[int]]:
    """Runs of unused tokens that may be a name: at most six, no filler at either end, at least one word."""
    free = said.free()
    for first in range(len(free)):
        if said.tokens[free[first]].key in FILLERS:
            continue
        for last in range(first, min(first + LONGEST_NAME, len(free))):
            token = said.tokens[free[last]]
            if token.kind in _NO_NAME:
                break
            run = free[first : last + 1]
            if token.key not in FILLERS and any(said.tokens[i].kind in (Kind.WORD, Kind.QUOTED) for i in run):
                yield run
