"""How far apart two spellings are, for offering what was likely meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

_SHORTEST_GUESSED = 3
_ONE_SLIP_BELOW = 6


def slips_allowed(word: str) -> int:
    """Slips of the finger that still leave `word` recognisable: none below three letters, one below six, else two."""
    if len(word) < _SHORTEST_GUESSED:
        return 0
    return 1 if len(word) < _ONE_SLIP_BELOW else 2


def slips(typed: str, meant: str, most: int) -> int | None:
    """Letters missing, added, changed or two swapped between the spellings; None when more than `most`."""
    if abs(len(typed) - len(meant)) > most:
        return None
    typed, meant = _unlike(typed, meant)
    before_last: list[int] = []
    last = list(range(len(meant) + 1))
    for row, letter in enumerate(typed, start=1):
        now = [row]
        for column, other in enumerate(meant, start=1):
            step = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == meant[column - 2] and typed[row - 2] == other:
                step = min(step, before_last[column - 2] + 1)
            now.append(step)
        if min(now) > most:
            return None
        before_last, last = last, now
    return last[-1] if last[-1] <= most else None


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Both without the beginning and the end that they share, which no slip has touched."""
    shortest = min(len(one), len(other))
    head = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    rest = shortest - head
    tail = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return one[head : len(one) - tail], other[head : len(other) - tail]


def nearest(typed: str, candidates: Iterable[str]) -> Iterator[str]:
    """The candidates within a few slips of `typed`, nearest first; those with the same first letter before others."""
    most = slips_allowed(typed)
    if not most:
        return iter(())
    letters, pairs = set(typed), set(pairwise(typed))
    found: list[tuple[int, bool, int, str]] = []
    for place, candidate in enumerate(candidates):
        # Each slip takes away and brings in at most one letter, and breaks at most three pairs of neighbours: cheap
        # ways to pass over nearly all candidates.
        if abs(len(candidate) - len(typed)) > most or len(letters.difference(candidate)) > most:
            continue
        if len(letters.symmetric_difference(candidate)) > 2 * most:
            continue
        if len(pairs.difference(pairwise(candidate))) > 3 * most:
            continue
        distance = slips(typed, candidate, most)
        if distance is not None and _word_by_word(typed, candidate):
            found.append((distance, candidate[:1] != typed[:1], place, candidate))
    return (candidate for *_, candidate in sorted(found))


def _word_by_word(typed: str, candidate: str) -> bool:
    """Whether each word by itself could be a slip: "coconut oil" is none for "coconut milk"."""
    said, meant = typed.split(), candidate.split()
    if len(said) != len(meant) or len(said) == 1:
        return True
    return all(
        one == other or slips(one, other, slips_allowed(max(one, other, key=len))) is not None
        for one, other in zip(said, meant, strict=True)
    )
