"""How doses were kept, in words: counts with what they are of, and the days that were not as planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from bonecoach.core.adherence import Adherence, Kept, Mark, together
from bonecoach.words.plans import PlanWords
from bonecoach.words.speech import Speech, capital

_NAMED = 8
"""So many days are named; of more only how many they are."""


class KeptWords:
    """Adherence in words. A class beside `Words`, as `PlanWords` is."""

    def __init__(self, words: Speech) -> None:
        self._words = words

    def mark(self, mark: Mark) -> str:
        """ "taken", "partly taken", "missed", "not recorded"."""
        return self._words.say(f"mark.{mark.value}")

    def counts(self, counts: Adherence) -> str:
        """ "81 of 84 taken, 1 missed, 2 not recorded", or that nothing was planned."""
        return PlanWords(self._words).kept(*counts) if counts.planned else self._words.say("kept.nothing")

    def of(self, counts: Adherence) -> str:
        """ "81 of 84", for a cell of a table."""
        return self._words.say("kept.of", taken=counts.taken, planned=counts.planned)

    def span(self, view: str) -> str:
        """ "12 weeks", "5 years"."""
        return self._words.say(f"kept.{view}")

    def month(self, day: date) -> str:
        """ "November 2026"."""
        return f"{self._words.month(day)} {day.year}"

    def spoken_days(self, label: str, span: str, days: Sequence[Kept]) -> str:
        """Days as sentences: the counts, and by name the days that were not taken whole."""
        said = [self._words.say("kept.spoken", label=label, span=span, counts=self.counts(together(days)))]
        for mark in (Mark.MISSED, Mark.SKIPPED, Mark.SOME, Mark.NOT_RECORDED):
            named = [self._words.short_date(day.first) for day in days if day.mark is mark]
            if named:
                said.append(capital(self._words.say("kept.days", mark=self.mark(mark), days=self._some(named))))
        return " ".join(said)

    def spoken_months(self, label: str, months: Sequence[Kept]) -> str:
        """Months as a sentence for each year in which something was planned."""
        counts = self.counts(together(months))
        said = [self._words.say("kept.spoken", label=label, span=self.span("years"), counts=counts)]
        for year, of_year in by_year(months):
            whole = together(of_year)
            if whole.planned:
                said.append(self._words.say("kept.year", year=str(year), counts=self.counts(whole)))
        return " ".join(said)

    def _some(self, named: Sequence[str]) -> str:
        more = len(named) - _NAMED
        if more <= 0:
            return self._words.listed(named)
        return self._words.say("kept.and_more", days=", ".join(named[:_NAMED]), more=more)


def by_year(months: Iterable[Kept]) -> list[tuple[int, list[Kept]]]:
    """Months by their years, in order."""
    return [(year, list(of_year)) for year, of_year in groupby(months, key=lambda month: month.first.year)]
