"""How tall she is and what she weighs, measured again and again: the last of each, and what it is held against."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.profile import Fact

HEIGHT, WEIGHT = "height_cm", "weight_kg"
MEASURED = (HEIGHT, WEIGHT)
"""The facts that are measured. Their keys name the unit of their figures."""

HEIGHT_LOSS_CM = 4.0
"""Loss of height to mention (UK2022, ESSA2017: unconfirmed, so it is to be checked with the team)."""

_FAR = {HEIGHT: 0.06, WEIGHT: 0.25}
"""Parts of the figure before it: a new one so far from it may be a slip. A choice of ours, only for asking: 6 % of a
height are about 10 cm, and 146 for 164 is 11 %."""

_DIGITS = 2


class Measure(NamedTuple):
    """One height in centimetres or weight in kilograms, as `key` says, and its day."""

    key: str
    value: float
    day: date


class Height(NamedTuple):
    """The last height and the tallest one: the same where she was never taller."""

    last: Measure
    tallest: Measure

    @property
    def loss_cm(self) -> float:
        """How much smaller she is than at her tallest."""
        return round(self.tallest.value - self.last.value, _DIGITS)  # free of the dust of binary floats

    @property
    def worth_mentioning(self) -> bool:
        """Whether so much is lost that guidance speaks of it."""
        return self.loss_cm >= HEIGHT_LOSS_CM


class Weight(NamedTuple):
    """The last weight, and the one before it where there is one."""

    last: Measure
    before: Measure | None

    @property
    def change_kg(self) -> float | None:
        """How much more it is than the one before."""
        return None if self.before is None else round(self.last.value - self.before.value, _DIGITS)


class BodyState(NamedTuple):
    """Every height and weight, newest first, and where she stands by them."""

    measures: tuple[Measure, ...]
    height: Height | None
    weight: Weight | None

    def newest(self, most: int) -> tuple[Measure, ...]:
        """The newest so many, and behind them the heights that a loss is told of, however many weights came since."""
        told = () if self.height is None else self.height
        return tuple(one for place, one in enumerate(self.measures) if place < most or one in told)


def body_state(facts: Iterable[Fact]) -> BodyState:
    """Heights and weights among her facts. Of two that are equally tall the later one is the tallest."""
    found = measures_of(facts)
    heights = [measure for measure in found if measure.key == HEIGHT]
    weights = [measure for measure in found if measure.key == WEIGHT]
    return BodyState(
        found,
        Height(heights[0], max(heights, key=lambda measure: measure.value)) if heights else None,
        Weight(weights[0], next(iter(weights[1:]), None)) if weights else None,
    )


def measures_of(facts: Iterable[Fact]) -> tuple[Measure, ...]:
    """Heights and weights among facts, newest first; of one day the height comes first."""
    found = [
        Measure(fact.key, float(fact.value), fact.since)
        for fact in facts
        if fact.key in MEASURED and isinstance(fact.value, int | float)
    ]
    return tuple(sorted(sorted(found), key=lambda measure: measure.day, reverse=True))


def ask_about_body(measure: Measure, others: Iterable[Measure]) -> None:
    """Raises InvalidEntry("height_far", "weight_far") where a figure is far from the one nearest in time."""
    same = [other for other in others if other.key == measure.key]
    if not same:
        return
    near = min(same, key=lambda other: abs((other.day - measure.day).days))
    if abs(measure.value - near.value) > _FAR[measure.key] * near.value:
        raise InvalidEntry("height_far" if measure.key == HEIGHT else "weight_far", date=near.day)
