"""Short ways to make entries, days and weeks for stories in tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.days import Moment, Week, moment_of
from bonecoach.core.entries import LIVED, Entry, Intake, Session, Source, Symptom, kind_of
from bonecoach.core.movement import day_movement, week_movement
from bonecoach.core.nutrients import Amounts, Nutrient, amounts, only
from bonecoach.core.profile import Profile
from bonecoach.core.targets import Target
from bonecoach.core.totals import NutrientTotal, totals_on
from bonecoach.core.week import DayState, WeekState, week_state

BERLIN = "Europe/Berlin"
MONDAY = date(2026, 11, 16)
"""First day of the week that most stories are told in."""


def at(day: date = MONDAY, clock: str = "08:00", zone: str = BERLIN) -> Moment:
    """The moment of a wall time."""
    return moment_of(day, time.fromisoformat(clock), zone)


def supplement(day: date = MONDAY, clock: str = "08:00", *, together: str = "", **named: float) -> Intake:
    """A supplement of the named amounts: `supplement(calcium_mg=500)`."""
    return Intake(
        moment=at(day, clock),
        name="Tablet",
        source=Source.SUPPLEMENT,
        amounts=only(**named),
        together=together,
        id=clock,
    )


def food(day: date = MONDAY, clock: str = "12:00", *, k2_estimate: bool = False, **known: float | None) -> Intake:
    """A food with the named amounts; the rest is unknown."""
    return Intake(
        moment=at(day, clock), name="Food", source=Source.FOOD, amounts=amounts(**known), k2_estimate=k2_estimate
    )


def session(
    minutes: int | None = 30,
    load: Load = Load.WEIGHT_BEARING_LOW,
    intensity: Intensity = Intensity.MODERATE,
    *,
    day: date = MONDAY,
    also_load: Load | None = None,
    aerobic: bool | None = None,
    impacts: int | None = None,
) -> Session:
    """A session; aerobic unless it is resistance or balance."""
    return Session(
        moment=at(day, "10:00"),
        name="Session",
        activity="walk",
        load=load,
        also_load=also_load,
        intensity=intensity,
        aerobic=load not in (Load.RESISTANCE, Load.BALANCE) if aerobic is None else aerobic,
        minutes=minutes,
        impacts=impacts,
    )


def joint_pain(score: int | None, day: date = MONDAY, site: str | None = None) -> Symptom:
    """Joint pain of so many out of ten."""
    return Symptom(moment=at(day), name="Joint pain", symptom="joint_pain", score=score, site=site)


def total_on(
    day: date, nutrient: Nutrient, intakes: Sequence[Intake], target: Target, *, none_taken: bool = False
) -> NutrientTotal:
    """The total of one nutrient alone."""
    return totals_on(day, intakes, {nutrient: target}, none_taken=none_taken)[nutrient]


def day_state(
    day: date,
    entries: Sequence[Entry] = (),
    *,
    targets: dict[Nutrient, Target] | None = None,
    profile: Profile | None = None,
    none_taken: bool = False,
) -> DayState:
    """The state of a day on which `entries` were logged."""
    profile = profile or Profile()
    intakes = [e for e in entries if isinstance(e, Intake)]
    return DayState(
        date=day,
        profile=profile,
        nutrients=totals_on(
            day, intakes, {n: (targets or {}).get(n, Target()) for n in Nutrient}, none_taken=none_taken
        ),
        movement=day_movement(
            day,
            [e for e in entries if isinstance(e, Session)],
            recorded=bool(entries) or none_taken,
            lived=none_taken or any(kind_of(entry) in LIVED for entry in entries),
            count=profile.count,
        ),
        entries=tuple(entries),
        spreading=(),
        none_taken=none_taken,
    )


def week_of_entries(
    entries: Sequence[Entry] = (),
    *,
    first: date = MONDAY,
    profile: Profile | None = None,
    age: int = 60,
    rest_week: bool = False,
    targets: dict[Nutrient, Target] | None = None,
) -> WeekState:
    """The state of the week from `first` in which `entries` were logged."""
    profile = profile or Profile()
    week = Week(first)
    days = [
        day_state(day, [e for e in entries if e.moment.date == day], profile=profile, targets=targets) for day in week
    ]
    sessions = [e for e in entries if isinstance(e, Session)]
    movement = week_movement([d.movement for d in days], sessions, age=age, rest_week=rest_week)
    return week_state(week, days, movement, profile)


__all__ = [
    "BERLIN",
    "MONDAY",
    "Amounts",
    "at",
    "day_state",
    "food",
    "joint_pain",
    "session",
    "supplement",
    "week_of_entries",
]
