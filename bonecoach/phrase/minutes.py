"""How long and how far: minutes in all spellings, and distances, speeds and steps that are kept as a note."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bonecoach.phrase.amounts import amounts_in
from bonecoach.phrase.context import Context
from bonecoach.phrase.durations import duration_at
from bonecoach.phrase.lexicon import FILLERS
from bonecoach.phrase.said import Said
from bonecoach.phrase.units import Measure

_NOTED = ("steps", "step", "lengths", "length", "laps", "lap", "widths", "holes", "floors", "flights", "stairs", "k")
_METRES_FROM = 100


@dataclass(slots=True)
class Minutes:
    """Whole minutes, None while unsaid; `rounded` where the exact time was no whole minute; `note` holds distances."""

    minutes: int | None = None
    rounded: bool = False
    note: str = ""
    span: tuple[int, int] = (-1, -1)

    def set(self, exact: Fraction) -> None:
        """Whole minutes from exact ones: the nearest, and at least one."""
        self.minutes = max(1, round(exact)) if exact > 0 else 0
        self.rounded = exact != self.minutes

    def bare_in(self, said: Said) -> tuple[Fraction, tuple[int, ...]] | None:
        """The first number among the unused words that has no unit, with its tokens."""
        for amount in amounts_in(said):
            if amount.unit is None and not amount.article and said.tokens[amount.first].key not in FILLERS:
                return amount.value, amount.tokens
        return None


def take_minutes(said: Said, ctx: Context) -> Minutes:
    """The time that was said with its unit, or the length of a said range; distances and steps become a note."""
    found = Minutes(minutes=ctx.minutes)
    notes: list[str] = []
    _take_m(said, found, notes)
    free = said.free()
    at = 0
    while at < len(free):
        tokens = [said.tokens[index] for index in free]
        duration = duration_at(tokens, at)
        if duration is None or found.minutes is not None:
            at += 1
            continue
        used = free[at : duration.end]
        found.set(duration.minutes)
        found.span = used[0], used[-1]
        said.take(used, "amount")
        free, at = said.free(), 0
    for amount in amounts_in(said):
        behind = amount.last + 1
        word = said.tokens[behind].key if behind < len(said.tokens) and behind in said.free() else ""
        if amount.unit is not None and amount.unit.measure in (Measure.DISTANCE, Measure.SPEED):
            said.take(amount.tokens, "note")
            notes.append(said.words(amount.tokens))
        elif amount.unit is None and word in _NOTED and not amount.article:
            said.take((*amount.tokens, behind), "note")
            notes.append(said.words((*amount.tokens, behind)))
    found.note = ", ".join(notes)
    return found


def _take_m(said: Said, found: Minutes, notes: list[str]) -> None:
    """ "45m" is minutes, "400m" metres."""
    for amount in amounts_in(said):
        behind = amount.last + 1
        if (
            amount.unit is not None
            or behind >= len(said.tokens)
            or said.tokens[behind].key != "m"
            or said.roles[behind]
        ):
            continue
        words = (*amount.tokens, behind)
        if amount.value >= _METRES_FROM:
            said.take(words, "note")
            notes.append(said.words(words))
        elif found.minutes is None:
            found.set(amount.value)
            found.span = words[0], words[-1]
            said.take(words, "amount")
