"""The red flag that shows only when all parts of a line are seen together: back pain beside a sign of the nerves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bonecoach.core.entries import Event, Symptom, picked
from bonecoach.phrase.felt_words import BACK_AND_NERVES, NERVES, NEVER, PAIN
from bonecoach.phrase.reading import Note, Part
from bonecoach.phrase.tokens import tokens

_BACK = frozenset({"back", "lower-back", "spine"})
_BACKACHE = frozenset({"backache", "backaches"})
_LEGS = frozenset({"leg", "legs", "foot", "feet"})


def seen_together(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts; "back pain, numb legs" says on the back pain that both together are an emergency (evidence 10).

    They need not be understood to be warned of: "my back hurts, legs like jelly and numb" warns as well.
    """
    flag = Note("red_flag", {"flag": BACK_AND_NERVES})
    backs = [part for part in parts if _is_back_pain(part)]
    if not backs or not any(_is_of_nerves(part) for part in parts):
        return tuple(parts)
    return tuple(
        replace(part, notes=(flag, *part.notes)) if part in backs and flag not in part.notes else part for part in parts
    )


def _is_back_pain(part: Part) -> bool:
    if part.problem is not None:
        words = _words(part)
        return bool(words & _BACK and words & PAIN) or bool(words & _BACKACHE)
    felt = picked(Symptom, part.entries)
    return any(entry.symptom == "back_pain" and entry.score != 0 for entry in felt)


def _is_of_nerves(part: Part) -> bool:
    """Whether it tells of weakness, numbness, bladder or bowel, and does not deny it; "weak tea" does not."""
    if any(not isinstance(entry, Symptom | Event) or getattr(entry, "score", None) == 0 for entry in part.entries):
        return False
    words = _words(part)
    signs = words & NERVES
    if part.problem is not None and signs == {"weak"} and not words & _LEGS:
        return False
    return bool(signs) and not words & NEVER


def _words(part: Part) -> set[str]:
    return {token.key for token in tokens(part.text)}
