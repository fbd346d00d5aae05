"""What studies found, in words: whose, from when, how much, and what limits it."""

from __future__ import annotations

from collections.abc import Iterable

from bonecoach.core.others_found import Published
from bonecoach.words import Words, capital
from bonecoach.words.bones import BoneWords


class OthersWords:
    """Figures of studies in words. A class beside `Words`, read in only where somebody asked for them."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def when(self, one: Published) -> str:
        """ "after 2 years of anastrozole", "1 year after an aromatase inhibitor was stopped"."""
        medicine = self._words.say(f"choice.{one.medicine}") if one.medicine else ""
        return self._words.say(f"others.when.{one.phase}", years=_whole(one.years), medicine=medicine)

    def change(self, one: Published) -> str:
        """ "4.1 % lower (the median)"."""
        way = "lower" if one.percent < 0 else "higher"
        said = self._words.say(f"others.{way}", percent=self._words.number(abs(one.percent)))
        note = self._words.say(f"others.note.{one.note}") if one.note else ""
        return self._words.say("others.noted", said=said, note=note) if note else said

    def mark(self, one: Published) -> str:
        """ "What others found: lumbar spine, 4.1 % lower (the median) after 2 years of anastrozole"."""
        place = BoneWords(self._words).place(one.site)
        return self._words.say("others.mark", place=place, change=self.change(one), when=self.when(one))

    def rows(self, published: Iterable[Published]) -> list[list[str]]:
        """Every figure with its study as rows of a table, what they are and are not before them."""
        says = BoneWords(self._words)
        heading = self._words.say("others.heading")
        found = [["", heading, self._words.say("others.caveat")]]
        for one in published:
            what = self._words.say("others.of", heading=heading, place=says.place(one.site))
            facts = {"change": self.change(one), "when": self.when(one), "study": self._words.source(one.source)}
            key = "others.row" if one.people is None else "others.row_people"
            found.append(["", what, capital(self._words.say(key, people=one.people, **facts))])
        return found


def _whole(years: float) -> int | float:
    return int(years) if years == int(years) else years
