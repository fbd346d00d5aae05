"""The parts of a line with what each says of its time; parts that only go on with the one before are put to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bonecoach.core.habits import Habits
from bonecoach.phrase.clock_said import MEALS
from bonecoach.phrase.happened import goes_on_from
from bonecoach.phrase.lexicon import DOSE_UNITS, EASE_WORDS, FILLERS, HOUSEHOLD, INTENSITY_WORDS, NOUNS, singular
from bonecoach.phrase.minutes import pace_end
from bonecoach.phrase.names import Names
from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.prepared import CUT
from bonecoach.phrase.said import Said
from bonecoach.phrase.split import JOINING, Segment, split
from bonecoach.phrase.tokens import Kind, Token, fold
from bonecoach.phrase.units import UNITS
from bonecoach.phrase.when import When, find_when

_GO_ON = frozenset(
    {*CUT, *FILLERS, *INTENSITY_WORDS, *EASE_WORDS, *DOSE_UNITS, *UNITS}
    | {"x", "sets", "set", "reps", "rep", "elemental", "way", "total", "altogether"}
)


@dataclass(slots=True)
class Piece:
    """One part: its words, its time, and whether a line break, a full stop, or an "and" stands before it."""

    said: Said
    when: When
    hard: bool
    sentence: bool
    joined: bool


def pieces(text: str, tokens: Sequence[Token], today: date, names: Names, habits: Habits) -> list[Piece]:
    """The parts of a line, in order."""
    own = {fold(name) for product in habits.products for name in product.names}
    found: list[Piece] = []
    carried: Segment | None = None
    for segment in split(tokens, lambda words: words in own or bool(names.called(words))):
        whole = segment if carried is None else Segment(carried.first, segment.end, carried.hard, carried.sentence)
        piece = _piece(text, tokens, whole, today, names, habits)
        carried = None
        if found and not segment.hard and _belongs(piece, found[-1], names, habits):
            before = found.pop()
            first = tokens.index(before.said.tokens[0])
            whole = Segment(first, segment.end, before.hard, before.sentence)
            found.append(_piece(text, tokens, whole, today, names, habits))
        elif not found and all(piece.said.tokens[index].key in MEALS for index in piece.said.free()):
            carried = whole
        else:
            found.append(piece)
    if carried is not None:
        found.append(_piece(text, tokens, carried, today, names, habits))
    return found


def _belongs(piece: Piece, before: Piece, names: Names, habits: Habits) -> bool:
    return goes_on_from(before.said, piece.said) or _goes_on(piece, before.when, names, habits)


def _piece(text: str, tokens: Sequence[Token], segment: Segment, today: date, names: Names, habits: Habits) -> Piece:
    said = Said(text, tuple(tokens[segment.first : segment.end]))
    protected = {index for hit in names.find(said, habits) if len(hit.tokens) > 1 for index in hit.tokens}
    joined = segment.first > 0 and tokens[segment.first - 1].key in JOINING
    return Piece(said, find_when(said, today, protected), segment.hard, segment.sentence, joined)


def _goes_on(piece: Piece, after: When, names: Names, habits: Habits) -> bool:
    """Whether a segment names nothing by itself: "milk, yesterday", "walk, 30 min, brisk"."""
    said = piece.said
    meal = any(token.key in MEALS for token in said.tokens)
    if meal and piece.when.clocks and after.has_time:  # "Fosamax 7am, breakfast 7:45"
        return False
    paced = {i for at in said.free() for i in range(at, pace_end(said.tokens, at))}
    for index in said.free():
        if index in paced:
            continue
        token = said.tokens[index]
        if token.key in NOUNS:  # "almonds and a drink"
            return False
        known = token.key in _GO_ON or singular(token.key) in HOUSEHOLD or token.kind in (Kind.NUMBER, Kind.RATIO)
        if not known and number_at(said.tokens, index) is None:
            return False
    return not names.find(said, habits)
