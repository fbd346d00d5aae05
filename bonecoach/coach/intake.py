"""What a day's supplements give reason to say. Food alone never brings advice."""

from __future__ import annotations

from collections.abc import Iterator

from bonecoach.core.advice import Advice
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.totals import LARGEST_USEFUL_CALCIUM_DOSE_MG, NutrientTotal
from bonecoach.core.week import DayState


def advise_day(day: DayState) -> tuple[Advice, ...]:
    """Advice on what was taken on one day, the weightiest first."""
    return (*_with_warfarin(day), *_above_limits(day), *_split_calcium(day))


def _with_warfarin(day: DayState) -> Iterator[Advice]:
    if not day.profile.warfarin:
        return
    for nutrient in (Nutrient.VITAMIN_K2, Nutrient.VITAMIN_K1):
        if day.nutrients[nutrient].supplement:
            # Steady habit, nothing started or changed without the clinic (VIOLI2016, MK7-INR, both confirmed).
            yield Advice("vitamin_k_with_warfarin", {"nutrient": nutrient}, "VIOLI2016 MK7-INR", "confirmed")
            return


def _above_limits(day: DayState) -> Iterator[Advice]:
    for total in day.nutrients.values():
        if total.above_limit and _by_supplements(total):
            target, per_unit = total.target, total.nutrient.ng_per_unit
            by_supplement = target.limit_applies_to == "supplement"
            part = total.supplement if by_supplement else total.amount
            yield Advice(
                "above_limit",
                {
                    "nutrient": total.nutrient,
                    "amount": (part or 0) / per_unit,
                    "limit": target.upper_limit,
                    "applies_to": target.limit_applies_to,
                },
                target.limit_source,
                target.limit_status,
            )


def _by_supplements(total: NutrientTotal) -> bool:
    # One serving of oysters may pass the zinc limit: a day of food is no cause for alarm (evidence 1.7).
    limit = round((total.target.upper_limit or 0) * total.nutrient.ng_per_unit)
    return bool(total.supplement) and ((total.food or 0) <= limit or (total.supplement or 0) > limit)


def _split_calcium(day: DayState) -> Iterator[Advice]:
    total = day.nutrients[Nutrient.CALCIUM]
    dose = total.largest_single_dose
    if dose is not None and total.dose_too_large:
        facts = {"dose_mg": dose / Nutrient.CALCIUM.ng_per_unit, "largest_mg": LARGEST_USEFUL_CALCIUM_DOSE_MG}
        yield Advice("split_calcium", facts, "ODS", "secondary")
