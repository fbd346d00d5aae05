"""How minutes of movement are counted, for a day and for a week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from bonecoach.core.activities import WEIGHT_BEARING, Intensity, Load
from bonecoach.core.entries import Session
from bonecoach.core.values import Value

TARGET_MINUTES = 150
"""The aerobic target of public guidelines (WHO2020, confirmed). Setting weight-bearing minutes against it is this
program's own choice, for bone."""

RESISTANCE_DAYS_TARGET = 2
"""At least two days a week (WHO2020, confirmed)."""

HALF_A_WEEK = 4
"""Recorded days from which a week is known by more than half; a choice of ours."""

_COUNTED = frozenset({Intensity.MODERATE, Intensity.VIGOROUS})


def balance_days_target(age: int) -> int:
    """Balance on three days a week from age 65 (WHO2020, confirmed), two before (ACSM, unconfirmed)."""
    return 3 if age >= 65 else 2


class DayMovement(Value):
    """One day's movement. `recorded`: anything at all was logged on it; then no session is 0 minutes, not unknown.

    `lived`: something of the day itself was, as food, movement or how she felt. A dose or a fall alone is not that.
    """

    date: date
    recorded: bool
    lived: bool
    by_load: Mapping[Load, int]
    counted_by_load: Mapping[Load, int]
    aerobic_minutes: int
    loads: frozenset[Load]

    @property
    def counted_minutes(self) -> int | None:
        """Minutes that count towards the 150; None on a day that was not recorded."""
        return sum(self.counted_by_load.values()) if self.recorded else None


class WeekMovement(Value):
    """A week's movement, in clock minutes unless said.

    `by_load`: all sessions by first load, any intensity. `counted_by_load`: the parts of `counted_minutes`.
    `aerobic_minutes`: moderate and vigorous aerobic sessions, weight-bearing or not. `aerobic_equivalent_minutes`:
    the same with vigorous minutes twice (WHO2020, confirmed).
    """

    days: tuple[DayMovement, ...]
    by_load: Mapping[Load, int]
    counted_by_load: Mapping[Load, int]
    aerobic_minutes: int
    aerobic_equivalent_minutes: int
    resistance_days: int
    balance_days: int
    balance_days_target: int
    rest_week: bool
    resistance_days_target: int = RESISTANCE_DAYS_TARGET
    target_minutes: int = TARGET_MINUTES

    @property
    def first(self) -> date:
        """Its first day."""
        return self.days[0].date

    @property
    def last(self) -> date:
        """Its last day."""
        return self.days[-1].date

    @property
    def counted_minutes(self) -> int:
        """Minutes that count towards the target."""
        return sum(self.counted_by_load.values())

    @property
    def days_recorded(self) -> int:
        """Days on which anything at all was logged."""
        return sum(day.recorded for day in self.days)

    @property
    def known(self) -> bool:
        """Whether it is known how much she moved; a week of which one infusion is on record is none of 0 minutes."""
        return any(day.lived for day in self.days) or self.days_recorded >= HALF_A_WEEK

    @property
    def reached(self) -> bool:
        """Whether the target is reached, by counted minutes or by aerobic-equivalent minutes."""
        return max(self.counted_minutes, self.aerobic_equivalent_minutes) >= self.target_minutes


class Kind(Protocol):
    """What says how minutes count: those of a session, or of many of one kind."""

    @property
    def load(self) -> Load:
        """Its first load."""

    @property
    def intensity(self) -> Intensity:
        """How hard it is."""

    @property
    def aerobic(self) -> bool:
        """Whether it trains heart and lungs."""


def is_aerobic(session: Kind) -> bool:
    """Whether a session's minutes are aerobic and at least moderate; resistance and balance never are."""
    movement = session.load in WEIGHT_BEARING or session.load is Load.NOT_WEIGHT_BEARING
    return session.aerobic and movement and session.intensity in _COUNTED


def counts(session: Kind, count: str) -> bool:
    """Whether a session's minutes count towards the 150: all aerobic ones, or the weight-bearing of them."""
    if count == "all_aerobic":
        return is_aerobic(session)
    return session.load in WEIGHT_BEARING and session.intensity in _COUNTED


def day_movement(
    day: date, sessions: Sequence[Session], *, recorded: bool, lived: bool, count: str = "weight_bearing"
) -> DayMovement:
    """The movement of one local day. `count` is the profile's choice of what counts."""
    return DayMovement(
        date=day,
        recorded=recorded or bool(sessions),
        lived=lived or bool(sessions),
        by_load=_minutes(sessions),
        counted_by_load=_minutes(s for s in sessions if counts(s, count)),
        aerobic_minutes=sum(s.minutes or 0 for s in sessions if is_aerobic(s)),
        loads=frozenset().union(*(s.loads for s in sessions)),
    )


def week_movement(
    days: Sequence[DayMovement], sessions: Sequence[Session], *, age: int, rest_week: bool
) -> WeekMovement:
    """The movement of a week from its seven days and all of their sessions. `age` is on its last day."""
    aerobic = [s for s in sessions if is_aerobic(s)]
    return WeekMovement(
        days=tuple(days),
        by_load=_minutes(sessions),
        counted_by_load=_added(day.counted_by_load for day in days),
        aerobic_minutes=sum(s.minutes or 0 for s in aerobic),
        aerobic_equivalent_minutes=sum(
            (s.minutes or 0) * (2 if s.intensity is Intensity.VIGOROUS else 1) for s in aerobic
        ),
        resistance_days=sum(Load.RESISTANCE in day.loads for day in days),
        balance_days=sum(Load.BALANCE in day.loads for day in days),
        balance_days_target=balance_days_target(age),
        rest_week=rest_week,
    )


def _minutes(sessions: Iterable[Session]) -> dict[Load, int]:
    total: dict[Load, int] = {}
    for session in sessions:
        if session.minutes:
            total[session.load] = total.get(session.load, 0) + session.minutes
    return {load: total[load] for load in Load if load in total}


def _added(parts: Iterable[Mapping[Load, int]]) -> dict[Load, int]:
    total: dict[Load, int] = {}
    for part in parts:
        for load, minutes in part.items():
            total[load] = total.get(load, 0) + minutes
    return {load: total[load] for load in Load if load in total}
