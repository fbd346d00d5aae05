"""From when until when: "7:30-8:10", "from 7 to 8", "between 7.30 and 8", "11:30pm to 12:15am"."""

from __future__ import annotations

from bonecoach.phrase.clock_said import DAY, NOON, Clock, clock_at
from bonecoach.phrase.tokens import Kind, Token

_TO = ("-", "to", "until", "till", "and", "–")
_HOUR = 60


def range_at(tokens: tuple[Token, ...], at: int) -> tuple[Clock, Clock] | None:
    """The start and the end of a range that begins at token `at`; None when none does."""
    hours = _hours_range(tokens, at)
    if hours is not None:
        return hours
    named = tokens[at].key in ("from", "between")
    led = named or _is_dotted_range(tokens, at)
    start = clock_at(tokens, at + 1 if named else at, sure=led)
    if named and not _goes_on(tokens, start):  # "from 5 to 6" is an hour, and not from five minutes to six
        start = clock_at(tokens[: at + 2], at + 1, sure=True)
    if start is None or not _goes_on(tokens, start):
        return None
    if tokens[start.end].key == "and" and tokens[at].key != "between":
        return None
    end = clock_at(tokens, start.end + 1, sure=led or tokens[start.end].key != "and")
    return None if end is None else _in_one_half(start, end)


def _goes_on(tokens: tuple[Token, ...], start: Clock | None) -> bool:
    return start is not None and start.end < len(tokens) and tokens[start.end].key in _TO


def _in_one_half(start: Clock, end: Clock) -> tuple[Clock, Clock]:
    """ "7:00-8pm" is an hour of the evening, "11:30pm-0:15" and "9pm-9:45" are three quarters of one."""
    if start.half == end.half or (end.minute - start.minute) % DAY <= NOON:
        return start, end
    if end.half and start.minute < NOON:
        return start._replace(minute=start.minute + NOON), end
    return start, end._replace(minute=(end.minute + NOON) % DAY) if end.minute < NOON + _HOUR else end


def _hours_range(tokens: tuple[Token, ...], at: int) -> tuple[Clock, Clock] | None:
    """ "10-11am", "6 to 7 pm", "9-9:45": a bare hour before a clear time, in the same half of the day if it can."""
    three = tokens[at : at + 3]
    if len(three) < 3 or three[0].kind is not Kind.NUMBER or three[1].key not in ("-", "to", "until", "till", "–"):
        return None
    start, end = clock_at(tokens, at, sure=True), clock_at(tokens, at + 2)
    if start is None or end is None or start.end != at + 1 or end.bare or not start.hour_only:
        return None
    later = start.minute + NOON
    return Clock(later if start.minute < NOON and later < end.minute else start.minute, start.end), end


def _is_dotted_range(tokens: tuple[Token, ...], at: int) -> bool:
    """ "7.30-8.10", "7.30 to 8.10": hours and minutes on both sides."""
    three = tokens[at : at + 3]
    return len(three) == 3 and three[1].key in _TO and all(_has_minutes(three[index].text) for index in (0, 2))


def _has_minutes(text: str) -> bool:
    hours, _, minutes = text.partition(".")
    return hours.isdigit() and len(minutes) == 2 and minutes.isdigit() and int(hours) < 24 and int(minutes) < 60
