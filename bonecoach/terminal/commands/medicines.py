"""Commands about medicines, and how they were kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from bonecoach.core.doses import dose_of
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.injections import NextInjection
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule
from bonecoach.terminal.arguments import (
    choice_said,
    clocks_said,
    weekdays_said,
)
from bonecoach.terminal.options import Command, Group, at_times, date_option, start_option
from bonecoach.terminal.plan_answers import answer_plan, list_plans
from bonecoach.terminal.plan_shapes import adherence_shape
from bonecoach.terminal.table import paragraph
from bonecoach.words.plans import PlanWords

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk

_LOOKED_BACK = timedelta(days=84)


@click.group(cls=Group)
def medicine() -> None:
    """Medicines: what you take, how often, and when the next is due."""


@medicine.command("add")
@click.argument("name")
@click.option("--dose", metavar='"2.5 mg"', help="The dose; otherwise the usual one, where it is known.")
@click.option("--every", metavar="INTERVAL", help="day, week, month, 6months or year; otherwise as it usually is.")
@click.option("--on", "weekday", metavar="mon", help="The weekday of a weekly medicine.")
@at_times
@start_option
@click.option("--note", default="", metavar="TEXT", help="How it is taken.")
@click.pass_obj
def add_medicine(
    desk: Desk,
    name: str,
    dose: str | None,
    every: str | None,
    weekday: str | None,
    times: Sequence[str],
    start: str | None,
    note: str,
) -> None:
    """Add a medicine; with --at it is reminded of."""
    from bonecoach.diary.plans import INTERVALS

    weekdays = () if weekday is None else weekdays_said(weekday)
    amount, measure = (None, None) if dose is None else dose_of(dose)
    usual = "week" if weekdays else _usually(desk, name, amount)
    interval = usual if every is None else choice_said(every, INTERVALS, "unknown_interval")
    unit, count = INTERVALS[interval]
    schedule = Schedule(desk.day(start), unit, count, weekdays, clocks_said(times))
    answer_plan(
        desk,
        desk.diary.plans.add_medicine(name, schedule, amount=amount, unit=measure, interval=interval, note=note),
    )


def _usually(desk: Desk, name: str, amount: float | None) -> str:
    """How often a medicine is usually taken in this dose; "day" where nothing is known of it."""
    table = desk.diary.knowledge.medicines
    known = table.named(name)
    if known is None or amount is None:
        return "day" if known is None else known.every
    return next((each.every for each in table.all() if (each.id, each.dose_amount) == (known.id, amount)), "day")


@medicine.command("list")
@click.pass_obj
def list_medicines(desk: Desk) -> None:
    """List the medicines you take."""
    list_plans(desk, "medicines", [plan for plan in desk.diary.plans.standing() if plan.medicine])


@medicine.command("stop")
@click.argument("plan")
@click.option("--date", "day", metavar="D", help="The last day; otherwise today.")
@click.pass_obj
def stop_medicine(desk: Desk, plan: str, day: str | None) -> None:
    """Say that a medicine was stopped; what was taken stays on record."""
    answer_plan(desk, desk.diary.plans.end(plan, desk.day(day)))


@medicine.command("next")
@click.argument("plan")
@date_option
@click.pass_obj
def next_dose(desk: Desk, plan: str, day: str | None) -> None:
    """Show when an injection or infusion is due next, or the next planned dose."""
    on = desk.day(day)
    found = desk.diary.plans.plan(plan)
    rules = desk.diary.knowledge.medicine_rules(found)
    missed = desk.words.say("page.missed_dose_unknown") if rules is None else desk.words.missed_dose(rules)
    if found.kind is Kind.INJECTION:
        given = desk.diary.reminders.injections.next_given(found, on)
        line = f"{found.label}: {desk.words.injection(given, desk.today)}"
    else:
        first = next(iter(found.schedule.days(on, date(2199, 12, 31))), None)
        if first is None:
            raise InvalidEntry("not_by_clinic", name=found.label)
        given = NextInjection(first, None, None, "due" if first == on else "not_yet", False, False)
        line = desk.words.say("page.next_dose", label=found.label, day=desk.words.date(first, desk.today))
    lines = [line, *paragraph(missed)]
    shape = {
        "due": given.due.isoformat(),
        "book_from": None if given.book_from is None else given.book_from.isoformat(),
        "best_by": None if given.best_by is None else given.best_by.isoformat(),
        "state": given.state,
        "overdue": given.overdue,
        "call_clinic": given.call_clinic,
        "missed_dose": missed,
        "source": None if rules is None else rules.missed_source,
    }
    desk.answer(shape, lines)


@click.command("adherence", cls=Command)
@click.option("--from", "first", metavar="D", help="The first day; otherwise twelve weeks ago.")
@click.option("--to", "last", metavar="D", help="The last day; otherwise today.")
@click.pass_obj
def adherence(desk: Desk, first: str | None, last: str | None) -> None:
    """Show how medicines and supplements were kept, in counts."""
    begin, end = desk.span(first, last)
    end = end or desk.today
    items = desk.diary.reminders.adherence(begin or end - _LOOKED_BACK + timedelta(days=1), end)
    words = PlanWords(desk.words)
    lines = [f"{item.plan.label}: {words.kept(*item.counts)}" for item in items] or [desk.words.say("page.no_plans")]
    desk.answer({"items": [adherence_shape(item) for item in items]}, [desk.words.say("page.adherence"), *lines])
