"""A second dose of a medicine on its day, or within its week or longer, is asked about before it is logged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bonecoach.core.entries import Dose, DoseState, Entry, picked
from bonecoach.core.plans import Plan, Slot, planned
from bonecoach.core.second_doses import standing_already
from bonecoach.diary.refusals import SECOND_DOSE, SECOND_IN_LINE
from bonecoach.phrase.reading import Doubt, Part, Reading

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

_ONE_DAY = timedelta(0)
_WIDE = timedelta(days=400)
"""How far around a dose others may matter: a yearly infusion, and a month to spare."""


class SecondDoses:
    """Which dose on record makes another one a second. `versions` answers the plans with all their versions."""

    def __init__(self, ledger: Ledger, versions: Callable[[], list[Plan]]) -> None:
        self._ledger = ledger
        self._versions = versions

    def asked(self, reading: Reading, but: str = "") -> Reading:
        """The reading, with a doubt on every part that has a second dose. `but` is the id of an entry that goes."""
        before: list[Dose] = []
        parts = []
        for part in reading.parts:
            doubt = None
            for dose in picked(Dose, part.entries):
                doubt = doubt or self._doubt(dose, before, but)
                before.append(dose)
            parts.append(part if doubt is None or part.doubt is not None else replace(part, doubt=doubt))
        return replace(reading, parts=tuple(parts))

    def question(self, entries: Sequence[Entry]) -> Reading | None:
        """Entries that were not typed, as a reading with its doubts; None where there is nothing to ask."""
        parts = [Part(entry.label, 0, len(entry.label), (entry,)) for entry in entries]
        reading = self.asked(Reading(", ".join(part.text for part in parts), tuple(parts)))
        return reading if reading.doubts else None

    def standing(self, dose: Dose, more: Sequence[Dose] = (), but: str = "") -> Dose | None:
        """The dose on record, or among `more`, that makes this one a second; None when there is none."""
        on = dose.moment.date
        slots = self._slots(dose, on)
        every = self._interval(dose, slots)
        wide = _WIDE if any(slot.plan.schedule.is_long for slot in slots) or every not in (None, "day") else _ONE_DAY
        on_record = self._ledger.store.planning.taken(dose.medicine, on - wide, on + wide)
        others = [other for other in on_record if other.id != but]
        others += [other for other in more if other.medicine == dose.medicine]
        return standing_already(dose, others, every, slots)

    def _doubt(self, dose: Dose, before: Sequence[Dose], but: str) -> Doubt | None:
        if dose.state is not DoseState.TAKEN:
            return None
        standing = self.standing(dose, before, but)
        if standing is None:
            return None
        facts = {"medicine": dose.name, "moment": standing.moment, "now": self._ledger.now()}
        return Doubt(SECOND_DOSE if standing.id else SECOND_IN_LINE, facts)

    def _interval(self, dose: Dose, slots: Sequence[Slot]) -> str | None:
        if slots:
            return slots[0].plan.interval
        known = self._ledger.knowledge.medicines.get(dose.medicine)
        return None if known is None else known.every

    def _slots(self, dose: Dose, on: date) -> list[Slot]:
        """The planned times of the dose's date; of weekly and longer plans also those around it."""
        mine = [plan for plan in self._versions() if plan.settles == f"dose:{dose.medicine}"]
        wide = _WIDE if any(plan.schedule.is_long for plan in mine) else _ONE_DAY
        return list(planned(mine, on - wide, on + wide, self._ledger.zone))
