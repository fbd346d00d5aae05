"""Which tablet was taken that asks for a while upright, told by what is on record."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bonecoach.core.days import moment_at
from bonecoach.core.entries import Dose, DoseState, Intake
from bonecoach.core.rituals import Ritual, Stage, ritual_of

if TYPE_CHECKING:
    from bonecoach.core.medicines import Medicine, MedicineRules
    from bonecoach.core.plans import Slot
    from bonecoach.core.spacing import SpacingRule
    from bonecoach.diary.ledger import Ledger

_LATER = "later"
_CALCIUM = frozenset({"calcium"})


class Rituals:
    """The rituals of doses on record. They need no record of their own: the time of the dose says all."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def running(self, now: datetime | None = None) -> list[Ritual]:
        """The rituals that are not over, the one that began last in front."""
        now = now or self._ledger.clock.now()
        today = moment_at(now, self._ledger.zone).date
        doses = self._store.entries(today - timedelta(days=1), today, ["dose"])
        found = [self.of(dose) for dose in doses if isinstance(dose, Dose) and dose.moment.instant <= now]
        running = [one for one in found if one is not None and one.stage(now) is not Stage.OVER]
        return sorted(running, key=lambda one: one.began, reverse=True)

    def of(self, dose: Dose) -> Ritual | None:
        """What a dose asks for; None where nothing, or where it was not taken."""
        known = self._with_ritual(dose.medicine) if dose.state is DoseState.TAKEN else None
        if known is None:
            return None
        medicine, rules = known
        ways = {rule.way: rule for rule in _rules_behind(medicine)}
        late = ways[_LATER].minutes if _LATER in ways and self._something_before(dose) else 0
        return ritual_of(dose, rules, ways["after"].minutes, late)

    def rules(self, medicine: str) -> MedicineRules | None:
        """How a medicine with a ritual is taken; None for all others."""
        known = self._with_ritual(medicine)
        return None if known is None else known[1]

    def asks_first(self, slot: Slot) -> MedicineRules | None:
        """How the medicine of a planned time is to be taken, where that has to be known before; None for others."""
        return self.rules(slot.plan.medicine) if slot.plan.medicine else None

    def _with_ritual(self, medicine_id: str) -> tuple[Medicine, MedicineRules] | None:
        from bonecoach.reference.medicine_rules import medicine_rules

        medicine = self._ledger.knowledge.medicines.get(medicine_id)
        if medicine is None:
            return None
        rules = medicine_rules(medicine)
        return (medicine, rules) if rules.upright_minutes else None

    def _something_before(self, dose: Dose) -> bool:
        day = dose.moment.date
        intakes = self._store.entries(day, day, ["intake"])
        return any(isinstance(one, Intake) and one.moment.instant <= dose.moment.instant for one in intakes)


def _rules_behind(medicine: Medicine) -> list[SpacingRule]:
    """The rules for calcium after a tablet, and for a tablet that something came before."""
    from bonecoach.reference.spacing import spacing_rules
    from bonecoach.reference.substances import tags_of

    tags = tags_of(medicine.name)
    mine = [rule for rule in spacing_rules() if tags & rule.first and not tags & rule.unless]
    return [rule for rule in mine if rule.way == _LATER or (rule.way == "after" and rule.second == _CALCIUM)]
