"""Holidays: days on which reminders for sessions, logging and the weekly look are silent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bonecoach.core.changes import Change, Scalar, Step
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.diary.changing import put

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

LONGEST = timedelta(days=366)


class Holiday(NamedTuple):
    """A holiday, with its last day."""

    first: date
    last: date


class Holidays:
    """Her holidays, each known by its first day."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def all(self, since: date | None = None) -> list[Holiday]:
        """The holidays that are not over on a day, in order; every one without a day."""
        return [Holiday(*days) for days in self._store.planning.holidays() if since is None or days[1] >= since]

    def add(self, first: date, last: date) -> Step:
        """Keeps a holiday; one from the same day gets another end.

        Raises InvalidEntry("days_reversed", "long_holiday").
        """
        if last < first:
            raise InvalidEntry("days_reversed")
        if last - first >= LONGEST:
            raise InvalidEntry("long_holiday")
        row: dict[str, Scalar] = {"id": first.isoformat(), "first_day": first.isoformat(), "last_day": last.isoformat()}
        return self._ledger.apply(Step("holiday", put(self._store, "holidays", [row])))

    def remove(self, first: date) -> Step:
        """Takes the holiday from a day out. Raises DiaryError("no_such_holiday")."""
        row = self._store.row("holidays", first.isoformat())
        if row is None:
            raise DiaryError("no_such_holiday", date=first)
        return self._ledger.apply(Step("holiday", (Change("holidays", row, None),)))
