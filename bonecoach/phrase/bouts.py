"""Several bouts told as one session: "walk 30 twice", "2 x 30", "two 20-minute walks". Their minutes are added."""

from __future__ import annotations

from fractions import Fraction

from bonecoach.phrase.amounts import Amount, amounts_in
from bonecoach.phrase.minutes import Minutes
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said

SHORTEST_BARE = 4
"""A bare number below this behind an activity is asked about: "walk 2" may be hours."""

_MOST_BOUTS = 60


def take_bouts(said: Said, found: Minutes, name: tuple[int, ...], *, bare: bool) -> tuple[Note, ...]:
    """Multiplies the minutes by how many bouts there were; the words are used.

    `bare`: minutes without a unit are taken too where a count stands by them. A count without minutes is left.
    """
    counts = counts_in(said, name)
    each_way = _each_way(said)
    count = Fraction(2 if each_way else 1)
    for amount in counts:
        count *= amount.value
    if bare and found.exact is None and count > 1:
        figure = _bare(said, counts)
        if figure is None or figure.value < SHORTEST_BARE:
            return ()
        found.exact, found.span = figure.value, (figure.first, figure.last)
        said.take(figure.tokens, "amount")
    if found.exact is None or count == 1:
        return ()
    each = found.exact
    said.take(each_way, "amount")
    for amount in counts:
        said.take(amount.tokens, "amount")
    marks = [i for i in said.free() if said.tokens[i].key == "x"]
    said.take(marks, "amount")
    found.exact = each * count
    return (Note("several_bouts", {"count": float(count), "minutes": float(each)}),)


def _each_way(said: Said) -> list[int]:
    """ "15 min each way": twice as long."""
    keys = {index: said.tokens[index].key for index in said.free()}
    return next(([i, i + 1] for i, key in keys.items() if key == "each" and keys.get(i + 1) == "way"), [])


def counts_in(said: Said, name: tuple[int, ...]) -> list[Amount]:
    """What tells among the unused words how many bouts there were."""
    return [amount for amount in amounts_in(said) if _is_count(said, amount, name)]


def _is_count(said: Said, amount: Amount, name: tuple[int, ...]) -> bool:
    """ "twice", "2 x", "3 times", and a number before the plural: "two 20-minute walks", "2 walks of 30 min"."""
    whole = amount.unit is None and not amount.article and amount.value.denominator == 1
    if not whole or not 1 < amount.value <= _MOST_BOUTS:
        return False
    several = said.tokens[name[-1]].key.endswith("s") and amount.last < name[0]
    return amount.times or (several and not said.tokens[amount.last + 1].key.startswith("min"))


def _bare(said: Said, counts: list[Amount]) -> Amount | None:
    """The number that is the minutes of one bout."""
    bare = [amount for amount in amounts_in(said) if amount.unit is None and not amount.article]
    return next((amount for amount in bare if amount not in counts), None)
