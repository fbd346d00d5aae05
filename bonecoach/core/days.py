"""Local days, weeks and zones: when something happened, and to which day it belongs for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.values import Value

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Names of the days as `week_starts` takes them; the index is `date.weekday()`."""

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""No entry, birth or fact is older, and no day asked for lies outside: arithmetic with dates stays in the calendar."""

MIDDLE = timedelta(days=3)
"""From the first day of a week to its middle: a rest week is the week that holds its middle, whatever day weeks begin
on by then. It also says which month a week is of."""


@lru_cache(maxsize=32)
def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises InvalidEntry("unknown_zone")."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidEntry("unknown_zone", zone=name) from error


def is_known(name: str) -> bool:
    """Whether this computer knows a zone by that name: zones are renamed, and diaries come from newer computers."""
    try:
        zone_named(name)
    except InvalidEntry:
        return False
    return True


class Moment(Value):
    """When something happened: the instant in UTC, and the local date, wall time and zone it was logged in.

    The local date decides the day and week of an entry for ever, wherever the person travels later.
    Raises InvalidEntry("naive_instant", "impossible_date").
    """

    instant: datetime
    date: date
    wall: time
    zone: str

    def __post_init__(self) -> None:
        if self.instant.tzinfo is not UTC:
            raise InvalidEntry("naive_instant")
        if not EARLIEST <= self.date <= LATEST:
            raise InvalidEntry("impossible_date", date=self.date)

    @property
    def local(self) -> datetime:
        """The instant as an aware local datetime, as the clock stood then: it needs no zone that is known here."""
        wall = datetime.combine(self.date, self.wall)
        return wall.replace(tzinfo=timezone(wall - self.instant.replace(tzinfo=None)))


def possible(day: date) -> date:
    """A day that the diary may speak of. Raises InvalidEntry("day_out_of_range")."""
    if not EARLIEST <= day <= LATEST:
        raise InvalidEntry("day_out_of_range", text=day.isoformat())
    return day


def in_utc(at: datetime) -> datetime:
    """An aware time in UTC, fractions of its second dropped. Raises InvalidEntry("impossible_date").

    The first and the last day of the calendar lie outside of it in other zones.
    """
    try:
        return at.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        raise InvalidEntry("impossible_date", date=at.date()) from None


def moment_at(instant: datetime, zone: str) -> Moment:
    """The moment of an aware instant, as the wall clock of `zone` showed it. Seconds are kept, fractions dropped.

    Raises InvalidEntry("unknown_zone", "impossible_date").
    """
    utc, there = in_utc(instant), zone_named(zone)
    try:
        local = utc.astimezone(there)
    except OverflowError:
        raise InvalidEntry("impossible_date", date=utc.date()) from None
    return Moment(utc, local.date(), local.time(), zone)


def moment_of(day: date, wall: time, zone: str) -> Moment:
    """The moment when the wall clock of `zone` shows `wall` on `day`.

    A time in a skipped hour is shifted by the gap (RFC 5545); a time in a repeated hour is the first one.
    """
    local = datetime.combine(day, wall.replace(tzinfo=None, fold=0), zone_named(zone))
    return moment_at(in_utc(local), zone)


def age_on(birth: date, day: date) -> int:
    """Whole years of age on a day; one born on 29 February has her birthday on 1 March in other years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


class Week(Value):
    """Seven local days from `first`."""

    first: date

    @property
    def last(self) -> date:
        """The seventh day."""
        return self.first + timedelta(days=6)

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(7))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def shifted(self, weeks: int) -> Week:
        """The week so many weeks later (earlier when negative)."""
        return Week(self.first + timedelta(weeks=weeks))


def week_of(day: date, first_weekday: str = "monday") -> Week:
    """The week that holds `day`, beginning on `first_weekday`."""
    back = (day.weekday() - WEEKDAYS.index(first_weekday)) % 7
    return Week(day - timedelta(days=back))
