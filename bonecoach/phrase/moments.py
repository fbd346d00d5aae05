"""From the days and times that were said to moments: never in the future, the latest such time where it is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bonecoach.core.days import EARLIEST, Moment, moment_at, moment_of
from bonecoach.phrase.clock_said import DAY, MEALS, NOON, Clock, PartOfDay
from bonecoach.phrase.when import When

_STILL_LAST_NIGHT = 4 * 60
"""Before four in the morning, "this evening" is the one that just went by."""


_SMALL_HOURS = 5 * 60
"""Before five, the hours of a night are those of its morning, and those of a lunch are of the afternoon."""

_SOON = timedelta(minutes=30)
"""She takes her tablet at seventeen minutes to eight and says "at 8": so far ahead, a time was rounded."""

_LONGEST_AGO = 60 * 24 * 366 * 130
"""Minutes further back than any day that is taken."""


class Resolved(NamedTuple):
    """The moments a part happened at, or the code of why it cannot have. `open_hour`: another reading was possible.

    `minutes` is the length of a said range, None where none was said; `ahead` tells which of several times of the day
    are still to come, `soon` that the time will have come in half an hour. `rather` is the moment of the day before
    that a bare hour may mean, where the one of today that has not come is nearer.
    """

    moments: tuple[Moment, ...] = ()
    code: str | None = None
    open_hour: bool = False
    minutes: int | None = None
    ahead: tuple[int, ...] = ()
    soon: bool = False
    rather: Moment | None = None


def resolve(when: When, now: datetime, zone: str) -> Resolved:
    """When it happened, counted from `now` in `zone`.

    A bare hour ("at 8") is the latest such time not in the future, on a past day the hour as it is written; where that
    was the day before, while the one of today is nearer, it is the one of today. Other times are today's. Without a
    time it is now, or on a said day the time of day it is now. Later than now is refused with the code "future".
    """
    present = moment_at(now, zone)
    if when.trouble is not None:
        return Resolved(code=when.trouble[0])
    if when.ago is not None:
        back = present.instant - timedelta(minutes=float(when.ago if when.ago < _LONGEST_AGO else _LONGEST_AGO))
        return Resolved((moment_at(back, zone),)) if back.date() >= EARLIEST else Resolved(code="impossible_date")
    found: list[Moment] = []
    open_hour, minutes = False, None
    days: Sequence[date | None] = when.days or (None,)
    times: Sequence[tuple[Clock | None, PartOfDay | None]] = [(clock, when.part) for clock in when.clocks] or [
        (None, part) for part in (when.part, *when.more_parts)
    ]
    ahead: list[int] = []
    soon, rather = False, None
    for day in days:
        for place, (clock, part) in enumerate(times):
            moment, is_open = _at(day, clock, part, when, present)
            nearer = _nearer_today(moment, clock, present) if is_open and day is None else None
            if nearer is not None:
                rather, moment = moment, nearer
            if moment.instant > present.instant:
                ahead.append(place)
                soon = moment.instant - present.instant <= _SOON
            elif moment not in found:
                found.append(moment)
            open_hour = open_hour or is_open
    if ahead and when.until is not None and not when.days and when.until.minute <= when.clocks[0].minute:
        found, ahead = [_on(present.date - timedelta(days=1), when.clocks[0].minute, present)], []  # over midnight
    if ahead:
        return Resolved(code="future", ahead=tuple(ahead), soon=soon, rather=rather)
    if when.until is not None:
        minutes = _length(when.clocks[0], when.until)
        over = found[0].instant + timedelta(minutes=minutes)
        if over > present.instant:
            earlier = _earlier(found[0])
            gone = present.instant - earlier.instant - timedelta(minutes=minutes)
            if not when.clocks[0].bare or (earlier.date < present.date and over - present.instant < gone):
                return Resolved(code="future")
            found, open_hour = [earlier], True
    return Resolved(tuple(found), None, open_hour, minutes)


def _at(
    day: date | None, clock: Clock | None, part: PartOfDay | None, when: When, present: Moment
) -> tuple[Moment, bool]:
    on = present.date if day is None else day
    if clock is None:
        return _at_part(day, part, present), False
    if part is not None:
        return _same_half(_night_over(on, clock, when, present), clock, part, present), False
    if not clock.hour_only or day not in (None, present.date) or len(when.clocks) > 1:
        return _on(on, clock.minute, present), clock.bare
    return _latest(day, clock, present)


def _latest(day: date | None, clock: Clock, present: Moment) -> tuple[Moment, bool]:
    """The latest time a bare hour may mean, today or (where no day was said) yesterday."""
    minutes = {clock.minute, (clock.minute + NOON) % DAY} if clock.bare else {clock.minute}
    days = [present.date] if day is not None else [present.date, present.date - timedelta(days=1)]
    choices = [_on(on, minute, present) for on in days for minute in minutes]
    past = [choice for choice in choices if choice.instant <= present.instant]
    first = _on(present.date, clock.minute, present)
    chosen = max(past, key=lambda choice: choice.instant, default=first)
    return chosen, chosen != first


def _nearer_today(chosen: Moment, clock: Clock | None, present: Moment) -> Moment | None:
    """The time of today still to come that a bare hour may as well mean, where the one of yesterday is further off:
    "at 8", said at seven in the morning."""
    if clock is None or chosen.date >= present.date:
        return None
    minutes = {clock.minute, (clock.minute + NOON) % DAY} if clock.bare else {clock.minute}
    coming = [_on(present.date, minute, present) for minute in minutes]
    nearest = min((each for each in coming if each.instant > present.instant), key=lambda each: each.instant)
    return nearest if nearest.instant - present.instant < present.instant - chosen.instant else None


def _night_over(on: date, clock: Clock, when: When, present: Moment) -> date:
    """ "last night at 2", said by day: the small hours of last night are those of today."""
    small = clock.minute < _SMALL_HOURS or _is_midnight(clock)
    by_day = present.wall.hour * 60 + present.wall.minute >= _STILL_LAST_NIGHT
    return present.date if when.last_night and small and by_day else on


def _is_midnight(clock: Clock) -> bool:
    """Of a night, a lone twelve is midnight."""
    return clock.bare and clock.minute == NOON


def _same_half(on: date, clock: Clock, part: PartOfDay, present: Moment) -> Moment:
    """ "8 in the evening", "yesterday morning at 8", "after lunch at 2": the half of the day that the part lies in."""
    minute = clock.minute
    late = part.begins >= NOON and not (part.name == "night" and minute < _SMALL_HOURS)
    after_lunch = part.name == "lunch" and minute < _SMALL_HOURS and not clock.half
    if part.name == "night" and _is_midnight(clock):
        minute = 0
    elif (late or after_lunch) and minute < NOON:
        minute += NOON
    return _on(on, minute, present)


def _at_part(day: date | None, part: PartOfDay | None, present: Moment) -> Moment:
    minute = present.wall.hour * 60 + present.wall.minute
    if part is None:
        return present if day is None or day == present.date else moment_of(day, present.wall, present.zone)
    if day is None and minute < _STILL_LAST_NIGHT and part.begins >= NOON:
        return _on(present.date - timedelta(days=1), part.usual, present)
    if day is not None and day != present.date:
        return _on(day, part.usual, present)
    if part.begins <= minute <= (part.ends if part.name in MEALS else part.usual):
        return present
    return _on(present.date, part.usual if minute >= part.begins else part.begins, present)


def _on(day: date, minute: int, present: Moment) -> Moment:
    return moment_of(day, time(minute // 60 % 24, minute % 60), present.zone)


def _length(start: Clock, end: Clock) -> int:
    """Minutes from one time to the next such time; where the first was open ("from 11 to 1"), within half a day."""
    turn = NOON if start.bare or end.bare else DAY
    return (end.minute - start.minute) % turn or turn


def _earlier(moment: Moment) -> Moment:
    back = moment.local.replace(tzinfo=None) - timedelta(minutes=NOON)
    return moment_of(back.date(), back.time(), moment.zone)
