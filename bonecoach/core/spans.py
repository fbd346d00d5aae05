"""A stretch of days that a page is about, and the weeks in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bonecoach.core.days import Week
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.schedules import months_after
from bonecoach.core.values import Value

MOST_DAYS = 3_660
"""Ten years: the longest stretch that one page is made of."""

DAYS_A_WEEK = 7


class Span(Value):
    """The days from `first` to `last`, both included. Raises InvalidEntry("days_reversed", "span_too_long")."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidEntry("days_reversed")
        if self.length > MOST_DAYS:
            raise InvalidEntry("span_too_long", days=self.length, longest=MOST_DAYS)

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def weeks(self) -> tuple[Week, ...]:
        """Its whole weeks, oldest first: blocks of seven days, the last of which ends on its last day."""
        count = self.length // DAYS_A_WEEK
        begin = self.last - timedelta(days=count * DAYS_A_WEEK - 1)
        return tuple(Week(begin).shifted(nth) for nth in range(count))

    @property
    def days_before_weeks(self) -> int:
        """Days at its beginning that no whole week holds."""
        return self.length % DAYS_A_WEEK

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=nth) for nth in range(self.length))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def last_days(count: int, today: date) -> Span:
    """So many days, today the last of them."""
    return Span(today - timedelta(days=count - 1), today)


def last_months(count: int, today: date) -> Span:
    """So many months up to today: from the day after the same day of the month then."""
    return Span(months_after(today, -count) + timedelta(days=1), today)
