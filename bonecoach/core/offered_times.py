"""When something can be taken so that nothing is too near to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import time
from typing import NamedTuple

from bonecoach.core.spacing import DAY, Conflict, Placed, SpacingRule, conflicts_found

WAKING = (6 * 60, 22 * 60)
"""From when until when times are offered; a choice of ours."""


class Move(NamedTuple):
    """A plan, by its id and name, whose times `before` go `to` others on some weekdays, or on all where none is named.

    `after` are all its times of such a day then.
    """

    plan: str
    name: str
    before: tuple[time, ...]
    to: tuple[time, ...]
    after: tuple[time, ...]
    weekdays: tuple[int, ...] = ()


class Room(NamedTuple):
    """A time that keeps every rule once something else moves."""

    at: time
    moves: tuple[Move, ...]


class Offered(NamedTuple):
    """Times for something new, and why these: `apart` are names and the minutes it keeps from what is planned already.

    `with_meals`: they lie at mealtimes. Without `times`, `instead` is what speaks against them, where that is known,
    and `room` how a time would come free.
    """

    times: tuple[time, ...]
    apart: tuple[tuple[str, int], ...] = ()
    with_meals: bool = False
    instead: Conflict | None = None
    room: Room | None = None


Fits = Callable[[Sequence[int]], bool]

_MEAL = "meal"
WITH_MEALS = frozenset({"calcium", "calcium_carbonate"})
_GRID = 30
BETWEEN_DOSES = 120
"""Minutes that offered times lie apart at least, so that one meal is not offered twice; a choice of ours."""


def offered_times(
    wanted: Placed,
    others: Sequence[Placed],
    meals: Mapping[str, int],
    times: int,
    rules: Sequence[SpacingRule],
    waking: tuple[int, int] = WAKING,
) -> tuple[int, ...]:
    """`times` times of day for `wanted`, in minutes after midnight, that keep every rule; () when there are none.

    `wanted.at` is not looked at, and `wanted.calcium_mg` is that of one time. Meals are the times of day by name; where
    calcium is wanted they come first, so that carbonate has its food and the others an anchor. Times lie far apart.
    The evening before and the morning after are minded too, since a plan is for every day.

    Levothyroxine at 6:30 and meals at 8:00, 12:30 and 18:30: 4 hours from 6:30 is 10:30, so breakfast is too early,
    and calcium twice is at 12:30 and 18:30.
    """
    if times < 1:
        return ()
    around, fits = _day(wanted, others, meals, rules)
    free = _free(wanted, around, meals, rules, waking, fits)
    eaten = sorted(set(meals.values()) & set(free)) if wanted.tags & WITH_MEALS else []
    taken = sorted({other.at for other in others if wanted.tags & other.tags & WITH_MEALS})
    for choice, kept in ((eaten, ()), (free, _at_least(0, eaten, (), ())), (free, ())):
        if found := _spread(choice, kept, taken, times):
            return found if fits(found) else _first_that_fit(free, times, fits)
    return ()


def free_times(
    wanted: Placed,
    others: Sequence[Placed],
    meals: Mapping[str, int],
    rules: Sequence[SpacingRule],
    waking: tuple[int, int] = WAKING,
) -> tuple[int, ...]:
    """Every time of day that is tried for one `wanted` and keeps every rule, in order; as `offered_times` has it."""
    around, fits = _day(wanted, others, meals, rules)
    return tuple(_free(wanted, around, meals, rules, waking, fits))


def keeps_every_rule(
    wanted: Placed, others: Sequence[Placed], meals: Mapping[str, int], rules: Sequence[SpacingRule]
) -> bool:
    """Whether `wanted` at its time brings no conflict into a day of others and meals, nor into the next one."""
    return _day(wanted, others, meals, rules)[1]([wanted.at])


def _day(
    wanted: Placed, others: Sequence[Placed], meals: Mapping[str, int], rules: Sequence[SpacingRule]
) -> tuple[list[Placed], Fits]:
    """What is there on a day, meals included, and whether doses at some times bring no conflict into it."""
    around = [*others, *(Placed(name, frozenset({_MEAL}), at) for name, at in meals.items())]
    before = frozenset(each.what for each in conflicts_found(around, rules))

    def fits(ats: Sequence[int]) -> bool:
        return _fits(wanted, ats, around, before, rules)

    return around, fits


def _free(
    wanted: Placed,
    around: Sequence[Placed],
    meals: Mapping[str, int],
    rules: Sequence[SpacingRule],
    waking: tuple[int, int],
    fits: Fits,
) -> list[int]:
    free = [at for at in _candidates(around, rules, waking) if fits([at])]
    return _behind_meals(wanted, free, meals, rules)


def _candidates(around: Sequence[Placed], rules: Sequence[SpacingRule], waking: tuple[int, int]) -> list[int]:
    """Half hours, the times of what is there, and the first and last minute that a rule leaves free beside it."""
    reach = {0, *(rule.minutes for rule in rules)}
    beside = {other.at + sign * minutes for other in around for minutes in reach for sign in (-1, 1)}
    return sorted(at for at in {*range(waking[0], waking[1] + 1, _GRID), *beside} if waking[0] <= at <= waking[1])


def _behind_meals(wanted: Placed, free: list[int], meals: Mapping[str, int], rules: Sequence[SpacingRule]) -> list[int]:
    """What goes with a meal is offered at its time or after it, where meals are known: not while she waits for it."""
    within = [rule.minutes for rule in rules if rule.way == "with" and rule.is_first(wanted)]
    if not meals or not within:
        return free
    return [at for at in free if any(0 <= at - meal <= min(within) for meal in meals.values())]


def _fits(
    wanted: Placed,
    ats: Sequence[int],
    around: Sequence[Placed],
    before: frozenset[tuple[str, frozenset[int]]],
    rules: Sequence[SpacingRule],
) -> bool:
    """Whether doses at these times bring no conflict that was not there before, among the others neither."""
    doses = [Placed(wanted.name, wanted.tags, at, wanted.calcium_mg) for at in ats]
    if any(each.what not in before for each in conflicts_found([*around, *doses], rules)):
        return False
    return not any(_meets_next_day(rule, at, wanted, other) for rule in rules for at in ats for other in around)


def _meets_next_day(rule: SpacingRule, at: int, wanted: Placed, other: Placed) -> bool:
    """Whether yesterday's or tomorrow's `other` is too near, by the two ways that reach over midnight."""
    if rule.way not in ("after", "apart"):
        return False
    for one, one_at, two, two_at in ((wanted, at, other, other.at), (other, other.at, wanted, at)):
        if rule.is_first(one) and rule.is_second(two):
            gap = two_at - one_at
            if 0 <= gap + DAY < rule.minutes or (rule.way == "apart" and 0 <= DAY - gap < rule.minutes):
                return True
    return False


def _spread(choice: Sequence[int], kept: Sequence[int], taken: Sequence[int], times: int) -> tuple[int, ...]:
    """`times` of `choice`, `kept` among them, so that the two nearest (those `taken` included) lie as far as can be.

    () when so many cannot be chosen.
    """
    gaps = sorted({abs(one - two) for one in choice for two in (*choice, *taken)}, reverse=True)
    tried = (_at_least(gap, choice, kept, taken) for gap in (*gaps, 0))
    return next((tuple(sorted(found[:times])) for found in tried if len(found) >= times), ())


def _at_least(gap: int, choice: Sequence[int], kept: Sequence[int], taken: Sequence[int]) -> list[int]:
    """`kept`, and every other time of `choice` from the earliest on that is at least `gap` from what is there."""
    found = list(kept)
    for at in choice:
        if all(abs(at - other) >= gap for other in (*found, *taken)) and _is_another(at, found):
            found.append(at)
    return found


def _is_another(at: int, found: Sequence[int]) -> bool:
    return all(abs(at - other) >= BETWEEN_DOSES for other in found)


def _first_that_fit(free: Sequence[int], times: int, fits: Fits) -> tuple[int, ...]:
    """The earliest times that also keep the rules between the doses themselves; () when there are too few."""
    found: list[int] = []
    for at in free:
        if len(found) < times and _is_another(at, found) and fits([*found, at]):
            found.append(at)
    return tuple(found) if len(found) == times else ()
