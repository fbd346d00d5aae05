"""How long and how far: minutes in all spellings, and distances, speeds and steps that are kept as a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bonecoach.phrase.amounts import Amount, amounts_in
from bonecoach.phrase.context import Context
from bonecoach.phrase.durations import duration_at
from bonecoach.phrase.lexicon import DISTANCES, FILLERS
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.units import Measure

_METRES_FROM = 100
_HOURS = ("h", "hr", "hrs", "hour", "hours")
_LENGTHS = ("k", "km", "mi", "mile", "kilometre", "kilometer")


@dataclass(slots=True)
class Minutes:
    """The time a session took, None while unsaid; `note` holds distances, `span` the tokens of the time.

    `metres` and `per_hour` (metres as well) are the last distance and speed that were said.
    """

    exact: Fraction | None = None
    note: str = ""
    metres: Fraction | None = None
    per_hour: Fraction | None = None
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

    @property
    def speed(self) -> Fraction | None:
        """Metres an hour, as it was said or by the distance; None while neither is known."""
        if self.per_hour is None and self.metres and self.exact:
            return self.metres / self.exact * 60
        return self.per_hour

    def bare_in(self, said: Said) -> tuple[Fraction, tuple[int, ...]] | None:
        """The first number among the unused words that has no unit, with its tokens."""
        for amount in amounts_in(said):
            bare = amount.unit is None and not amount.article and not amount.times
            if bare and said.tokens[amount.first].key not in FILLERS:
                return amount.value, amount.tokens
        return None


def take_minutes(said: Said, ctx: Context) -> Minutes:
    """The time that was said with its unit, or the length of a said range."""
    found = Minutes(None if ctx.minutes is None else Fraction(ctx.minutes))
    _take_m(said, found)
    free = said.free()
    at = 0
    while at < len(free):
        tokens = [said.tokens[index] for index in free]
        duration = duration_at(tokens, at)
        used = free[at : duration.end] if duration is not None else []
        if duration is None or (found.exact is not None and not is_added(said, found.span[1], used)):
            at += 1
            continue
        found.exact = (found.exact or 0) + duration.minutes
        found.span = used[0], used[-1]
        said.take(used, "amount")
        at = duration.end
    return found


def is_added(said: Said, last: int, behind: Sequence[int]) -> bool:
    """Whether a second length is added to the first, which ends at `last`.

    "20 + 15", "20 min and 15 min", "15 there and 15 back", "15 min and back 15 min".
    """
    between = [token.key for token in said.tokens[last + 1 : behind[0]]]
    back = behind[-1] + 1
    if between == ["there", "and"] and [token.key for token in said.tokens[back : back + 1]] == ["back"]:
        said.take([last + 1, last + 2, back], "filler")
        return True
    if between == ["and", "back"]:  # "15 min and back 15 min"
        said.take([last + 1, last + 2], "filler")
        return True
    return between in (["+"], ["and"], ["&"], ["plus"])


def take_distances(said: Said, found: Minutes) -> None:
    """Distances, speeds and steps become a note."""
    notes = [found.note] if found.note else []
    for index in said.free():
        pace = range(index, pace_end(said.tokens, index))
        if pace and said.roles[index] is None:
            said.take(pace, "note")
            notes.append(said.words(pace))
    amounts = amounts_in(said)
    for place, amount in enumerate(amounts):
        behind = amount.last + 1
        word = said.tokens[behind].key if behind < len(said.tokens) and said.roles[behind] in (None, "name") else ""
        if amount.unit is not None and amount.unit.measure in (Measure.DISTANCE, Measure.SPEED):
            how_far = _per_hour(said, _own(amount))
            metres = amount.value * amount.unit.amount
            count = _repeated(amounts, place)
            if count is not None:
                how_far, metres = (*count.tokens, *how_far), metres * count.value
            said.take(how_far, "note")
            notes.append(said.words(how_far))
            if amount.unit.measure is Measure.SPEED:
                found.per_hour = metres * 1_000
            elif said.tokens[how_far[-2]].key == "/":
                found.per_hour = metres
            else:
                found.metres = metres
        elif amount.unit is None and word in DISTANCES and not amount.article:
            said.take(_own(amount) if said.roles[behind] else (*_own(amount), behind), "note")
            notes.append(said.words((*_own(amount), behind)))
    found.note = ", ".join(notes)


def pace_end(tokens: Sequence[Token], at: int) -> int:
    """Behind a pace that begins at `at`, which is no time of day: "8:59 pace", "at 5:30/km", "9:10 per mile".

    `at` itself where none does.
    """
    keys = [token.key for token in tokens[at : at + 6]]
    clock = at + 1 if keys[:1] in (["at"], ["@"], ["pace"]) else at
    if clock >= len(tokens) or tokens[clock].kind is not Kind.CLOCK:
        return at
    if keys[0] == "pace":
        return clock + 1
    behind = clock + 2 if keys[clock + 1 - at : clock + 2 - at] == ["min"] else clock + 1
    rest = keys[behind - at :]
    if rest[:1] in (["/"], ["per"], ["a"]) and rest[1:2] and rest[1] in _LENGTHS:
        return behind + (3 if rest[2:3] == ["pace"] else 2)
    return behind + 1 if rest[:1] == ["pace"] else at


def _per_hour(said: Said, words: tuple[int, ...]) -> tuple[int, ...]:
    """ "5 km/h": the speed with its hour."""
    behind = tuple(range(words[-1] + 1, words[-1] + 3))
    keys = [said.tokens[index].key for index in behind if index < len(said.tokens)]
    return (*words, *behind) if keys[:1] == ["/"] and keys[1:] in (["h"], ["hr"], ["hour"]) else words


def _own(amount: Amount) -> tuple[int, ...]:
    """Its tokens without an "x" of something else: "3 x 10 min 400 steps", when the minutes are taken."""
    first = amount.tokens[0]
    return amount.tokens if amount.first in (first, first + 1) else amount.tokens[1:]


def _repeated(amounts: Sequence[Amount], place: int) -> Amount | None:
    """The count that stands in front of an amount: "6x400m"."""
    before, amount = amounts[place - 1] if place else None, amounts[place]
    if before is None or before.unit is not None or not amount.led:
        return None
    together = (*before.tokens, *amount.tokens)
    return before if together == tuple(range(together[0], together[-1] + 1)) else None


def _take_m(said: Said, found: Minutes) -> None:
    """ "45m" is minutes, "400m" metres; "1h20m" is one length, which is taken as a whole."""
    amounts = amounts_in(said)
    for place, amount in enumerate(amounts):
        behind = amount.last + 1
        if (
            amount.unit is not None
            or behind >= len(said.tokens)
            or said.tokens[behind].key != "m"
            or said.roles[behind]
            or (amount.value < _METRES_FROM and amount.first and said.tokens[amount.first - 1].key in _HOURS)
        ):
            continue
        words = (*amount.tokens, behind)
        if amount.value >= _METRES_FROM:
            count = _repeated(amounts, place)
            words = words if count is None else (*count.tokens, *words)
            said.take(words, "note")
            found.note = ", ".join(filter(None, (found.note, said.words(words))))
        elif found.exact is None:
            found.exact = amount.value
            found.span = words[0], words[-1]
            said.take(words, "amount")
