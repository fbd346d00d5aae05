"""The state of a day and of a week: what every view, chart and export shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bonecoach.core.days import Week
from bonecoach.core.entries import Dose, Entry, Event, Intake, Session, Source, Symptom, picked
from bonecoach.core.movement import DayMovement, WeekMovement
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Profile
from bonecoach.core.totals import NutrientTotal
from bonecoach.core.values import Value


class DayState(Value):
    """One day: its totals, its movement, and what was logged, oldest first.

    `recorded` is about intakes: at least one intake, or marked as none taken. `spreading` are earlier intakes whose
    dose is spread over this day too.
    """

    date: date
    profile: Profile
    nutrients: Mapping[Nutrient, NutrientTotal]
    movement: DayMovement
    entries: tuple[Entry, ...]
    spreading: tuple[Intake, ...]
    none_taken: bool

    @property
    def recorded(self) -> bool:
        """Whether intakes of this day are on record, none taken included."""
        return self.none_taken or bool(self.intakes)

    @property
    def food_logged(self) -> bool:
        """Whether any food stands on this day."""
        return any(i.source is not Source.SUPPLEMENT for i in self.intakes)

    @property
    def intakes(self) -> tuple[Intake, ...]:
        """What was taken in."""
        return tuple(picked(Intake, self.entries))

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Movement."""
        return tuple(picked(Session, self.entries))

    @property
    def doses(self) -> tuple[Dose, ...]:
        """Doses of medicines."""
        return tuple(picked(Dose, self.entries))

    @property
    def symptoms(self) -> tuple[Symptom, ...]:
        """Pain and other symptoms."""
        return tuple(picked(Symptom, self.entries))

    @property
    def events(self) -> tuple[Event, ...]:
        """Falls, fractures and other events."""
        return tuple(picked(Event, self.entries))


class NutrientWeek(Value):
    """One nutrient over a week, or over any other days in a row.

    `days` are their totals; `None` amounts are days without a known amount.
    """

    nutrient: Nutrient
    days: tuple[NutrientTotal, ...]
    recorded: tuple[bool, ...]
    days_without_food: int

    @property
    def days_recorded(self) -> int:
        """Days with at least one intake, or marked as none taken."""
        return sum(self.recorded)

    @property
    def mean_per_recorded_day(self) -> float | None:
        """Nanograms a recorded day; None when nothing known was added on any."""
        known = [t.amount for t, said in zip(self.days, self.recorded, strict=True) if said and t.amount is not None]
        return sum(known) / self.days_recorded if known else None

    @property
    def food_per_recorded_day(self) -> float | None:
        """The part of the mean that food and labels bring; None where the mean is."""
        return self._part_per_day([total.food for total in self.days])

    @property
    def supplement_per_recorded_day(self) -> float | None:
        """The part of the mean that supplements bring; None where the mean is."""
        return self._part_per_day([total.supplement for total in self.days])

    def _part_per_day(self, parts: Sequence[int | None]) -> float | None:
        if self.mean_per_recorded_day is None:
            return None
        return sum(part or 0 for part, said in zip(parts, self.recorded, strict=True) if said) / self.days_recorded

    @property
    def days_above_limit(self) -> int:
        """Recorded days on which the part that the upper limit applies to was above it."""
        return sum(total.above_limit for total, said in zip(self.days, self.recorded, strict=True) if said)

    @property
    def days_met(self) -> int | None:
        """Recorded days that reached their target; None when no day had one."""
        judged = [t.target.low is not None for t in self.days]
        if not any(judged):
            return None
        return sum(bool(t.met) for t, said in zip(self.days, self.recorded, strict=True) if said)

    @property
    def at_least(self) -> bool:
        """Whether some food's value was unknown, or a recorded day has no known amount at all."""
        return any(said and (t.at_least or t.amount is None) for t, said in zip(self.days, self.recorded, strict=True))


class WeekState(Value):
    """One week: movement, nutrients day by day, and the worst and median joint pain that was scored."""

    week: Week
    profile: Profile
    days: tuple[DayState, ...]
    movement: WeekMovement
    nutrients: Mapping[Nutrient, NutrientWeek]
    pain_worst: int | None
    pain_median: float | None

    def on(self, day: date) -> DayState:
        """One of its seven days. Raises KeyError for another."""
        return {state.date: state for state in self.days}[day]


def week_state(week: Week, days: Sequence[DayState], movement: WeekMovement, profile: Profile) -> WeekState:
    """The week of seven day states. Pain is joint pain only: another site is never mapped to it."""
    scores = [s.score for day in days for s in day.symptoms if s.symptom == "joint_pain" and s.score is not None]
    recorded = tuple(day.recorded for day in days)
    without_food = sum(day.recorded and not day.food_logged for day in days)
    return WeekState(
        week=week,
        profile=profile,
        days=tuple(days),
        movement=movement,
        nutrients={
            nutrient: NutrientWeek(nutrient, tuple(day.nutrients[nutrient] for day in days), recorded, without_food)
            for nutrient in Nutrient
        },
        pain_worst=max(scores, default=None),
        pain_median=median(sorted(scores)),
    )


def median(ordered: Sequence[int]) -> float | None:
    """The middle one of figures in order, or what lies midway between the two in the middle; None of nothing."""
    # `statistics` takes longer to import than a week takes to add up.
    if not ordered:
        return None
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
