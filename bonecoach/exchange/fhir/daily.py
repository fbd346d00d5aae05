"""The totals of days as resources, by pattern: ten years hold 30,000 that differ in a name, a day and a figure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from bonecoach.core.nutrients import Nutrient
from bonecoach.core.week import DayState
from bonecoach.exchange.fhir.frame import Frame, key_text
from bonecoach.exchange.fhir.observations import intake_observation

encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_DAY, _FIGURE = "0000-00-00", "the figure"


class DailyIntakes:
    """Writes what was taken in on a day, nutrient by nutrient, as `intake_observation` has it."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._pattern = cache(self._made_pattern)

    def _made_pattern(self, nutrient: Nutrient, at_least: bool) -> str:
        """The text of such a resource with its id, its day and its figure left open."""
        model = intake_observation(self._frame, _DAY, nutrient, _FIGURE, at_least=at_least)
        text = encoded(model).replace("%", "%%").replace(_DAY, "%(day)s").replace(f'"{_FIGURE}"', "%(figure)s")
        return text.replace(model["id"], "%(id)s")

    def written(self, day: DayState) -> Iterator[tuple[str, str]]:
        """The id and the text of each resource; none of a nutrient of which nothing is known."""
        on = day.date.isoformat()
        for nutrient, total in day.nutrients.items():
            if total.amount is not None:
                figure = total.amount / nutrient.ng_per_unit
                plain = str(int(figure)) if figure.is_integer() else repr(figure)
                made = self._frame.uuid(key_text("intake", on, nutrient.value))
                pattern = self._pattern(nutrient, total.at_least)
                yield made, pattern % {"id": made, "day": on, "figure": plain}
