"""Statements of what she takes, read back: how each is planned, and what of it her profile said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from bonecoach.core.days import WEEKDAYS
from bonecoach.core.schedules import Schedule
from bonecoach.exchange.cells import Cells
from bonecoach.exchange.fhir.medicines import PAUSED, PERIODS, SUPPLEMENT, THERAPY, Use
from bonecoach.exchange.fhir.things import AsWritten
from bonecoach.exchange.fhir.values import Given, listed, mapping, number, text, unreadable, whole

USES = "uses"
"""The name under which statements arrive; it is no table of the diary's."""

_STATUSES = ("active", "on-hold", "completed", "unknown")
_UNITS = {code: unit for unit, code in PERIODS.items()}
_DAYS = {day[:3]: place for place, day in enumerate(WEEKDAYS)}


class _Dose(NamedTuple):
    amount: float | None = None
    unit: str | None = None


def use_of(resource: Given, name: tuple[str, ...], _zone: str) -> Use:
    """A statement of this program's. Raises InvalidEntry("resource_unreadable"), and what Schedule refuses."""
    medicine, nth = name[1] if len(name) > 1 else "", "".join(name[3:4]) or "1"
    status = text(resource.get("status"), resource)
    tags = [tag.get("code") for tag in listed(mapping(resource.get("meta"), resource).get("tag"), resource)]
    if not medicine or not nth.isdecimal() or status not in _STATUSES:
        raise unreadable(resource)
    dosage = next(listed(resource.get("dosage"), resource), {})
    period = mapping(resource.get("effectivePeriod"), resource)
    dose = _dose(dosage, resource)
    return Use(
        name=text(mapping(resource.get("medicationCodeableConcept"), resource).get("text"), resource),
        medicine="" if SUPPLEMENT["code"] in tags else medicine,
        status=status,
        start=_day(period, "start", resource),
        end=_day(period, "end", resource),
        amount=dose.amount,
        unit=dose.unit,
        schedule=_schedule(dosage, resource),
        therapy=_says(resource, "reasonCode", THERAPY),
        paused=_says(resource, "statusReason", PAUSED),
        asserted=_day(resource, "dateAsserted", resource),
        nth=int(nth),
    )


def _says(resource: Given, key: str, words: str) -> bool:
    return any(text(each.get("text"), resource) == words for each in listed(resource.get(key), resource))


def _day(found: Mapping[str, object], key: str, resource: Given) -> date | None:
    return Cells({key: text(found.get(key), resource)}).day_or_none(key)


def _dose(dosage: Given, resource: Given) -> _Dose:
    rate = next(listed(dosage.get("doseAndRate"), resource), {})
    given = mapping(rate.get("doseQuantity"), resource)
    if not given:
        return _Dose()
    amount = number(given.get("value"), resource)
    if amount <= 0:
        raise unreadable(resource)
    return _Dose(amount, text(given.get("unit"), resource) or AsWritten.get(text(given.get("code"), resource)))


def _schedule(dosage: Given, resource: Given) -> Schedule | None:
    """When it is planned; None where a statement does not say from which day on."""
    repeat = mapping(mapping(dosage.get("timing"), resource).get("repeat"), resource)
    bounds = mapping(repeat.get("boundsPeriod"), resource)
    start, unit = _day(bounds, "start", resource), text(repeat.get("periodUnit"), resource)
    if start is None:
        return None
    days, clocks = (repeat.get(key, []) for key in ("dayOfWeek", "timeOfDay"))
    if unit not in _UNITS or not isinstance(days, list) or not set(map(str, days)) <= set(_DAYS):
        raise unreadable(resource)
    if not isinstance(clocks, list):
        raise unreadable(resource)
    return Schedule(
        start=start,
        unit=_UNITS[unit],
        every=whole(number(repeat.get("period"), resource), resource),
        weekdays=tuple(_DAYS[day] for day in days),
        times=Cells({"times": " ".join(text(at, resource)[: len("08:00")] for at in clocks)}).clocks("times"),
        until=_day(bounds, "end", resource),
    )
