"""The tables of visits: appointments, and what she wants to ask there."""

from __future__ import annotations

from typing import Any

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.visits import Appointment, Question
from bonecoach.exchange.cells import Cells, clock_cell, day_cell, text_cell, whole_cell
from bonecoach.exchange.tables.table import Column, Table

MOST_QUESTIONS = 100_000


def _appointment(cells: Cells) -> Appointment:
    return Appointment(
        id=cells.text("id"),
        date=cells.day("date"),
        time=cells.clock_or_none("time"),
        whom=cells.needed("whom"),
        place=cells.text("place"),
        note=cells.text("note"),
        decided=cells.text("decided"),
        plan=cells.text("plan"),
    )


APPOINTMENTS = Table[Appointment](
    "appointments",
    "appointments with her team",
    (
        Column("id", "string", "the name of the appointment in the diary", lambda a: text_cell(a.id)),
        Column("date", "date", "the day of it", lambda a: day_cell(a.date)),
        Column("time", "time", "when, where it was said", lambda a: clock_cell(a.time)),
        Column("whom", "string", "with whom", lambda a: text_cell(a.whom)),
        Column("place", "string", "where", lambda a: text_cell(a.place)),
        Column("note", "string", "what she noted", lambda a: text_cell(a.note)),
        Column("decided", "string", "what was decided", lambda a: text_cell(a.decided)),
        Column("plan", "string", "the `id` of the plan that reminds of it", lambda a: text_cell(a.plan)),
    ),
    frozenset({"date", "whom"}),
    _appointment,
)


def _question(cells: Cells) -> Question:
    place = cells.whole_or("place", 0)
    if not 0 <= place <= MOST_QUESTIONS:
        raise InvalidEntry("impossible_count", count=place)
    return Question(
        id=cells.text("id"),
        place=place,
        text=cells.needed("text"),
        made=cells.day("made"),
        code=cells.text("code"),
        asked=cells.day_or_none("asked"),
        answer=cells.text("answer"),
    )


QUESTIONS = Table[Question](
    "questions",
    "what she wants to ask",
    (
        Column("id", "string", "the name of the question in the diary", lambda q: text_cell(q.id)),
        Column("place", "integer", "counts from 0, in her order", lambda q: whole_cell(q.place)),
        Column("text", "string", "the question", lambda q: text_cell(q.text)),
        Column("made", "date", "the day it was written down", lambda q: day_cell(q.made)),
        Column("code", "string", "the suggestion it came from", lambda q: text_cell(q.code)),
        Column("asked", "date", "the day it was ticked off", lambda q: day_cell(q.asked)),
        Column("answer", "string", "what was said to it", lambda q: text_cell(q.answer)),
    ),
    frozenset({"text", "made"}),
    _question,
)

VISIT_TABLES: tuple[Table[Any], ...] = (APPOINTMENTS, QUESTIONS)
