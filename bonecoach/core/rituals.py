"""The time after a tablet for bone: upright with nothing else, then breakfast, then calcium."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from bonecoach.core.entries import Dose
from bonecoach.core.medicines import MedicineRules


class Stage(StrEnum):
    """How far a ritual is."""

    UPRIGHT = "upright"
    BREAKFAST = "breakfast"
    OVER = "over"


class Ritual(NamedTuple):
    """What a tablet asks for from the time it was taken.

    `how` is the way of its leaflet. Until `free_at` she stays upright and, unless breakfast came before it
    ("after_breakfast…"), takes nothing else; calcium is fine from `calcium_at`. `late`: something came before it that
    day, so that its leaflet asks for longer.
    """

    dose: Dose
    how: str
    free_at: datetime
    calcium_at: datetime
    late: bool = False

    @property
    def id(self) -> str:
        """The name of its dose."""
        return self.dose.id

    @property
    def began(self) -> datetime:
        """When the tablet was taken."""
        return self.dose.moment.instant

    @property
    def fasting(self) -> bool:
        """Whether nothing else may be taken before `free_at`."""
        return not self.how.startswith("after_breakfast")

    def stage(self, now: datetime) -> Stage:
        """How far it is at an instant."""
        if now < self.free_at:
            return Stage.UPRIGHT
        return Stage.BREAKFAST if now < self.calcium_at else Stage.OVER

    def minutes_left(self, now: datetime) -> int:
        """Whole minutes until `free_at`, the running one counted; 0 from then on."""
        return max(0, -((now - self.free_at) // timedelta(minutes=1)))

    def next_change(self, now: datetime) -> datetime | None:
        """When it says something else: the next minute while she waits, then when calcium is fine. None when over."""
        stage = self.stage(now)
        if stage is Stage.UPRIGHT:
            return self.free_at - timedelta(minutes=self.minutes_left(now) - 1)
        return self.calcium_at if stage is Stage.BREAKFAST else None


def ritual_of(dose: Dose, rules: MedicineRules, calcium_minutes: int, late_minutes: int = 0) -> Ritual | None:
    """What a dose asks for; None where its leaflet asks for nothing.

    `calcium_minutes` are those to the next calcium. `late_minutes` are those its leaflet asks for since something came
    before it that day; 0 where nothing did, or where the leaflet knows no such way.
    """
    if not rules.upright_minutes:
        return None
    began = dose.moment.instant
    began += timedelta(seconds=-began.second % 60)  # times are shown in minutes, and none is shown too early
    free_at = began + timedelta(minutes=max(rules.upright_minutes, late_minutes))
    calcium_at = began + timedelta(minutes=calcium_minutes)
    return Ritual(dose, rules.how, free_at, max(free_at, calcium_at), bool(late_minutes))
