"""What she takes, as statements, and each dose on record, as an administration."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bonecoach.core.days import WEEKDAYS
from bonecoach.core.entries import Dose, DoseState
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.exchange.fhir.frame import NAMING, Frame, Resource, at, concept, dose_quantity, key_text, noted

_STATUS = {DoseState.TAKEN: "completed", DoseState.MISSED: "not-done", DoseState.SKIPPED: "not-done"}
PERIODS = {Unit.DAY: "d", Unit.WEEK: "wk", Unit.MONTH: "mo"}
_PATIENT_SPECIFIED = {
    "coding": [
        {"system": "http://terminology.hl7.org/CodeSystem/medication-statement-category", "code": "patientspecified"}
    ]
}


THERAPY = "Aromatase inhibitor therapy"
"""Why it is taken, where her profile says that it is."""

PAUSED = "Paused"
SUPPLEMENT = {"system": NAMING, "code": "supplement", "display": "Supplement"}


class Use(NamedTuple):
    """A medicine or supplement that she takes or took, and how that is known.

    `status` is "active", "on-hold", "completed" or "unknown": only logged, without a plan. `medicine` is its key, ""
    for a supplement. `therapy`: her profile says so; `paused`: that her team paused it on the day it ended.
    `asserted` is since when a plan holds as it is. `nth` tells apart what began on one day.
    """

    name: str
    medicine: str
    status: str
    start: date | None
    end: date | None = None
    amount: float | None = None
    unit: str | None = None
    schedule: Schedule | None = None
    therapy: bool = False
    paused: bool = False
    asserted: date | None = None
    nth: int = 1


def use_statement(frame: Frame, use: Use) -> Resource:
    """A medicine or supplement with its times and its dose."""
    period = {"start": use.start.isoformat() if use.start else None, "end": use.end.isoformat() if use.end else None}
    said = {end: day for end, day in period.items() if day is not None}
    dosage = _dosage(use)
    return frame.named(
        {
            "resourceType": "MedicationStatement",
            **({} if use.medicine else {"meta": {"tag": [SUPPLEMENT]}}),
            "status": use.status,
            **({"statusReason": [{"text": PAUSED}]} if use.paused else {}),
            "category": _PATIENT_SPECIFIED,
            "medicationCodeableConcept": concept(f"medicine.{use.medicine}", use.name),
            "subject": frame.patient,
            **({"effectivePeriod": said} if said else {}),
            **({"dateAsserted": use.asserted.isoformat()} if use.asserted else {}),
            "informationSource": frame.patient,
            **({"reasonCode": [{"text": THERAPY}]} if use.therapy else {}),
            **({"dosage": [dosage]} if dosage else {}),
        },
        key_text("use", use.medicine or use.name, said.get("start", ""), *([] if use.nth == 1 else [str(use.nth)])),
    )


def _dosage(use: Use) -> Resource:
    dosage: Resource = {}
    if use.schedule is not None:
        dosage["timing"] = {"repeat": _repeat(use.schedule)}
    if use.amount is not None:
        dosage["doseAndRate"] = [{"doseQuantity": dose_quantity(use.amount, use.unit)}]
    return dosage


def _repeat(schedule: Schedule) -> Resource:
    times = [f"{at:%H:%M}:00" for at in schedule.times]
    days = [WEEKDAYS[day][:3] for day in schedule.weekdays]
    bounds = {"start": schedule.start, **({} if schedule.until is None else {"end": schedule.until})}
    return {
        "boundsPeriod": {end: day.isoformat() for end, day in bounds.items()},
        "frequency": max(len(times), 1) * max(len(days), 1),
        "period": schedule.every,
        "periodUnit": PERIODS[schedule.unit],
        **({"dayOfWeek": days} if days else {}),
        **({"timeOfDay": times} if times else {}),
    }


def dose_administration(frame: Frame, dose: Dose, *, notes: bool) -> Resource:
    """One dose: taken, or not, with what she said became of it."""
    taken = dose.state is DoseState.TAKEN
    return frame.named(
        {
            "resourceType": "MedicationAdministration",
            "status": _STATUS[dose.state],
            **({} if taken else {"statusReason": [{"text": dose.state.value}]}),
            "medicationCodeableConcept": concept(f"medicine.{dose.medicine}", dose.name),
            "subject": frame.patient,
            **at(dose.moment),
            "performer": [{"actor": frame.patient}],
            **({} if dose.amount is None else {"dosage": {"dose": dose_quantity(dose.amount, dose.unit)}}),
            **(noted(dose.note) if notes else {}),
        },
        key_text("dose", dose.medicine, dose.id),
    )
