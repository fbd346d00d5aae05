"""What she logged and measured, as observations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from bonecoach.core.days import EARLIEST
from bonecoach.core.entries import Event, Session, Symptom
from bonecoach.core.measurements import LabTest, Scan, Site
from bonecoach.core.movement import WeekMovement
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Fact
from bonecoach.core.vital_sign import vital_sign
from bonecoach.exchange.fhir.frame import (
    ACTIVITY,
    ACTIVITY_GUIDE,
    SURVEY,
    UCUM,
    Frame,
    Resource,
    at,
    category,
    component,
    concept,
    key_text,
    noted,
    on,
    quantity,
)
from bonecoach.reference.codes import codes

_DENSITY_PROFILE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-clinical-result"
_IMAGING, _LABORATORY, _VITAL = [category("imaging")], [category("laboratory")], [category("vital-signs")]

MOVEMENT = {
    "days_a_week": ("pa-observation-evs-days-per-week", "Days a week of moderate to vigorous aerobic movement"),
    "minutes_a_day": ("pa-observation-evs-min-per-day", "Minutes on such a day"),
    "minutes_a_week": ("pa-observation-evs-min-per-week", "Minutes a week of moderate to vigorous aerobic movement"),
    "strength_days_a_week": ("pa-observation-strength-days-per-week", "Days a week of resistance exercise"),
}
"""The exercise vital sign: what it is called, and its profile in the physical activity guide."""

INTAKES = {
    Nutrient.CALCIUM: "Calcium intake, 24 hours",
    Nutrient.VITAMIN_D: "Vitamin D intake, 24 hours",
    Nutrient.VITAMIN_K2: "Vitamin K2 intake, 24 hours",
    Nutrient.MAGNESIUM: "Magnesium intake, 24 hours",
    Nutrient.PROTEIN: "Protein intake, 24 hours",
    Nutrient.ZINC: "Zinc intake, 24 hours",
    Nutrient.VITAMIN_K1: "Vitamin K1 intake, 24 hours",
    Nutrient.FIBRE: "Fibre intake, 24 hours",
    Nutrient.SODIUM: "Sodium intake, 24 hours",
}
SITES = {
    Site.LUMBAR_SPINE: "Lumbar spine",
    Site.TOTAL_HIP: "Total hip",
    Site.FEMORAL_NECK: "Femoral neck",
    Site.FOREARM: "Forearm (33 % radius)",
}
MEASURES = {"bmd": "bone mineral density", "t_score": "T-score", "z_score": "Z-score"}
TESTS = {
    "25ohd": "25-hydroxyvitamin D",
    "calcium": "Calcium in serum",
    "ctx": "CTX in serum",
    "ntx": "NTX/creatinine in urine",
    "p1np": "P1NP",
    "bone_alp": "Bone alkaline phosphatase",
}
BODY = {"weight_kg": ("Body weight", "kg"), "height_cm": ("Body height", "cm")}


def week_observations(frame: Frame, week: WeekMovement, today: date) -> Iterator[Resource]:
    """The exercise vital sign of one week, dated by its last day; a week that still runs is preliminary.

    LOINC 82290-8 is the week's aerobic minutes, as the diary counts them everywhere.
    """
    vital = vital_sign([week])
    if vital is None or not week.known:
        return
    values = {
        "days_a_week": vital.days_a_week,
        "minutes_a_day": vital.minutes_a_day,
        "minutes_a_week": float(week.aerobic_minutes),
        "strength_days_a_week": float(week.resistance_days),
    }
    for name, (profile, text) in MOVEMENT.items():
        key = f"movement.{name}"
        (code,) = codes()[key]
        made = frame.observation(
            key_text("week", week.first.isoformat(), name),
            ACTIVITY,
            concept(key, text),
            on(min(week.last, today)),
            valueQuantity=quantity(values[name], code.unit),
        )
        made["meta"] = {"profile": [f"{ACTIVITY_GUIDE}/StructureDefinition/{profile}"]}
        yield {**made, "status": "final" if week.last < today else "preliminary"}


FROM_SUPPLEMENTS, AT_ONCE = "from supplements", "largest amount of supplements at once"


def intake_observation(
    frame: Frame, day: str, nutrient: Nutrient, amount: object, parts: Mapping[str, object], *, at_least: bool
) -> Resource:
    """What was taken in of a nutrient on one day, and of that what its `parts` name. "At least" is a comparator."""
    code = nutrient.unit
    unit = {"unit": code, "system": UCUM, "code": code}
    components = [component(text, valueQuantity={"value": part, **unit}) for text, part in parts.items()]
    return frame.observation(
        key_text("intake", day, nutrient.value),
        SURVEY,
        concept(f"intake.{nutrient.value}", INTAKES[nutrient]),
        {"effectiveDateTime": day},
        valueQuantity={"value": amount, **unit, **({"comparator": ">="} if at_least else {})},
        **({"component": components} if components else {}),
    )


def session_observation(frame: Frame, session: Session, *, notes: bool) -> Resource:
    """A bout of movement."""
    parts = [] if session.minutes is None else [component("duration", valueQuantity=quantity(session.minutes, "min"))]
    parts += [
        component("intensity", valueString=session.intensity.value),
        component("load", valueString=session.load.value),
        component("aerobic", valueBoolean=session.aerobic),
    ]
    if session.also_load is not None:
        parts.append(component("also load", valueString=session.also_load.value))
    if session.impacts is not None:
        parts.append(component("impacts", valueInteger=session.impacts))
    if session.ease is not None:
        parts.append(component("ease", valueString=session.ease))
    for exercise in session.exercises:
        said = {"name": exercise.name, "sets": exercise.sets, "reps": exercise.reps, "weight_kg": exercise.weight_kg}
        parts.append(component("exercise", valueString=json.dumps(said, ensure_ascii=False)))
    return frame.observation(
        key_text("session", session.activity, session.id),
        ACTIVITY,
        {"text": "Physical activity"},
        at(session.moment),
        valueCodeableConcept={"text": session.name},
        component=parts,
        **(noted(session.note) if notes else {}),
    )


def symptom_observation(frame: Frame, symptom: Symptom, *, notes: bool) -> Resource:
    """Pain from 0 to 10 under its code; what is no pain, or was not scored, as text."""
    is_pain = symptom.symptom != "other" and symptom.score is not None
    value = (
        {"valueString": symptom.name}
        if symptom.score is None
        else {"valueQuantity": quantity(symptom.score, "of 10", "{score}")}
    )
    return frame.observation(
        key_text("symptom", symptom.symptom, symptom.id),
        SURVEY,
        concept("pain" if is_pain else "", symptom.name),
        at(symptom.moment),
        **value,
        **({"bodySite": {"text": symptom.site}} if symptom.site else {}),
        **(noted(symptom.note) if notes else {}),
    )


def event_observation(frame: Frame, event: Event, *, notes: bool) -> Resource:
    """A fall, a fracture with the bone that broke, or another event."""
    hurt = {} if event.injury is None else {"component": [component("injury", valueBoolean=event.injury)]}
    return frame.observation(
        key_text("event", event.event, event.id),
        SURVEY,
        {"text": event.event},
        at(event.moment),
        valueString=event.name,
        **hurt,
        **({"bodySite": {"text": event.site}} if event.site else {}),
        **(noted(event.note) if notes else {}),
    )


def scan_observations(frame: Frame, scan: Scan, *, notes: bool) -> Iterator[Resource]:
    """One observation for each measure of a site, as US Core has it; scores are those of the report."""
    side = "" if scan.side is None else f".{scan.side.value}"
    place = SITES[scan.site] if scan.side is None else f"{SITES[scan.site]}, {scan.side.value}"
    parts = []
    if scan.lsc_percent is not None:
        parts.append(component("least significant change", valueQuantity=quantity(scan.lsc_percent, "%")))
    if scan.lsc is not None:
        parts.append(component("least significant change", valueQuantity=quantity(scan.lsc, "g/cm2")))
    if scan.place:
        parts.append(component("place", valueString=scan.place))
    for measure, text in MEASURES.items():
        value = getattr(scan, measure)
        if value is None:
            continue
        key = f"scan.{measure}.{scan.site.value}"
        unit = ("g/cm2", "g/cm2") if measure == "bmd" else (text, "1")
        made = frame.observation(
            key_text("scan", scan.site.value, scan.id, measure),
            _IMAGING,
            concept(f"{key}{side}" if f"{key}{side}" in codes() else key, f"{place}: {text}"),
            on(scan.date),
            valueQuantity=quantity(value, *unit),
            bodySite={"text": place},
            **({"device": {"display": scan.scanner}} if scan.scanner else {}),
            **({"component": parts} if parts else {}),
            **(noted(scan.note) if notes else {}),
        )
        made["meta"] = {"profile": [_DENSITY_PROFILE]}
        yield made


def lab_observation(frame: Frame, test: LabTest, *, notes: bool) -> Resource:
    """A laboratory's result in its own unit; a code stands only where it is of that unit (evidence 9)."""
    key = f"test.{test.name}.{test.unit}"
    found = codes().get(key)
    unit = test.unit, found[0].unit if found else _ucum(test.unit)
    bounds = {
        end: quantity(value, *unit)
        for end, value in (("low", test.range_low), ("high", test.range_high))
        if value is not None
    }
    parts = []
    if test.fasting is not None:
        parts.append(component("fasting", valueBoolean=test.fasting))
    if test.time is not None:
        parts.append(component("time", valueTime=f"{test.time:%H:%M}:00"))
    if test.lab:
        parts.append(component("laboratory", valueString=test.lab))
    return frame.observation(
        key_text("test", test.name, test.id),
        _LABORATORY,
        concept(key, TESTS.get(test.name, test.name)),
        on(test.date),
        valueQuantity=quantity(test.value, *unit),
        **({"referenceRange": [bounds]} if bounds else {}),
        **({"component": parts} if parts else {}),
        **(noted(test.note) if notes else {}),
    )


def _ucum(unit: str) -> str:
    """The UCUM code of a unit that laboratories print; "" for one that is not known to be UCUM."""
    return unit if unit in _UCUM_AS_PRINTED else ""


_UCUM_AS_PRINTED = frozenset({"nmol/L", "mmol/L", "mg/dL", "ng/mL", "pg/mL", "ng/L", "ug/L", "U/L", "pmol/L", "g/L"})


def body_observation(frame: Frame, fact: Fact) -> Resource:
    """Weight or height as she said it, of the day it was said; of no day where it was said for all days."""
    text, unit = BODY[fact.key]
    assert isinstance(fact.value, float)
    return frame.observation(
        key_text("fact", fact.key, fact.since.isoformat()),
        _VITAL,
        concept(fact.key, text),
        {} if fact.since == EARLIEST else on(fact.since),
        valueQuantity=quantity(fact.value, unit),
    )
