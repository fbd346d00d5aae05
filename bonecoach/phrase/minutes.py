"""How long and how far: minutes in all spellings, and distances, speeds and steps that are kept as a note."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bonecoach.phrase.amounts import amounts_in
from bonecoach.phrase.context import Context
from bonecoach.phrase.durations import duration_at
from bonecoach.phrase.lexicon import DISTANCES, FILLERS
from bonecoach.phrase.said import Said
from bonecoach.phrase.units import Measure

_METRES_FROM = 100


@dataclass(slots=True)
class Minutes:
    """The time a session took, None while unsaid; `note` holds distances, `span` the tokens of the time."""

    exact: Fraction | None = None
    note: str = ""
    span: tuple[int, int] = (-1, -1)

    @property
    def minutes(self) -> int | None:
        """The nearest whole minutes, at least one for any time at all; half a minute counts as one."""
        if self.exact is None:
            return None
        return max(1, int(self.exact + Fraction(1, 2))) if self.exact > 0 else 0

    @property
    def rounded(self) -> bool:
        """Whether the exact time was no whole minute."""
        return self.exact is not None and self.exact != self.minutes

    def bare_in(self, said: Said) -> tuple[Fraction, tuple[int, ...]] | None:
        """The first number among the unused words that has no unit, with its tokens."""
        for amount in amounts_in(said):
            if amount.unit is None and not amount.article and said.tokens[amount.first].key not in FILLERS:
                return amount.value, amount.tokens
        return None


def take_minutes(said: Said, ctx: Context) -> Minutes:
    """The time that was said with its unit, or the length of a said range; distances and steps become a note."""
    found = Minutes(None if ctx.minutes is None else Fraction(ctx.minutes))
    notes: list[str] = []
    _take_m(said, found, notes)
    free = said.free()
    at = 0
    while at < len(free):
        tokens = [said.tokens[index] for index in free]
        duration = duration_at(tokens, at)
        if duration is None or found.exact is not None:
            at += 1
            continue
        used = free[at : duration.end]
        found.exact = duration.minutes
        found.span = used[0], used[-1]
        said.take(used, "amount")
        at = duration.end
    _take_times(said, found)
    for amount in amounts_in(said):
        behind = amount.last + 1
        word = said.tokens[behind].key if behind < len(said.tokens) and said.roles[behind] in (None, "name") else ""
        if amount.unit is not None and amount.unit.measure in (Measure.DISTANCE, Measure.SPEED):
            speed = _per_hour(said, amount.tokens)
            said.take(speed, "note")
            notes.append(said.words(speed))
        elif amount.unit is None and word in DISTANCES and not amount.article:
            said.take(amount.tokens if said.roles[behind] else (*amount.tokens, behind), "note")
            notes.append(said.words((*amount.tokens, behind)))
    found.note = ", ".join(notes)
    return found


def _per_hour(said: Said, words: tuple[int, ...]) -> tuple[int, ...]:
    """ "5 km/h": the speed with its hour."""
    behind = tuple(range(words[-1] + 1, words[-1] + 3))
    keys = [said.tokens[index].key for index in behind if index < len(said.tokens)]
    return (*words, *behind) if keys[:1] == ["/"] and keys[1:] in (["h"], ["hr"], ["hour"]) else words


def _take_times(said: Said, found: Minutes) -> None:
    """ "3 x 10 min", "20 min x 2", "twice 15 min"."""
    if found.exact is None:
        return
    for amount in amounts_in(said):
        joined = amount.last + 1 == found.span[0] - 1 and said.tokens[found.span[0] - 1].key == "x"
        if amount.unit is None and (amount.times or joined):
            found.exact *= amount.value
            said.take(amount.tokens, "amount")
            if joined:
                said.take([found.span[0] - 1], "amount")
            return


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
        elif found.exact is None:
            found.exact = amount.value
            found.span = words[0], words[-1]
            said.take(words, "amount")
