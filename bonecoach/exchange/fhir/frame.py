"""What the resources of a bundle have in common: whose they are, and how names, codes and values are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha1
from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import UUID

from bonecoach.core.days import Moment
from bonecoach.reference.codes import codes

Resource = dict[str, Any]

NAMING = "urn:uuid:7c7d3a66-3f0c-4f0e-9a53-1f2b6c0d9e41"
"""The naming system of this program: by what it calls its things, they are known again when a bundle comes back."""

UCUM = "http://unitsofmeasure.org"
CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category"
ACTIVITY_GUIDE = "http://hl7.org/fhir/us/physical-activity"
ZONE = "http://hl7.org/fhir/StructureDefinition/tz-code"
"""FHIR's own extension for the zone that an offset was of."""

UNITS = {"mg": "mg", "ug": "ug", "mcg": "ug", "µg": "ug", "μg": "ug", "g": "g", "IU": "[iU]", "iu": "[iU]"}
"""Units of doses that UCUM knows, as people write them; others leave as text only."""


class Person(NamedTuple):
    """Whose diary it is: its own random name, and what of her is handed on. Never her name."""

    id: UUID
    birth_date: date | None
    sex: str | None


_PLAIN = re.compile(r"[\w.~-]*", re.ASCII).fullmatch


def key_text(*parts: str) -> str:
    """The name of a thing: its kind, then what it is called in the diary."""
    return "/".join(part if _PLAIN(part) else quote(part, safe="") for part in parts)


class Frame:
    """Makes resources of one person."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.patient = {"reference": f"urn:uuid:{person.id}"}
        self._space = person.id.bytes

    def uuid(self, key: str) -> str:
        """The id of a thing: the same whenever it leaves this diary. It is a name-based UUID (RFC 9562, version 5)."""
        # `uuid.uuid5` says the same and takes three times as long; ten years hold 40,000.
        made = sha1(self._space + key.encode(), usedforsecurity=False).hexdigest()
        variant = "89ab"[int(made[16], 16) & 3]
        return f"{made[:8]}-{made[8:12]}-5{made[13:16]}-{variant}{made[17:20]}-{made[20:32]}"

    def named(self, resource: Resource, key: str) -> Resource:
        """A resource with its id and its name in the diary."""
        kind = resource.pop("resourceType")
        identifier = [{"system": NAMING, "value": key}]
        return {"resourceType": kind, "id": self.uuid(key), "identifier": identifier, **resource}

    def observation(
        self, key: str, category: list[Resource], code: Resource, when: Mapping[str, Any], **more: Any
    ) -> Resource:
        """An observation that she reported herself."""
        return self.named(
            {
                "resourceType": "Observation",
                "status": "final",
                "category": category,
                "code": code,
                "subject": self.patient,
                **when,
                "performer": [self.patient],
                **more,
            },
            key,
        )


def category(code: str) -> Resource:
    """A category of observations."""
    return {"coding": [{"system": CATEGORIES, "code": code}]}


ACTIVITY = [
    category("activity"),
    {"coding": [{"system": f"{ACTIVITY_GUIDE}/CodeSystem/pa-temporary-codes", "code": "PhysicalActivity"}]},
]
"""What the physical activity guide asks of its observations."""

SURVEY = [category("survey")]


def concept(key: str, text: str) -> Resource:
    """A concept with the codes that the evidence has for it; without any it is text only."""
    coding = [
        {"system": code.uri, "code": code.code, **({"display": code.display} if code.display else {})}
        for code in codes().get(key, ())
    ]
    return {"coding": coding, "text": text} if coding else {"text": text}


def quantity(value: float, unit: str, ucum: str | None = None) -> Resource:
    """A value with its unit as people write it, and as UCUM does (the same unless said; "" for none)."""
    plain = int(value) if float(value).is_integer() else value
    code = unit if ucum is None else ucum
    known = {"system": UCUM, "code": code} if code else {}
    return {"value": plain, "unit": unit, **known}


def dose_quantity(amount: float, unit: str | None) -> Resource:
    """A dose; its unit is UCUM's where that knows it."""
    return quantity(amount, unit or "", UNITS.get(unit or "", "")) if unit else {"value": quantity(amount, "")["value"]}


def on(day: date) -> Resource:
    """A day as the time of an observation."""
    return {"effectiveDateTime": day.isoformat()}


def at(moment: Moment) -> Resource:
    """A moment as the time of an observation, with the zone it was of beside it."""
    return {"effectiveDateTime": stamp(moment.local), "_effectiveDateTime": {"extension": [zone_extension(moment)]}}


def zone_extension(moment: Moment) -> Resource:
    """The zone that an offset was of."""
    return {"url": ZONE, "valueCode": moment.zone}


def stamp(instant: datetime) -> str:
    """An instant to the second; one whose offset has seconds, as long ago, in UTC: FHIR writes hours and minutes."""
    offset = instant.utcoffset()
    if offset is not None and offset.total_seconds() % 60:
        instant = instant.astimezone(UTC)
    return instant.isoformat(timespec="seconds")


def component(text: str, **value: Any) -> Resource:
    """A part of an observation that no registry has a code for here."""
    return {"code": {"text": text}, **value}


def noted(text: str) -> Resource:
    """What she noted, where there is something."""
    return {"note": [{"text": text}]} if text else {}
