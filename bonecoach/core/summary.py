"""The state behind the page for an appointment: a period in the numbers that every other view shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from bonecoach.core.body_measures import Height
from bonecoach.core.bone_change import Result, Series
from bonecoach.core.due import DueItem
from bonecoach.core.entries import SUPPLEMENTS_OF_THE_DAY, Event, Intake, Source
from bonecoach.core.measurements import LabTest
from bonecoach.core.medicine_history import Given, Logged, PlanKept, Taken
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.period_movement import PeriodMovement
from bonecoach.core.period_pain import PeriodPain
from bonecoach.core.profile import Profile
from bonecoach.core.spans import Span
from bonecoach.core.visits import Appointment
from bonecoach.core.week import DayState, NutrientWeek


class SummaryState(NamedTuple):
    """What a clinician is to know of `span`, as it stands on `today`.

    `profile` holds what is true on the last day. `therapy`, `given`, `series` and `tests` reach back before the span,
    to their beginning; `events` are falls, fractures and others within it, `fractures_before` the older fractures.
    What is `due` is as of today, and so is `decided`: the newest visit of which she noted what was decided.
    `height` is her last one by then with the tallest. `began` is the day from which a diary was kept at all, None where
    none was: before it nothing is missing.
    """

    span: Span
    today: date
    began: date | None
    profile: Profile
    therapy: tuple[Taken, ...]
    movement: PeriodMovement
    pain: PeriodPain
    nutrients: Mapping[Nutrient, NutrientWeek]
    kept: tuple[PlanKept, ...]
    logged: tuple[Logged, ...]
    given: tuple[Given, ...]
    series: tuple[Series, ...]
    tests: tuple[LabTest, ...]
    events: tuple[Event, ...]
    fractures_before: tuple[Event, ...]
    due: tuple[DueItem, ...]
    decided: Appointment | None
    questions: tuple[str, ...]
    days: tuple[DayState, ...]
    height: Height | None = None

    @property
    def days_with_intakes(self) -> int:
        """Days whose intakes are on record, none taken included."""
        return self.nutrients[Nutrient.CALCIUM].days_recorded

    @property
    def days_without_food(self) -> int:
        """Recorded days on which no food was logged."""
        return self.nutrients[Nutrient.CALCIUM].days_without_food

    @property
    def days_with_much_calcium_at_once(self) -> int:
        """Days on which more calcium was swallowed at once than is well absorbed."""
        return sum(day.nutrients[Nutrient.CALCIUM].dose_too_large for day in self.days)

    @property
    def usual_supplements(self) -> tuple[Intake, ...]:
        """Supplements on record on most of the days with intakes, most days first, each as it was taken last."""
        days: Counter[str] = Counter()
        last: dict[str, Intake] = {}
        for day in self.days:
            taken = {intake.name: intake for intake in day.intakes if intake.source is Source.SUPPLEMENT}
            taken.pop(SUPPLEMENTS_OF_THE_DAY, None)
            days.update(taken.keys())
            last.update(taken)
        return tuple(last[name] for name, count in days.most_common() if 2 * count > self.days_with_intakes)

    @property
    def results(self) -> tuple[Result, ...]:
        """Every scan with its change, the newest first."""
        found = [result for series in self.series for result in series.results]
        return tuple(sorted(found, key=lambda result: result.scan.date, reverse=True))
