"""What is taken too near to what, as planned and as logged, and the times at which something new keeps its distance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from bonecoach.core.days import Moment, moment_at
from bonecoach.core.entries import Dose, DoseState, Entry, Intake, Source, picked
from bonecoach.core.nutrients import UNKNOWN, Amounts, Nutrient
from bonecoach.core.offered_times import Offered, free_times, offered_times
from bonecoach.core.plans import TAKEN, Kind, Plan, planned
from bonecoach.core.schedules import Schedule
from bonecoach.core.spacing import Conflict, Found, Placed, SpacingRule, conflicts, conflicts_found
from bonecoach.diary.making_room import room_for
from bonecoach.phrase.clock_said import MEALS, PARTS_OF_DAY
from bonecoach.reference.spacing import spacing_rules
from bonecoach.reference.substances import tags_of

if TYPE_CHECKING:
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger

MORNING = 8 * 60
"""When something is offered that no rule speaks of, in minutes after midnight."""

_AFTER_MEAL = 30
_AHEAD = 366
"""Days that are looked ahead for plans that fall together: a weekly and a monthly one do within a year."""

_SAID_WHEN_LOGGED = ("after", "first", "later", "apart")
"""Ways of rules that are said when something is logged. A question for the pharmacist is said when it is planned, and
what is a matter of a whole meal or dose is the day's own advice."""


