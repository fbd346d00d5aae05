"""A workout as a device recorded it, and as a session of the diary."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from bonecoach.core.activities import Activity
from bonecoach.core.days import EARLIEST, Moment, in_utc, is_known, moment_at
from bonecoach.core.entries import Session
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.profile import Fact, fact_value
from bonecoach.exchange.arrivals import Arrived, Ignored, Line, Rejected
from bonecoach.reference.activities import ActivityTable
from bonecoach.reference.device_sports import device_sports, sport_words

WORKOUTS = "workouts"
"""The name under which sessions of devices arrive: one that overlaps a session on record is taken for it."""


MOST_WORKOUTS = 200_000
"""Of one file; fifty years with ten a day."""


class Workout(NamedTuple):
    """One bout: what the device calls it, when it began, how long it took, and where it stands in its file."""

    sport: str
    start: datetime
    minutes: float
    line: int
    otherwise: str = ""
    """What it is called less exactly: "street" is "running"."""


class Weight(NamedTuple):
    """A body weight in kg."""

    kg: float
    at: datetime
    line: int


class Sessions:
    """Makes sessions of workouts. `activity` is an id that all of them are taken for, "" for what each says."""

    def __init__(self, activities: ActivityTable, zone: str, file: str, activity: str = "") -> None:
        self._activities, self._zone, self._file, self._activity = activities, zone, file, activity

    def line_of(self, workout: Workout) -> Line | Rejected:
        """The session of a workout; rejected where its sport is not known or its length cannot be."""
        activity = self.activity_of(workout)
        if activity is None:
            named = sport_words(workout.sport)
            unknown = InvalidEntry("unknown_sport", text=named[:80]) if named else InvalidEntry("sport_not_said")
            return Rejected(self._file, workout.line, unknown)
        return self.line_as(workout, activity)

    def line_as(self, workout: Workout, activity: Activity) -> Line | Rejected:
        """The session of a workout taken for an activity; rejected where its length or day cannot be."""
        try:
            session = Session(
                moment=moment_in(workout.start, self._zone),
                name=activity.name,
                activity=activity.id,
                load=activity.load,
                also_load=activity.also_load,
                intensity=activity.intensity,
                aerobic=activity.aerobic,
                minutes=_whole(workout.minutes),
            )
            return Line(self._file, workout.line, WORKOUTS, session)
        except InvalidEntry as error:
            return Rejected(self._file, workout.line, error)

    def activity_of(self, workout: Workout) -> Activity | None:
        """What a workout is taken for; None where nobody knows its sport."""
        if self._activity:
            return self._activities.get(self._activity)
        named = (sport_words(name) for name in (workout.sport, workout.otherwise) if name)
        found = (
            self._activities.get(device_sports().get(words, "")) or self._activities.named(words) for words in named
        )
        return next((activity for activity in found if activity is not None), None)


def _whole(minutes: float) -> int:
    if not math.isfinite(minutes):
        raise InvalidEntry("impossible_minutes", minutes=minutes)
    return max(1, round(minutes)) if minutes > 0 else 0


def moment_in(at: datetime, zone: str) -> Moment:
    """A moment as a device wrote it, with the wall clock it showed; one in UTC is of the zone where she is."""
    instant = in_utc(at)
    if not at.utcoffset() and is_known(zone):
        return moment_at(instant, zone)
    return Moment(instant, at.date(), at.time().replace(microsecond=0), zone)


def weights_by_month(weights: Iterable[Weight], file: str) -> Iterator[Arrived]:
    """The last weight of each month: a fact for every day would tell nothing more. The others are counted."""
    last: dict[tuple[int, int], Weight] = {}
    left_out = 0
    for weight in weights:
        month = (weight.at.year, weight.at.month)
        left_out += month in last
        if month not in last or weight.at >= last[month].at:
            last[month] = weight
    for weight in last.values():
        try:
            value = fact_value("weight_kg", repr(round(weight.kg, 2)), today=date.max)
            yield Line(file, weight.line, "facts", Fact("weight_kg", value, max(weight.at.date(), EARLIEST)))
        except InvalidEntry as error:
            yield Rejected(file, weight.line, error)
    if left_out:
        yield Ignored(f"{left_out} × weight", "one_weight_a_month", left_out)


def ends(session: Session) -> datetime:
    """When a session was over."""
    return session.moment.instant + timedelta(minutes=session.minutes or 0)
