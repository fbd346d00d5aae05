"""What left this program as resources, read back as what it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.days import EARLIEST
from bonecoach.core.entries import Dose, DoseState, Event, Session, Symptom
from bonecoach.core.measurements import LabTest
from bonecoach.core.profile import Fact, fact_value
from bonecoach.exchange.cells import Cells
from bonecoach.exchange.fhir.observations import BODY
from bonecoach.exchange.fhir.values import (
    Given,
    components,
    day_of,
    listed,
    mapping,
    moment_of_resource,
    note_of,
    number,
    quantity_of,
    text,
    unreadable,
    whole,
)
from bonecoach.exchange.tables.entries import exercises_in

AsWritten = {ucum: unit for unit, ucum in (("mg", "mg"), ("ug", "ug"), ("g", "g"), ("IU", "[iU]"))}


def session_of(resource: Given, name: tuple[str, ...], zone: str) -> Session:
    """A bout of movement."""
    _, activity, entry_id = name
    said: dict[str, Given] = {}
    exercises = []
    for part_name, part in components(resource):
        if part_name == "exercise":
            exercises.append(text(part.get("valueString"), resource))
        else:
            said[part_name] = part
    load, also = (_choice(said, key, Load, resource) for key in ("load", "also load"))
    intensity = _choice(said, "intensity", Intensity, resource)
    if load is None or intensity is None:
        raise unreadable(resource)
    return Session(
        id=entry_id,
        moment=moment_of_resource(resource, zone),
        name=text(mapping(resource.get("valueCodeableConcept"), resource).get("text"), resource),
        note=note_of(resource),
        activity=activity,
        load=load,
        also_load=also,
        intensity=intensity,
        aerobic=_flag(said, "aerobic", resource) or False,
        minutes=_minutes(said, resource),
        impacts=_count(said, "impacts", resource),
        ease=text(said.get("ease", {}).get("valueString"), resource) or None,
        exercises=exercises_in(Cells({"exercises": f"[{','.join(exercises)}]"})),
    )


def _choice(said: dict[str, Given], key: str, choices: Callable[[str], Any], resource: Given) -> Any:
    word = text(said.get(key, {}).get("valueString"), resource)
    try:
        return choices(word) if word else None
    except ValueError:
        raise unreadable(resource) from None


def _flag(said: dict[str, Given], key: str, resource: Given) -> bool | None:
    found = said.get(key, {}).get("valueBoolean")
    if found is not None and not isinstance(found, bool):
        raise unreadable(resource)
    return found


def _count(said: dict[str, Given], key: str, resource: Given) -> int | None:
    found = said.get(key, {}).get("valueInteger")
    if found is not None and type(found) is not int:
        raise unreadable(resource)
    return found


def _minutes(said: dict[str, Given], resource: Given) -> int | None:
    if "duration" not in said:
        return None
    return whole(quantity_of(said["duration"].get("valueQuantity"), resource).value, resource)


def dose_of(resource: Given, name: tuple[str, ...], zone: str) -> Dose:
    """One dose, taken or not."""
    _, medicine, entry_id = name
    reasons = [text(reason.get("text"), resource) for reason in listed(resource.get("statusReason"), resource)]
    state = "taken" if resource.get("status") == "completed" else (reasons or [""])[0]
    if state not in set(DoseState):
        raise unreadable(resource)
    given = mapping(mapping(resource.get("dosage"), resource).get("dose"), resource)
    unit = text(given.get("unit"), resource)
    return Dose(
        id=entry_id,
        moment=moment_of_resource(resource, zone),
        name=text(mapping(resource.get("medicationCodeableConcept"), resource).get("text"), resource),
        note=note_of(resource),
        medicine=medicine,
        amount=number(given.get("value"), resource) if given else None,
        unit=unit or AsWritten.get(text(given.get("code"), resource)),
        state=DoseState(state),
    )


def symptom_of(resource: Given, name: tuple[str, ...], zone: str) -> Symptom:
    """Pain or another symptom."""
    _, symptom, entry_id = name
    score = resource.get("valueQuantity")
    return Symptom(
        id=entry_id,
        moment=moment_of_resource(resource, zone),
        name=text(mapping(resource.get("code"), resource).get("text"), resource),
        note=note_of(resource),
        symptom=symptom,
        score=None if score is None else whole(quantity_of(score, resource).value, resource),
        site=text(mapping(resource.get("bodySite"), resource).get("text"), resource) or None,
    )


def event_of(resource: Given, name: tuple[str, ...], zone: str) -> Event:
    """A fall, a fracture or another event."""
    _, event, entry_id = name
    return Event(
        id=entry_id,
        moment=moment_of_resource(resource, zone),
        name=text(resource.get("valueString"), resource),
        note=note_of(resource),
        event=event,
        injury=_flag(dict(components(resource)), "injury", resource),
        site=text(mapping(resource.get("bodySite"), resource).get("text"), resource) or None,
    )


def lab_test_of(resource: Given, name: tuple[str, ...], _zone: str) -> LabTest:
    """A laboratory's result."""
    _, test, test_id = name
    parts = dict(components(resource))
    bounds = next(listed(resource.get("referenceRange"), resource), {})
    low, high = (
        None if bounds.get(end) is None else quantity_of(bounds[end], resource).value for end in ("low", "high")
    )
    value = mapping(resource.get("valueQuantity"), resource)
    at = text(parts.get("time", {}).get("valueTime"), resource)
    return LabTest(
        id=test_id,
        date=day_of(resource),
        time=Cells({"time": at}).clock_or_none("time") or None,
        name=test,
        value=quantity_of(value, resource).value,
        unit=text(value.get("unit"), resource),
        range_low=low,
        range_high=high,
        fasting=_flag(parts, "fasting", resource),
        lab=text(parts.get("laboratory", {}).get("valueString"), resource),
        note=note_of(resource),
    )


def fact_of(resource: Given, name: tuple[str, ...], _zone: str) -> Fact:
    """Weight or height."""
    _, key, _since = name
    if key not in BODY:
        raise unreadable(resource)
    since = day_of(resource) if resource.get("effectiveDateTime") is not None else EARLIEST
    said = repr(quantity_of(resource.get("valueQuantity"), resource).value)
    return Fact(key, fact_value(key, said, today=date.max), since)
