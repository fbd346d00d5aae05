"""On which days, and at which wall times of them, something is planned."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import StrEnum

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.values import Value

LONGEST_STEP = 400
MOST_TIMES = 1_440
FOUR_WEEKS = 28
"""Days: what is given "once a month" is often given every four weeks."""


class Unit(StrEnum):
    """What a schedule counts in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Schedule(Value):
    """Every so many days, weeks or months from `start` on, until `until` where there is one, both included.

    `weekdays` (0 is Monday) are of weekly schedules, the weekday of `start` unless said. A monthly one keeps the day of
    the month of `start`, or takes a shorter month's last day (31 Jan, 28 Feb, 31 Mar). `times` are wall times; without
    any the thing is planned for the day, and no time of it. Raises InvalidEntry("impossible_schedule").
    """

    start: date
    unit: Unit = Unit.DAY
    every: int = 1
    weekdays: tuple[int, ...] = ()
    times: tuple[time, ...] = ()
    until: date | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.every <= LONGEST_STEP or len(self.times) > MOST_TIMES:
            raise InvalidEntry("impossible_schedule")
        if self.weekdays and (self.unit is not Unit.WEEK or not set(self.weekdays) <= set(range(7))):
            raise InvalidEntry("impossible_schedule")
        if self.until is not None and self.until < self.start:
            raise InvalidEntry("impossible_schedule")
        object.__setattr__(self, "times", tuple(sorted({at.replace(second=0, microsecond=0) for at in self.times})))
        object.__setattr__(self, "weekdays", tuple(sorted(set(self.weekdays))))

    @property
    def is_long(self) -> bool:
        """Whether its days are a week or more apart."""
        if self.unit is Unit.DAY:
            return self.every >= 7
        return self.unit is Unit.MONTH or len(self.weekdays) <= 1

    @property
    def is_rare(self) -> bool:
        """Whether its days are a month or four weeks apart, or more: nobody has those in mind every week."""
        if self.unit is Unit.MONTH:
            return True
        return self.every >= (FOUR_WEEKS if self.unit is Unit.DAY else 4)

    def days(self, first: date, last: date) -> Iterator[date]:
        """Its days from `first` to `last`, in order."""
        first, last = max(first, self.start), last if self.until is None else min(last, self.until)
        if first > last:
            return iter(())
        if self.unit is Unit.DAY:
            return self._by_day(first, last)
        return self._by_week(first, last) if self.unit is Unit.WEEK else self._by_month(first, last)

    def _by_day(self, first: date, last: date) -> Iterator[date]:
        late = (self.start - first).days % self.every
        for ordinal in range(first.toordinal() + late, last.toordinal() + 1, self.every):
            yield date.fromordinal(ordinal)

    def _by_week(self, first: date, last: date) -> Iterator[date]:
        weekdays = self.weekdays or (self.start.weekday(),)
        monday = self.start - timedelta(days=self.start.weekday())
        weeks = (first - monday).days // 7 // self.every * self.every
        week = monday + timedelta(weeks=weeks)
        while week <= last:
            for weekday in weekdays:
                day = week + timedelta(days=weekday)
                if first <= day <= last:
                    yield day
            week += timedelta(weeks=self.every)

    def _by_month(self, first: date, last: date) -> Iterator[date]:
        between = (first.year - self.start.year) * 12 + first.month - self.start.month
        months = between // self.every * self.every
        while (day := months_after(self.start, months)) <= last:
            if day >= first:
                yield day
            months += self.every


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
