"""The one place where nutrients of a day are added up; every number on screen, paper and terminal is from here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from bonecoach.core.entries import Intake, Source
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import Target


class NutrientTotal(NamedTuple):
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
    whole = intake.amounts.get(nutrient)
    if whole is None:
        return None
    nth = (day - intake.moment.date).days
    if not 0 <= nth < intake.spread_days:
        return 0
    return whole * (nth + 1) // intake.spread_days - whole * nth // intake.spread_days


def total_on(
    day: date, nutrient: Nutrient, intakes: Sequence[Intake], target: Target, *, none_taken: bool = False
) -> NutrientTotal:
    """The total of one nutrient on `day` from the intakes that touch it (logged that day, or spread over it)."""
    eaten = [i for i in intakes if i.source is not Source.SUPPLEMENT]
    swallowed = [i for i in intakes if i.source is Source.SUPPLEMENT]
    of_food = [share_on(i, nutrient, day) for i in eaten]
    of_supplements = [share_on(i, nutrient, day) for i in swallowed]
    recorded = none_taken or bool(intakes)
    amount = _sum(of_food + of_supplements)
    return NutrientTotal(
        nutrient=nutrient,
        amount=0 if amount is None and none_taken and not intakes else amount,
        food=_part(of_food, recorded=recorded),
        supplement=_part(of_supplements, recorded=recorded),
        at_least=_incomplete(nutrient, eaten),
        estimate=nutrient is Nutrient.VITAMIN_K2 and any(i.k2_estimate for i in eaten),
        largest_single_dose=_largest_dose(day, nutrient, intakes),
        target=target,
    )


def _incomplete(nutrient: Nutrient, eaten: Sequence[Intake]) -> bool:
    # Food tables hold too few menaquinones for any K2 total of food to be complete (BOOTH2012, confirmed).
    if nutrient is Nutrient.VITAMIN_K2:
        return bool(eaten)
    return any(i.amounts.get(nutrient) is None for i in eaten)


def _sum(parts: Iterable[int | None]) -> int | None:
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def _part(parts: Sequence[int | None], *, recorded: bool) -> int | None:
    # Of a kind that was not logged at all on a recorded day, nothing was taken: that is 0, not unknown.
    return 0 if recorded and not parts else _sum(parts)


def _largest_dose(day: date, nutrient: Nutrient, intakes: Sequence[Intake]) -> int | None:
    doses: dict[tuple[str, object], int] = defaultdict(int)
    for intake in intakes:
        if intake.source is Source.SUPPLEMENT and intake.moment.date == day:
            amount = intake.amounts.get(nutrient)
            if amount:
                doses[intake.together or intake.id, intake.moment.instant] += amount
    return max(doses.values(), default=None)
