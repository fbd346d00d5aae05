"""The words of the page, and how its figures are written: never finer than they are known."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from bonecoach.words import Words, unbroken
from bonecoach.words.bones import BoneWords
from bonecoach.words.plans import PlanWords

_JOINERS = "\u200c\u200d"
"""They show nothing and shape the letters beside them."""

_DOTS = "\u2026"

One = TypeVar("One")


class Said:
    """What the sections are written with. Texts of hers longer than `letters` are cut, and `cut` tells that one was."""

    def __init__(self, words: Words, letters: int) -> None:
        self.words = words
        self.cut = False
        self._letters = letters

    def hers(self, text: str, lines: int = 1) -> str:
        """A name or a question in her own words, without breaks and no longer than there is room for."""
        plain, most = printed(text), self._letters * lines
        if len(plain) <= most:
            return plain
        self.cut = True
        return plain[: most - 1].rstrip() + _DOTS

    @cached_property
    def bones(self) -> BoneWords:
        """Words for scans and tests."""
        return BoneWords(self.words)

    @cached_property
    def plans(self) -> PlanWords:
        """Words for schedules."""
        return PlanWords(self.words)

    def __call__(self, key: str, **facts: object) -> str:
        """The page's own sentence of a key."""
        return self.words.say(f"summary.{key}", **facts)

    def day(self, day: date) -> str:
        """ "8 Aug 2025", which never breaks."""
        return self.kept_together(self.words.short_date(day))

    def whole(self, figure: float) -> str:
        """A figure in whole units."""
        return self.words.number(figure, 0)

    def tenths(self, figure: float) -> str:
        """A figure with one decimal, also where that is 0: means that stand under each other."""
        return self.words.fixed(figure, 1)

    def percent(self, percent: float) -> str:
        """ "−4.6 %", "+0.9 %"."""
        sign = "+" if percent > 0 else ""
        return unbroken(self("density.percent", percent=sign + self.tenths(percent)))

    def of(self, count: int, of: int) -> str:
        """ "56 of 78"."""
        return self.kept_together(self("share", count=count, of=of))

    def together(self, parts: Sequence[str]) -> str:
        """Parts behind commas."""
        return ", ".join(parts)

    def kept_together(self, text: str) -> str:
        """A text whose words stay on one line."""
        return text.replace(" ", "\u00a0")

    def none(self) -> str:
        """What stands where there is nothing to say."""
        return self("none")


def printed(text: str) -> str:
    """A text on one line, without what cannot be printed: nothing in it turns the line around or ends the file."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable() or char in _JOINERS)


def chosen(
    newest_first: Sequence[tuple[Hashable, One]], most: int, weight: Callable[[One], float] = lambda _: 0
) -> list[One]:
    """At most so many: the newest of every kind first, then the newest of all; in the order they came.

    Of these each in the order of its `weight`, the least first: what weighs most for a reader is not what is cut.
    """
    seen: set[Hashable] = set()
    firsts: list[int] = []
    others: list[int] = []
    for place, (kind, _) in enumerate(newest_first):
        (others if kind in seen else firsts).append(place)
        seen.add(kind)

    def weigh(place: int) -> float:
        return weight(newest_first[place][1])

    kept = sorted((sorted(firsts, key=weigh) + sorted(others, key=weigh))[:most])
    return [newest_first[place][1] for place in kept]
