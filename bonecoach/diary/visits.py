"""Her appointments, and what she wants to ask there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from bonecoach.core.advice import Advice
from bonecoach.core.changes import Change, Row, Step
from bonecoach.core.errors import DiaryError
from bonecoach.core.plans import Kind, Plan, PlanState
from bonecoach.core.schedules import Schedule
from bonecoach.core.visits import Appointment, Before, Question
from bonecoach.diary.changing import LEAST_ID, instant_text, new_id
from bonecoach.store.plan_rows import plan_row
from bonecoach.store.visiting import appointment_of, appointment_row, question_of, question_row

if TYPE_CHECKING:
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger

EVENING, MORNING = time(18), time(8)
"""When she is reminded: on the evening before, or on the morning of the day; a choice of ours."""

REST = timedelta(weeks=26)
"""How long a suggestion rests once it was asked; a choice of ours."""


class Visits:
    """Appointments and questions. Everything she does with them is a step."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._diary = diary
        self._store = ledger.store

    # Appointments

    def appointments(self) -> list[Appointment]:
        """Every one, oldest first."""
        return self._store.visiting.appointments()

    def next(self) -> Appointment | None:
        """The next one, today's included."""
        today = self._ledger.today()
        return next((each for each in self.appointments() if each.date >= today), None)

    def last(self) -> Appointment | None:
        """The last one before today."""
        today = self._ledger.today()
        return next((each for each in reversed(self.appointments()) if each.date < today), None)

    def decided(self) -> Appointment | None:
        """The newest one, today's included, of which she noted what was decided."""
        today = self._ledger.today()
        return next((each for each in reversed(self.appointments()) if each.decided and each.date <= today), None)

    def add(self, appointment: Appointment, before: Before = Before.EVENING) -> Step:
        """Keeps an appointment, with its reminder where one is wanted and its time has not passed."""
        reminder = self._reminder(appointment, before)
        kept = replace(appointment, id=new_id(), plan="" if reminder is None else reminder.id)
        changes = [Change("appointments", None, appointment_row(kept))]
        if reminder is not None:
            changes.append(Change("plans", None, plan_row(reminder)))
        return self._ledger.apply(Step("appointment", tuple(changes), kept.whom))

    def _reminder(self, appointment: Appointment, before: Before) -> Plan | None:
        now = self._ledger.now()
        day, at = appointment.date, MORNING
        if before is Before.EVENING:
            day, at = day - timedelta(days=1), EVENING
        if before is Before.NEVER or (day, at) <= (now.date, now.wall):
            return None
        return Plan(
            id=new_id(),
            since=day,
            made=now.instant.replace(microsecond=0),
            kind=Kind.APPOINTMENT,
            label=appointment.whom,
            schedule=Schedule(day, times=(at,), until=day),
        )

    def reminded(self, appointment: Appointment) -> tuple[date, time] | None:
        """The day and the wall time she is reminded at, None where that was not wanted or its reminder is gone."""
        versions = [each for each in self._diary.plans.versions() if appointment.plan and each.id == appointment.plan]
        plan = max(versions, key=lambda each: each.since, default=None)
        if plan is None or plan.state is not PlanState.ON or not plan.schedule.times:
            return None
        return plan.schedule.start, plan.schedule.times[0]

    def change(self, start: str, before: Before | None = None, **changed: object) -> Step:
        """Changes an appointment; with `before` its reminder is made anew. Raises DiaryError("no_such_visit", ...)."""
        _, row = self._found(start, "appointments")
        old = appointment_of(row)
        new = replace(old, **changed)  # type: ignore[arg-type]
        changes: list[Change] = []
        if before is not None:
            changes += self._without(old.plan)
            reminder = self._reminder(new, before)
            new = replace(new, plan="" if reminder is None else reminder.id)
            if reminder is not None:
                changes.append(Change("plans", None, plan_row(reminder)))
        if (after := appointment_row(new)) != row:
            changes.insert(0, Change("appointments", row, after))
        return self._ledger.apply(Step("appointment", tuple(changes), new.whom))

    def _without(self, plan: str) -> list[Change]:
        versions = [each for each in self._diary.plans.versions() if plan and each.id == plan]
        return [Change("plans", plan_row(each), None) for each in versions]

    # Questions

    def questions(self) -> list[Question]:
        """Every one in her order."""
        return self._store.visiting.questions()

    def to_ask(self) -> list[Question]:
        """Those that were not ticked off."""
        return [question for question in self.questions() if question.asked is None]

    def suggested(self) -> tuple[Advice, ...]:
        """What published guidance suggests asking, and she has not asked.

        What was asked rests until something newer is on record, for half a year at most.
        """
        questions = self.questions()
        there = {question.code for question in questions if question.asked is None}
        asked = {question.code: question.asked for question in sorted(questions, key=_asked) if question.asked}
        today = self._ledger.today()
        return tuple(
            advice
            for advice in self._diary.bones.prompts()
            if advice.code not in there and not _rests(advice, asked.get(advice.code), today)
        )

    def ask(self, text: str, code: str = "") -> Step:
        """Adds a question at the end; `code` is that of the suggestion it came from."""
        place = max((question.place for question in self.questions()), default=-1) + 1
        question = Question(id=new_id(), text=text.strip(), made=self._ledger.today(), place=place, code=code)
        return self._ledger.apply(Step("question", (Change("questions", None, question_row(question)),), question.text))

    def reword(self, start: str, text: str) -> Step:
        """Says a question otherwise."""
        return self._change_question(start, text=text.strip())

    def answer(self, start: str, answer: str) -> Step:
        """Notes what was said to a question, and ticks it off."""
        _, row = self._found(start, "questions")
        asked = question_of(row).asked or self._ledger.today()
        return self._change_question(start, answer=answer.strip(), asked=asked)

    def tick(self, start: str, *, on: bool = True) -> Step:
        """Ticks a question off, or lets it wait again."""
        return self._change_question(start, asked=self._ledger.today() if on else None)

    def move(self, start: str, by: int) -> Step:
        """Moves a question up (negative) or down among those that wait."""
        _, row = self._found(start, "questions")
        waiting = self.to_ask()
        ids = [question.id for question in waiting]
        at = ids.index(str(row["id"])) if row["id"] in ids else -1
        to = max(0, min(at + by, len(waiting) - 1))
        if at < 0 or to == at:
            return Step("question", ())
        order = [*waiting[:at], *waiting[at + 1 :]]
        order.insert(to, waiting[at])
        places = sorted(question.place for question in waiting)
        return self._ledger.apply(Step("question", self._placed(waiting, order, places), str(row["text"])))

    def _placed(
        self, waiting: Sequence[Question], order: Sequence[Question], places: Sequence[int]
    ) -> tuple[Change, ...]:
        before = {question.id: question_row(question) for question in waiting}
        after = [question_row(replace(question, place=place)) for question, place in zip(order, places, strict=True)]
        return tuple(Change("questions", before[str(row["id"])], row) for row in after if row != before[str(row["id"])])

    def _change_question(self, start: str, **changed: object) -> Step:
        _, row = self._found(start, "questions")
        new = question_row(replace(question_of(row), **changed))  # type: ignore[arg-type]
        changes = () if new == row else (Change("questions", row, new),)
        return self._ledger.apply(Step("question", changes, str(new["text"])))

    # Both

    def delete(self, start: str) -> Step:
        """Puts an appointment, with its reminder, or a question into the bin."""
        table, row = self._found(start)
        stamp = instant_text(self._ledger.clock.now())
        changes, called = [Change(table, row, {**row, "deleted_at": stamp})], "text"
        if table == "appointments":
            changes, called = changes + self._without(str(row["plan"])), "whom"
        return self._ledger.apply(Step("delete", tuple(changes), str(row[called])))

    def _found(self, start: str, table: str = "") -> tuple[str, Row]:
        beginning = self._store.visiting.beginning(start) if len(start) >= LEAST_ID else []
        found = [(name, row) for name, row in beginning if table in ("", name)]
        if not found:
            raise DiaryError("no_such_visit", id=start)
        if len(found) > 1:
            raise DiaryError("several_visits", id=start)
        return found[0]


def _asked(question: Question) -> date:
    return question.asked or date.min


def _rests(advice: Advice, asked: date | None, today: date) -> bool:
    newest = advice.facts["of"]
    return asked is not None and today < asked + REST and isinstance(newest, date) and newest <= asked