class Spacing:
    """Distances between what she takes. Meals are assumed at the times the entry line means by their names."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._diary = diary

    @property
    def meals(self) -> dict[str, int]:
        """The times of meals, in minutes after midnight."""
        return {name: PARTS_OF_DAY[name].usual for name in MEALS}

    def planned(self) -> tuple[Conflict, ...]:
        """What is planned too near to something else on one of the days of a year to come."""
        rules = spacing_rules()
        found = (conflicts(self._placed(plans), rules) for plans in self._days())
        return _as_the_rules_stand([conflict for day in found for conflict in day])

    def with_new(
        self, text: str, times: Sequence[time], but: str = "", schedule: Schedule | None = None
    ) -> tuple[Conflict, ...]:
        """What would be too near to something planned, taken at these times; `but` is a plan that is left out.

        `schedule` says on which days it is taken; every day unless it is given.
        """
        new = [placed for at in times for placed in self._things(text, at)]
        rules = spacing_rules()
        found = []
        for plans in self._days(but, schedule or Schedule(self._ledger.today())):
            others = self._placed(plans)
            for each in _hard_first([*others, *new], rules):
                if any(place >= len(others) for place in each.between):
                    found.append(each.conflict)
        return _as_the_rules_stand(found)

    def offered(self, text: str, count: int = 1, but: str = "", schedule: Schedule | None = None) -> Offered:
        """Times of day for something new, `count` a day, that keep every rule with what is planned.

        `schedule` says on which days it is taken; every day unless it is given.
        """
        schedule = schedule or Schedule(self._ledger.today())
        wanted = max(self._things(text, time()), key=lambda thing: len(thing.tags))
        plans = [plan for day in self._days(but, schedule) for plan in day]
        owned = [(plan, placed) for plan in dict.fromkeys(plans) for placed in self._of_plan(plan)]
        others, rules = [placed for _, placed in owned], spacing_rules()
        nearest = self._usual(text) if count == 1 and not _goes_with_meals(wanted) else None
        if nearest is not None:
            free = free_times(wanted, others, self.meals, rules)
            ats: tuple[int, ...] = (min(free, key=lambda at: abs(at - nearest)),) if free else ()
        else:
            ats = offered_times(wanted, others, self.meals, count, rules)
        if not ats:
            at_its_time = () if nearest is None else self.with_new(text, [_clock(nearest)], but, schedule)
            against = next(iter(at_its_time), None) or self._against(text, but, schedule)
            room = None if nearest is None else room_for(wanted, nearest, owned, schedule, self.meals)
            return Offered((), instead=against, room=room)
        with_meals = _goes_with_meals(wanted) and set(ats) <= set(self.meals.values())
        return Offered(tuple(map(_clock, ats)), _kept_from(wanted, others, rules), with_meals)

    def _against(self, text: str, but: str, schedule: Schedule) -> Conflict | None:
        """What speaks against something at every meal; None where each has its own."""
        at_each = [self.with_new(text, [_clock(at)], but, schedule) for at in self.meals.values()]
        always = set.intersection(*({found.rule for found in there} for there in at_each))
        return next((found for found in at_each[0] if found.rule in always), None)

    def logged(self, entries: Sequence[Entry]) -> Conflict | None:
        """What entries that were just logged are too near to, on their day: the weightiest alone; None for nothing."""
        ids = {entry.id for entry in entries}
        for day in dict.fromkeys(entry.moment.date for entry in entries):
            there = self._ledger.store.entries(day, day, ["intake", "dose"])
            placed = [(entry.id, found) for entry in there for found in _of_entry(entry)]
            mine = frozenset(place for place, (entry_id, _) in enumerate(placed) if entry_id in ids)
            if not mine or not any(found.tags for _, found in placed):
                continue
            rules = [rule for rule in spacing_rules() if rule.way in _SAID_WHEN_LOGGED]
            for found in _hard_first([found for _, found in placed], rules):
                if found.between & mine:
                    return found.conflict
        return None

    def _days(self, but: str = "", of: Schedule | None = None) -> list[tuple[Plan, ...]]:
        """Which plans fall on one day together, each such day once, of a year to come; of the days of a schedule only
        where one is given."""
        today = self._ledger.today()
        last = today + timedelta(days=_AHEAD)
        swallowed = TAKEN - {Kind.INJECTION}
        ordered = sorted(self._diary.plans.versions(), key=lambda plan: plan.since)
        plans = {(plan.id, plan.since): plan for plan in ordered if plan.kind in swallowed and plan.id != but}
        over = {key for key, plan in plans.items() if _is_over(plan, moment_at(plan.made, self._ledger.zone))}
        whole_days = [replace(plan, schedule=replace(plan.schedule, times=())) for plan in plans.values()]
        by_day: dict[date, set[tuple[str, date]]] = defaultdict(set)
        for slot in planned(whole_days, today, last, self._ledger.zone):
            key = slot.plan.id, slot.plan.since
            if key not in over or slot.date > slot.plan.since:
                by_day[slot.date].add(key)
        days = sorted(by_day) if of is None else of.days(today, max(last, of.start))
        together = dict.fromkeys(frozenset(by_day[day]) for day in days)
        return [tuple(plan for key, plan in plans.items() if key in one_day) for one_day in together]

    def _placed(self, plans: Sequence[Plan]) -> list[Placed]:
        return [placed for plan in plans for placed in self._of_plan(plan)]

    def _of_plan(self, plan: Plan) -> Iterator[Placed]:
        for at in plan.schedule.times:
            yield from self._things(plan.log or plan.label, at)

    def _things(self, text: str, at: time) -> Iterator[Placed]:
        """What a text holds at a time: the supplements that it is read as, or the one thing that it names."""
        intakes = picked(Intake, self._diary.read(text).entries)
        things = [(entry.name, entry.amounts) for entry in intakes] or [(text, UNKNOWN)]
        for name, held in things:
            yield _placed(name, held, at)

    def _usual(self, text: str) -> int:
        """When something is usually taken of which its leaflet says how."""
        known = self._ledger.knowledge.medicines.named(text)
        if known is None:
            return MORNING
        from bonecoach.reference.medicine_rules import medicine_rules

        rules = medicine_rules(known)
        if rules.how.startswith("fasting"):
            return self.meals["breakfast"] - rules.upright_minutes
        return self.meals["breakfast"] + (_AFTER_MEAL if rules.how.startswith("after") else 0)


def _is_over(plan: Plan, made: Moment) -> bool:
    """Whether all its times of a day had passed when it was said: they are not asked for on that day."""
    return made.date == plan.since and bool(plan.schedule.times) and max(plan.schedule.times) < made.wall


def _clock(minute: int) -> time:
    return time(*divmod(minute, 60))


def _as_the_rules_stand(found: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """Every conflict once: the hard ones first, then as the rules stand, whatever days they were found on."""
    order = {rule.id: place for place, rule in enumerate(spacing_rules())}
    return tuple(sorted(dict.fromkeys(found), key=lambda conflict: (not conflict.hard, order[conflict.rule])))


def _hard_first(placed: Sequence[Placed], rules: Sequence[SpacingRule]) -> list[Found]:
    return sorted(conflicts_found(placed, rules), key=lambda found: not found.conflict.hard)


def _placed(name: str, held: Amounts, at: time) -> Placed:
    return Placed(name, tags_of(name, held), at.hour * 60 + at.minute, held.in_unit(Nutrient.CALCIUM) or 0.0)


def _of_entry(entry: Entry) -> Iterator[Placed]:
    if isinstance(entry, Dose) and entry.state is DoseState.TAKEN:
        yield _placed(entry.name, UNKNOWN, entry.moment.wall)
    if isinstance(entry, Intake):
        if entry.source is Source.SUPPLEMENT:
            yield _placed(entry.name, entry.amounts, entry.moment.wall)
        else:
            yield Placed(entry.name, frozenset({"meal"}), entry.moment.wall.hour * 60 + entry.moment.wall.minute)


def _goes_with_meals(wanted: Placed) -> bool:
    return "calcium" in wanted.tags


def _kept_from(wanted: Placed, others: Sequence[Placed], rules: Sequence[SpacingRule]) -> tuple[tuple[str, int], ...]:
    """From what it is kept apart, and by how many minutes at most."""
    apart = [rule for rule in rules if rule.way in ("after", "apart")]
    found: dict[str, int] = {}
    for other in others:
        for rule in apart:
            pairs = ((wanted, other), (other, wanted))
            if any(rule.is_first(one) and rule.is_second(two) for one, two in pairs):
                found[other.name] = max(found.get(other.name, 0), rule.minutes)
    return tuple(found.items())
