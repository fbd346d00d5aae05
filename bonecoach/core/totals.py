"""The one place where nutrients of a day are added up; every number on screen, paper and terminal is from here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from bonecoach.core.entries import Intake, Source
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import Target
from bonecoach.core.values import Value

LARGEST_USEFUL_CALCIUM_DOSE_MG = 500
"""At most 500 mg of elemental calcium is well absorbed at once (ODS, secondary; some say 500 to 600)."""


class NutrientTotal(Value):
    """One nutrient on one day, in nanograms.

    `amount` is None when nothing known was added or the day is not recorded, 0 on a day of none taken. `food` holds
    food and label figures, `supplement` the rest; either is 0 when none of its kind was logged on a recorded day.
    `at_least`: some food's value is unknown, so the truth is higher. `estimate`: part of it is from the literature
    (K2). `largest_single_dose` is of supplements swallowed together.
    """

    nutrient: Nutrient
    amount: int | None
    food: int | None
    supplement: int | None
    at_least: bool
    estimate: bool
    largest_single_dose: int | None
    target: Target

    @property
    def dose_too_large(self) -> bool:
        """Whether more calcium was swallowed at once than is well absorbed."""
        largest = LARGEST_USEFUL_CALCIUM_DOSE_MG * Nutrient.CALCIUM.ng_per_unit
        dose = self.largest_single_dose
        return self.nutrient is Nutrient.CALCIUM and dose is not None and dose > largest

    @property
    def met(self) -> bool | None:
        """Whether the amount is not below the target's low end; None without a target or an amount."""
        if self.amount is None or self.target.low is None:
            return None
        return self.amount >= round(self.target.low * self.nutrient.ng_per_unit)

    @property
    def above_limit(self) -> bool:
        """Whether the part that the upper limit applies to is above it."""
        part = self.supplement if self.target.limit_applies_to == "supplement" else self.amount
        limit = self.target.upper_limit
        return limit is not None and part is not None and part > round(limit * self.nutrient.ng_per_unit)


def share_on(intake: Intake, nutrient: Nutrient, day: date) -> int | None:
    """What of an intake counts on `day`, in nanograms: all of it on its date, or its part while it is spread.

    Parts of a spread dose are whole nanograms and add up to the dose exactly. None when unknown.
    """
    whole = intake.amounts.ng.get(nutrient)
    if whole is None:
        return None
    days = intake.spread_days
    nth = (day - intake.moment.date).days
    if not 0 <= nth < days:
        return 0
    return whole if days == 1 else whole * (nth + 1) // days - whole * nth // days


def totals_on(
    day: date, intakes: Sequence[Intake], targets: Mapping[Nutrient, Target], *, none_taken: bool = False
) -> dict[Nutrient, NutrientTotal]:
    """The totals on `day` of the nutrients that `targets` has, from intakes logged that day or spread over it.

    What was logged earlier and is spread over the day says nothing of what it does not hold: a day on which nothing
    else was logged stays unknown in the rest.
    """
    own = _Touching([intake for intake in intakes if intake.moment.date == day])
    earlier = [intake for intake in intakes if intake.moment.date != day]
    recorded = none_taken or bool(own.intakes)
    totals = {}
    for nutrient, target in targets.items():
        touching = own
        if earlier:
            touching = _Touching([*own.intakes, *(one for one in earlier if share_on(one, nutrient, day))])
        totals[nutrient] = _total(day, nutrient, touching, target, recorded=recorded)
    return totals


class _Touching:
    """Intakes that touch a day, those eaten and those swallowed as supplements apart."""

    __slots__ = ("eaten", "intakes", "swallowed")

    def __init__(self, intakes: Sequence[Intake]) -> None:
        self.intakes = intakes
        self.eaten = [intake for intake in intakes if intake.source is not Source.SUPPLEMENT]
        self.swallowed = [intake for intake in intakes if intake.source is Source.SUPPLEMENT]


def _total(day: date, nutrient: Nutrient, touching: _Touching, target: Target, *, recorded: bool) -> NutrientTotal:
    eaten, swallowed = touching.eaten, touching.swallowed
    of_food, of_supplements = _known(eaten, nutrient, day), _known(swallowed, nutrient, day)
    food, supplements = _part(of_food, said=bool(eaten)), _part(of_supplements, said=bool(swallowed))
    is_k2 = nutrient is Nutrient.VITAMIN_K2
    return NutrientTotal(
        nutrient=nutrient,
        amount=_amount(food, supplements, none_taken=recorded and not touching.intakes),
        food=0 if recorded and not eaten else food,
        supplement=0 if recorded and not swallowed else supplements,
        # Food tables hold too few menaquinones for any K2 total of food to be complete (BOOTH2012, confirmed).
        at_least=bool(eaten) if is_k2 else len(of_food) < len(eaten),
        estimate=is_k2 and any(intake.k2_estimate for intake in eaten),
        largest_single_dose=_largest_dose(day, nutrient, swallowed) if supplements else None,
        target=target,
    )


def _known(intakes: Sequence[Intake], nutrient: Nutrient, day: date) -> list[int]:
    """What is known of each intake's part. What is not spread is all of the day's own: a year asks for it often."""
    found = [
        intake.amounts.ng.get(nutrient) if intake.spread_days == 1 else share_on(intake, nutrient, day)
        for intake in intakes
    ]
    return [part for part in found if part is not None]


def _part(known: Sequence[int], *, said: bool) -> int | None:
    """The sum of what is known of a kind; None where none of it is, or none was logged."""
    return sum(known) if said and known else None


def _amount(food: int | None, supplements: int | None, *, none_taken: bool) -> int | None:
    if food is None and supplements is None:
        return 0 if none_taken else None
    return (food or 0) + (supplements or 0)


def _largest_dose(day: date, nutrient: Nutrient, swallowed: Sequence[Intake]) -> int | None:
    doses: dict[tuple[str, object], int] = defaultdict(int)
    for intake in swallowed:
        if intake.moment.date == day:
            amount = intake.amounts.ng.get(nutrient)
            if amount:
                doses[intake.together or intake.id, intake.moment.instant] += amount
    return max(doses.values(), default=None)
