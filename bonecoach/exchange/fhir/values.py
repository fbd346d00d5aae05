"""What stands in resources that others made, read with care: nothing in them is taken on trust."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple
from urllib.parse import unquote

from bonecoach.core.days import Moment, possible
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.units import NG_PER, NG_PER_IU_VITAMIN_D
from bonecoach.exchange.cells import MOST_NG, Cells, finite
from bonecoach.exchange.fhir.frame import NAMING, ZONE
from bonecoach.exchange.tables.entries import moment_in
from bonecoach.reference.codes import SYSTEMS

Given = Mapping[str, Any]
_LONGEST_NAME = 10


class Measured(NamedTuple):
    """A value with its unit: UCUM's code where there is one, else as it is written."""

    value: float
    unit: str
    at_least: bool = False


def unreadable(resource: Given) -> InvalidEntry:
    """The complaint about a resource that is not what its type says."""
    return InvalidEntry("resource_unreadable", kind=str(resource.get("resourceType", "?"))[:40])


def mapping(found: object, resource: Given) -> Given:
    """A JSON object; {} for nothing."""
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise unreadable(resource)
    return found


def listed(found: object, resource: Given) -> Iterator[Given]:
    """The objects of a JSON list; none for nothing."""
    if found is None:
        return
    if not isinstance(found, list):
        raise unreadable(resource)
    for each in found:
        yield mapping(each, resource)


def text(found: object, resource: Given) -> str:
    """A text as cells have it; "" for nothing."""
    if found is None:
        return ""
    if not isinstance(found, str):
        raise unreadable(resource)
    return Cells({"text": f"'{found}"}).text("text")


def names(resource: Given) -> tuple[str, ...]:
    """What this program called a resource when it left: its kind and what it is called in the diary; () for others."""
    for identifier in listed(resource.get("identifier"), resource):
        if identifier.get("system") == NAMING:
            parts = text(identifier.get("value"), resource).split("/")[:_LONGEST_NAME]
            return tuple(text(unquote(part), resource) for part in parts)
    return ()


def codes_of(concept: Given, resource: Given, system: str = "loinc") -> list[str]:
    """The codes of a concept in a registry."""
    codings = listed(concept.get("coding"), resource)
    return [text(coding.get("code"), resource) for coding in codings if coding.get("system") == SYSTEMS[system]]


def number(found: object, resource: Given) -> float:
    """A number that is one."""
    figure = finite(found)
    if figure is None:
        raise unreadable(resource)
    return figure


def whole(figure: float, resource: Given) -> int:
    """A number without a fraction. Raises InvalidEntry("resource_unreadable")."""
    if not figure.is_integer():
        raise unreadable(resource)
    return int(figure)


def quantity_of(found: object, resource: Given) -> Measured:
    """A value with its unit. Raises InvalidEntry("resource_unreadable")."""
    said = mapping(found, resource)
    comparator = said.get("comparator")
    if comparator not in (None, ">=", ">"):
        raise unreadable(resource)
    unit = text(said.get("code"), resource) or text(said.get("unit"), resource)
    return Measured(number(said.get("value"), resource), unit, comparator is not None)


def nanograms_of(measured: Measured, nutrient: Nutrient, resource: Given) -> int:
    """An amount of a nutrient in whole nanograms."""
    if measured.unit in ("[iU]", "IU") and nutrient is Nutrient.VITAMIN_D:
        per = NG_PER_IU_VITAMIN_D
    elif measured.unit in NG_PER:
        per = NG_PER[measured.unit]
    else:
        raise unreadable(resource)
    ng = round(Fraction(repr(measured.value)) * per)
    if not 0 <= ng <= MOST_NG:
        raise unreadable(resource)
    return ng


def components(resource: Given) -> Iterator[tuple[str, Given]]:
    """The parts of an observation by their texts."""
    for part in listed(resource.get("component"), resource):
        yield text(mapping(part.get("code"), resource).get("text"), resource), part


def note_of(resource: Given) -> str:
    """What was noted."""
    return "\n".join(text(note.get("text"), resource) for note in listed(resource.get("note"), resource))


def day_of(resource: Given) -> date:
    """The day of an observation, of whatever precision.

    Raises InvalidEntry("resource_unreadable", "day_out_of_range").
    """
    said = text(resource.get("effectiveDateTime"), resource)
    try:
        day = date.fromisoformat(said[: len("2026-11-23")])
    except ValueError:
        raise unreadable(resource) from None
    return possible(day)


def moment_of_resource(resource: Given, zone: str) -> Moment:
    """The moment of an observation, in the zone that stands beside it, else in `zone`."""
    beside = mapping(resource.get("_effectiveDateTime"), resource)
    zones = [
        text(each.get("valueCode"), resource)
        for each in listed(beside.get("extension"), resource)
        if each.get("url") == ZONE
    ]
    said = text(resource.get("effectiveDateTime"), resource)
    return moment_in(Cells({"at": said, "zone": (zones or [zone])[0]}))
