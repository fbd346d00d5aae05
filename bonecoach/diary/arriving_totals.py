"""The total of a day as entries that add up to it again: of food, of what is not known of it, of supplements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from bonecoach.core.days import moment_of
from bonecoach.core.entries import SUPPLEMENTS_OF_THE_DAY, Intake, Source
from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.exchange.fhir.gathered import DayTotals

NAME = "Total of the day"
"""What the total of a day is called in the list: a file says no more of it."""

REST = "More of the day, not known"
"""What stands for the food whose value of something was unknown: with it the total is a least amount again."""


def none_taken(said: DayTotals) -> bool:
    """Whether a total says that nothing was taken on its day."""
    return not said.at_least and set(said.amounts) == set(Nutrient) and not any(said.amounts.values())


def entries_of(said: DayTotals, zone: str) -> Iterator[Intake]:
    """The entries of a day, at its beginning.

    One of food with what supplements did not bring; beside it one without any value of what is a least amount; and as
    many of supplements as keep what was swallowed at once apart. What did not stand in the total stays unknown.
    """
    eaten = {nutrient: ng - said.supplements.get(nutrient, 0) for nutrient, ng in said.amounts.items()}
    # Any food makes vitamin K2 a least amount (core/totals.py), so it needs no entry of its own.
    unknown = said.at_least - {Nutrient.VITAMIN_K2}
    model = Intake(
        id=f"total of {said.date}",
        moment=moment_of(said.date, time(), zone),
        name=NAME,
        source=Source.MANUAL,
        amounts=Amounts(eaten),
    )
    if any(eaten.values()) or said.at_least:
        yield model
    elif not said.supplements:
        # Food would have made vitamin K2 a least amount: where it is not, what held nothing was a supplement.
        swallowed = replace(model, name=SUPPLEMENTS_OF_THE_DAY, source=Source.SUPPLEMENT)
        yield swallowed if Nutrient.VITAMIN_K2 in said.amounts else model
    if unknown:
        none = {nutrient: 0 for nutrient in said.amounts if nutrient not in unknown}
        yield replace(model, id=f"rest of {said.date}", name=REST, amounts=Amounts(none))
    for nth, amounts in enumerate(_swallowed(said)):
        name = f"supplements {nth} of {said.date}"
        yield replace(model, id=name, name=SUPPLEMENTS_OF_THE_DAY, source=Source.SUPPLEMENT, amounts=amounts)


def _swallowed(said: DayTotals) -> Iterator[Amounts]:
    left = dict(said.supplements)
    while any(left.values()):
        now = {nutrient: min(ng, said.at_once.get(nutrient, ng)) for nutrient, ng in left.items()}
        left = {nutrient: ng - now[nutrient] for nutrient, ng in left.items()}
        yield Amounts({nutrient: now.get(nutrient, 0) for nutrient in said.amounts})
