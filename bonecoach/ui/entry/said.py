"""A reading or a refusal as one sentence, for lines that have no room for more."""

from __future__ import annotations

from datetime import datetime

from bonecoach.core.errors import BoneCoachError
from bonecoach.diary.refusals import NotUnderstood, PleaseConfirm
from bonecoach.phrase.reading import Reading
from bonecoach.words import Words


def said_of(reading: Reading, words: Words, now: datetime) -> tuple[str, bool]:
    """What a line is understood as, or its first complaint or question; and whether it was understood."""
    for part in reading.parts:
        if part.problem is not None:
            return words.problem(part.problem), False
        if part.doubt is not None:
            return words.doubt(part.doubt), False
    return "  \u00b7  ".join(words.understood(part, now, keys=False) for part in reading.parts), True


def refusal(error: BoneCoachError, words: Words) -> str:
    """Why something was not done, in one sentence."""
    if isinstance(error, NotUnderstood) and error.reading.problems:
        return words.problem(error.reading.problems[0])
    if isinstance(error, PleaseConfirm):
        return words.doubt(error.reading.doubts[0])
    return words.error(error)


def flags_of(reading: Reading, words: Words) -> list[str]:
    """The red-flag sentences of a reading, the weightiest first; they stand above everything else."""
    return words.red_flags(note for part in reading.parts for note in part.notes)
