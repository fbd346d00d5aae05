"""What is to be taken, done or told again and again, as it holds from a day on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from bonecoach.core.days import is_known, moment_of
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.schedules import MOST_TIMES, Schedule, Unit
from bonecoach.core.values import Value

LONGEST_LABEL = 200
REPEAT_MINUTES = 10
REPEAT_TIMES = 3
"""Unless she sets it otherwise, a reminder nobody answers is told three times more, ten minutes apart."""


class Repeats(NamedTuple):
    """How a reminder that nobody answers is told again: so many times, so many minutes apart."""

    minutes: int = REPEAT_MINUTES
    times: int = REPEAT_TIMES

    @property
    def possible(self) -> bool:
        """Whether a plan can have them."""
        return 1 <= self.minutes <= 240 and 0 <= self.times <= 10


STANDARD = Repeats()


class Kind(StrEnum):
    """What a plan is about."""

    MEDICINE = "medicine"
    INJECTION = "injection"
    SUPPLEMENT = "supplement"
    SESSION = "session"
    LOG = "log"
    LOOK = "look"
    APPOINTMENT = "appointment"
    OWN = "own"


HUSHED_BY_REST = frozenset({Kind.SESSION, Kind.LOG, Kind.LOOK})
"""Rest weeks and holidays hush these; medicines, injections and appointments always come."""

OPEN_UNTIL_ANSWERED = frozenset({Kind.INJECTION, Kind.APPOINTMENT})
TAKEN = frozenset({Kind.MEDICINE, Kind.INJECTION, Kind.SUPPLEMENT})
"""What is swallowed or given: its record is kept as taken, missed, skipped or not recorded."""


BOOKING = "booking"
"""The stage of an injection at which its date is to be booked."""


class PlanState(StrEnum):
    """Whether a plan holds."""

    ON = "on"
    PAUSED = "paused"
    ENDED = "ended"


class Plan(Value, kw_only=True):
    """One version of a plan. It holds from `since` until the next version of the same `id`.

    `made` is the instant it was said: a time of that day that had passed by then is not asked for. `log` is a line
    that Done logs, `settles` the key of what settles it by hand ("dose:letrozole"; "" when nothing does). `zone` keeps
    home time wherever she travels; None follows her. `wakes` ends a pause by itself. `note` says how it is taken.

    `stage` and `best_by_days` are never said: `injections.counted_from_given` puts them in. `stage` BOOKING asks for
    a date to be booked and stands until the day before it is due; `best_by_days` after it was due it is told once more.
    Raises InvalidEntry("no_name", "too_long", "impossible_repeat", "naive_instant").
    """

    id: str
    since: date
    made: datetime
    kind: Kind
    label: str
    schedule: Schedule
    log: str = ""
    settles: str = ""
    medicine: str = ""
    dose_amount: float | None = None
    dose_unit: str | None = None
    zone: str | None = None
    state: PlanState = PlanState.ON
    wakes: date | None = None
    repeat_minutes: int = REPEAT_MINUTES
    repeat_times: int = REPEAT_TIMES
    note: str = ""
    stage: str = ""
    best_by_days: int = 0

    def __post_init__(self) -> None:
        if not self.label.strip():
            raise InvalidEntry("no_name")
        if len(self.label) > LONGEST_LABEL or len(self.log) > LONGEST_LABEL or len(self.note) > LONGEST_LABEL:
            raise InvalidEntry("too_long", longest=LONGEST_LABEL)
        if not self.repeats.possible:
            raise InvalidEntry("impossible_repeat")
        if self.made.tzinfo is not UTC:
            raise InvalidEntry("naive_instant")

    def zone_in(self, zone: str) -> str:
        """The zone its times are told in, where she is in `zone`: at home, if she wants that and home is known here."""
        return self.zone if self.zone is not None and is_known(self.zone) else zone

    @property
    def repeats(self) -> Repeats:
        """How it is repeated."""
        return Repeats(self.repeat_minutes, self.repeat_times)

    def repeated_as(self, wished: Repeats) -> Plan:
        """The plan as she wishes reminders to be repeated, unless it has repeats of its own."""
        if self.repeats != STANDARD or wished == STANDARD:
            return self
        return replace(self, repeat_minutes=wished.minutes, repeat_times=wished.times)

    @property
    def interval(self) -> str:
        """How often, in the words of the medicine table: "day", "week", "month", "6months", "year"."""
        named = {(Unit.MONTH, 12): "year", (Unit.MONTH, 1): "month"}
        counted = f"{self.schedule.every}{self.schedule.unit}s" if self.schedule.every > 1 else str(self.schedule.unit)
        return named.get((self.schedule.unit, self.schedule.every), counted)

    @property
    def dose(self) -> str:
        """ "2.5 mg", as it stands in the label; "" where there is none."""
        return "" if self.dose_amount is None else f"{self.dose_amount:g} {self.dose_unit or ''}".rstrip()

    @property
    def name(self) -> str:
        """What it is called without its dose: "Letrozole"."""
        return self.label.removesuffix(f" {self.dose}") or self.label

    def in_dose(self, amount: float | None, unit: str | None) -> Plan:
        """The same in another dose; its label says it, where it said the one before."""
        other = replace(self, dose_amount=amount, dose_unit=unit)
        says_it = not self.dose or self.name != self.label
        return replace(other, label=f"{self.name} {other.dose}".rstrip()) if says_it else other

    def holds_on(self, day: date) -> bool:
        """Whether this version plans anything for a day of its own: neither ended nor paused then."""
        woken = self.state is PlanState.PAUSED and self.wakes is not None and day >= self.wakes
        return self.state is PlanState.ON or woken

    def is_over(self, day: date) -> bool:
        """Whether it was ended by then, or its last day has passed."""
        return self.state is PlanState.ENDED or (self.schedule.until is not None and self.schedule.until < day)


class Slot(NamedTuple):
    """One planned time: on a date, at a wall time (None: at no time of it), which is the instant `at` in UTC."""

    plan: Plan
    date: date
    time: time | None
    at: datetime

    @property
    def id(self) -> str:
        """Its name, the same whenever it is asked for: one occurrence for each plan, local day and time."""
        return occurrence_id(self.plan.id, self.date, self.time)

    def closes(self, zone: str) -> datetime | None:
        """When it is over: at the plan's next time of the day or the day's end. None for what stays open."""
        zone = self.plan.zone_in(zone)
        if self.plan.stage and self.plan.schedule.until is not None:
            return _day_in(self.plan.schedule.until + timedelta(days=1), zone).begins
        if self.plan.kind in OPEN_UNTIL_ANSWERED:
            return None
        behind = next((at for at in self.plan.schedule.times if self.time is not None and at > self.time), None)
        end = _day_in(self.date, zone).at(behind) if behind else _day_in(self.date + timedelta(days=1), zone).begins
        return max(end, self.at)

    def last_call(self, zone: str) -> datetime | None:
        """When it is told once more, still unanswered: an injection on its best-by day. None for others."""
        if not self.plan.best_by_days or self.time is None:
            return None
        return _day_in(self.date + timedelta(days=self.plan.best_by_days), self.plan.zone_in(zone)).at(self.time)


def occurrence_id(plan_id: str, day: date, at: time | None) -> str:
    """The name of an occurrence."""
    return f"{plan_id}:{day.isoformat()}:{_clock(at)}"


@lru_cache(maxsize=MOST_TIMES + 1)
def _clock(at: time | None) -> str:
    return "" if at is None else f"{at:%H:%M}"


def in_force(versions: Iterable[Plan], day: date) -> list[Plan]:
    """The version of each plan that holds on a day, ended and paused ones too, in the order the plans began."""
    latest: dict[str, Plan] = {}
    for plan in sorted(versions, key=lambda plan: plan.since):
        if plan.since <= day:
            latest[plan.id] = plan
    return list(latest.values())


def held_of_medicines(versions: Iterable[Plan]) -> dict[str, Plan]:
    """Of each medicine the plan it is taken by: the newest version of one that goes on, or of the one that ended last.

    A plan made by mistake and ended says nothing about the one that is kept.
    """
    newest = {plan.id: plan for plan in sorted(versions, key=lambda plan: plan.since) if plan.medicine}
    ordered = sorted(newest.values(), key=lambda plan: (plan.state is not PlanState.ENDED, plan.since))
    return {plan.medicine: plan for plan in ordered}


def planned(
    versions: Iterable[Plan], first: date, last: date, zone: str, hushed: frozenset[date] = frozenset()
) -> Iterator[Slot]:
    """Every slot of local dates from `first` to `last`, plan by plan, each judged by the version of its date.

    `zone` is where she is; on `hushed` dates nothing is planned that a rest week hushes. A time in a skipped hour is
    shifted by the gap, one in a repeated hour is the first (RFC 5545).
    """
    ordered = sorted(versions, key=lambda plan: (plan.id, plan.since))
    for _, group in groupby(ordered, key=lambda plan: plan.id):
        yield from _of_one(list(group), first, last, zone, hushed)


def _of_one(versions: Sequence[Plan], first: date, last: date, zone: str, hushed: frozenset[date]) -> Iterator[Slot]:
    ends = [version.since - timedelta(days=1) for version in versions[1:]] + [date.max]
    for plan, end in zip(versions, ends, strict=True):
        if plan.state is PlanState.ENDED:
            continue
        at_home = plan.zone_in(zone)
        times = [(at, at, _since_midnight(at)) for at in plan.schedule.times] or _AT_NO_TIME
        always = plan.state is PlanState.ON and not (hushed and plan.kind in HUSHED_BY_REST)
        for day in plan.schedule.days(max(first, plan.since), min(last, end)):
            if not (always or (plan.holds_on(day) and not (day in hushed and plan.kind in HUSHED_BY_REST))):
                continue
            midnight, steady, _, _ = whole = _day_in(day, at_home)
            for at, wall, since_midnight in times:
                yield Slot(plan, day, at, midnight + since_midnight if steady else whole.at(wall))


class _Day(NamedTuple):
    """The instant a local day begins, and whether its clocks are not changed: then its times are plain sums.

    Looking ten years ahead asks for hundreds of thousands of times, and few days have a clock change.
    """

    begins: datetime
    steady: bool
    date: date
    zone: str

    def at(self, wall: time) -> datetime:
        """The instant of a wall time of the day."""
        return self.begins + _since_midnight(wall) if self.steady else moment_of(self.date, wall, self.zone).instant


@lru_cache(maxsize=1 << 14)
def _day_in(day: date, zone: str) -> _Day:
    midnight = moment_of(day, time(), zone).instant
    end = moment_of(day + timedelta(days=1), time(), zone).instant
    return _Day(midnight, end - midnight == timedelta(days=1), day, zone)


def _since_midnight(wall: time) -> timedelta:
    return timedelta(hours=wall.hour, minutes=wall.minute)


_LAST_MINUTE = time(23, 59)
_AT_NO_TIME: list[tuple[time | None, time, timedelta]] = [(None, _LAST_MINUTE, _since_midnight(_LAST_MINUTE))]
