"""A zone as a calendar file has to carry it: when its clocks change, and to what."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bonecoach.core.days import zone_named

YEARS_AHEAD = 12
"""Years of clock changes that are looked at; where each follows the same rule, the rule stands for all years after."""

_DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONG_AGO = datetime.combine(date(1970, 1, 1), time())


class ClockChange(NamedTuple):
    """One change: the wall-clock time at which it comes, the offsets before and after, the name after."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def timezone_lines(zone: str, year: int) -> list[str]:
    """The VTIMEZONE of a zone for everything from a year on. Raises InvalidEntry("unknown_zone")."""
    known = zone_named(zone)
    found: dict[tuple[timedelta, timedelta, str, bool], list[datetime]] = defaultdict(list)
    for change in clock_changes(known, year - 1, year + YEARS_AHEAD):
        found[change.before, change.after, change.name, change.summer].append(change.local)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone}"]
    if not any(at.year < year for times in found.values() for at in times):
        offset, name, _ = _state(known, datetime(year - 1, 1, 1, tzinfo=UTC))
        lines += _observance(offset, offset, name, False, [_LONG_AGO], year)
    for (before, after, name, summer), times in found.items():
        lines += _observance(before, after, name, summer, times, year + YEARS_AHEAD)
    return [*lines, "END:VTIMEZONE"]


def clock_changes(zone: ZoneInfo, first: int, last: int) -> Iterator[ClockChange]:
    """The clock changes of some years, both included, in order."""
    day, state = datetime(first, 1, 1, tzinfo=UTC), _state(zone, datetime(first, 1, 1, tzinfo=UTC))
    while day.year <= last:
        following = day + timedelta(days=1)
        if (then := _state(zone, following)) != state:
            yield _change_between(zone, day, following)
        day, state = following, then


def _state(zone: ZoneInfo, instant: datetime) -> tuple[timedelta, str, bool]:
    local = instant.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or "", bool(local.dst())


def _change_between(zone: ZoneInfo, early: datetime, late: datetime) -> ClockChange:
    before = _state(zone, early)
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) // 2
        middle = middle.replace(microsecond=0)
        early, late = (middle, late) if _state(zone, middle) == before else (early, middle)
    after = _state(zone, late)
    return ClockChange((late + before[0]).replace(tzinfo=None), before[0], after[0], after[1], after[2])


def _observance(
    before: timedelta, after: timedelta, name: str, summer: bool, times: Sequence[datetime], last_year: int
) -> list[str]:
    kind = "DAYLIGHT" if summer else "STANDARD"
    rule = yearly_rule(times, last_year)
    lines = [f"BEGIN:{kind}", f"DTSTART:{times[0]:%Y%m%dT%H%M%S}", f"TZOFFSETFROM:{_offset(before)}"]
    lines += [f"TZOFFSETTO:{_offset(after)}", f"TZNAME:{name}"]
    if rule:
        lines.append(f"RRULE:{rule}")
    elif len(times) > 1:
        lines.append("RDATE:" + ",".join(f"{at:%Y%m%dT%H%M%S}" for at in times[1:]))
    return [*lines, f"END:{kind}"]


def yearly_rule(times: Sequence[datetime], last_year: int) -> str:
    """The RRULE that changes follow in every year up to the last one; "" where they follow none."""
    first = times[0]
    if [at.year for at in times] != list(range(first.year, last_year + 1)) or len(times) < 3:
        return ""
    if len({(at.month, at.weekday(), at.time()) for at in times}) > 1:
        return ""
    ordinals = {(at.day - 1) // 7 + 1 for at in times}
    if all(_is_last(at.date()) for at in times):
        place = -1
    elif len(ordinals) == 1:
        place = ordinals.pop()
    else:
        return ""
    return f"FREQ=YEARLY;BYMONTH={first.month};BYDAY={place}{_DAY_CODES[first.weekday()]}"


def _is_last(day: date) -> bool:
    return day.day + 7 > monthrange(day.year, day.month)[1]


def _offset(offset: timedelta) -> str:
    """ "+0530"; seconds only where there are some."""
    seconds = round(offset.total_seconds())
    sign, seconds = "-" if seconds < 0 else "+", abs(seconds)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{sign}{hours:02}{minutes:02}{f'{seconds:02}' if seconds else ''}"
