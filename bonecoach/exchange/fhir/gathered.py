"""What stands in several resources and is one thing: the sites of a scan, and the totals of a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import Scan, Side, Site
from bonecoach.core.nutrients import Nutrient
from bonecoach.exchange.arrivals import Line, Rejected
from bonecoach.exchange.fhir.observations import AT_ONCE, FROM_SUPPLEMENTS, MEASURES
from bonecoach.exchange.fhir.values import (
    Given,
    components,
    day_of,
    mapping,
    nanograms_of,
    note_of,
    quantity_of,
    text,
    unreadable,
)

DAY_TOTALS = "day_totals"
"""The name under which the totals of days arrive; it is no table of the diary's."""

_MOST_DOSES = 100
"""No day is parted into more doses than these: a bundle that asks for it is not to be believed."""


class DayTotals(NamedTuple):
    """What was taken in on a day, in nanograms, and of which nutrients it is a least amount.

    `supplements` is what of it they brought, and `at_once` the most that was swallowed of it at once, where that is
    less; both hold what was said of them.
    """

    date: date
    amounts: Mapping[Nutrient, int]
    at_least: frozenset[Nutrient]
    supplements: Mapping[Nutrient, int] = {}
    at_once: Mapping[Nutrient, int] = {}


class _Day:
    """What of a day's totals was read, and where the first of them stands."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.amounts: dict[Nutrient, int] = {}
        self.at_least: set[Nutrient] = set()
        self.supplements: dict[Nutrient, int] = {}
        self.at_once: dict[Nutrient, int] = {}


class Gathered:
    """Collects measures until all resources are read."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._scans: dict[tuple[str, ...], tuple[int, dict[str, Any]]] = {}
        self._days: dict[date, _Day] = {}

    def intake(self, resource: Given, number: int, nutrient: Nutrient) -> None:
        """An amount of a nutrient on a day."""
        measured = quantity_of(resource.get("valueQuantity"), resource)
        ng = nanograms_of(measured, nutrient, resource)
        parts = {
            name: nanograms_of(quantity_of(part.get("valueQuantity"), resource), nutrient, resource)
            for name, part in components(resource)
            if name in (FROM_SUPPLEMENTS, AT_ONCE)
        }
        swallowed, at_once = parts.get(FROM_SUPPLEMENTS), parts.get(AT_ONCE)
        if (swallowed or 0) > ng or (at_once is not None and (swallowed or 0) > _MOST_DOSES * at_once):
            raise unreadable(resource)
        day = self._days.setdefault(day_of(resource), _Day(number))
        if nutrient in day.amounts:
            raise unreadable(resource)
        day.amounts[nutrient] = ng
        if measured.at_least:
            day.at_least.add(nutrient)
        if swallowed:
            day.supplements[nutrient] = swallowed
            if at_once is not None:
                day.at_once[nutrient] = at_once

    def scan(
        self, resource: Given, number: int, site: Site, side: Side | None, measure: str, scan_id: str = ""
    ) -> None:
        """A measure of a site."""
        if measure not in MEASURES:
            raise unreadable(resource)
        measured = quantity_of(resource.get("valueQuantity"), resource)
        day = day_of(resource)
        key = (scan_id,) if scan_id else (day.isoformat(), site.value, "" if side is None else side.value)
        found = {"id": scan_id, "date": day, "site": site, "side": side, **_beside(resource)}
        _, said = self._scans.setdefault(key, (number, found))
        if measure in said:
            raise unreadable(resource)
        said[measure] = measured.value

    def lines(self) -> list[Line | Rejected]:
        """The things that were collected."""
        made: list[Line | Rejected] = []
        for number, said in self._scans.values():
            try:
                made.append(Line(self._file, number, "scans", Scan(**said), loose=True))
            except InvalidEntry as error:
                made.append(Rejected(self._file, number, error))
        for day, read in self._days.items():
            totals = DayTotals(day, read.amounts, frozenset(read.at_least), read.supplements, read.at_once)
            made.append(Line(self._file, read.number, DAY_TOTALS, totals))
        return made


def _beside(resource: Given) -> dict[str, Any]:
    """What stands beside a measure: scanner, place, least significant change, note."""
    said: dict[str, Any] = {
        "scanner": text(mapping(resource.get("device"), resource).get("display"), resource),
        "note": note_of(resource),
    }
    for name, part in components(resource):
        if name == "place":
            said["place"] = text(part.get("valueString"), resource)
        elif name == "least significant change":
            least = quantity_of(part.get("valueQuantity"), resource)
            said["lsc_percent" if least.unit == "%" else "lsc"] = least.value
    return said
