"""Where she is known to be: when the computer is in another zone, whether to ask which time her reminders keep."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from bonecoach.core.days import is_known, moment_at, zone_named

AT_HOME_AFTER = timedelta(days=30)
"""Where she has been for so long is home: what she comes from on the next journey (ours)."""


class Stay(NamedTuple):
    """Her home zone, and the zone she was last known in, since a date there."""

    home: str
    zone: str
    since: date


class Arrival(NamedTuple):
    """Where she is known to be now, and whether to ask about her reminders: until she says, the stay is the old one."""

    stay: Stay
    asks: bool


def arrived(stay: Stay | None, zone: str, now: datetime, *, reminders_follow: bool) -> Arrival:
    """What becomes of a stay once the computer is in `zone`.

    Nothing is asked where the clocks show the same, where no reminder follows her, and when she comes home: reminders
    that followed her away follow her back.
    """
    today = moment_at(now, zone).date
    if stay is None or not (is_known(stay.home) and is_known(stay.zone)):
        return Arrival(Stay(zone, zone, today), asks=False)
    if stay.zone != stay.home and today - stay.since >= AT_HOME_AFTER:
        stay = stay._replace(home=stay.zone)
    if _same_clocks(stay.zone, zone, now):
        return Arrival(stay, asks=False)
    if not reminders_follow or _same_clocks(stay.home, zone, now):
        return Arrival(Stay(stay.home, zone, today), asks=False)
    return Arrival(stay, asks=True)


def _same_clocks(one: str, other: str, now: datetime) -> bool:
    """Also of a zone that was renamed."""
    return one == other or now.astimezone(zone_named(one)).utcoffset() == now.astimezone(zone_named(other)).utcoffset()
