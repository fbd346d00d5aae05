"""What a time of day means that she says in an answer: until when it is put off, and when it was taken."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bonecoach.core.days import moment_at, moment_of
from bonecoach.core.plans import Slot
from bonecoach.core.settling import MOST_AHEAD

_DAY = timedelta(days=1)


def put_off_until(wall: time, now: datetime, zone: str) -> datetime:
    """The next instant at which the clock shows `wall`: "14:00" said at 15:00 is tomorrow's."""
    today = moment_at(now, zone).date
    at = moment_of(today, wall, zone).instant
    return at if at > now else moment_of(today + _DAY, wall, zone).instant


def taken_at(slot: Slot, wall: time, now: datetime, zone: str) -> datetime:
    """When a planned time was taken, where she says a time of day.

    The first such time that is not more than 4 h before the planned one: of 23:00, "0:30" is after midnight. Where that
    has not come yet, the last one before `now`; so it is never ahead.
    """
    earliest = slot.at - MOST_AHEAD
    day = moment_at(earliest, zone).date
    found = [moment_of(day + n * _DAY, wall, zone).instant for n in (0, 1)]
    first = next(at for at in found if at >= earliest)
    if first <= now:
        return first
    today = moment_at(now, zone).date
    last = moment_of(today, wall, zone).instant
    return last if last <= now else moment_of(today - _DAY, wall, zone).instant
