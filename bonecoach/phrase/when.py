"""When a part says it happened: the days and times it names, found and taken out of its words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from bonecoach.phrase.clock_said import (
    MEALS,
    NOON,
    PARTS_OF_DAY,
    Clock,
    PartOfDay,
    ago_at,
    clock_at,
    part_of_day_at,
)
from bonecoach.phrase.days_said import day_at
from bonecoach.phrase.durations import duration_at
from bonecoach.phrase.felt_words import FELT, SITES
from bonecoach.phrase.lexicon import FILLERS
from bonecoach.phrase.minutes import pace_end
from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.ranges_said import range_at
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, Token

_NOW = (("just", "now"), ("right", "now"), ("now",), ("earlier",), ("just",))
_BARE_PARTS = ("morning", "afternoon", "evening", "tonight", "mane", "nocte", "am", "pm")
_LAST_HOUR = 12
_SCORED = ("pain", "pains", "ache", "aches", "aching", "score", "scored", "hurts", "sore", "stiffness")
"""Behind these a number tells how bad it is, not the hour."""
_LINKS = ("and", "&", "+", ",", "plus")


@dataclass(slots=True)
class When:
    """What a part says of its day and time. `leading`: said before everything else, so it holds for what follows;
    `time_leading`: so was the time.

    `until` is the end of a said range in minutes after midnight; `words` are kept as a note ("with lunch");
    `trouble` is the code of a day that cannot be taken with its first and last token, `likelier` the day that is then
    offered; `last_night` goes on past midnight; `clock_last` is the last token of its time, `spans` the tokens of each
    of several times, a word that links it to the one before among them.
    """

    days: list[date] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    part: PartOfDay | None = None
    more_parts: list[PartOfDay] = field(default_factory=list)
    ago: Fraction | None = None
    until: Clock | None = None
    now: bool = False
    words: str = ""
    trouble: tuple[str, int, int] | None = None
    likelier: date | None = None
    last_night: bool = False
    leading: bool = False
    time_leading: bool = False
    clock_last: int | None = None

    @property
    def said(self) -> bool:
        """Whether anything at all was said of the time."""
        return bool(self.days or self.has_time or self.trouble)

    @property
    def has_time(self) -> bool:
        """Whether a time of day was said, exactly or roughly."""
        return bool(self.clocks) or self.part is not None or self.ago is not None or self.now


def find_when(said: Said, today: date, protected: Collection[int] = ()) -> When:
    """What `said` says of its day and time; the words are used. `protected` tokens belong to names and are left."""
    when = When()
    tokens = said.tokens
    at = _greeting(tokens)
    said.take(range(at), "filler")
    while at < len(tokens):
        if at in protected or said.roles[at] is not None or tokens[at].silent:
            at += 1
            continue
        pace = pace_end(tokens, at)
        if pace > at:
            at = pace
            continue
        end = _since(said, at, today, when) or _element(said, at, today, when)
        if end is None or any(index in protected for index in range(at, end)):
            at += 1
            continue
        opens = all(said.roles[i] or token.silent or token.key in _OPENING for i, token in enumerate(tokens[:at]))
        when.leading = when.leading or (opens and not said.taken("when"))
        when.time_leading = when.time_leading or (opens and when.has_time)
        said.take(range(at, end), "when")
        at = end
    return when


_OPENING = (
    "i",
    "had",
    "ate",
    "drank",
    "took",
    "did",
    "and",
    "then",
    "so",
    "well",
    "yes",
    "um",
    "uh",
    "er",
    "oh",
    "ok",
    "okay",
)


def _greeting(tokens: tuple[Token, ...]) -> int:
    """Behind "good morning" or "hello", which is no time of day."""
    keys = [token.key for token in tokens[:2]]
    if keys[:1] == ["good"] and keys[1:2] and keys[1] in PARTS_OF_DAY:
        return 2
    return 1 if keys[:1] in (["hello"], ["hi"], ["hey"]) else 0


def _since(said: Said, at: int, today: date, when: When) -> int | None:
    """ "since yesterday": how long it has been so, not when it was; kept as a note."""
    if said.tokens[at].key != "since":
        return None
    end = _element(said, at + 1, today, When()) if at + 1 < len(said.tokens) else None
    if end is not None:
        when.words = said.words(range(at, end))
    return end


def _element(said: Said, at: int, today: date, when: When) -> int | None:
    tokens = said.tokens
    return (
        _range(tokens, at, when)
        or _ago(tokens, at, when)
        or _day(tokens, at, today, when)
        or _last_night(tokens, at, today, when)
        or _clock(tokens, at, when)
        or _part(said, at, when)
        or _now(tokens, at, when)
    )


def _range(tokens: tuple[Token, ...], at: int, when: When) -> int | None:
    said = None if when.clocks else range_at(tokens, at)
    if said is None:
        return None
    start, when.until = said
    when.clocks.append(start)
    return when.until.end


def _ago(tokens: tuple[Token, ...], at: int, when: When) -> int | None:
    found = ago_at(tokens, at)
    if found is None:
        return None
    when.ago = found[0]
    return found[1]


def _day(tokens: tuple[Token, ...], at: int, today: date, when: When) -> int | None:
    day = day_at(tokens, at, today)
    if day is None:
        return None
    if day.code is not None or day.date is None:
        when.trouble = when.trouble or (day.code or "impossible_date", at, day.end - 1)
        when.likelier = when.likelier or (day.date if day.code == "ambiguous_date" else None)
    elif not when.days or tokens[at - 1].key in _LINKS:
        when.days = list(dict.fromkeys([*when.days, day.date]))
    elif when.days[-1].weekday() == day.date.weekday():  # "sunday 15 nov": the date says which sunday
        when.days[-1] = min(when.days[-1], day.date)
    else:
        when.trouble = when.trouble or ("impossible_date", at, day.end - 1)
    return day.end


def _last_night(tokens: tuple[Token, ...], at: int, today: date, when: When) -> int | None:
    keys = tuple(token.key for token in tokens[at : at + 2])
    if keys not in (("last", "night"), ("last", "evening")):
        return None
    when.days.append(date.fromordinal(today.toordinal() - 1))
    when.part, when.last_night = PARTS_OF_DAY[keys[1]], keys[1] == "night"
    return at + 2


def _clock(tokens: tuple[Token, ...], at: int, when: When) -> int | None:
    # Behind a first time a lone number is one too: "at 8 and 20".
    linked = bool(when.clocks) and tokens[at].key in _LINKS
    beside = not when.clocks or linked or tokens[at - 1].key in _LINKS
    if when.until is not None or when.more_parts or not beside:
        return None
    clock = clock_at(tokens, at + 1 if linked else at, sure=linked) or _of_day(tokens, at)
    if clock is not None and not clock.half and not linked and _is_how_bad(tokens, at):
        return None
    if clock is None:
        if tokens[at].kind is Kind.CLOCK and duration_at(tokens, at) is None:  # "25:00"
            when.trouble = when.trouble or ("impossible_time", at, at)
            return at + 1
        return None
    if when.clocks and clock.bare and clock.minute == when.clocks[-1].minute < NOON:  # "at 8 and 8"
        clock = Clock(clock.minute + NOON, clock.end)
    when.clocks.append(clock)
    if len(when.clocks) == 1:
        when.spans.clear()  # "this morning at 8": the time itself
    when.spans.append((at - 1 if tokens[at - 1].key in _LINKS and when.spans else at, clock.end - 1))
    when.clock_last = clock.end - 1
    return clock.end


def _is_how_bad(tokens: tuple[Token, ...], at: int) -> bool:
    """ "pain 5 to 6" tells how bad it was, as "pain 4 to 5" does, and not that it was five minutes to six."""
    number = number_at(tokens, at) if at and tokens[at - 1].key in (*_SCORED, *SITES) else None
    return number is not None and number.end < len(tokens) and tokens[number.end].key == "to"


def _of_day(tokens: tuple[Token, ...], at: int) -> Clock | None:
    """ "8 in the evening", "10 at night": a lone hour in front of a part of the day."""
    if at and tokens[at - 1].key in _SCORED:  # "pain 4 in the night" tells how bad it was
        return None
    clock = clock_at(tokens, at, sure=True)
    if clock is None or not clock.bare or clock.end >= len(tokens) or tokens[clock.end].key not in ("in", "at"):
        return None
    part = part_of_day_at(tokens, clock.end)
    return None if part is None or part[0].name in MEALS else clock


def _part(said: Said, at: int, when: When) -> int | None:
    found = part_of_day_at(said.tokens, at)
    planned = at > 0 and said.tokens[at - 1].key in ("every", "each")  # "every morning" is a plan
    linked = when.part is not None and said.tokens[at - 1].key in _LINKS  # "morning and evening"
    if found is None or (when.part is not None and not linked) or planned:
        return None
    part, end = found
    if said.tokens[end - 1].key in ("am", "pm") and not _stands_alone(said, at, end):
        return None
    if linked:
        when.more_parts.append(part)
        when.spans.append((at - 1, end - 1))
        if when.words:
            when.words = said.words([*said.taken("when"), end - 1])
        return end
    bare = end == at + 1
    if bare and not (said.tokens[at].key in _BARE_PARTS or when.days or when.clocks or _heads_or_ends(said, at, part)):
        return None
    when.part = part
    if not when.clocks:
        when.spans.append((at, end - 1))
    if part.name in MEALS and not bare:
        when.words = said.words(range(at, end))
    return end


def _stands_alone(said: Said, at: int, end: int) -> bool:
    """ "calcium 600 am", "am and pm", "am: letrozole": the half of a day; "I am", "8 am" are something else."""
    if not said.free() or at <= said.free()[0]:
        following = said.tokens[end].key if end < len(said.tokens) else ""
        return following not in FILLERS | FELT
    ends = end == len(said.tokens) or said.tokens[end].key in _LINKS or said.tokens[end].silent
    before = number_at(said.tokens, at - 1) if at else None
    return ends and (before is None or before.value > _LAST_HOUR)


def _heads_or_ends(said: Said, at: int, part: PartOfDay) -> bool:
    """A lone "breakfast" or "lunch" is a time where it begins or ends what was said, or is one of two."""
    behind = part_of_day_at(said.tokens, at + 2)
    if behind is not None and behind[0].name in MEALS and said.tokens[at + 1].key in _LINKS:
        return True
    others = [index for index in said.free() if index != at]
    return part.name in MEALS and bool(others) and (at < others[0] or at > others[-1])


def _now(tokens: tuple[Token, ...], at: int, when: When) -> int | None:
    for words in _NOW:
        if tuple(token.key for token in tokens[at : at + len(words)]) == words:
            when.now = when.now or words[-1] == "now"
            return at + len(words)
    return None
