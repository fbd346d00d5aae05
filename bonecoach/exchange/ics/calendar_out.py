"""A calendar file: lines folded, texts escaped, each zone written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bonecoach.exchange.ics.occasions import Alarm, Occasion
from bonecoach.exchange.ics.zones import timezone_lines

LONGEST_LINE = 75
"""Bytes of a line before it is folded (RFC 5545, 3.1)."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def write_calendar(path: Path, occasions: Iterable[Occasion], now: datetime, program: str) -> int:
    """Writes a calendar; how many entries it holds."""
    found = list(occasions)
    with path.open("w", encoding="utf-8", newline="") as file:
        for line in calendar_lines(found, now, program):
            file.write(folded(line))
    return len(found)


def calendar_lines(occasions: Sequence[Occasion], now: datetime, program: str) -> Iterator[str]:
    """The lines of a calendar, not folded yet."""
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//BoneCoach//BoneCoach {program}//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    zones = {one.zone for one in occasions if one.at is not None}
    for zone in sorted(zones):
        earliest = min(one.day.year for one in occasions if one.zone == zone)
        yield from timezone_lines(zone, earliest)
    for one in occasions:
        yield from _event(one, now)
    yield "END:VCALENDAR"


def _event(one: Occasion, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}"
    yield f"DTSTAMP:{_utc(now)}"
    # A calendar mends its entry only by a higher number (RFC 5545, 3.8.7.4): every file is a newer one, an undo too.
    yield f"SEQUENCE:{int(now.timestamp()) // 60}"
    yield f"SUMMARY:{escaped(one.summary)}"
    if one.at is None:
        yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    else:
        yield f"DTSTART;TZID={one.zone}:{one.day:%Y%m%d}T{one.at:%H%M%S}"
        yield f"DURATION:PT{one.minutes}M"
    if one.rule:
        yield f"RRULE:{one.rule}"
    if one.without and one.at is not None:
        yield f"EXDATE;TZID={one.zone}:" + ",".join(f"{day:%Y%m%d}T{one.at:%H%M%S}" for day in one.without)
    if one.location:
        yield f"LOCATION:{escaped(one.location)}"
    if one.description:
        yield f"DESCRIPTION:{escaped(one.description)}"
    yield "CLASS:PRIVATE"
    yield f"TRANSP:{'OPAQUE' if one.busy and one.at is not None else 'TRANSPARENT'}"
    if one.alarm is not None:
        yield from _alarm(one.alarm, one.summary)
    yield "END:VEVENT"


def _alarm(alarm: Alarm, summary: str) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(summary)}"
    yield "TRIGGER:PT0M" if alarm.at is None else f"TRIGGER;VALUE=DATE-TIME:{_utc(alarm.at)}"
    if alarm.again_times:
        yield f"REPEAT:{alarm.again_times}"
        yield f"DURATION:PT{alarm.again_minutes}M"
    yield "END:VALARM"


def _utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """A text as calendars write it, on one line and without what cannot be printed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in lines if char in "\n\t" or char.isprintable()).translate(_ESCAPED)


def folded(line: str) -> str:
    """A line with its end, folded where it is longer than 75 bytes, never within a character."""
    parts, room = [""], LONGEST_LINE
    for char in line:
        size = len(char.encode())
        if size > room:
            parts.append("")
            room = LONGEST_LINE - 1
        parts[-1] += char
        room -= size
    return "\r\n ".join(parts) + "\r\n"
