"""What the running week still lacks in movement, and how it would fit the days that are left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from bonecoach.core.activities import Load
from bonecoach.core.advice import Advice
from bonecoach.core.movement import WeekMovement
from bonecoach.core.week import DayState

WALK_MINUTES = 30
"""A walk that is asked of nobody twice a day; the plan stretches it to LONGEST_WALK_MINUTES at most. Our own choice."""

LONGEST_WALK_MINUTES = 40
SMALL_WALK_MINUTES = 25
TOO_MUCH_PAIN = 7
"""From 7 of 10 nothing is asked for that day (evidence 3.6, unconfirmed: so it only silences, never prompts)."""


def advise_week(movement: WeekMovement, today: DayState, before: WeekMovement | None = None) -> tuple[Advice, ...]:
    """The next steps of the running week, one of whose days is today, the one that matters most first.

    `before` is the movement of the week before, for a nearer goal when 150 minutes no longer fit.
    A rest week is left in peace, and so is a day of strong pain, of a fracture, or of a fall with an injury.
    """
    if movement.rest_week or _in_strong_pain(today) or _hurt(today):
        return ()
    if today.profile.bone_metastases:
        # No plan of the app's own: lesion by lesion, with the team (IBMEWG2022, confirmed).
        return (Advice("plan_with_team", {}, "IBMEWG2022", "confirmed"),)
    return (
        *_resistance(movement, today.date),
        *_minutes(movement, today.date, before),
        *_balance(movement, today.date),
    )


def _in_strong_pain(day: DayState) -> bool:
    return max((s.score for s in day.symptoms if s.score is not None), default=0) >= TOO_MUCH_PAIN


def _hurt(day: DayState) -> bool:
    return any(event.event == "fracture" or (event.event == "fall" and event.injury) for event in day.events)


def _resistance(movement: WeekMovement, today: date) -> Iterator[Advice]:
    missing = movement.resistance_days_target - movement.resistance_days
    if missing <= 0:
        return
    trained = [day.date for day in movement.days if Load.RESISTANCE in day.loads]
    free = _rested_days(trained, today, movement.last)
    if free and (movement.reached or len(free) <= 2 * missing):  # while there is room for both, walking comes first
        facts = {
            "days": movement.resistance_days,
            "target": movement.resistance_days_target,
            "on": free[0],
            "today": today,
        }
        yield Advice("resistance_days", facts, "WHO2020", "confirmed")


def _rested_days(trained: list[date], today: date, last: date) -> list[date]:
    """Days from today on with no resistance on them or beside them (non-consecutive days: ACSM, secondary)."""
    days = [today + timedelta(days=n) for n in range((last - today).days + 1)]
    return [day for day in days if all(abs((day - done).days) > 1 for done in trained)]


def _minutes(movement: WeekMovement, today: date, before: WeekMovement | None) -> Iterator[Advice]:
    if movement.reached:
        return
    missing = movement.target_minutes - movement.counted_minutes
    days_left = (movement.last - today).days + 1
    walks = min(days_left, ceil(missing / WALK_MINUTES))
    each = ceil(missing / walks)
    if each > LONGEST_WALK_MINUTES:
        walks, each = min(days_left, 2), SMALL_WALK_MINUTES
    brings_to = movement.counted_minutes + walks * each
    facts = {
        "counted": movement.counted_minutes,
        "target": movement.target_minutes,
        "missing": missing,
        "days_left": days_left,
        "walks": walks,
        "each": each,
        "brings_to": brings_to,
        "reaches": brings_to >= movement.target_minutes,
        "more_than_last_week": before is not None and before.counted_minutes < brings_to,
    }
    yield Advice("minutes_missing", facts, "WHO2020", "confirmed")


def _balance(movement: WeekMovement, today: date) -> Iterator[Advice]:
    # Three days from 65 is WHO's; two for younger people is unconfirmed and so never asked for.
    asked_for = movement.balance_days_target == 3
    if asked_for and movement.balance_days < movement.balance_days_target and movement.reached:
        facts = {"days": movement.balance_days, "target": movement.balance_days_target, "today": today}
        yield Advice("balance_days", facts, "WHO2020", "confirmed")
