"""What changed in her therapy, in words."""

from __future__ import annotations

from bonecoach.core.therapy import TherapyChange
from bonecoach.words.person import PersonWords


class TherapyWords:
    """Changes of therapy. A class beside `Words`, as `PlanWords` is."""

    def __init__(self, words: PersonWords) -> None:
        self._words = words

    def change(self, change: TherapyChange) -> str:
        """ "Began letrozole", "Switched to exemestane", "Stopped", "Paused by my team", "Went on again"."""
        medicine = self.medicine(change.medicine) if change.medicine else ""
        return self._words.say(f"therapy.{change.kind}", medicine=medicine)

    def day(self, change: TherapyChange) -> str:
        """ "3 Sep 2025", or that it was not said; of a beginning its month alone where no more is known."""
        if change.day is None:
            return self._words.say("therapy.unsaid")
        return self._words.began(change.day) if change.kind == "began" else self._words.short_date(change.day)

    def medicine(self, medicine: str) -> str:
        """ "letrozole"."""
        return self._words.say(f"choice.{medicine}")
