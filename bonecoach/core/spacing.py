"""What is taken too near to something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.values import Value

DAY = 24 * 60
"""Minutes of a day."""

TAGS = (
    *("meal", "calcium", "calcium_carbonate", "calcium_citrate", "iron", "zinc", "magnesium", "strontium", "antacid"),
    *("oral_bisphosphonate", "ibandronate", "risedronate", "risedronate_delayed", "levothyroxine"),
    *("tetracycline", "quinolone", "thiazide", "digoxin"),
)
"""Substances that rules speak of. What carries none is still something that is taken."""

ANYTHING = "anything"
"""In a rule: whatever else is eaten, drunk or taken."""

WAYS = ("after", "first", "later", "apart", "with", "right_after", "at_once", "ask")


class SpacingRule(NamedTuple):
    """One rule between two kinds of things, `first` and `second`, each given by any of its tags.

    A thing that has a tag of `unless` is no first. `way` says how they are to lie:

    - "after": no second for `minutes` after a first
    - "first": no second before a first on that day
    - "later": where a second came before, none for `minutes` on either side
    - "apart": `minutes` apart, either way
    - "with": a first at most `minutes` from a second; "right_after": the same, and not before it
    - "at_once": at most `most_mg` of calcium at one time
    - "ask": no times; both on one day are a question for a pharmacist
    """

    id: str
    way: str
    first: frozenset[str]
    second: frozenset[str]
    unless: frozenset[str]
    minutes: int
    most_mg: float
    hard: bool
    source: str
    status: str

    def is_first(self, thing: Placed) -> bool:
        """Whether a thing is one of its first kind."""
        return bool(thing.tags & self.first) and not thing.tags & self.unless

    def is_second(self, thing: Placed) -> bool:
        """Whether a thing is one of its second kind."""
        return ANYTHING in self.second or bool(thing.tags & self.second)


class Placed(Value):
    """Something taken or eaten at a time of day, `at` minutes after midnight. `calcium_mg` is elemental.

    Raises InvalidEntry("no_name", "unknown_tag", "impossible_minute", "negative_amount").
    """

    name: str
    tags: frozenset[str]
    at: int
    calcium_mg: float = 0.0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidEntry("no_name")
        if unknown := self.tags - set(TAGS):
            raise InvalidEntry("unknown_tag", tag=min(unknown))
        if not 0 <= self.at < DAY:
            raise InvalidEntry("impossible_minute", minute=self.at)
        if not self.calcium_mg >= 0:  # also refuses NaN
            raise InvalidEntry("negative_amount", nutrient=Nutrient.CALCIUM)


class Conflict(NamedTuple):
    """Two things that a rule wants otherwise; `second` is "" where one alone does.

    `apart` are the minutes between them, `needed` those the rule asks for (for "with" and "right_after" at most so
    many; 0 where it names no time). `calcium_mg` is what comes together where that is too much, `most_mg` what does
    well; both are 0 otherwise.
    """

    rule: str
    first: str
    second: str
    apart: int
    needed: int
    hard: bool
    source: str
    status: str
    calcium_mg: float = 0.0
    most_mg: float = 0.0


class Found(NamedTuple):
    """A conflict, and the places of its things among those that were given."""

    between: frozenset[int]
    conflict: Conflict

    @property
    def what(self) -> tuple[str, frozenset[int]]:
        """What makes it the same conflict whatever else is there."""
        return self.conflict.rule, self.between


def conflicts(placed: Sequence[Placed], rules: Sequence[SpacingRule]) -> tuple[Conflict, ...]:
    """Everything in a day that a rule wants otherwise: the hard ones first, then as the rules stand.

    Where a hard rule speaks of two things, softer ones about the same two keep silent: heeding it comes first.
    """
    found = list(conflicts_found(placed, rules))
    hard = {each.between for each in found if each.conflict.hard and each.conflict.second}
    kept = [each.conflict for each in found if each.conflict.hard or each.between not in hard]
    return tuple(sorted(kept, key=lambda conflict: not conflict.hard))


def conflicts_found(placed: Sequence[Placed], rules: Sequence[SpacingRule]) -> Iterator[Found]:
    """Every conflict with the places of its things, silent ones too, as the rules stand."""
    for rule in rules:
        if rule.way == "at_once":
            yield from _too_much(placed, rule)
            continue
        seen: set[frozenset[int]] = set()
        for n, one in enumerate(placed):
            if not rule.is_first(one):
                continue
            those = [m for m, other in enumerate(placed) if m != n and rule.is_second(other)]
            for m in _broken(rule, one, those, placed):
                between = frozenset({n, m})
                if between not in seen:
                    seen.add(between)
                    yield Found(between, _conflict(rule, one, placed[m]))


def _broken(rule: SpacingRule, one: Placed, those: list[int], placed: Sequence[Placed]) -> list[int]:
    """Which of `those` stand to `one` as the rule does not want them."""
    gaps = {m: placed[m].at - one.at for m in those}
    if rule.way == "after":
        return [m for m in those if 0 <= gaps[m] < rule.minutes]
    if rule.way == "apart":
        return [m for m in those if abs(gaps[m]) < rule.minutes]
    if rule.way == "first":
        return [m for m in those if gaps[m] < 0]
    if rule.way == "later":
        late = any(gap < 0 for gap in gaps.values())
        return [m for m in those if late and abs(gaps[m]) < rule.minutes]
    if rule.way == "ask":
        return those
    behind_only = rule.way == "right_after"
    near = [m for m in those if -rule.minutes <= gaps[m] <= (0 if behind_only else rule.minutes)]
    return [] if near or not those else [min(those, key=lambda m: abs(gaps[m]))]


def _conflict(rule: SpacingRule, one: Placed, other: Placed) -> Conflict:
    apart = abs(one.at - other.at)
    return Conflict(rule.id, one.name, other.name, apart, rule.minutes, rule.hard, rule.source, rule.status)


def _too_much(placed: Sequence[Placed], rule: SpacingRule) -> Iterator[Found]:
    for at in sorted({thing.at for thing in placed}):
        together = [n for n, thing in enumerate(placed) if thing.at == at and _counts(rule, thing)]
        amount = sum(placed[n].calcium_mg for n in together)
        if amount > rule.most_mg:
            names = [placed[n].name for n in together]
            second = names[1] if len(names) > 1 else ""
            said = Conflict(rule.id, names[0], second, 0, 0, rule.hard, rule.source, rule.status, amount, rule.most_mg)
            yield Found(frozenset(together), said)


def _counts(rule: SpacingRule, thing: Placed) -> bool:
    return bool(thing.tags & rule.first) and thing.calcium_mg > 0
