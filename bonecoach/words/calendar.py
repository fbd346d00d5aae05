"""What stands in a calendar for a plan."""

from __future__ import annotations

from datetime import date

from bonecoach.core.injections import NextInjection
from bonecoach.core.plans import Plan
from bonecoach.words.injections import InjectionWords
from bonecoach.words.plans import PlanWords
from bonecoach.words.speech import Speech


class CalendarWords:
    """Plans as a calendar names them. `today` is the day the file is written on."""

    def __init__(self, words: Speech, today: date) -> None:
        self._words = words
        self._today = today

    def reminder(self, plan: Plan) -> str:
        """What a reminder is called."""
        return PlanWords(self._words).label(plan)

    def late(self, plan: Plan, following: NextInjection) -> str:
        """What a clinic should have given by now: since when, and that the clinic is to be asked or called."""
        if following.call_clinic:
            return InjectionWords(self._words).call(plan.label, following, self._today)
        due = self._words.date(following.due, self._today)
        return self._words.say("injection.late", label=plan.label, due=due)
