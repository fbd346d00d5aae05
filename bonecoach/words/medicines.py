"""What leaflets say of a medicine, and when its next injection is: in words a patient understands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bonecoach.words.speech import Speech

if TYPE_CHECKING:
    from bonecoach.core.injections import NextInjection
    from bonecoach.core.medicines import Caution, MedicineRules


class MedicineWords(Speech):
    """How a medicine is taken, missed and watched. What is unconfirmed is said to be checked with the team."""

    def how_to_take(self, rules: MedicineRules) -> str:
        """ "The leaflet says: take it after a meal."."""
        said = self.say(f"medicine.how.{rules.how}", minutes=rules.upright_minutes)
        return self._founded(said, rules.how_status)

    def missed_dose(self, rules: MedicineRules) -> str:
        """What its own leaflet says of a missed dose, with what other leaflets say where they differ."""
        return self._founded(self.say(f"medicine.missed.{rules.missed}"), rules.missed_status)

    def caution(self, caution: Caution) -> str:
        """One thing to watch: "New pain in the thigh, hip or groin: …"."""
        return self._founded(self.say(f"medicine.caution.{caution.code}"), caution.status)

    def injection(self, following: NextInjection, today: date) -> str:
        """The next injection: "Due Sunday 28 February, best by Sunday 28 March."."""
        windowed = following.best_by is not None and following.state != "book"
        key = f"injection.{following.state}{'_window' if windowed else ''}"
        days = {"due": following.due, "book_from": following.book_from, "best_by": following.best_by}
        return self.say(key, **{name: self.date(day, today) for name, day in days.items() if day is not None})

    def _founded(self, said: str, status: str) -> str:
        return f"{said} {self.say('advice.unconfirmed')}" if status == "unconfirmed" else said
