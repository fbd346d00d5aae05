"""The totals of days as resources, by pattern: ten years hold 30,000 that differ in a name, a day and a figure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache

from bonecoach.core.nutrients import Nutrient
from bonecoach.core.totals import NutrientTotal
from bonecoach.core.week import DayState
from bonecoach.exchange.fhir.frame import Frame, key_text
from bonecoach.exchange.fhir.observations import AT_ONCE, FROM_SUPPLEMENTS, intake_observation

encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_DAY, _FIGURE = "0000-00-00", "the figure"
_PARTS = {FROM_SUPPLEMENTS: "the part", AT_ONCE: "the largest"}


class DailyIntakes:
    """Writes what was taken in on a day, nutrient by nutrient, as `intake_observation` has it.

    `today` still runs: what it holds is preliminary.
    """

    def __init__(self, frame: Frame, today: date) -> None:
        self._frame, self._today = frame, today
        self._pattern = cache(self._made_pattern)

    def _made_pattern(self, nutrient: Nutrient, at_least: bool, parts: tuple[str, ...], is_over: bool) -> str:
        """The text of such a resource with its id, its day and its figures left open."""
        open_parts = {part: _PARTS[part] for part in parts}
        model = intake_observation(self._frame, _DAY, nutrient, _FIGURE, open_parts, at_least=at_least)
        status = "final" if is_over else "preliminary"
        text = encoded({**model, "status": status}).replace("%", "%%").replace(_DAY, "%(day)s")
        for figure in (_FIGURE, *_PARTS.values()):
            text = text.replace(f'"{figure}"', f"%({figure})s")
        return text.replace(model["id"], "%(id)s")

    def written(self, day: DayState) -> Iterator[tuple[str, str]]:
        """The id and the text of each resource; none of a nutrient of which nothing is known."""
        on = day.date.isoformat()
        for nutrient, total in day.nutrients.items():
            if total.amount is not None:
                parts = _parts(total)
                made = self._frame.uuid(key_text("intake", on, nutrient.value))
                pattern = self._pattern(nutrient, total.at_least, tuple(parts), day.date < self._today)
                said = {_PARTS[part]: _figure(amount, nutrient) for part, amount in parts.items()}
                yield made, pattern % {"id": made, "day": on, _FIGURE: _figure(total.amount, nutrient), **said}


def _parts(total: NutrientTotal) -> dict[str, int]:
    """What supplements brought, and the most of it at once where that is less; neither where they brought nothing."""
    swallowed, largest = total.supplement, total.largest_single_dose
    if not swallowed:
        return {}
    return {FROM_SUPPLEMENTS: swallowed, **({AT_ONCE: largest} if largest and largest < swallowed else {})}


def _figure(ng: int, nutrient: Nutrient) -> str:
    figure = ng / nutrient.ng_per_unit
    return str(int(figure)) if figure.is_integer() else repr(figure)
