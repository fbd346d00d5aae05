"""Something new that she takes: what is known of it fills the form, and it becomes a medicine or a supplement."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Any, NamedTuple

from bonecoach.core.entries import Intake, Source
from bonecoach.core.injections import TOLD_AT
from bonecoach.core.plans import Kind, Plan
from bonecoach.core.prescribed import spread_as_planned
from bonecoach.core.schedules import Schedule
from bonecoach.diary.plans import INTERVALS, own_id

if TYPE_CHECKING:
    from bonecoach.core.medicines import Medicine, MedicineRules
    from bonecoach.core.offered_times import Offered
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger
    from bonecoach.phrase.reading import Reading

MOST_SUGGESTED = 6
_ONE_AT_A_TIME = (("aromatase_inhibitor",), ("oral_bisphosphonate", "infusion", "injection"))
"""Kinds of medicines of which one is taken at a time: beside one that is planned no other is suggested."""

_PRESCRIBED = {"week": "weekly", "month": "monthly", "6months": "every 6 months", "year": "every 12 months"}
"""How the entry line is told that a dose is meant for so long."""

_INTERVAL_OF = {7: "week", 30: "month", 180: "6months", 360: "year"}


class Known(NamedTuple):
    """What is known of a name: its usual dose and interval, how it is taken, and whether a clinic gives it.

    `rules` are None where no table knows it; `supplement` is what Done would log where it is a supplement.
    """

    dose: str = ""
    interval: str = "day"
    rules: MedicineRules | None = None
    by_clinic: bool = False
    supplement: str = ""


class NewMedicines:
    """Answers what fills the form, and plans what stands in it."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._diary = diary

    def begun(self) -> str:
        """The name the form begins with: her aromatase inhibitor where she said which, and does not plan it yet."""
        inhibitor = self._diary.person.profile(self._ledger.today()).aromatase_inhibitor
        known = self._ledger.knowledge.medicines.get(inhibitor or "")
        return known.name if known is not None and known.kind not in self._planned_kinds() else ""

    def suggested(self, text: str = "") -> tuple[str, ...]:
        """Names for what was typed so far; for nothing those that are planned most, without what she plans already."""
        medicines = self._ledger.knowledge.medicines
        if text.strip():
            found = [medicine.name for medicine in medicines.search(text, MOST_SUGGESTED)]
            return tuple(dict.fromkeys(name for name in found if name.casefold() != text.strip().casefold()))
        there = self._planned_kinds()
        free = [medicine for medicine in medicines.all() if medicine.kind not in there]
        first_of_kind = {medicine.kind: medicine for medicine in reversed(free)}
        daily = [medicine for medicine in free if medicine.every == "day"]
        return tuple(dict.fromkeys(one.name for one in (*daily, *first_of_kind.values(), *free)))[:MOST_SUGGESTED]

    def near(self, name: str) -> tuple[str, ...]:
        """Names that were likely meant by one that nothing knows: misspelled, or with more words behind it."""
        if self._medicine(name) is not None or self._supplement(name) is not None:
            return ()
        within, _ = self.parted(name)
        return (within,) if within else tuple(self._ledger.knowledge.medicines.near(name))

    def already(self, name: str, dose: str, first: date) -> Plan | None:
        """The plan of the same medicine, or of the same supplement in the same dose, that stands on its first day."""
        medicine, text = self._medicine(name), f"{name} {dose}".strip()
        reading = None if medicine is not None else self._supplement(text)
        key = medicine.id if medicine is not None else own_id(name) or None
        for plan in self._diary.plans.standing():
            ends = plan.schedule.until is not None and plan.schedule.until < first
            same = plan.medicine == key if reading is None else plan.log and plan.label == reading.entries[0].label
            if same and not ends:
                return plan
        return None

    def parted(self, text: str) -> tuple[str, str]:
        """A name that is known and what was typed behind it, of "letrozole, mornings"; ("", "") for any other text."""
        said = text.strip()
        for between in reversed([*re.finditer(r"[\s,;]+", said)]):
            medicine = self._medicine(re.sub(r"[\s,;]+", " ", said[: between.start()]))
            if medicine is not None and said[between.end() :]:
                return medicine.name, said[between.end() :]
        name, *behind = (part.strip() for part in re.split("[,;]", said, maxsplit=1))
        is_parted = bool(behind and behind[0]) and self._supplement(name) is not None
        return (name, behind[0]) if is_parted else ("", "")

    def known(self, name: str, dose: str = "", interval: str = "") -> Known:
        """What is known of a name, with a dose and an interval where they were said."""
        medicine = self._medicine(name, interval)
        if medicine is not None:
            from bonecoach.reference.medicine_rules import medicine_rules

            usual = f"{medicine.dose_amount:g} {medicine.dose_unit}" if medicine.dose_amount is not None else ""
            return Known(usual, medicine.every, medicine_rules(medicine), medicine.by_clinic)
        text = f"{name} {dose}".strip()
        reading = self._supplement(text)
        if reading is None:
            return Known()
        days = {one.spread_days for one in reading.entries if isinstance(one, Intake)}
        return Known(interval=_INTERVAL_OF.get(max(days), "day"), supplement=text)

    def offered(self, name: str, count: int = 1, schedule: Schedule | None = None) -> Offered:
        """Times for it: those that keep their distance, and the clinic's hours for what a clinic gives.

        `schedule` says on which days; every day unless it is given.
        """
        from bonecoach.core.offered_times import Offered

        if not name.strip() or self.known(name).by_clinic:
            return Offered((TOLD_AT if name.strip() else time(8),))
        return self._diary.spacing.offered(name, count, schedule=schedule)

    def add(
        self, name: str, schedule: Schedule, amount: float | None, unit: str | None, interval: str, **more: Any
    ) -> Plan:
        """Plans it as a supplement, which Done logs as the entry line reads it, or as a medicine. Raises as they do."""
        dose = "" if amount is None else f"{amount:g} {unit}"
        text = self._as_prescribed(f"{name} {dose}".strip(), interval)
        reading = None if self._medicine(name) is not None else self._supplement(text)
        if reading is None:
            called = name[:1].upper() + name[1:]
            return self._diary.plans.add_medicine(called, schedule, amount=amount, unit=unit, interval=interval, **more)
        log = reading.text
        self._diary.plans.understood(log)
        label = reading.entries[0].label
        return self._diary.plans.add(label, schedule, kind=Kind.SUPPLEMENT, log=log, reading=reading, **more)

    def _medicine(self, name: str, interval: str = "") -> Medicine | None:
        return self._ledger.knowledge.medicines.named(name, interval)

    def _supplement(self, text: str) -> Reading | None:
        """The reading of a text that is one or more supplements and nothing else."""
        reading = self._diary.read(text) if text else None
        if reading is None or not reading.understood or not reading.entries:
            return None
        supplements = (isinstance(one, Intake) and one.source is Source.SUPPLEMENT for one in reading.entries)
        return reading if all(supplements) else None

    def _as_prescribed(self, text: str, interval: str) -> str:
        """Vitamin D once a week or more rarely, with the word that says so: as much at once is meant as it is."""
        reading = self._supplement(text) if interval in _PRESCRIBED else None
        if reading is None:
            return text
        schedule = Schedule(self._ledger.today(), *INTERVALS[interval])
        spread = spread_as_planned(reading.entries, schedule) != reading.entries
        return f"{text} {_PRESCRIBED[interval]}" if spread else text

    def _planned_kinds(self) -> frozenset[str]:
        """The kinds of medicines that are planned, with those of which one is taken at a time."""
        medicines = self._ledger.knowledge.medicines
        planned = {known.kind for plan in self._diary.plans.standing() if (known := medicines.get(plan.medicine))}
        return frozenset(kind for alike in _ONE_AT_A_TIME if planned & set(alike) for kind in alike)
