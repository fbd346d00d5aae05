"""What comes next: injections and infusions, appointments, and the next bone density scan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from bonecoach.core.measurements import Scan
from bonecoach.core.medicine_history import Given
from bonecoach.core.schedules import months_after
from bonecoach.core.visits import Appointment

MONTHS_BETWEEN_SCANS = 24
"""A bone density scan every two years on an aromatase inhibitor (ACSASCO2016, confirmed)."""


class DueItem(NamedTuple):
    """Something that is due: what ("injection", "planned", "appointment", "scan", "first_scan"), when, and whether it
    is past.

    `best_by` is the last day in time, where one is known; `label` names what is given, or whom she sees; `since` is the
    last scan.
    """

    what: str
    day: date | None
    overdue: bool
    label: str = ""
    best_by: date | None = None
    since: date | None = None


def scan_due(last: date) -> date:
    """The day on which the next scan is due, by that of the last one (ACSASCO2016, confirmed)."""
    return months_after(last, MONTHS_BETWEEN_SCANS)


def next_scan(scans: Iterable[Scan], today: date) -> DueItem:
    """The next scan, two years after the last one; without any on record, that there is none."""
    last = max((scan.date for scan in scans), default=None)
    if last is None:
        return DueItem("first_scan", None, overdue=False)
    day = scan_due(last)
    return DueItem("scan", day, overdue=day < today, since=last)


def due_items(
    given: Iterable[Given],
    scans: Iterable[Scan],
    visits: Iterable[Appointment],
    today: date,
    *,
    on_inhibitor: bool,
    planned: Iterable[tuple[str, date]] = (),
) -> tuple[DueItem, ...]:
    """Everything that is due, the earliest first; what has no day stands last.

    `planned` is what is taken once a month or more rarely, and its day. The interval between scans is that of people on
    an aromatase inhibitor; nobody else is told one.
    """
    items = [
        DueItem("injection", one.following.due, one.following.overdue, one.label, one.following.best_by)
        for one in given
        if one.following is not None
    ]
    items += [DueItem("planned", day, overdue=day < today, label=label) for label, day in planned]
    items += [DueItem("appointment", visit.date, overdue=False, label=visit.whom) for visit in visits]
    if on_inhibitor:
        items.append(next_scan(scans, today))
    return tuple(sorted(items, key=lambda item: item.day or date.max))
