"""The words of the page, and how its figures are written: never finer than they are known."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from bonecoach.words import Words, unbroken
from bonecoach.words.bones import BoneWords
from bonecoach.words.plans import PlanWords


class Said:
    """What the sections are written with."""

    def __init__(self, words: Words) -> None:
        self.words = words

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
        return unbroken(self.words.short_date(day)).replace(" ", "\u00a0")

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

    def share(self, count: int, of: int) -> str:
        """ "87 of 91 (96 %)": never a share without its counts."""
        if not of:
            return self("share", count=count, of=of)
        return unbroken(self("share_percent", count=count, of=of, percent=self.whole(100 * count / of)))

    def none(self) -> str:
        """What stands where there is nothing to say."""
        return self("none")
