"""When what a clinic gives is due next, and how long it is in time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from bonecoach.core.medicines import Window
from bonecoach.core.schedules import months_after


class NextInjection(NamedTuple):
    """The next one on a day. `state` is "not_yet", "book", "due" or "overdue"; dates without a window are None."""

    due: date
    book_from: date | None
    best_by: date | None
    state: str
    overdue: bool
    call_clinic: bool


def next_injection(
    last_given: date | None, start: date, months: int, window: Window | None, day: date
) -> NextInjection:
    """When the next one is due, as it stands on `day`.

    It counts from the last one given. Before any was logged the start of the plan is the first one: due while it is
    ahead, and taken as given once it has come. A month that is shorter takes its last day.
    """
    given = last_given if last_given is not None else start if start <= day else None
    due = start if given is None else months_after(given, months)
    book_from = months_after(given, window.book_months) if window is not None and given is not None else None
    best_by = None if window is None else due + timedelta(days=window.best_by_days)
    overdue = day > (best_by or due)
    if overdue:
        state = "overdue"
    elif day >= due:
        state = "due"
    else:
        state = "book" if book_from is not None and day >= book_from else "not_yet"
    return NextInjection(due, book_from, best_by, state, overdue, overdue and window is not None)
