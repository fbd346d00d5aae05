"""What stands in several resources and is one thing: the sites of a scan, and the totals of a day."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import Scan, Side, Site
from bonecoach.core.nutrients import Nutrient
from bonecoach.exchange.arrivals import Line, Rejected
from bonecoach.exchange.fhir.observations import MEASURES
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


class DayTotals(NamedTuple):
    """What was taken in on a day, in nanograms, and of which nutrients it is a least amount."""

    date: date
    amounts: dict[Nutrient, int]
    at_least: frozenset[Nutrient]


class Gathered:
    """Collects measures until all resources are read."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._scans: dict[tuple[str, ...], tuple[int, dict[str, Any]]] = {}
        self._days: dict[date, tuple[int, dict[Nutrient, int], set[Nutrient]]] = {}

    def intake(self, resource: Given, number: int, nutrient: Nutrient) -> None:
        """An amount of a nutrient on a day."""
        measured = quantity_of(resource.get("valueQuantity"), resource)
        ng = nanograms_of(measured, nutrient, resource)
        _, amounts, at_least = self._days.setdefault(day_of(resource), (number, {}, set()))
        if nutrient in amounts:
            raise unreadable(resource)
        amounts[nutrient] = ng
        if measured.at_least:
            at_least.add(nutrient)

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
        for day, (number, amounts, at_least) in self._days.items():
            made.append(Line(self._file, number, DAY_TOTALS, DayTotals(day, amounts, frozenset(at_least))))
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
