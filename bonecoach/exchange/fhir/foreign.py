"""Resources that other systems made, known by their codes."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from bonecoach.core.measurements import TEST_UNITS, LabTest, Side, Site, unit_named
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Fact, fact_value
from bonecoach.core.units import GRAMS_PER_POUND
from bonecoach.exchange.fhir.gathered import Gathered
from bonecoach.exchange.fhir.values import (
    Given,
    codes_of,
    day_of,
    listed,
    mapping,
    quantity_of,
    text,
    unreadable,
)
from bonecoach.reference.codes import codes

_CM_PER_INCH = 2.54
_BODY_UNITS = {
    "weight_kg": {"kg": 1.0, "g": 0.001, "[lb_av]": GRAMS_PER_POUND / 1000},
    "height_cm": {"cm": 1.0, "m": 100.0, "[in_i]": _CM_PER_INCH},
}
_STATUSES = frozenset({"final", "amended", "corrected", "preliminary"})


@lru_cache(maxsize=1)
def _known() -> dict[str, list[str]]:
    """What of the diary each LOINC code may stand for."""
    found: dict[str, list[str]] = {}
    for key, made in codes().items():
        for code in made:
            if code.system == "loinc":
                found.setdefault(code.code, []).append(key)
    return found


def taken(resource: Given, number: int, gathered: Gathered) -> tuple[str, Any] | bool:
    """What an observation of another system says, with the table it belongs to.

    True where it was gathered with others, False where nothing of the diary is meant.
    """
    if resource.get("resourceType") != "Observation" or text(resource.get("status"), resource) not in _STATUSES:
        return False
    for code in codes_of(mapping(resource.get("code"), resource), resource):
        for key in _known().get(code, ()):
            kind, _, rest = key.partition(".")
            if kind == "intake":
                gathered.intake(resource, number, Nutrient(rest))
                return True
            if kind == "scan":
                return _scan(resource, number, rest, gathered)
            if kind == "test" and (found := _test(resource, rest)) is not None:
                return "lab_tests", found
            if key in _BODY_UNITS:
                return "facts", _fact(resource, key)
    return False


def _scan(resource: Given, number: int, rest: str, gathered: Gathered) -> bool:
    measure, site_name, *side = rest.split(".")
    site = Site(site_name)
    place = text(mapping(resource.get("bodySite"), resource).get("text"), resource).lower()
    if site is Site.FEMORAL_NECK and "neck" not in place:
        return False  # the codes of the femur say no more than that
    said = next((each for each in Side if each.value in (*side, *place.replace(",", " ").split())), None)
    gathered.scan(resource, number, site, said, measure)
    return True


def _test(resource: Given, rest: str) -> LabTest | None:
    """A laboratory's result, where it is in a unit that its test is known in."""
    name = rest.partition(".")[0]
    value = mapping(resource.get("valueQuantity"), resource)
    unit = unit_named(text(value.get("unit"), resource) or text(value.get("code"), resource))
    if unit not in TEST_UNITS[name]:
        return None
    bounds = next(listed(resource.get("referenceRange"), resource), {})
    low, high = (
        None if bounds.get(end) is None else quantity_of(bounds[end], resource).value for end in ("low", "high")
    )
    return LabTest(
        date=day_of(resource),
        name=name,
        value=quantity_of(value, resource).value,
        unit=unit,
        range_low=low,
        range_high=high,
    )


def _fact(resource: Given, key: str) -> Fact:
    measured = quantity_of(resource.get("valueQuantity"), resource)
    factor = _BODY_UNITS[key].get(measured.unit)
    if factor is None:
        raise unreadable(resource)
    return Fact(key, fact_value(key, repr(round(measured.value * factor, 3)), today=date.max), day_of(resource))
