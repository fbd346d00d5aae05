"""Days and weeks put together from what the store holds; the counting itself is core's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bonecoach.core.days import EARLIEST, LATEST, MIDDLE, Week, week_of
from bonecoach.core.entries import LIVED, Entry, Intake, Session, kind_of, picked
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.movement import DayMovement, WeekMovement, day_movement, week_movement
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Nutrient
from bonecoach.core.profile import Fact, Profile, profile_on
from bonecoach.core.targets import OwnTarget, Target, TargetRule, target_on
from bonecoach.core.totals import totals_on
from bonecoach.core.week import DayState, WeekState, week_state
from bonecoach.store import Store

if TYPE_CHECKING:
    from bonecoach.core.spans import Span

Targets = dict[Nutrient, Target]


def known_day(day: date) -> date:
    """The day itself, when it is one that can hold entries. Raises InvalidEntry("impossible_date")."""
    if not EARLIEST <= day <= LATEST:
        raise InvalidEntry("impossible_date", date=day)
    return day


class States:
    """Answers for days and weeks. What it remembers of the person it forgets when told that the diary changed."""

    def __init__(self, store: Store, rules: Sequence[TargetRule]) -> None:
        self._store = store
        self._rules = rules
        self._facts: list[Fact] | None = None
        self._own: list[OwnTarget] | None = None
        self._profiles: dict[date, Profile] = {}
        self._targets: dict[tuple[date, int, tuple[OwnTarget, ...]], Targets] = {}

    def forget(self) -> None:
        """The diary changed: facts and targets are asked for anew."""
        self._facts = self._own = None
        self._profiles.clear()
        self._targets.clear()

    @property
    def facts(self) -> list[Fact]:
        """Every dated fact about the person."""
        if self._facts is None:
            self._facts = self._store.facts()
        return self._facts

    @property
    def own_targets(self) -> list[OwnTarget]:
        """Every target she or her team set."""
        if self._own is None:
            self._own = self._store.own_targets()
        return self._own

    def profile(self, day: date) -> Profile:
        """The facts as they hold on a day."""
        since = self._last_told(day)
        if since not in self._profiles:
            self._profiles[since] = profile_on(day, self.facts)
        return self._profiles[since]

    def _last_told(self, day: date) -> date:
        """The last day up to this one on which a fact was said: on all days after it the same facts hold."""
        return max((fact.since for fact in self.facts if fact.since <= day), default=date.min)

    def targets(self, day: date) -> Targets:
        """The targets in force on a day, for every nutrient."""
        profile = self.profile(day)
        own = tuple(target for target in self.own_targets if target.since <= day)
        key = (self._last_told(day), profile.age_on(day), own)
        if key not in self._targets:
            self._targets[key] = {n: target_on(n, day, profile, self._rules, own) for n in Nutrient}
        return self._targets[key]

    def week_of(self, day: date) -> Week:
        """The week that holds a day, beginning on the weekday she chose."""
        return week_of(known_day(day), self.profile(day).week_starts)

    def day(self, day: date, today: date) -> DayState:
        """The state of one day. Its minutes are counted as those of its week."""
        week = self.week_of(day)
        return self._days([day], self.profile(self._judged_on(week, today)).count)[0]

    def week(self, week: Week, today: date) -> WeekState:
        """The state of a week. What counts is what was in force on its last day, or today while it runs."""
        profile = self.profile(self._judged_on(week, today))
        days = self._days(list(week), profile.count)
        sessions = [session for day in days for session in day.sessions]
        movement = week_movement(
            [day.movement for day in days], sessions, age=profile.age_on(week.last), rest_week=self._rests(week)
        )
        return week_state(week, days, movement, profile)

    def movement(self, weeks: Sequence[Week], today: date) -> tuple[WeekMovement, ...]:
        """The movement alone of some weeks in a row, oldest first: sessions are read, intakes only counted by day."""
        first, last = weeks[0].first, weeks[-1].last
        by_day: dict[date, list[Session]] = defaultdict(list)
        for session in picked(Session, self._store.entries(first, last, ["session"])):
            by_day[session.moment.date].append(session)
        none_taken = self._store.none_taken(first, last)
        recorded = self._store.logged_dates(first, last) | none_taken
        lived = self._store.logged_dates(first, last, LIVED) | none_taken
        rests = self._store.rest_weeks(first - MIDDLE, last)
        return tuple(self._movement(week, today, by_day, (recorded, lived), rests, {}) for week in weeks)

    def days(self, days: Sequence[date]) -> list[DayState]:
        """Some days, in order, with all nutrients. Their minutes are counted as on the last of them."""
        return self._days(days, self.profile(days[-1]).count) if days else []

    def period(self, span: Span, today: date) -> tuple[list[DayState], tuple[WeekMovement, ...]]:
        """The days of a span with their main nutrients, and the movement of its whole weeks.

        A week is counted as every week is; the days before the first whole one as its last day would be.
        """
        count = self.profile(span.last).count
        found = self._days(list(span), count, MAIN_NUTRIENTS)
        by_day = {day.date: day.sessions for day in found}
        counted = {(day.date, count): day.movement for day in found}
        recorded = frozenset(day.date for day in found if day.movement.recorded)
        lived = frozenset(day.date for day in found if day.movement.lived)
        rests = self._store.rest_weeks(span.first - MIDDLE, span.last)
        return found, tuple(
            self._movement(week, today, by_day, (recorded, lived), rests, counted) for week in span.weeks
        )

    def _movement(
        self,
        week: Week,
        today: date,
        by_day: Mapping[date, Sequence[Session]],
        on_record: tuple[frozenset[date], frozenset[date]],
        rests: frozenset[date],
        counted: Mapping[tuple[date, str], DayMovement],
    ) -> WeekMovement:
        """`on_record`: days on which anything was logged, and those of which something of the day itself was.

        `counted`: days that were counted already, by their date and what counted then.
        """
        recorded, lived = on_record
        profile = self.profile(self._judged_on(week, today))
        days = [
            counted.get((day, profile.count))
            or day_movement(day, by_day.get(day, ()), recorded=day in recorded, lived=day in lived, count=profile.count)
            for day in week
        ]
        sessions = [session for day in week for session in by_day.get(day, ())]
        rest_week = any(day - MIDDLE in rests for day in week)
        return week_movement(days, sessions, age=profile.age_on(week.last), rest_week=rest_week)

    def _judged_on(self, week: Week, today: date) -> date:
        return today if today in week else week.last

    def _rests(self, week: Week) -> bool:
        # A rest week keeps its days even when she later lets weeks begin on another day.
        return bool(self.rest_marks(week))

    def rest_marks(self, week: Week) -> frozenset[date]:
        """The first days of the rest weeks whose middle lies in a week."""
        return self._store.rest_weeks(week.first - MIDDLE, week.last - MIDDLE)

    def _days(
        self, days: Sequence[date], count: str, nutrients: Sequence[Nutrient] = tuple(Nutrient)
    ) -> list[DayState]:
        first, last = days[0], days[-1]
        by_day: dict[date, list[Entry]] = defaultdict(list)
        for entry in self._store.entries(first, last):
            by_day[entry.moment.date].append(entry)
        none_taken = self._store.none_taken(first, last)
        spread = self._store.spreading(first)
        spread += [
            entry for day in by_day.values() for entry in day if isinstance(entry, Intake) and entry.spread_days > 1
        ]
        return [
            self._day(day, by_day.get(day, []), spread, count, nutrients, none_taken=day in none_taken) for day in days
        ]

    def _day(
        self,
        day: date,
        entries: Sequence[Entry],
        spread: Sequence[Intake],
        count: str,
        nutrients: Sequence[Nutrient],
        *,
        none_taken: bool,
    ) -> DayState:
        targets = self.targets(day)
        spreading = [i for i in spread if i.moment.date < day < i.moment.date + timedelta(days=i.spread_days)]
        intakes = spreading + picked(Intake, entries)
        return DayState(
            date=day,
            profile=self.profile(day),
            nutrients=totals_on(day, intakes, {n: targets[n] for n in nutrients}, none_taken=none_taken),
            movement=day_movement(
                day,
                picked(Session, entries),
                recorded=bool(entries) or none_taken,
                lived=none_taken or any(kind_of(entry) in LIVED for entry in entries),
                count=count,
            ),
            entries=tuple(entries),
            spreading=tuple(spreading),
            none_taken=none_taken,
        )
