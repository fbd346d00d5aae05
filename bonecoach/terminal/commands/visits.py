"""Commands about appointments, and about what to ask there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bonecoach.core.visits import Appointment, Before
from bonecoach.terminal.arguments import choice_said, clocks_said, count_said
from bonecoach.terminal.options import Group
from bonecoach.terminal.saying import stepped
from bonecoach.terminal.table import columns, paragraph
from bonecoach.terminal.visit_shapes import appointment_shape, question_shape, suggestion_shape

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.core.visits import Question
    from bonecoach.terminal.desk import Desk

_ID_SHOWN = 8
_MOST_STEPS = 1_000


@click.group(cls=Group)
def appointment() -> None:
    """Appointments with your team."""


@appointment.command("add")
@click.option("--date", "day", required=True, metavar="D", help="Its day: 2026-12-11.")
@click.option("--with", "whom", required=True, metavar="TEXT", help="With whom it is.")
@click.option("--time", "at", metavar="10:30", help="Its time.")
@click.option("--place", default="", metavar="TEXT", help="Where it is.")
@click.option("--note", default="", metavar="TEXT", help="A note of your own.")
@click.option("--remind", default="evening", metavar="WHEN", help="evening (before), morning (of the day) or never.")
@click.pass_obj
def add_appointment(desk: Desk, day: str, whom: str, at: str | None, place: str, note: str, remind: str) -> None:
    """Keep an appointment, with a reminder before it."""
    before = Before(choice_said(remind, [each.value for each in Before], "unknown_reminder_time"))
    kept = Appointment(
        date=desk.day(day),
        whom=whom.strip(),
        time=None if at is None else clocks_said([at])[0],
        place=place.strip(),
        note=note,
    )
    step = desk.diary.visits.add(kept, before)
    (made,) = [each for each in desk.diary.visits.appointments() if each.id == step.changes[0].row_id]
    desk.answer({"step": step.name, "appointment": appointment_shape(made)}, [desk.words.step(step)])


@appointment.command("list")
@click.pass_obj
def list_appointments(desk: Desk) -> None:
    """List the appointments."""
    found = desk.diary.visits.appointments()
    rows = [
        (each.id[:_ID_SHOWN], desk.words.date(each.date, desk.today), _clock(desk, each), each.whom) for each in found
    ]
    lines = columns(rows) or [desk.words.say("page.no_appointments")]
    desk.answer({"appointments": [appointment_shape(each) for each in found]}, lines)


@appointment.command("decided")
@click.argument("visit", metavar="ID")
@click.argument("text", nargs=-1, required=True)
@click.pass_obj
def decide(desk: Desk, visit: str, text: Sequence[str]) -> None:
    """Note what was decided there."""
    stepped(desk, desk.diary.visits.change(visit, decided=desk.typed(text)))


@appointment.command("delete")
@click.argument("visit", metavar="ID")
@click.pass_obj
def delete_appointment(desk: Desk, visit: str) -> None:
    """Delete an appointment, with its reminder; it can be undone."""
    stepped(desk, desk.diary.visits.delete(visit))


@click.group(cls=Group)
def question() -> None:
    """What you want to ask at the next appointment."""


@question.command("add")
@click.argument("text", nargs=-1, required=True)
@click.pass_obj
def add_question(desk: Desk, text: Sequence[str]) -> None:
    """Add a question."""
    _answer(desk, desk.diary.visits.ask(desk.typed(text)))


@question.command("list")
@click.pass_obj
def list_questions(desk: Desk) -> None:
    """List your questions, and what published guidance suggests asking."""
    visits = desk.diary.visits
    found, suggested = visits.questions(), visits.suggested()
    lines = columns([(each.id[:_ID_SHOWN], _mark(each), _said(each)) for each in found])
    lines = lines or [desk.words.say("page.no_questions")]
    if (told := desk.diary.bones.to_be_told()) is not None:
        lines += ["", *paragraph(desk.words.advice(told)), *paragraph(desk.words.say("page.tell_force"), 2)]
    for advice in suggested:
        lines += ["", *paragraph(desk.words.advice(advice)), *paragraph(desk.words.question(advice), 2)]
    shape = {
        "questions": [question_shape(each) for each in found],
        "suggested": [suggestion_shape(advice, desk.words) for advice in suggested],
    }
    desk.answer(shape, lines)


@question.command("accept")
@click.argument("code")
@click.pass_obj
def accept(desk: Desk, code: str) -> None:
    """Make a suggestion one of your questions."""
    suggested = {advice.code: advice for advice in desk.diary.visits.suggested()}
    advice = suggested[choice_said(code, suggested, "unknown_suggestion")]
    _answer(desk, desk.diary.visits.ask(desk.words.question(advice), advice.code))


@question.command("tick")
@click.argument("asked", metavar="ID")
@click.option("--off", is_flag=True, help="It waits again.")
@click.pass_obj
def tick(desk: Desk, asked: str, off: bool) -> None:
    """Tick a question off."""
    _answer(desk, desk.diary.visits.tick(asked, on=not off))


@question.command("answer")
@click.argument("asked", metavar="ID")
@click.argument("text", nargs=-1, required=True)
@click.pass_obj
def note_answer(desk: Desk, asked: str, text: Sequence[str]) -> None:
    """Note what was said to a question."""
    _answer(desk, desk.diary.visits.answer(asked, desk.typed(text)))


@question.command("move")
@click.argument("asked", metavar="ID")
@click.argument("way", metavar="up|down")
@click.option("--by", default="1", metavar="N", help="How many places.")
@click.pass_obj
def move(desk: Desk, asked: str, way: str, by: str) -> None:
    """Move a question up or down."""
    places = count_said(by, _MOST_STEPS)
    up = choice_said(way, ("up", "down"), "unknown_way") == "up"
    _answer(desk, desk.diary.visits.move(asked, -places if up else places))


@question.command("delete")
@click.argument("asked", metavar="ID")
@click.pass_obj
def delete_question(desk: Desk, asked: str) -> None:
    """Delete a question; it can be undone."""
    _answer(desk, desk.diary.visits.delete(asked))


def _answer(desk: Desk, step: Step) -> None:
    stepped(desk, step, more={"questions": [question_shape(each) for each in desk.diary.visits.questions()]})


def _clock(desk: Desk, visit: Appointment) -> str:
    return "" if visit.time is None else desk.words.time(visit.time)


def _mark(asked: Question) -> str:
    return "x" if asked.asked is not None else " "


def _said(asked: Question) -> str:
    return f"{asked.text} {asked.answer}".rstrip()
