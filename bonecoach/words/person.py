"""What is true of the person, in words."""

from __future__ import annotations

from datetime import date

from bonecoach.core.profile import FactValue, Profile, month_alone, year_alone
from bonecoach.words.speech import Speech

ASSUMED_WHEN_UNSAID = ("aromatase_inhibitor", "birth_date", "sex", "weight_kg")
"""Facts whose absence is filled by an assumption that is said aloud (commands contract)."""


class PersonWords(Speech):
    """Facts by name and value."""

    def fact(self, key: str) -> str:
        """The name of a fact: "weight", "fracture of the spine"."""
        return self.say(f"fact.{key}")

    def fact_value(self, key: str, value: FactValue | None) -> str:
        """A fact's value as the person reads it: "63 kg", "yes", "letrozole", "not said"."""
        if value is None:
            return self.say("fact_value.unsaid")
        if key == "weight_kg" and isinstance(value, (int, float)):
            return self.weight(value)
        if key == "height_cm" and isinstance(value, (int, float)):
            return self.say("fact_value.height", height=value)
        if isinstance(value, date):
            if key == "birth_date" and year_alone(value):
                return str(value.year)
            return self.began(value) if key == "therapy_start" else self.short_date(value)
        if isinstance(value, str):
            known = f"choice.{value}"
            return self.say(known) if known in self.catalogue else self.say(f"weekday.{value}")
        return self.shown(value)

    def began(self, day: date) -> str:
        """When a therapy began: "November 2024" where no more than the month is known, "12 Nov 2024" otherwise."""
        return f"{self.month(day)} {day.year}" if month_alone(day) else self.short_date(day)

    def assumed(self, profile: Profile) -> tuple[str, ...]:
        """What is assumed because it was not said, one phrase each: "an aromatase inhibitor", "an age of 51 to 70"."""
        return tuple(self.say(f"assumed.{key}") for key in ASSUMED_WHEN_UNSAID if getattr(profile, key) is None)
