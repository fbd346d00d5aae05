"""Finding in a part's words the things that have names: products, medicines, supplements, activities, foods."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bonecoach.core.habits import NO_HABITS, Habits
from bonecoach.core.medicines import Medicine
from bonecoach.core.supplements import Product
from bonecoach.phrase.lexicon import DISTANCES, FILLERS, NOUNS
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, Token, fold
from bonecoach.phrase.units import UNITS, Measure

LONGEST_NAME = 6
"""Words of a name that are looked at together; longer ones are written in quotes."""

_REMEMBERED = 4_000
_NO_NAME = frozenset({Kind.CONTROL, Kind.NONSENSE, Kind.NEGATIVE, Kind.CLOCK, Kind.DATE})

Kinds = tuple[str, ...]
"""Kinds of thing, the likelier meaning of one and the same word first."""

KINDS: Kinds = (
    "own",
    "medicine",
    "compound",
    "nutrient",
    "product",
    "uncounted",
    "exercise",
    "activity",
    "food",
)


FOOD_FIRST: Kinds = (*KINDS[:-3], "food", "exercise", "activity")
"""The same where nothing speaks of time: "5 prunes" are eaten, "prune 30 min" is gardening."""

_MINUTES_FROM = 15


@dataclass(frozen=True, slots=True)
class Found:
    """A thing found by its name: what kind it is, and the tokens that name it."""

    kind: str
    thing: object
    tokens: tuple[int, ...]


def _is_misled(said: Said, hit: Found, found: Sequence[Found]) -> bool:
    """A count is no part of a vitamin's name ("2 vitamin d"), and several of a food are eaten ("prunes 40")."""
    if hit.kind == "nutrient":
        return said.tokens[hit.tokens[0]].kind is Kind.NUMBER
    several = hit.kind == "activity" and said.tokens[hit.tokens[-1]].key.endswith("s")
    return several and any(other.kind == "food" and other.tokens == hit.tokens for other in found)


class _Own:
    """Her own products and medicines by their names, which may hold anything: "my calcium", "the big white ones".

    Only letters and figures tell names apart: "adcal d3" is "Adcal-D3".
    """

    def __init__(self, habits: Habits) -> None:
        self._medicines = {medicine.id: medicine for medicine in reversed(habits.medicines)}
        things: list[tuple[str, Product | Medicine]] = [("own", product) for product in reversed(habits.products)]
        things += [("medicine", medicine) for medicine in self._medicines.values()]
        named = {_squeezed(name): (kind, thing) for kind, thing in things for name in thing.names}
        self._named = {name: thing for name, thing in named.items() if not name.isdecimal()}
        self._longest = max((len(name) for _, thing in things for name in thing.names), default=0)

    def find(self, said: Said) -> Iterator[Found]:
        """Her own things among the unused words."""
        free = said.free() if self._named else []
        for first in range(len(free)):
            squeezed = ""
            for last in range(first, len(free)):
                squeezed += _squeezed(said.tokens[free[last]].key)
                if len(squeezed) > self._longest or said.tokens[free[last]].key == ",":
                    break
                kind, thing = self._named.get(squeezed, ("", None))
                if thing is not None:
                    yield Found(kind, thing, tuple(free[first : last + 1]))

    def instead(self, hit: Found) -> Found:
        """A medicine of the table with her own dose, where she plans it."""
        own = self._medicines.get(getattr(hit.thing, "id", "")) if hit.kind == "medicine" else None
        return hit if own is None else Found(hit.kind, own, hit.tokens)


def _squeezed(name: str) -> str:
    return "".join(char for char in fold(name) if char.isalnum())


class Names:
    """Looks words up in all tables, and remembers the answers, since every key typed asks the same again."""

    def __init__(self, lookups: dict[str, Callable[[str], object | None]]) -> None:
        self._lookups = lookups
        self._known: dict[str, tuple[tuple[str, object], ...]] = {}
        self._own: tuple[Habits, _Own] = NO_HABITS, _Own(NO_HABITS)

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
        if self._own[0] is not habits:
            self._own = habits, _Own(habits)
        own = self._own[1]
        found = [own.instead(hit) for run in runs(said) for hit in self._in(said, run)]
        found.extend(own.find(said))
        found = [hit for hit in found if not _is_misled(said, hit, found)]
        kinds = KINDS if speaks_of_time(said) else FOOD_FIRST
        return sorted(found, key=lambda hit: (-len(hit.tokens), kinds.index(hit.kind), hit.tokens[0]))

    def _in(self, said: Said, run: Sequence[int]) -> Iterator[Found]:
        words = " ".join(said.tokens[index].key for index in run).replace(" %", "%")
        first, _, others = words.partition(" ")
        without = self.called(others) if first in FILLERS else ()
        for hit in self.called(words):
            kind, thing = hit
            if hit not in without and (kind != "activity" or not _is_counted(said, run)):
                yield Found(kind, thing, tuple(run))


def _is_counted(said: Said, run: Sequence[int]) -> bool:
    """ "40 lengths", "10 laps": a distance, not the activity of that name."""
    before = said.tokens[run[0] - 1] if run[0] else None
    counted = before is not None and before.kind is Kind.NUMBER
    return counted and len(run) == 1 and said.tokens[run[0]].key in DISTANCES


def speaks_of_time(said: Said) -> bool:
    """Whether a unit of time, or a bare number that is more likely minutes than portions, stands among the words."""
    for index in said.free():
        token = said.tokens[index]
        unit = UNITS.get(token.key)
        if unit is not None and unit.measure is Measure.TIME:
            return True
        if token.value is not None and token.value >= _MINUTES_FROM:
            return True
    return False


def runs(said: Said) -> Iterator[list[int]]:
    """Runs of unused tokens that may be a name: at most six, no filler at the end, at least one word.

    A name may begin with a filler: "very brisk walk", "drinking yogurt".
    """
    free = said.free()
    for first in range(len(free)):
        if said.tokens[free[first]].kind is Kind.MARK and said.tokens[free[first]].key != "%":
            continue
        for last in range(first, min(first + LONGEST_NAME, len(free))):
            token = said.tokens[free[last]]
            if token.kind in _NO_NAME or token.key == ",":
                break
            run = free[first : last + 1]
            if _may_end(token) and any(said.tokens[i].kind in (Kind.WORD, Kind.QUOTED) for i in run):
                yield run


def _may_end(token: Token) -> bool:
    """Whether a name may end with it."""
    filler = token.key in FILLERS and token.key not in NOUNS
    return not filler and (token.kind is not Kind.MARK or token.key == "%")
