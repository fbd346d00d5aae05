"""Years of movement, and of doses of her inhibitor, month by month; counted from sums, never entry by entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.days import MIDDLE
from bonecoach.core.movement import TARGET_MINUTES, counts, is_aerobic
from bonecoach.core.schedules import months_after
from bonecoach.core.therapy import Period

_DAY = timedelta(days=1)


class Moved(NamedTuple):
    """All minutes of one kind of movement in the week from `first`."""

    first: date
    load: Load
    intensity: Intensity
    aerobic: bool
    minutes: int


class MonthMoved(NamedTuple):
    """The weeks whose middle lies in a month: `minutes` a week on average, None where no week counts.

    Counted are `weeks` that are no rest weeks and in which anything was logged; `reached` of them reached the target.
    """

    first: date
    minutes: float | None
    weeks: int
    reached: int
    rest_weeks: int
    not_recorded: int


class MonthTaken(NamedTuple):
    """Days of therapy in a month that are over: on `taken` a dose is on record, on `not_taken` that there was none."""

    first: date
    days: int
    taken: int
    not_taken: int

    @property
    def not_recorded(self) -> int:
        """Days of which nothing is known."""
        return self.days - self.taken - self.not_taken


class _Week(NamedTuple):
    minutes: int
    reached: bool
    recorded: bool
    rest: bool


def months_moved(
    weeks: Sequence[date],
    moved: Iterable[Moved],
    recorded: Collection[date],
    rests: Collection[date],
    count_on: Callable[[date], str],
) -> tuple[MonthMoved, ...]:
    """Months of whole weeks, given by their first days, oldest first.

    `recorded` are the weeks in which anything was logged, `rests` the first days of rest weeks, and `count_on` the
    profile's choice of what counts on a day.
    """
    parts: dict[date, list[Moved]] = defaultdict(list)
    for part in moved:
        parts[part.first].append(part)
    middles = {first + MIDDLE for first in rests}
    by_month: dict[date, list[_Week]] = defaultdict(list)
    for first in weeks:
        rest = any(first + _DAY * n in middles for n in range(7)) if middles else False
        by_month[(first + MIDDLE).replace(day=1)].append(
            _week(parts.get(first, ()), count_on(first + 6 * _DAY), recorded=first in recorded, rest=rest)
        )
    return tuple(_month(first, found) for first, found in by_month.items())


def _week(parts: Sequence[Moved], count: str, *, recorded: bool, rest: bool) -> _Week:
    counted = sum(part.minutes for part in parts if counts(part, count))
    twice = sum(part.minutes * (2 if part.intensity is Intensity.VIGOROUS else 1) for part in parts if is_aerobic(part))
    return _Week(counted, max(counted, twice) >= TARGET_MINUTES, recorded, rest)


def _month(first: date, weeks: Sequence[_Week]) -> MonthMoved:
    counted = [week for week in weeks if week.recorded and not week.rest]
    return MonthMoved(
        first,
        sum(week.minutes for week in counted) / len(counted) if counted else None,
        len(counted),
        sum(week.reached for week in counted),
        sum(week.rest for week in weeks),
        sum(not week.recorded and not week.rest for week in weeks),
    )


def months_taken(
    said: Mapping[date, tuple[int, int]], periods: Sequence[Period], since: date, last: date
) -> tuple[MonthTaken, ...]:
    """Months from that of `since` to that of `last`, without those in which there was no therapy and no word of it.

    `said` are, by the first days of months, on how many days a dose is on record, and on how many only that there was
    none. Days of therapy are those of her periods; where she never said any, all from `since` on.
    """
    found = []
    first = since.replace(day=1)
    while first <= last:
        after = months_after(first, 1)
        begin, end = max(first, since), min(after, last + _DAY)
        taken, not_taken = said.get(first, (0, 0))
        days = max(_days_of(periods, begin, end) if periods else (end - begin).days, taken + not_taken)
        if days:
            found.append(MonthTaken(first, days, taken, not_taken))
        first = after
    return tuple(found)


def _days_of(periods: Iterable[Period], begin: date, end: date) -> int:
    """How many days from `begin` until before `end` lie in a period."""
    return sum(max((min(period.end or end, end) - max(period.start or begin, begin)).days, 0) for period in periods)
