"""Where one thing that was said ends and the next begins: commas, "and", "plus", full stops, line breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from bonecoach.phrase.clock_said import clock_at, part_of_day_at
from bonecoach.phrase.durations import duration_at
from bonecoach.phrase.felt_words import SIDES, SITES
from bonecoach.phrase.happened import is_note
from bonecoach.phrase.lexicon import DOSE_UNITS, FILLERS, HOUSEHOLD, PLACES, singular
from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.units import UNITS

_HARD = frozenset({";", "\n", "\r", "|", "•", "·"})
_SOFT = frozenset({",", "and", "&", "+", "plus", "then", "und"})
JOINING = frozenset({"and", "&", "+", "plus"})
_COMMAS = _HARD | {",", "then"}
_IN_NAMES = (Kind.WORD, Kind.MARK, Kind.RATIO)
_SMALL_UNITS = frozenset({"mg", "mcg", "ug", "μg", "g", "iu", "ie", "units"})
_THERE_AND_BACK = {("up", "down"), ("back", "forth"), ("to", "fro")}
_PER = frozenset({"day", "week", "month", "ml", "dl", "l", "kg", "tablet", "tab", "capsule", "serving", "dose"})
_TICKS = frozenset({"✓", "✔", "☑", "✅", "□", "☐"})
_STOPS = frozenset({".", "!"})
_SHORTENED = frozenset({"vit", "st", "dr", "mr", "mrs", "ms", "no", "nr", "ca", "incl", "esp"})
"""Behind these a full stop may end no sentence."""

_SHORT_AMOUNTS = frozenset({"tbsp", "tsp", "oz", "lb", "pt", "min", "hr", "tab", "cap", "approx"})
"""Nor behind these, unless a capital follows: "2 tbsp. chia"."""


_LOOK_BACK = 5
_NAME_REACH = 4


class Segment(NamedTuple):
    """Tokens from `first` up to, not including, `end`.

    `hard`: a line break or semicolon stands before it; `sentence`: a full stop does.
    """

    first: int
    end: int
    hard: bool
    sentence: bool = False


def split(tokens: Sequence[Token], is_name: Callable[[str], bool]) -> list[Segment]:
    """The segments of a line, in order, none of them empty. `is_name` knows names that hold an "and"."""
    segments: list[Segment] = []
    first, hard, sentence = 0, False, False
    for at in range(len(tokens) + 1):
        last = at == len(tokens)
        if not last and not _parts(tokens, first, at, is_name):
            continue
        if any(not token.silent for token in tokens[first:at]):
            segments.append(Segment(first, at, hard, sentence))
            hard = sentence = False
        hard = hard or (not last and tokens[at].key in _HARD | _TICKS)
        sentence = sentence or (not last and tokens[at].key in _STOPS)
        first = at + 1
    return segments


def _parts(tokens: Sequence[Token], first: int, at: int, is_name: Callable[[str], bool]) -> bool:
    token = tokens[at]
    if token.kind is Kind.MARK and token.key in _HARD:
        return True
    if is_note(tokens[first:]):
        return False
    if token.silent:
        return token.key in _TICKS or (token.key in _STOPS and _ends_sentence(tokens, first, at, is_name))
    if token.key == "/" and _between_things(tokens, at):
        return True
    if token.kind not in (Kind.MARK, Kind.WORD) or token.key not in _SOFT:
        return False
    if token.key not in JOINING:
        return not _lists_sites(tokens, at)
    if any(token.key == "back" for token in tokens[at + 1 : at + 2]):  # "to church and back"
        return False
    if at and (tokens[at - 1].key, *(token.key for token in tokens[at + 1 : at + 2])) in _THERE_AND_BACK:
        return False
    if at and tokens[at - 1].key == "there" and any(token.key == "back" for token in tokens[at + 2 : at + 4]):
        return False  # "15 there and 15 back"
    inside = (_inside_number(tokens, at), _between_times(tokens, at), _between_places(tokens, at))
    return not (any(inside) or _inside_name(tokens, at, is_name))


def _between_things(tokens: Sequence[Token], at: int) -> bool:
    """ "calcium 600 mg/vitamin D 800 IU": an amount before the stroke, and a name behind it."""
    before, behind = tokens[at - 1 : at], tokens[at + 1 : at + 2]
    measured = any(token.key in _SMALL_UNITS for token in before)
    return measured and any(token.kind is Kind.WORD and token.key not in _PER for token in behind)


def _ends_sentence(tokens: Sequence[Token], first: int, at: int, is_name: Callable[[str], bool]) -> bool:
    """ "Took letrozole. Walked 30 min.": something is named before the stop, and it shortens no word."""
    behind = tokens[at + 1 : at + 2]
    if not behind or behind[0].glued or behind[0].silent or not any(_names(token) for token in tokens[:at]):
        return False
    before = tokens[at - 1].key
    if before in _SHORT_AMOUNTS and not any(_names(token) for token in tokens[first:at]):
        return behind[0].text[0].isupper()
    return before not in _SHORTENED and not _inside_name(tokens, at, is_name)


def _names(token: Token) -> bool:
    """Whether a word may name something: "half a tin." is an amount of what follows."""
    small = token.key in FILLERS | DOSE_UNITS | UNITS.keys() or singular(token.key) in HOUSEHOLD
    return token.kind in (Kind.WORD, Kind.QUOTED) and not small


def _inside_number(tokens: Sequence[Token], at: int) -> bool:
    """ "two and a half", "an hour and a half", "two hundred and fifty"."""
    for start in range(max(0, at - _LOOK_BACK), at):
        number = number_at(tokens, start)
        duration = duration_at(tokens, start)
        if (number is not None and number.end > at) or (duration is not None and duration.end > at):
            return True
    return False


def _between_times(tokens: Sequence[Token], at: int) -> bool:
    """ "at 8 and 20", "between 7 and 8": a time on either side, and nothing more behind it."""
    if _between_parts_of_day(tokens, at):
        return True
    following = clock_at(tokens, at + 1, sure=True)
    if following is None or not _ends(tokens, following.end):
        return False
    before = (clock_at(tokens, start, sure=tokens[start - 1].key == "between") for start in range(max(0, at - 3), at))
    return any(clock is not None and clock.end == at for clock in before)


def _between_parts_of_day(tokens: Sequence[Token], at: int) -> bool:
    """ "in the morning and evening", "with breakfast and dinner"."""
    following = part_of_day_at(tokens, at + 1)
    if following is None or not _ends(tokens, following[1]):
        return False
    before = (part_of_day_at(tokens, start) for start in range(max(0, at - _NAME_REACH), at))
    return any(part is not None and part[1] == at for part in before)


def _between_places(tokens: Sequence[Token], at: int) -> bool:
    """ "hands and knees hurt": two places that hurt alike; "lounge and kitchen": both were hoovered."""
    if at and tokens[at - 1].key in PLACES and any(token.key in PLACES for token in tokens[at + 1 : at + 3]):
        return True
    before = tokens[at - 1].key if at else ""
    behind = [token.key for token in tokens[at + 1 : at + 3] if token.key not in SIDES]
    return before in SITES and bool(behind) and behind[0] in SITES


def _lists_sites(tokens: Sequence[Token], at: int) -> bool:
    """ "pain 4 hands, hips and knees": more places behind the comma, with nothing said of them alone."""
    more = [token.key for token in takewhile(lambda token: token.key not in _COMMAS, tokens[at + 1 :])]
    named = bool(more) and all(key in SITES or key in SIDES or key in JOINING for key in more)
    return named and at > 0 and tokens[at - 1].key in SITES


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].silent or tokens[at].key in _SOFT | _HARD


def _inside_name(tokens: Sequence[Token], at: int, is_name: Callable[[str], bool]) -> bool:
    """ "mac and cheese": a known name reaches over the "and"."""
    for first in range(max(0, at - _NAME_REACH), at):
        for end in range(at + 2, min(len(tokens), at + 1 + _NAME_REACH) + 1):
            words = tokens[first:end]
            if all(token.kind in _IN_NAMES for token in words) and words[-1].key not in _SOFT | _HARD:
                said = " ".join(token.key for token in words if token.key != ".")
                if is_name(said) or is_name(said.replace("&", "and").replace("+", "and")):
                    return True
    return False
