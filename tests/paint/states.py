"""Weeks to draw: a full one with everything in it, an empty one, and twelve in a row."""

from __future__ import annotations

from datetime import date, timedelta

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.movement import WeekMovement
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import Target
from bonecoach.core.week import WeekState
from tests.makers import MONDAY, food, joint_pain, session, supplement, week_of_entries

TARGETS = {
    Nutrient.CALCIUM: Target(low=1200, upper_limit=2000),
    Nutrient.VITAMIN_D: Target(low=20, high=25, upper_limit=100),
    Nutrient.PROTEIN: Target(low=65, high=78),
    Nutrient.MAGNESIUM: Target(low=320, upper_limit=350, limit_applies_to="supplement"),
}


def day(nth: int) -> date:
    """The nth day of the week, Monday being 0."""
    return MONDAY + timedelta(days=nth)


def full_week() -> WeekState:
    """Every load, light movement, sets without minutes; Thursday not recorded; Sunday above the calcium limit."""
    return week_of_entries(
        [
            session(30, day=day(0)),
            session(25, Load.RESISTANCE, day=day(1)),
            session(30, day=day(2)),
            session(10, Load.BALANCE, day=day(2)),
            session(20, day=day(4)),
            session(15, Load.WEIGHT_BEARING_HIGH, Intensity.VIGOROUS, day=day(4)),
            session(40, Load.NOT_WEIGHT_BEARING, day=day(5)),
            session(12, intensity=Intensity.LIGHT, day=day(5)),
            session(None, Load.RESISTANCE, day=day(6), impacts=50),
            joint_pain(4, day(1)),
            *(supplement(day(n), calcium_mg=500, vitamin_d_ug=25) for n in (0, 1, 2, 4)),
            *(food(day(n), calcium_mg=700, vitamin_d_ug=None, protein_g=70) for n in (0, 2, 4, 5)),
            food(day(6), calcium_mg=800, protein_g=66),
            supplement(day(6), calcium_mg=1500),
        ],
        targets=TARGETS,
    )


def empty_week() -> WeekState:
    """Nothing was logged."""
    return week_of_entries([], targets=TARGETS)


def twelve_weeks() -> list[WeekMovement]:
    """Growing minutes; the fourth a rest week, the seventh not recorded, the eighth recorded without a minute."""
    return [_week(nth, MONDAY + timedelta(weeks=nth - 11)) for nth in range(12)]


def _week(nth: int, first: date) -> WeekMovement:
    entries = [session(15 * (nth + 1), day=first), session(40, Load.NOT_WEIGHT_BEARING, day=first)]
    if nth == 6:
        entries = []
    said = [joint_pain(3, first)] if nth == 7 else entries
    return week_of_entries(said, first=first, rest_week=nth == 3).movement
