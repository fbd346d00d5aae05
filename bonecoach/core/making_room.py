"""How room is made for something new: what is in its way moves to another time of that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bonecoach.core.offered_times import (
    BETWEEN_DOSES,
    WAKING,
    WITH_MEALS,
    free_times,
    keeps_every_rule,
    offered_times,
)
from bonecoach.core.spacing import Placed, SpacingRule

MOST_TRIED = 8
"""How many times are tried for what is new, the nearest to its usual one first; a choice of ours."""


class Freed(NamedTuple):
    """A time in minutes after midnight, and the places among the others that move, each with its new time."""

    at: int
    moved: tuple[tuple[int, int], ...]


def make_room(
    wanted: Placed,
    others: Sequence[Placed],
    movable: frozenset[int],
    nearest: int,
    meals: Mapping[str, int],
    rules: Sequence[SpacingRule],
    waking: tuple[int, int] = WAKING,
) -> Freed | None:
    """The time nearest to `nearest` that keeps every rule once those of the `movable` places that are in its way move.

    They too are only moved to where every rule holds. None where there is no such time. `wanted.at` is not looked at.

    Alendronate half an hour before breakfast at 8:00, calcium at breakfast: 4 hours from 7:30 is 11:30, so calcium
    moves to the meal that comes next, lunch at 12:30.
    """
    fixed = [other for place, other in enumerate(others) if place not in movable]
    free = free_times(wanted, fixed, meals, rules, waking)
    for at in sorted(free, key=lambda minute: abs(minute - nearest))[:MOST_TRIED]:
        moved = _moved(replace(wanted, at=at), fixed, others, movable, meals, rules)
        if moved is not None:
            return Freed(at, moved)
    return None


def _moved(
    new: Placed,
    fixed: Sequence[Placed],
    others: Sequence[Placed],
    movable: frozenset[int],
    meals: Mapping[str, int],
    rules: Sequence[SpacingRule],
) -> tuple[tuple[int, int], ...] | None:
    """Where everything goes that is in the way of something new; None where one of them finds no time."""
    in_the_way = [place for place in sorted(movable) if not keeps_every_rule(new, [others[place]], meals, rules)]
    around = [*fixed, *(others[place] for place in sorted(movable) if place not in in_the_way)]
    moved = []
    for place in in_the_way:
        found = offered_times(others[place], [*around, new], meals, 1, rules)
        if not found or _doubles(others[place], found[0], around):
            return None
        around.append(replace(others[place], at=found[0]))
        moved.append((place, found[0]))
    return tuple(moved) if keeps_every_rule(new, around, meals, rules) else None


def _doubles(thing: Placed, at: int, around: Sequence[Placed]) -> bool:
    """Whether at a time it would come nearly together with more of the same, whose doses are parted for a reason."""
    alike = [other.at for other in around if thing.tags & other.tags & WITH_MEALS]
    return any(abs(at - other) < BETWEEN_DOSES for other in alike)
