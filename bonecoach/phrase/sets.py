"""Sets, repetitions and weight in every spelling: "3x10", "3 x 10 x 20kg", "3 sets of 10 reps at 44 lb"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from bonecoach.core.units import NG_PER
from bonecoach.phrase.numbers import Number, number_at
from bonecoach.phrase.said import Said
from bonecoach.phrase.units import Measure, unit_named
from bonecoach.phrase.wordlist import words

_SETS = ("set", "sets", "series", "rounds", "round")
_REPS = ("rep", "reps", "repetition", "repetitions", "repeats", "times")
_LINKS = ("x", "of", "at", "@", "with", "by", "each", "per", "a", "set", "side", "leg", "arm")
_KIT = words("dumbbell dumbbells weight weights kettlebell kettlebells barbell bar plate load db kb each side leg arm")


@dataclass(slots=True)
class Sets:
    """What was said; `first` and `last` are the tokens of the repetitions, for saying them otherwise."""

    sets: int | None = None
    reps: int | None = None
    seconds: Fraction | None = None
    weight_kg: float | None = None
    plain: bool = True
    first: int = -1
    last: int = -1

    @property
    def said(self) -> bool:
        """Whether any of it was."""
        return self.sets is not None or self.reps is not None or self.weight_kg is not None


@dataclass(frozen=True, slots=True)
class _Piece:
    number: Number
    tokens: tuple[int, ...]
    joined: bool
    word: str
    unit: Fraction | None
    measure: Measure | None


def take_sets(said: Said) -> Sets:
    """Sets, repetitions and weight among the unused words; what says them is used.

    A lone number is left to the caller: it may be repetitions or minutes. Whole numbers only, except the weight.
    """
    found = Sets()
    for chain in _paired(_chains(said)):
        _read_chain(said, chain, found)
    if found.said:
        take_kit(said)
    return found


def take_kit(said: Said) -> None:
    """Use the words for what was lifted and which side it was: "dumbbells", "each leg"."""
    said.take([i for i in said.free() if said.tokens[i].key in _KIT], "amount")


def _paired(chains: list[list[_Piece]]) -> list[list[_Piece]]:
    """ "10 each leg x 2": a lone figure and a lone "x 2" belong together."""
    plain = [chain for chain in chains if len(chain) == 1 and chain[0].measure is None and not chain[0].word]
    if len(chains) == len(plain) == 2 and plain[1][0].joined and not plain[0][0].joined:
        return [[plain[0][0], plain[1][0]]]
    return chains


def _read_chain(said: Said, chain: list[_Piece], found: Sets) -> None:
    plain: list[_Piece] = []
    pair = found.sets is not None and len(chain) > 1 and chain[1].measure is Measure.MASS
    if pair and chain[0].measure is None and not chain[0].word:  # "2x5kg" behind the sets: two weights of 5 kg
        said.take(chain[0].tokens, "amount")
        chain = chain[1:]
    if len(chain) == 2 and chain[0].measure is Measure.TIME and chain[1].joined and chain[1].measure is None:
        chain = [replace(chain[1], joined=False), replace(chain[0], joined=True)]  # "30 s x 3"
    for piece in chain:
        if piece.measure is Measure.MASS and piece.unit is not None and found.weight_kg is None:
            found.weight_kg = round(float(piece.number.value * piece.unit / NG_PER["kg"]), 2)
        elif piece.measure is Measure.TIME and len(chain) > 1 and piece.unit is not None and piece.joined:
            found.seconds = piece.number.value * piece.unit * 60
        elif piece.word in _SETS and found.sets is None:
            found.sets = _whole(piece)
        elif piece.word in _REPS and found.reps is None:
            found.reps = _whole(piece)
            found.first, found.last = piece.tokens[0], piece.tokens[-1]
        elif piece.measure is None and not piece.word:
            plain.append(piece)
            continue
        else:
            continue
        said.take(piece.tokens, "amount")
    behind_sets = found.sets is not None and found.reps is None and chain[0].word in _SETS
    alone = len(chain) == 1 and found.reps is None  # "x10"
    if len(chain) > 1 or (plain and (behind_sets or (alone and plain[0].joined))):
        weight_first = chain[0].measure is Measure.MASS and len(plain) > 1
        _number_plain(said, plain, found, backwards=weight_first or _reps_first(said, plain))


def _reps_first(said: Said, plain: list[_Piece]) -> bool:
    """ "10 squats x 3", "10 each leg x 2": something stands between the repetitions and the sets."""
    if len(plain) != 2:
        return False
    before, behind = plain[0].tokens[-1] + 1, plain[1].tokens[0]
    return before < behind or said.tokens[behind].key in ("each", "per")


def _number_plain(said: Said, plain: list[_Piece], found: Sets, *, backwards: bool) -> None:
    """Numbers without a word, in the order sets, repetitions, kilograms; behind a weight repetitions come first."""
    for piece in reversed(plain) if backwards else plain:
        before_reps = found.reps is not None and piece.tokens[0] < found.first  # "3 x 10 reps"
        first_of_many = found.reps is None and len(plain) > 1
        if found.sets is None and (before_reps or first_of_many or found.seconds is not None):
            found.sets = _whole(piece)
        elif found.reps is None and found.seconds is None:
            found.reps = _whole(piece)
            found.first, found.last = piece.tokens[0], piece.tokens[-1]
        elif found.weight_kg is None and piece.joined:
            found.weight_kg = float(piece.number.value)
        else:
            continue
        said.take(piece.tokens, "amount")


def _whole(piece: _Piece) -> int | None:
    return int(piece.number.value) if piece.number.value.denominator == 1 else 0


def _chains(said: Said) -> list[list[_Piece]]:
    """Numbers that belong together: joined by "x", "of", "at", or standing side by side."""
    free = said.free()
    tokens = [said.tokens[index] for index in free]
    chains: list[list[_Piece]] = []
    at, behind = 0, -1
    while at < len(tokens):
        lead = at
        while lead < len(tokens) and tokens[lead].key in _LINKS:
            lead += 1
        number = number_at(tokens, lead)
        if number is None or number.article:
            at = max(lead, at + 1)
            continue
        end = number.end
        word = tokens[end].key if end < len(tokens) else ""
        unit = None if end >= len(tokens) else unit_named(word)
        if unit is not None or word in _SETS or word in _REPS:
            end += 1
        times = tokens[at].key in ("x", "by")
        trails = not times and end < len(tokens) and word == "x" and number_at(tokens, end + 1) is None  # "10x squats"
        end = end + 1 if trails else end
        piece = _Piece(
            number,
            tuple(free[at:end]),
            joined=times or trails or (lead > at and bool(chains) and behind == at),
            word=word if word in _SETS or word in _REPS else "",
            unit=None if unit is None else unit[0].amount,
            measure=None if unit is None else unit[0].measure,
        )
        linked = times or piece.word or (chains[-1:] and (chains[-1][-1].word or (lead > at and len(chains[-1]) > 1)))
        if chains and behind == at and (linked or piece.measure is Measure.MASS):
            chains[-1].append(piece)
        else:
            chains.append([piece])
        at = behind = end
    return chains
