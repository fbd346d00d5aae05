"""Doses that a table of hers tells of: by which names medicines are known, and which of them are on record already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bonecoach.core.days import moment_at
from bonecoach.core.entries import Dose, picked
from bonecoach.diary.plans import own_id
from bonecoach.exchange.arrivals import Line
from bonecoach.exchange.sheets.doses_told import DoseTold, MedicineNamed, Medicines

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger


def medicines_of(ledger: Ledger) -> Medicines:
    """What knows the medicines of the tables and those that she plans or planned, by their names."""
    tables = ledger.knowledge.medicines
    planned = {plan.medicine: plan.name for plan in ledger.store.planning.plans() if plan.medicine}

    def named(words: str) -> MedicineNamed | None:
        known = tables.named(words) or tables.get(own_id(words))
        if known is not None:
            return MedicineNamed(known.id, known.name)
        own = own_id(words)
        return MedicineNamed(own, planned[own]) if own in planned else None

    return named


def not_on_record(ledger: Ledger, told: Sequence[Line]) -> list[Line]:
    """The doses that the diary does not hold: of a day on which it has some of a medicine, those beyond as many.

    One of today whose time was not told was taken by now.
    """
    if not told:
        return []
    doses = [line.value.dose for line in told]
    days = [dose.moment.date for dose in doses]
    known = Counter(_which(dose) for dose in picked(Dose, ledger.store.entries(min(days), max(days), ["dose"])))
    new: list[Line] = []
    for line in told:
        if known[_which(line.value.dose)] > 0:
            known[_which(line.value.dose)] -= 1
        else:
            new.append(line._replace(table="doses", value=_timed(ledger, line.value)))
    return new


def _which(dose: Dose) -> tuple[str, object]:
    return dose.medicine, dose.moment.date


def _timed(ledger: Ledger, told: DoseTold) -> Dose:
    now = ledger.clock.now()
    if told.has_time or told.dose.moment.instant <= now or told.dose.moment.date != ledger.today():
        return told.dose
    return replace(told.dose, moment=moment_at(now, told.dose.moment.zone))
