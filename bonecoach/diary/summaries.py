"""The page for an appointment: everything on record about a period, put together; the counting itself is core's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from bonecoach.core.body_measures import body_state
from bonecoach.core.bone_change import series_of
from bonecoach.core.due import due_items
from bonecoach.core.entries import Event
from bonecoach.core.medicine_history import (
    Given,
    Logged,
    PlanKept,
    Taken,
    late_ones,
    logged_medicines,
    whole_months,
    with_gaps,
)
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Nutrient
from bonecoach.core.period_movement import period_movement
from bonecoach.core.period_pain import period_pain
from bonecoach.core.plans import Kind, Plan, PlanState, held_of_medicines
from bonecoach.core.schedules import Unit
from bonecoach.core.spans import Span
from bonecoach.core.summary import SummaryState
from bonecoach.core.therapy import pauses_of, periods_of
from bonecoach.core.uncollected import nothing_collected
from bonecoach.core.week import DayState, NutrientWeek
from bonecoach.reference.substances import is_vitamin_k_antagonist, tags_of

if TYPE_CHECKING:
    from bonecoach.core.medicines import Medicine
    from bonecoach.core.profile import Fact
    from bonecoach.core.visits import Appointment
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger

_DAY = timedelta(days=1)
_PAUSED = "therapy_paused"
"""A pause begins on its day, also the first one."""


class Summaries:
    """Answers for whole periods."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._diary = diary

    @nothing_collected()  # a year is some ten thousand values, which the collector would count again and again
    def state(self, span: Span) -> SummaryState:
        """The state behind the page about a span, as it stands today."""
        today = self._ledger.today()
        days, weeks = self._ledger.states.period(span, today)
        profile = self._ledger.states.profile(span.last)
        scans = [scan for scan in self._store.measuring.scans() if scan.date <= span.last]
        events = [event for event in self._diary.entries(None, span.last, ["event"]) if isinstance(event, Event)]
        began = self._store.measuring.first_kept(self._by_clinic)
        given, kept = self._given(span), self._kept(span, days, began)
        return SummaryState(
            span=span,
            today=today,
            began=began,
            profile=profile,
            therapy=self._therapy(span, days),
            movement=period_movement(weeks, sum(day.movement.recorded for day in days), span.length, began),
            pain=period_pain(span, [symptom for day in days for symptom in day.symptoms]),
            nutrients=_nutrients(days),
            kept=kept,
            logged=self._logged(span, days, kept, given),
            given=given,
            series=series_of(scans),
            tests=tuple(test for test in self._store.measuring.lab_tests() if test.date <= span.last),
            events=tuple(event for event in events if event.moment.date in span),
            fractures_before=tuple(
                event for event in events if event.event == "fracture" and event.moment.date < span.first
            ),
            due=due_items(
                given,
                scans,
                self._ahead(today),
                today,
                on_inhibitor=profile.on_inhibitor,
                planned=self._rarely(today),
            ),
            decided=self._diary.visits.decided(),
            questions=tuple(question.text for question in self._diary.visits.to_ask()),
            days=tuple(days),
            height=body_state(fact for fact in self._ledger.states.facts if fact.since <= span.last).height,
        )

    def since_last_visit(self) -> Span | None:
        """The days from her last appointment on, up to today; None where none has been."""
        last = self._diary.visits.last()
        return None if last is None else Span(last.date, self._ledger.today())

    def _ahead(self, today: date) -> list[Appointment]:
        return [visit for visit in self._diary.visits.appointments() if visit.date >= today]

    def _rarely(self, today: date) -> Iterator[tuple[str, date]]:
        """What she takes once a month or more rarely, and the day it is due next.

        A day that has passed counts as one that is due only where a dose was ever logged: nobody writes down everything
        that is given elsewhere, and what nobody wrote down is not late.
        """
        for plan in self._diary.plans.standing(today):
            if plan.kind is not Kind.MEDICINE or plan.state is not PlanState.ON or not plan.schedule.is_rare:
                continue
            ahead = next(iter(plan.schedule.days(today, date.max)), None)
            passed = self._diary.reminders.keeping.open_since(plan.id, today)
            late = passed is not None and bool(plan.medicine) and bool(self._store.planning.given(plan.medicine))
            if passed is not None and late:
                yield plan.label, passed
            elif ahead is not None:
                yield plan.label, ahead

    def _therapy(self, span: Span, days: Sequence[DayState]) -> tuple[Taken, ...]:
        labels = {dose.medicine: dose.label for day in days for dose in day.doses}
        labels.update({plan.medicine: plan.label for plan in self._plans() if plan.medicine})
        facts = self._facts_until(span.last)
        return tuple(
            Taken(
                period,
                labels.get(period.medicine, ""),
                None if period.start is None else whole_months(period.start, min(period.end or span.last, span.last)),
                gaps,
            )
            for period, gaps in with_gaps(periods_of(facts), pauses_of(facts))
            if period.start is None or period.start <= span.last
        )

    def _facts_until(self, last: date) -> list[Fact]:
        """The facts that hold by a day; what was said later for the first time holds for the days before as well."""
        facts = sorted(self._ledger.states.facts, key=lambda fact: fact.since)
        first = {fact.key: fact for fact in reversed(facts)}
        return [fact for fact in facts if fact.since <= last or (first[fact.key] is fact and fact.key != _PAUSED)]

    def _kept(self, span: Span, days: Sequence[DayState], began: date | None) -> tuple[PlanKept, ...]:
        """Planned medicines and supplements; what a clinic gives has a history of its own.

        They are counted from the day on which the diary began: what was taken before it is on nobody's record.
        """
        begin = span.first if began is None or began not in span else began
        logged = [entry for day in days if day.date >= begin for entry in day.entries]
        first: dict[str, date] = {}
        latest: dict[str, Plan] = {}
        for plan in self._plans():
            first[plan.id] = min(plan.schedule.start, first.get(plan.id, date.max))
            if plan.since <= span.last:
                latest[plan.id] = plan
        return tuple(
            PlanKept(
                plan=item.plan,
                counts=item.counts,
                since=min(first[plan_id] for plan_id in item.ids),
                kind=self._kind(item.plan.medicine),
                heeded=2 if is_vitamin_k_antagonist(item.plan.label) else int(bool(tags_of(item.plan.label))),
                until=_ended([latest[plan_id] for plan_id in item.ids if plan_id in latest], span.last),
            )
            for item in self._diary.reminders.adherence(begin, span.last, logged)
            if item.plan.kind is not Kind.INJECTION
        )

    def _logged(
        self, span: Span, days: Sequence[DayState], kept: Sequence[PlanKept], given: Sequence[Given]
    ) -> tuple[Logged, ...]:
        planned_from = {one.medicine: date.min for one in given}
        for one in kept:
            if one.plan.medicine:
                planned_from[one.plan.medicine] = min(one.since, planned_from.get(one.plan.medicine, date.max))
        doses = [dose for day in days for dose in day.doses]
        taken = self._store.planning.given_of({dose.medicine for dose in doses})
        return logged_medicines(doses, span, planned_from, self._known, {key: days[0] for key, days in taken.items()})

    def _given(self, span: Span) -> tuple[Given, ...]:
        plans = held_of_medicines(plan for plan in self._plans() if plan.kind is Kind.INJECTION)
        known = {medicine.id: medicine.name for medicine in self._known.values() if medicine.by_clinic}
        found = []
        for medicine in dict.fromkeys((*plans, *known)):
            given = tuple(day for day in self._store.planning.given(medicine) if day <= span.last)
            plan = plans.get(medicine)
            if given or plan is not None:
                found.append(self._history(medicine, known.get(medicine, ""), given, plan))
        return tuple(found)

    def _history(self, medicine: str, name: str, given: tuple[date, ...], plan: Plan | None) -> Given:
        if plan is None:
            return Given(medicine, name, given, None, 0, None)
        window = self._ledger.knowledge.window(plan)
        by_months = plan.schedule.unit is Unit.MONTH
        late = late_ones(given, plan.schedule.every, window) if window is not None and by_months else None
        holds = plan.state is not PlanState.ENDED
        following = self._diary.reminders.injections.next_given(plan) if holds else None
        days = 0 if window is None else window.best_by_days
        return Given(medicine, plan.label, given, late, days, following)

    @cached_property
    def _known(self) -> dict[str, Medicine]:
        """The medicines of the table by id, each by its first line."""
        return {medicine.id: medicine for medicine in reversed(self._ledger.knowledge.medicines.all())}

    @cached_property
    def _by_clinic(self) -> frozenset[str]:
        """The medicines that a clinic gives."""
        return frozenset(medicine.id for medicine in self._known.values() if medicine.by_clinic)

    def _kind(self, medicine: str) -> str:
        known = self._known.get(medicine)
        return "" if known is None else known.kind

    def _plans(self) -> list[Plan]:
        """Every version of every plan, the newest last."""
        return sorted(self._diary.plans.versions(), key=lambda plan: plan.since)


def _ended(plans: Iterable[Plan], last: date) -> date | None:
    """The last day of plans of one thing whose newest versions by a day say so; None while one of them goes on."""
    ends = [_end(plan, last) for plan in plans]
    return None if None in ends else max(end for end in ends if end is not None)


def _end(plan: Plan, last: date) -> date | None:
    if plan.state is PlanState.ENDED:
        return plan.since - _DAY
    until = plan.schedule.until
    return until if until is not None and until < last else None


def _nutrients(days: Sequence[DayState]) -> dict[Nutrient, NutrientWeek]:
    recorded = tuple(day.recorded for day in days)
    without_food = sum(said and not day.food_logged for day, said in zip(days, recorded, strict=True))
    return {
        nutrient: NutrientWeek(nutrient, tuple(day.nutrients[nutrient] for day in days), recorded, without_food)
        for nutrient in MAIN_NUTRIENTS
    }
