"""How long something took: "30 min", "1h30", "an hour and a half", "1:15 h", "three quarters of an hour"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.units import Measure, unit_named


class Duration(NamedTuple):
    """Exact minutes, and the index of the first token behind."""

    minutes: Fraction
    end: int


_HOUR = Fraction(60)
_LAST_HOUR = 24
_LINKS = ("and", "&")


def duration_at(tokens: Sequence[Token], at: int) -> Duration | None:
    """The duration that begins at token `at`; None when none does. A number needs its unit."""
    first = _clocked(tokens, at) or _one(tokens, at)
    if first is None:
        return None
    minutes, end = first
    behind = end + 1 if _key(tokens, end) in _LINKS else end
    if behind > end and _key(tokens, behind) in ("a", "half", "quarter"):  # "an hour and a half"
        part = number_at(tokens, behind)
        if part is not None and part.value < 1 and _unit(tokens, part.end) is None and minutes % _HOUR == 0:
            return Duration(minutes + part.value * _HOUR, part.end)
    following = _one(tokens, behind)
    if following is not None and following.minutes < _HOUR <= minutes:  # "1 h 30 min", "1 hour and 10 minutes"
        return Duration(minutes + following.minutes, following.end)
    if following is not None and following.minutes < 1 <= minutes < _HOUR:  # "2 min 30 s"
        return Duration(minutes + following.minutes, following.end)
    bare = number_at(tokens, behind)
    if (
        minutes % _HOUR == 0
        and bare is not None
        and behind == end
        and 10 <= bare.value < 60
        and _glued_hour(tokens, at)
    ):
        end = bare.end + 1 if _key(tokens, bare.end) == "m" else bare.end  # "1h20m": behind hours they are no metres
        return Duration(minutes + bare.value, end)  # "1h30", "1 hr 20"
    return first


def _one(tokens: Sequence[Token], at: int) -> Duration | None:
    number = number_at(tokens, at)
    if number is None:
        hyphened = _hyphened(tokens, at)
        if hyphened is not None:
            return hyphened
        if _key(tokens, at) in ("hour", "hr"):  # "hour and a half"
            return Duration(_HOUR, at + 1)
        return None
    end = number.end + 1 if _key(tokens, number.end) in ("of", "-") else number.end
    if number.value < 1 and _key(tokens, end) in ("a", "an"):  # "three quarters of an hour"
        end += 1
    unit = _unit(tokens, end)
    return None if unit is None else Duration(number.value * unit, end + 1)


def _hyphened(tokens: Sequence[Token], at: int) -> Duration | None:
    """ "ten-minute", "forty-five-minute", "half-hour"."""
    number, hyphen, word = _key(tokens, at).rpartition("-")
    found = unit_named(word) if hyphen else None
    if found is None or found[0].measure is not Measure.TIME:
        return None
    said = replace(tokens[at], key=number)
    value = number_at((said,), 0)
    return None if value is None else Duration(value.value * found[0].amount, at + 1)


def _clocked(tokens: Sequence[Token], at: int) -> Duration | None:
    """ "1:15 h", and what is no time of day: "28:30" is minutes and seconds, "1:02:15" hours, minutes and seconds."""
    if at >= len(tokens) or tokens[at].kind is not Kind.CLOCK:
        return None
    numbers = [int(number) for number in tokens[at].text.split(":")]
    if len(numbers) > 2:
        hours, minutes, seconds = numbers
        return Duration(hours * _HOUR + minutes + Fraction(seconds, 60), at + 1)
    if _unit(tokens, at + 1) == _HOUR:
        return Duration(numbers[0] * _HOUR + numbers[1], at + 2)
    if numbers[0] > _LAST_HOUR and numbers[1] < _HOUR:
        behind = at + 2 if _unit(tokens, at + 1) == 1 else at + 1
        return Duration(numbers[0] + Fraction(numbers[1], 60), behind)
    return None


def _unit(tokens: Sequence[Token], at: int) -> Fraction | None:
    found = unit_named(_key(tokens, at))
    return found[0].amount if found is not None and found[0].measure is Measure.TIME else None


def _glued_hour(tokens: Sequence[Token], at: int) -> bool:
    # Only digits continue without a unit: "1h30", never "an hour 20".
    return tokens[at].kind is Kind.NUMBER


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""
