"""Looking things up by their everyday names, however these are spelled, ordered or half-typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from bonecoach.reference.beginnings import Beginnings
from bonecoach.reference.food_words import plain, singular

Thing = TypeVar("Thing")

_SMALL_WORDS = frozenset({"a", "an", "the", "my", "our", "some", "of", "in", "on", "at"})
"""Words that make no difference inside a name: "walk the dog", "walked my dog"."""

_MOST_GUESSES = 4
_LAST_CHIEF_NAME = 1
"""A thing is chiefly called by its shown name and the first of its others."""

_TELLING_LENGTH = 2
"""Words this short, and words with a figure in them, tell names apart: "vitamin k" is no slip for "vitamin d"."""

_SEVERAL = -1
_LAST = chr(0x10FFFF)


class NameIndex(Generic[Thing]):
    """Things by their everyday names, the first of each being the one it is shown with.

    Case, accents, hyphens and blanks, the order of words and small words between them make no difference, nor do the
    forms of one word that `stem` brings together. What two things could be called by that finds neither: each is then
    found by its exact spelling alone.
    """

    def __init__(self, named: Iterable[tuple[Thing, Sequence[str]]], stem: Callable[[str], str] = singular) -> None:
        self._things = list(named)
        self._stem = stem

    def named(self, text: str) -> Thing | None:
        """What is called so; None when nothing is, or several things are."""
        typed = plain(text)
        place = self._spelled.get(typed)
        if place is None:
            stems = self._stems(typed)
            place = self._meant.get(" ".join(sorted(stems)))
            if place is None:
                place = self._meant.get("".join(stems), _SEVERAL)
        return None if place == _SEVERAL else self._things[place][0]

    def search(self, text: str, limit: int) -> list[Thing]:
        """Things for what was typed so far.

        What is called so, names that go on after it, names that begin so, then those in which each word begins one; a
        thing's chief names before its others, and then as the table stands.
        """
        typed = plain(text)
        if not typed or limit <= 0:
            return []
        forms = [(word, self._stem(word)) for word in typed.split()]
        begun = [(f" {word}", f" {stem}") for word, stem in forms]
        best: dict[int, tuple[int, bool]] = {}
        for at in self._beginnings.of_all(forms):
            place, nth, name, stems = self._written[at]
            if name == typed:
                fit = 0
            elif name.startswith(typed):
                fit = 1 if name[len(typed)] == " " else 2
            elif all(word in f" {name}" or stem in stems for word, stem in begun):
                fit = 3
            else:
                continue
            rank = (fit, nth > _LAST_CHIEF_NAME)
            best[place] = min(rank, best.get(place, rank))
        return [self._things[place][0] for place in sorted(best, key=lambda place: (best[place], place))[:limit]]

    def near(self, text: str) -> list[str]:
        """Names a slip or two away from `text`, then names that go on after it, one of each thing.

        They are written as people write them, and `named` knows each. [] when there is none.
        """
        from bonecoach.reference.spelling import nearest

        typed = plain(text)
        candidates = self._told_apart.get(_telling(typed), ())
        goes_on = self._beginning_with(typed) if typed else []
        meant: dict[int, str] = {}
        for name in (*nearest(typed, candidates), *goes_on):
            meant.setdefault(self._spelled[name], name)
        return [self._as_written(place, name) for place, name in meant.items()][:_MOST_GUESSES]

    def _beginning_with(self, typed: str) -> list[str]:
        """Names that begin so, in the order of their things."""
        ordered = self._sorted
        first = bisect_left(ordered, typed)
        last = bisect_left(ordered, typed + _LAST, first)
        return sorted(ordered[first:last], key=self._order.__getitem__)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._spelled)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self._spelled)}

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(f"{name}{stems}" for _, _, name, stems in self._written)

    def _as_written(self, place: int, spelled: str) -> str:
        return next(name for name in self._things[place][1] if plain(name) == spelled)

    def _stems(self, typed: str) -> list[str]:
        return [self._stem(word) for word in typed.split() if word not in _SMALL_WORDS]

    @cached_property
    def _written(self) -> list[tuple[int, int, str, str]]:
        """Each name: its thing's place, its own place among the names, itself, and its stems with a blank before."""
        return [
            (place, nth, typed, f" {' '.join(self._stems(typed))}")
            for place, (_, names) in enumerate(self._things)
            for nth, typed in enumerate(map(plain, names))
        ]

    @cached_property
    def _spelled(self) -> dict[str, int]:
        """The place of each thing by its names as they are spelled; of several called the same, the first."""
        places: dict[str, int] = {}
        for place, _, name, _ in self._written:
            places.setdefault(name, place)
        return places

    @cached_property
    def _told_apart(self) -> dict[frozenset[str], list[str]]:
        """The spelled names by the words that tell them apart."""
        names: dict[frozenset[str], list[str]] = {}
        for name in self._spelled:
            names.setdefault(_telling(name), []).append(name)
        return names

    @cached_property
    def _meant(self) -> dict[str, int]:
        """The place of each thing by its stems in any order, and written together."""
        found: dict[str, int] = {}
        for place, _, _, joined in self._written:
            stems = joined.split()
            for key in (" ".join(sorted(stems)), "".join(stems)):
                found[key] = place if found.get(key, place) == place else _SEVERAL
        return found


def _telling(name: str) -> frozenset[str]:
    return frozenset(word for word in name.split() if len(word) <= _TELLING_LENGTH or not word.isalpha())
