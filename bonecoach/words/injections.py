"""The next injection and its window, in words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bonecoach.core.injections import NextInjection
from bonecoach.words.speech import Speech, unbroken


class Point(NamedTuple):
    """One day of the window: its code ("given", "book_from", "due", "best_by", "today"), the day, and what it is."""

    code: str
    day: date
    said: str


class InjectionWords:
    """An injection's window in words. A class beside `Words`, so that whoever has none never reads it in."""

    def __init__(self, words: Speech) -> None:
        self._words = words

    def heading(self, label: str, following: NextInjection, today: date) -> str:
        """ "Denosumab 60 mg: due in 21 days"."""
        ahead = (following.due - today).days
        key = "ahead" if ahead > 0 else "past" if ahead < 0 else "today"
        return self._words.say(f"injection.heading.{key}", label=label, days=abs(ahead))

    def call(self, label: str, following: NextInjection, today: date) -> str:
        """What stands on every page once its best-by day is past: the clinic is to be called today."""
        said = self._words.date(following.due, today)
        by = self._words.date(following.best_by or following.due, today)
        return self._words.say("injection.call", label=label, due=said, best_by=by)

    def points(self, following: NextInjection, today: date) -> list[Point]:
        """The days of the window as they lie, today among them."""
        days = {
            "given": following.given,
            "book_from": following.book_from,
            "due": following.due,
            "best_by": following.best_by,
            "today": today,
        }
        found = [
            Point(code, day, self._words.say(f"injection.point.{code}"))
            for code, day in days.items()
            if day is not None
        ]
        return sorted(found, key=lambda point: point.day)

    def spoken(self, following: NextInjection, today: date) -> str:
        """The line as a sentence for each day: "Last given 12 Jun 2026. Book from 12 Nov 2026. …"."""
        return " ".join(
            self._words.sentence("injection.spoken", what=point.said, day=self._words.short_date(point.day))
            for point in self.points(following, today)
        )

    def brief(self, day: date) -> str:
        """A day under the line: "12 Dec"."""
        order = "mdy" if self._words.conventions.order == "mdy" else "dmy"
        month = self._words.say(f"month_short.{day.month}")
        return unbroken(self._words.say(f"date.brief_{order}", day=str(day.day), month=month))
