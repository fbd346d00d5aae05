"""Commands about reminders: set, change, look ahead, settle, answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from bonecoach.core.answers import put_off_until
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule
from bonecoach.diary.replanning import with_dose, with_log
from bonecoach.terminal.arguments import (
    choice_said,
    clock_said,
    count_said,
    instant_said,
)
from bonecoach.terminal.options import Group, at_times, start_option
from bonecoach.terminal.plan_answers import answer_plan, list_plans
from bonecoach.terminal.plan_shapes import local, slot_shape, telling_shape
from bonecoach.terminal.schedule_said import schedule_said
from bonecoach.words.plans import PlanWords

if TYPE_CHECKING:
    from bonecoach.core.reminders import Telling
    from bonecoach.terminal.desk import Desk

ANSWERS = {"done": State.DONE, "skip": State.SKIPPED, "missed": State.MISSED, "snooze": State.OPEN}
SNOOZE_MINUTES = 30

now_option = click.option("--now", metavar="INSTANT", help="The instant that is meant by now.")


@click.group(cls=Group)
def reminder() -> None:
    """Reminders: set, change and answer them."""


@reminder.command("add")
@click.argument("label")
@at_times
@click.option("--days", metavar="mon,wed", help="On these weekdays only.")
@click.option("--every", metavar="INTERVAL", help="Such as day, 3days, 2weeks, month, 6months.")
@start_option
@click.option("--until", metavar="D", help="The last day.")
@click.option("--log", default="", metavar="TEXT", help='What Done logs, such as "calcium citrate 500".')
@click.option("--kind", metavar="KIND", help=f"One of {', '.join(kind.value for kind in Kind)}.")
@click.option("--home", is_flag=True, help="Keep the times of this zone when you travel.")
@click.option("--repeat-minutes", metavar="N", help="Minutes between repeats.")
@click.option("--repeats", metavar="N", help="How often it is repeated; 0 for never.")
@click.pass_obj
def add_reminder(
    desk: Desk,
    label: str,
    times: Sequence[str],
    days: str | None,
    every: str | None,
    start: str | None,
    until: str | None,
    log: str,
    kind: str | None,
    home: bool,
    repeat_minutes: str | None,
    repeats: str | None,
) -> None:
    """Set a reminder."""
    if not times:
        raise InvalidEntry("not_a_clock", text="")
    schedule = schedule_said(desk, Schedule(desk.day(start)), times, days, every, None, until)
    more = _repeats(repeat_minutes, repeats)
    if home:
        more["zone"] = desk.zone
    if kind is not None:
        more["kind"] = Kind(choice_said(kind, [known.value for known in Kind], "unknown_plan_kind"))
    answer_plan(desk, desk.diary.plans.add(label, schedule, **_logs(desk, log), **more))


@reminder.command("list")
@click.pass_obj
def list_reminders(desk: Desk) -> None:
    """List what you are reminded of."""
    list_plans(desk, "reminders", [plan for plan in desk.diary.plans.standing() if plan.schedule.times])


@reminder.command("edit")
@click.argument("plan")
@click.option("--label", metavar="TEXT", help="Another name.")
@at_times
@click.option("--days", metavar="mon,wed", help="On these weekdays only.")
@click.option("--every", metavar="INTERVAL", help="Such as day, 3days, 2weeks, month, 6months.")
@start_option
@click.option("--until", metavar="D", help="The last day.")
@click.option("--log", metavar="TEXT", help="What Done logs.")
@click.option("--dose", metavar='"2.5 mg"', help="Another dose of a medicine.")
@click.option("--home/--local", "home", default=None, help="Keep the times of this zone when you travel, or go along.")
@click.option("--from", "since", metavar="D", help="The day the change holds from; otherwise today.")
@click.option("--repeat-minutes", metavar="N", help="Minutes between repeats.")
@click.option("--repeats", metavar="N", help="How often it is repeated; 0 for never.")
@click.pass_obj
def edit_reminder(
    desk: Desk,
    plan: str,
    label: str | None,
    times: Sequence[str],
    days: str | None,
    every: str | None,
    start: str | None,
    until: str | None,
    log: str | None,
    dose: str | None,
    home: bool | None,
    since: str | None,
    repeat_minutes: str | None,
    repeats: str | None,
) -> None:
    """Change a reminder; days before keep what was planned on them."""
    old = desk.diary.plans.plan(plan)
    changes = _repeats(repeat_minutes, repeats)
    schedule = schedule_said(desk, old.schedule, times, days, every, start, until)
    if schedule != old.schedule:
        changes["schedule"] = schedule
    if dose is not None:
        changes |= with_dose(old, dose)
    if log is not None:
        changes |= with_log(desk.diary, old, log.strip()) if log.strip() else {"log": "", "settles": ""}
    if label is not None:
        changes["label"] = label
    if home is not None:
        changes["zone"] = desk.zone if home else None
    answer_plan(desk, desk.diary.plans.change(plan, since=None if since is None else desk.day(since), **changes))


@reminder.command("pause")
@click.argument("plan")
@click.option("--until", metavar="D", help="The day it wakes again by itself.")
@click.pass_obj
def pause_reminder(desk: Desk, plan: str, until: str | None) -> None:
    """Let a reminder rest."""
    answer_plan(desk, desk.diary.plans.pause(plan, None if until is None else desk.day(until)))


@reminder.command("resume")
@click.argument("plan")
@click.pass_obj
def resume_reminder(desk: Desk, plan: str) -> None:
    """Let a paused reminder go on."""
    answer_plan(desk, desk.diary.plans.resume(plan))


@reminder.command("delete")
@click.argument("plan")
@click.pass_obj
def delete_reminder(desk: Desk, plan: str) -> None:
    """Take a reminder away; a medicine stays in its list, and what is on record stays."""
    answer_plan(desk, desk.diary.plans.silence(plan))


@reminder.command("answer")
@click.argument("occurrence")
@click.argument("answer")
@click.option("--minutes", default=str(SNOOZE_MINUTES), metavar="N", help="How long it is put off.")
@click.option("--until", metavar="WHEN", help="Until when it is put off.")
@click.option("--at", "taken", metavar="WHEN", help="When it was taken.")
@click.option("--reason", default="", metavar="TEXT", help="Why it was skipped.")
@now_option
@click.pass_obj
def answer_reminder(
    desk: Desk,
    occurrence: str,
    answer: str,
    minutes: str,
    until: str | None,
    taken: str | None,
    reason: str,
    now: str | None,
) -> None:
    """Answer a planned time: done, skip, snooze or missed."""
    state = ANSWERS[choice_said(answer, ANSWERS, "unknown_answer")]
    instant = _now(desk, now)
    reminders = desk.diary.reminders
    if state is State.OPEN:
        later = reminders.snooze(occurrence, _later(desk, minutes, until, instant), instant)
        told_again = None if later.next_at is None else local(later.next_at, desk.zone)
        shape = {"occurrence": later.id, "state": later.state.value, "next_at": told_again}
        desk.answer({**shape, "entries": []}, [PlanWords(desk.words).occurrence_state(later.state)])
        return
    at = None if taken is None else instant_said(taken, instant, desk.zone)
    step = reminders.answer(occurrence, state, at, reason, instant)
    from bonecoach.terminal.saying import stepped

    stepped(desk, step, more={"occurrence": occurrence, "state": state.value})


@reminder.command("upcoming")
@click.option("--from", "since", metavar="INSTANT", help="From this instant; otherwise now.")
@click.option("--to", "until", metavar="INSTANT", help="Until this instant; otherwise a week later.")
@click.pass_obj
def show_upcoming(desk: Desk, since: str | None, until: str | None) -> None:
    """List planned times; it changes nothing."""
    begin = _now(desk, since)
    end = begin + timedelta(weeks=1) if until is None else instant_said(until, desk.now, desk.zone)
    slots = desk.diary.reminders.upcoming(begin, end)
    words = PlanWords(desk.words)
    lines = [f"{slot.date} {slot.time:%H:%M}  {words.label(slot.plan)}" for slot in slots]
    shape = {"occurrences": [slot_shape(slot, desk.zone, words) for slot in slots]}
    desk.answer(shape, [desk.words.say("page.planned_times"), *(lines or [desk.words.say("page.no_plans")])])


@reminder.command("settle")
@now_option
@click.pass_obj
def settle(desk: Desk, now: str | None) -> None:
    """Do what the alarm does at an instant: write down what is due, and say it."""
    found = desk.diary.reminders.settle(_now(desk, now))
    parts: dict[str, tuple[Telling, ...]] = {
        "shown": found.shown,
        "away_list": found.away,
        "closed": found.closed,
        "standing": found.standing,
    }
    titles = {"shown": "page.shown", "away_list": "page.away", "closed": "page.closed", "standing": "page.reminders"}
    words = PlanWords(desk.words)
    lines = [
        line
        for part, told in parts.items()
        if told
        for line in (desk.words.say(titles[part]), *(f"  {one.record.date} {words.label(one.plan)}" for one in told))
    ]
    shape = {part: [telling_shape(one, desk.zone, words) for one in told] for part, told in parts.items()}
    desk.answer(shape, lines or [desk.words.say("page.nothing_due")])


def _now(desk: Desk, said: str | None) -> datetime:
    return desk.now if said is None else instant_said(said, desk.now, desk.zone)


def _later(desk: Desk, minutes: str, until: str | None, now: datetime) -> datetime:
    if until is None:
        return now + timedelta(minutes=count_said(minutes, 24 * 60))
    if "-" in until:
        return instant_said(until, now, desk.zone)
    return put_off_until(clock_said(until), now, desk.zone)


def _logs(desk: Desk, log: str) -> dict[str, Any]:
    """What Done logs, and how it was understood. Raises NotUnderstood and PleaseConfirm."""
    if not log.strip():
        return {"log": "", "reading": None}
    return {"log": log.strip(), "reading": desk.diary.plans.understood(log.strip())}


def _repeats(minutes: str | None, times: str | None) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if minutes is not None:
        said["repeat_minutes"] = count_said(minutes, 240)
    if times is not None:
        said["repeat_times"] = 0 if times.strip() == "0" else count_said(times, 10)
    return said
