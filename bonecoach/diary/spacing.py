"""What is taken too near to what, as planned and as logged, and the times at which something new keeps its distance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time
from typing import TYPE_CHECKING

from bonecoach.core.entries import Dose, DoseState, Entry, Intake, Source
from bonecoach.core.nutrients import UNKNOWN, Amounts, Nutrient
from bonecoach.core.offered_times import Offered, free_times, offered_times
from bonecoach.core.plans import TAKEN, Kind, Plan
from bonecoach.core.spacing import Conflict, Found, Placed, SpacingRule, conflicts, conflicts_found
from bonecoach.phrase.clock_said import MEALS, PARTS_OF_DAY
from bonecoach.reference.spacing import spacing_rules
from bonecoach.reference.substances import tags_of

if TYPE_CHECKING:
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger

MORNING = 8 * 60
"""When something is offered that no rule speaks of, in minutes after midnight."""

_AFTER_MEAL = 30
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
        """What is planned too near to something else."""
        return conflicts(self._planned(), spacing_rules())

    def with_new(self, text: str, times: Sequence[time], but: str = "") -> tuple[Conflict, ...]:
        """What would be too near to something planned, taken at these times; `but` is a plan that is left out."""
        others = self._planned(but)
        new = [placed for at in times for placed in self._things(text, at)]
        rules = spacing_rules()
        return tuple(
            found.conflict
            for found in _hard_first([*others, *new], rules)
            if any(place >= len(others) for place in found.between)
        )

    def offered(self, text: str, count: int = 1, but: str = "") -> Offered:
        """Times of day for something new, `count` a day, that keep every rule with what is planned."""
        wanted = max(self._things(text, time()), key=lambda thing: len(thing.tags))
        others, rules = self._planned(but), spacing_rules()
        nearest = self._usual(text) if count == 1 and not _goes_with_meals(wanted) else None
        if nearest is not None:
            free = free_times(wanted, others, self.meals, rules)
            ats: tuple[int, ...] = (min(free, key=lambda at: abs(at - nearest)),) if free else ()
        else:
            ats = offered_times(wanted, others, self.meals, count, rules)
        if not ats:
            at_its_time = self.with_new(text, [time(*divmod(nearest, 60))], but) if nearest is not None else ()
            return Offered((), instead=next(iter(at_its_time), None) or self._against(text, but))
        with_meals = _goes_with_meals(wanted) and set(ats) <= set(self.meals.values())
        return Offered(tuple(time(*divmod(at, 60)) for at in ats), _kept_from(wanted, others, rules), with_meals)

    def _against(self, text: str, but: str) -> Conflict | None:
        """What speaks against something at every meal; None where each has its own."""
        at_each = [self.with_new(text, [time(*divmod(at, 60))], but) for at in self.meals.values()]
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

    def _planned(self, but: str = "") -> list[Placed]:
        swallowed = TAKEN - {Kind.INJECTION}
        plans = [plan for plan in self._diary.plans.standing() if plan.kind in swallowed and plan.id != but]
        return [placed for plan in plans for placed in self._of_plan(plan)]

    def _of_plan(self, plan: Plan) -> Iterator[Placed]:
        for at in plan.schedule.times:
            yield from self._things(plan.log or plan.label, at)

    def _things(self, text: str, at: time) -> Iterator[Placed]:
        """What a text holds at a time: the supplements that it is read as, or the one thing that it names."""
        intakes = [entry for entry in self._diary.read(text).entries if isinstance(entry, Intake)]
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
