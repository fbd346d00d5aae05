"""How a session was done and felt: intensity, ease, and what was said of where and with whom, kept as a note."""

from __future__ import annotations

from dataclasses import dataclass

from bonecoach.core.activities import Intensity
from bonecoach.phrase.lexicon import EASE_WORDS, FILLERS, INTENSITY_WORDS, PLACES
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind
from bonecoach.phrase.wordlist import words

_WHERE = words(
    """
    to with in at on around along through by near from into past over up down round outside inside across toward
    towards until because before after despite while during via
    """
)
_PACE = words(
    """
    online indoors outdoors alone class lesson course workout practice training pace intensity effort speed level whole
    """
)
_BEFORE_PLACES = frozenset({"whole", "living", "dining", "front", "back"})
_DEGREES = (
    "very",
    "quite",
    "too",
    "really",
    "a",
    "bit",
    "pretty",
    "rather",
    "so",
    "just",
    "it",
    "was",
    "felt",
    "fairly",
)


@dataclass(slots=True)
class Manner:
    """What was said of how it was done; `note` is in her own words."""

    intensity: Intensity | None = None
    ease: str | None = None
    note: str = ""


def take_manner(said: Said) -> Manner:
    """Words of intensity and ease, and a phrase that begins with "to", "with", "in", ... up to the next number."""
    manner = Manner()
    for index in said.free():
        key = said.tokens[index].key
        if key in INTENSITY_WORDS and manner.intensity is None:
            manner.intensity = INTENSITY_WORDS[key]
            said.take([index], "manner")
        elif key in EASE_WORDS and manner.ease is None:
            manner.ease = EASE_WORDS[key]
            said.take([index], "manner")
        elif key == "right" and index and said.tokens[index - 1].key == "just":
            manner.ease = "right"
            said.take([index - 1, index], "manner")
        elif key in _PACE or (key in _DEGREES and manner.intensity is None and _degree(said, index)):
            said.take([index], "manner")
    manner.note = ", ".join(filter(None, (take_note(said), _take_places(said))))
    return manner


def _take_places(said: Said) -> str:
    places: list[str] = []
    for index in said.free():
        if said.tokens[index].key in PLACES:
            before = index - 1 if index and said.tokens[index - 1].key in _BEFORE_PLACES else index
            said.take([before, index], "note")
            places.append(said.words([before, index]))
    return ", ".join(places)


def take_note(said: Said) -> str:
    """Phrases such as "to the shops" or "with Anna", used as a note; "" when there are none."""
    notes: list[str] = []
    free = said.free()
    at = 0
    while at < len(free):
        if said.tokens[free[at]].key not in _WHERE:
            at += 1
            continue
        end = at + 1
        while (
            end < len(free)
            and free[end] == free[end - 1] + 1
            and said.tokens[free[end]].kind in (Kind.WORD, Kind.QUOTED)
        ):
            end += 1
        last = end
        while last > at and said.tokens[free[last - 1]].key in FILLERS:
            last -= 1
        if last - at > 1:
            said.take(free[at:last], "note")
            notes.append(said.words(free[at:last]))
        at = end
    return ", ".join(notes)


def _degree(said: Said, index: int) -> bool:
    """Whether a word such as "very" stands before one of intensity or ease."""
    behind = index + 1
    return behind < len(said.tokens) and said.tokens[behind].key in (*INTENSITY_WORDS, *EASE_WORDS)
