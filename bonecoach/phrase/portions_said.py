"""Which household portion of a food was said: "large glass", "2 slices", "square of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bonecoach.core.foods import Food, Portion
from bonecoach.phrase.lexicon import FILLERS, HOUSEHOLD, SIZES, singular
from bonecoach.phrase.prepared import CUT
from bonecoach.phrase.said import Said
from bonecoach.phrase.tables import Foods
from bonecoach.phrase.tokens import Kind

_LONGEST = 3
_SHORT = {"c": "cup", "C": "cup", "T": "tbsp", "t": "tsp"}
"""American recipes write household measures so."""


class PortionSaid(NamedTuple):
    """A portion with her words for it; `size` is a word for a size that this food's portions do not know."""

    portion: Portion
    words: str
    size: str = ""


def take_portion(said: Said, food: Food, behind: int | None, foods: Foods) -> PortionSaid | None:
    """The portion that the unused words name, used, the longest first. `behind` is the last token of a count."""
    for run in _runs(said, behind):
        words = [_SHORT.get(said.tokens[index].text, said.tokens[index].key) for index in run]
        if CUT.issuperset(words):  # "2 sliced bananas" are no two cups of it
            continue
        portion = foods.portion(food, " ".join(words))
        if portion is None or (len(run) > 1 and not all(_is_said_of(word, portion) for word in words)):
            continue
        said.take(run, "amount")
        beside = _size_beside(said, run)
        said.take(beside, "amount")
        known = portion.name.split()
        sizes = [i for i in (*run, *beside) if said.tokens[i].key in SIZES and said.tokens[i].key not in known]
        return PortionSaid(portion, said.words(run), said.words(sizes))
    return None


def _is_said_of(word: str, portion: Portion) -> bool:
    """Whether a word is one of measures, or of this portion: in "cup fortified" the second is of something else."""
    own = portion.name.casefold().replace(",", " ").replace("(", " ").split()
    return singular(word) in HOUSEHOLD or word in SIZES or singular(word) in map(singular, own)


def unknown_portion(said: Said) -> tuple[int, int] | None:
    """First and last of the unused words that are a household measure, though none of this food's."""
    free = said.free()
    first = next((index for index in free if singular(said.tokens[index].key) in HOUSEHOLD), None)
    if first is None:
        return None
    last = first
    while last + 1 in free and singular(said.tokens[last + 1].key) in HOUSEHOLD:
        last += 1
    return first, last


def _runs(said: Said, behind: int | None) -> Iterator[list[int]]:
    free = said.free()
    for length in range(_LONGEST, 0, -1):
        for at in range(len(free) - length + 1):
            run = free[at : at + length]
            words = [said.tokens[index] for index in run]
            joined = run[-1] - run[0] == length - 1
            if joined and all(word.kind is Kind.WORD and word.key not in FILLERS for word in words):
                of = run[-1] + 1 < len(said.tokens) and said.tokens[run[-1] + 1].key == "of"
                if run[0] - 1 == behind or of or any(singular(word.key) in HOUSEHOLD for word in words):
                    yield run


def _size_beside(said: Said, run: list[int]) -> list[int]:
    free = said.free()
    return [i for i in (run[0] - 1, run[-1] + 1) if i in free and said.tokens[i].key in SIZES][:1]
