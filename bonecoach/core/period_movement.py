"""Movement over many weeks: what an average one held, and how many weeks that is known from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from bonecoach.core.activities import WEIGHT_BEARING, Load
from bonecoach.core.movement import HALF_A_WEEK, WeekMovement
from bonecoach.core.vital_sign import VitalSign, vital_sign


class PeriodMovement(NamedTuple):
    """The weeks of a period, oldest first, and the days of it on which anything at all was logged.

    Means are over the weeks that are `counted`: rest weeks are left out, weeks of which it is not known how much she
    moved, and the week in which the diary began where that has fewer than HALF_A_WEEK days from then on. A day that was
    not recorded in a week that counts adds no minutes.
    """

    weeks: tuple[WeekMovement, ...]
    counted: tuple[WeekMovement, ...]
    days_recorded: int
    days: int

    @property
    def rest_weeks(self) -> int:
        """How many weeks are left out as rest."""
        return sum(week.rest_week for week in self.weeks)

    @property
    def weeks_not_recorded(self) -> int:
        """How many weeks are left out because nothing was logged of them."""
        return sum(not week.known and not week.rest_week for week in self.weeks)

    @property
    def begun_within(self) -> bool:
        """Whether the week in which the diary began is left out, though something of it is known."""
        rests = sum(week.rest_week for week in self.weeks)
        return len(self.counted) + rests + self.weeks_not_recorded < len(self.weeks)

    @property
    def weeks_thinly_recorded(self) -> int:
        """Weeks that count with fewer than HALF_A_WEEK recorded days: what is missing of them adds no minutes."""
        return sum(week.days_recorded < HALF_A_WEEK for week in self.counted)

    @property
    def vital_sign(self) -> VitalSign | None:
        """Days a week and minutes a day of aerobic movement; None where no week counts."""
        return vital_sign(self.counted)

    @property
    def weight_bearing_minutes(self) -> float | None:
        """Moderate and vigorous weight-bearing minutes in an average week."""
        return self._mean(lambda week: sum(week.counted_by_load.get(load, 0) for load in WEIGHT_BEARING))

    @property
    def high_impact_minutes(self) -> float | None:
        """The part of them that is high impact."""
        return self._mean(lambda week: week.counted_by_load.get(Load.WEIGHT_BEARING_HIGH, 0))

    @property
    def aerobic_equivalent_minutes(self) -> float | None:
        """All aerobic minutes with vigorous ones twice, in an average week."""
        return self._mean(lambda week: week.aerobic_equivalent_minutes)

    @property
    def resistance_days(self) -> float | None:
        """Resistance days in an average week."""
        return self._mean(lambda week: week.resistance_days)

    @property
    def balance_days(self) -> float | None:
        """Balance days in an average week."""
        return self._mean(lambda week: week.balance_days)

    @property
    def weeks_reached(self) -> int:
        """Weeks that count and reached the target, by counted or by aerobic-equivalent minutes."""
        return sum(week.reached for week in self.counted)

    def _mean(self, figure: Callable[[WeekMovement], int]) -> float | None:
        return mean([figure(week) for week in self.counted])


def period_movement(
    weeks: Sequence[WeekMovement], days_recorded: int, days: int, began: date | None = None
) -> PeriodMovement:
    """The movement of a period from its weeks, how many of its days are recorded, and from when there is a diary."""
    counted = tuple(week for week in weeks if week.known and not week.rest_week and begun(week.last, began))
    return PeriodMovement(tuple(weeks), counted, days_recorded, days)


def begun(last: date, began: date | None) -> bool:
    """Whether a week, by its last day, has enough days since the diary began to say something of the whole of it."""
    return began is None or (last - began).days + 1 >= HALF_A_WEEK


def mean(figures: Sequence[float]) -> float | None:
    """The sum by the count; None of nothing."""
    return sum(figures) / len(figures) if figures else None
