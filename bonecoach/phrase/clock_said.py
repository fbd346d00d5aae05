"""Which time of day is meant: "at 8", "8:30", "8 pm", "noon", "half past eight", "in the evening", "an hour ago"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from bonecoach.phrase.durations import duration_at
from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.units import UNITS


class Clock(NamedTuple):
    """A time of day: minutes after midnight, and the index of the first token behind.

    `bare` is a time that may be of the morning or of the evening ("at 8"); `hour_only` one without minutes; `half` one
    with "am" or "pm".
    """

    minute: int
    end: int
    bare: bool = False
    hour_only: bool = False
    half: bool = False


class PartOfDay(NamedTuple):
    """A part of a day: when it begins and ends and its usual time, in minutes after midnight."""

    name: str
    begins: int
    usual: int
    ends: int


NOON = 12 * 60
DAY = 24 * 60
_DAY_PARTS = (
    PartOfDay("morning", 4 * 60, 8 * 60, 12 * 60),
    PartOfDay("afternoon", 12 * 60, 15 * 60, 18 * 60),
    PartOfDay("evening", 17 * 60, 19 * 60, DAY),
    PartOfDay("night", 19 * 60, 22 * 60, DAY),
    PartOfDay("bedtime", 19 * 60, 22 * 60, DAY),
    PartOfDay("breakfast", 4 * 60, 8 * 60, 11 * 60),
    PartOfDay("lunch", 11 * 60, 12 * 60 + 30, 15 * 60),
    PartOfDay("dinner", 17 * 60, 18 * 60 + 30, 23 * 60),
)
PARTS_OF_DAY = {part.name: part for part in _DAY_PARTS} | {
    "mornings": _DAY_PARTS[0],
    "am": _DAY_PARTS[0],
    "pm": PartOfDay("pm", 12 * 60, 18 * 60, DAY),
    "mane": _DAY_PARTS[0],
    "nocte": _DAY_PARTS[3],
    "evenings": _DAY_PARTS[2],
    "bed": _DAY_PARTS[4],
    "brekkie": _DAY_PARTS[5],
    "brunch": _DAY_PARTS[6],
    "lunchtime": _DAY_PARTS[6],
    "supper": _DAY_PARTS[7],
    "teatime": _DAY_PARTS[7],
}
MEALS = ("breakfast", "lunch", "dinner")
_AT = ("at", "@", "from", "around", "about", "approx", "approximately", "circa", "by", "ab")
_LEADS = ("in", "during", "at", "this", "around", "for", "before", "with", "after", "by")
_FELT_AT_NIGHT = ("sweat", "sweats", "cramp", "cramps")
_NAMED = {"noon": NOON, "midday": NOON, "midnight": 0}
_AM, _PM = ("am", "a"), ("pm", "p")
_OCLOCK = ("o'clock", "oclock", "uhr")


def clock_at(tokens: Sequence[Token], at: int, *, sure: bool = False) -> Clock | None:
    """The time of day said at token `at`. A lone number is one only behind "at", or when `sure`; None when none is."""
    if _key(tokens, at) == "by" and at and tokens[at - 1].kind is Kind.NUMBER:  # "3 by 10" are sets
        return None
    behind, said_at = at, sure
    while _key(tokens, behind) in _AT:
        behind, said_at = behind + 1, True
    key = _key(tokens, behind)
    if key in ("12", "twelve") and _key(tokens, behind + 1) in _NAMED:  # "12 noon"
        behind, key = behind + 1, _key(tokens, behind + 1)
    if key in _NAMED:
        return Clock(_NAMED[key], behind + 1)
    said = _past_or_to(tokens, behind) or (_half_hour(tokens, behind) if said_at else None)
    return said or _colon(tokens, behind) or _number(tokens, behind, said_at=said_at)


def ago_at(tokens: Sequence[Token], at: int) -> tuple[Fraction, int] | None:
    """ "an hour ago", "30 min ago", "half an hour earlier": the minutes, and the index behind."""
    duration = duration_at(tokens, at)
    if duration is None or _key(tokens, duration.end) not in ("ago", "earlier", "before"):
        return None
    return duration.minutes, duration.end + 1


def part_of_day_at(tokens: Sequence[Token], at: int) -> tuple[PartOfDay, int] | None:
    """ "in the morning", "this evening", "at night", "tonight": the part of the day, and the index behind."""
    if _key(tokens, at) == "tonight":
        return PARTS_OF_DAY["evening"], at + 1
    behind = at
    for words in (_LEADS, ("the", "my"), ("early", "late", "mid")):
        behind = behind + 1 if _key(tokens, behind) in words else behind
    part = PARTS_OF_DAY.get(_key(tokens, behind))
    if part is None or _key(tokens, behind + 1) in _FELT_AT_NIGHT:  # "woke with night sweats"
        return None
    return part, behind + 1


def _past_or_to(tokens: Sequence[Token], at: int) -> Clock | None:
    """ "half past eight", "quarter to 8", "ten past eight"."""
    behind = at + 1 if _key(tokens, at) == "a" else at
    word = _key(tokens, behind)
    minutes = {"half": 30, "quarter": 15}.get(word)
    if minutes is None:
        number = number_at(tokens, behind)
        if number is None or number.value not in (5, 10, 20, 25):
            return None
        minutes, behind = int(number.value), number.end - 1
        if _key(tokens, behind + 1) in ("min", "mins", "minutes"):
            behind += 1
    link = _key(tokens, behind + 1)
    hour = number_at(tokens, behind + 2)
    if link not in ("past", "to", "after") or hour is None or hour.value.denominator != 1 or not 1 <= hour.value <= 12:
        return None
    if link == "after" and word not in ("half", "quarter") and _key(tokens, hour.end) not in (*_AM, *_PM, *_OCLOCK):
        return None
    minute = int(hour.value) % 12 * 60 + (minutes if link != "to" else -minutes)
    return _half_of_day(tokens, minute % NOON, hour.end, bare=True)


def _half_hour(tokens: Sequence[Token], at: int) -> Clock | None:
    """ "at half seven", which in Britain is half past seven."""
    hour = number_at(tokens, at + 1) if _key(tokens, at) == "half" else None
    if hour is None or hour.article or hour.value.denominator != 1 or not 1 <= hour.value <= NOON // 60:
        return None
    return _half_of_day(tokens, int(hour.value) * 60 % NOON + 30, hour.end, bare=True)


def _colon(tokens: Sequence[Token], at: int) -> Clock | None:
    if (
        at >= len(tokens)
        or tokens[at].kind is not Kind.CLOCK
        or tokens[at].text.count(":") > 1
        or _key(tokens, at + 1) in ("h", "hr", "hrs", "hours", "hour")
    ):
        return None
    hours, minutes = (int(number) for number in tokens[at].text.split(":"))
    if hours > 24 or minutes > 59 or (hours == 24 and minutes):
        return None
    return _half_of_day(tokens, hours * 60 + minutes, at + 1, bare=False)


def _number(tokens: Sequence[Token], at: int, *, said_at: bool) -> Clock | None:
    """ "8 pm", "8.30 am", "8 o'clock", and behind "at" also "8", "8.30", "0830", "eight thirty", "8h30"."""
    number = number_at(tokens, at)
    if number is None or number.article:
        return None
    minute = _four_digits(tokens[at].text) if said_at or tokens[at].text.startswith("0") else None
    if minute is not None:
        return Clock(minute, at + 1)
    minute = _dotted(tokens[at], number.value)
    if minute is None:
        return None
    hour_only, end = number.value.denominator == 1 and "." not in tokens[at].text, number.end
    if hour_only and said_at:
        minute, end, hour_only = _spoken_minutes(tokens, minute, end)
    half = _key(tokens, end)
    if half in _OCLOCK:
        return _half_of_day(tokens, minute, end + 1, bare=True, hour_only=True)
    if half in ("am", "pm") or (half in ("a", "p") and tokens[end].glued):
        return _half_of_day(tokens, minute, end, bare=False)
    if not said_at or (half in UNITS and half != "h") or half in ("x", "reps", "sets", "%"):
        return None
    return _half_of_day(tokens, minute, end + 1 if half == "h" else end, bare=hour_only, hour_only=hour_only)


def _four_digits(text: str) -> int | None:
    if len(text) != 4 or not text.isdigit() or not text.isascii() or int(text[:2]) > 23 or int(text[2:]) > 59:
        return None
    return int(text[:2]) * 60 + int(text[2:])


def _dotted(token: Token, value: Fraction) -> int | None:
    whole, dot, rest = token.text.partition(".")
    if dot and len(rest) == 2 and whole.isdigit() and rest.isdigit():
        hours, minutes = int(whole), int(rest)
    elif value.denominator == 1:
        hours, minutes = int(value), 0
    else:
        return None
    return hours * 60 + minutes if (hours < 24 and minutes < 60) or (hours, minutes) == (24, 0) else None


def _spoken_minutes(tokens: Sequence[Token], minute: int, end: int) -> tuple[int, int, bool]:
    """ "eight thirty", "8 h 30", "8h30": the minutes behind an hour; True when none follow."""
    hour_mark = _key(tokens, end) == "h"
    behind = end + 1 if hour_mark else end
    following = number_at(tokens, behind)
    spoken = following is not None and behind < len(tokens) and (hour_mark or tokens[behind].kind is Kind.WORD)
    if following is None or not spoken or following.value not in range(10, 60) or following.article:
        return minute, end, True
    return minute + int(following.value), following.end, False


def _half_of_day(
    tokens: Sequence[Token], minute: int, end: int, *, bare: bool, hour_only: bool = False
) -> Clock | None:
    half = _key(tokens, end)
    if half in ("am", "pm") or (half in ("a", "p") and tokens[end].glued):
        if minute >= 13 * 60:
            return None
        return Clock(minute % NOON + (NOON if half in _PM else 0), end + 1, half=True)
    return Clock(minute % DAY, end, bare and 0 < minute < 13 * 60, hour_only)


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""
