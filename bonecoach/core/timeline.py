"""Her bones in time: therapy, bone medicines, scans, tests, falls and fractures, on one axis of days."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bonecoach.core.bone_change import Series
from bonecoach.core.entries import Event
from bonecoach.core.measurements import LabTest
from bonecoach.core.months import MonthMoved, MonthTaken
from bonecoach.core.others_found import Others
from bonecoach.core.plans import Plan, PlanState, held_of_medicines
from bonecoach.core.schedules import months_after
from bonecoach.core.therapy import Period

SPANS = (3, 6, 12, 24, 60, 120, 180)
"""Months that can be looked at at once, the shortest first."""

_AIR = timedelta(days=14)
"""Left free behind today, so that its line does not lie on the edge."""


class Course(NamedTuple):
    """A bone medicine over time: its name, its first and last day (None: it goes on), and what a clinic gave when."""

    medicine: str
    name: str
    start: date
    end: date | None
    given: tuple[date, ...] = ()


class Timeline(NamedTuple):
    """Everything that is drawn against time, each kind oldest first. `rest_weeks` are first days.

    `t_scores`: T-scores hold for her today, otherwise Z-scores do. `moved` and `taken` are months that stand below the
    rest; they alone make no timeline. `others`: what others found, where she asked for it.
    """

    series: tuple[Series, ...]
    therapy: tuple[Period, ...]
    courses: tuple[Course, ...]
    tests: tuple[LabTest, ...]
    events: tuple[Event, ...]
    rest_weeks: tuple[date, ...]
    today: date
    t_scores: bool = True
    moved: tuple[MonthMoved, ...] = ()
    taken: tuple[MonthTaken, ...] = ()
    others: Others | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.series or self.therapy or self.courses or self.tests or self.events)

    @property
    def begins(self) -> date:
        """The earliest day that anything stands on; today where nothing does."""
        days = [result.scan.date for series in self.series for result in series.results]
        days += [period.start for period in self.therapy if period.start is not None]
        days += [course.start for course in self.courses]
        days += [test.date for test in self.tests]
        days += [event.moment.date for event in self.events]
        return min(days, default=self.today)


class Frame(NamedTuple):
    """The days that are looked at, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """From its first day to its last."""
        return (self.last - self.first).days

    def holds(self, day: date) -> bool:
        """Whether a day can be seen."""
        return self.first <= day <= self.last

    def part(self, part: float) -> timedelta:
        """A part of it, in whole days: how far it is moved, to later days where positive."""
        return timedelta(days=round(self.days * part))


def frame_of(months: int, last: date) -> Frame:
    """So many months up to a day, with a little air behind it."""
    return Frame(months_after(last, -months), last + _AIR * min(months, 24) / 12)


def months_for(timeline: Timeline) -> int:
    """So many months up to today as show everything from its beginning: a year at least, and at most the longest."""
    since = (timeline.today.year - timeline.begins.year) * 12 + timeline.today.month - timeline.begins.month
    return min(max(since + 2, 12), SPANS[-1])


def nearer(months: int) -> int:
    """The next shorter of SPANS; the shortest where there is none."""
    return max((span for span in SPANS if span < months), default=SPANS[0])


def farther(months: int) -> int:
    """The next longer of SPANS; the longest where there is none."""
    return min((span for span in SPANS if span > months), default=SPANS[-1])


def courses_of(
    plans: Iterable[Plan], taken: Mapping[str, Sequence[date]], names: Mapping[str, str], by_clinic: Container[str]
) -> tuple[Course, ...]:
    """Bone medicines over time: `names` says which medicines are ones, and what each is called.

    `plans` are all versions of all plans; `taken` are the days of doses that were taken, in order. A course begins with
    its plan or its first dose, whichever is earlier, and ends with the plan; a medicine that was only logged ends with
    its last dose. Single doses are marked of those given `by_clinic`.
    """
    known = [plan for plan in plans if plan.medicine in names]
    held_by = held_of_medicines(known)
    first: dict[str, date] = {}
    for plan in known:
        first[plan.medicine] = min(first.get(plan.medicine, plan.schedule.start), plan.schedule.start)
    found = []
    for medicine in {**first, **{name: days for name, days in taken.items() if days}}:
        days = tuple(taken.get(medicine, ()))
        begins = min([*days[:1], *([first[medicine]] if medicine in first else [])])
        held = held_by.get(medicine)
        ends = None if held is not None and held.state is not PlanState.ENDED else _ended(held, days)
        found.append(Course(medicine, names[medicine], begins, ends, days if medicine in by_clinic else ()))
    return tuple(sorted(found, key=lambda course: (course.start, course.medicine)))


def _ended(plan: Plan | None, days: Sequence[date]) -> date:
    last = [] if plan is None else [plan.since - timedelta(days=1)]  # the version that ends it begins a day later
    return max([*last, *days[-1:]])
