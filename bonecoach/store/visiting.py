"""Questions to the file about appointments, and about what she wants to ask there; and their rows."""

from __future__ import annotations

import sqlite3
from datetime import date, time
from pathlib import Path

from bonecoach.core.changes import Row, Scalar, Stored
from bonecoach.core.visits import Appointment, Question
from bonecoach.store import reading
from bonecoach.store.faults import told_plainly

_TABLES = ("appointments", "questions")


class Visiting:
    """What the diary holds of visits. Asked over the store's own connection."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def appointments(self) -> list[Appointment]:
        """Every appointment that is not in the bin, oldest first."""
        sql = "select * from appointments where deleted_at is null order by date, coalesce(time, ''), id"
        return [appointment_of(row) for row in self._rows(sql)]

    def questions(self) -> list[Question]:
        """Every question that is not in the bin, in her order."""
        sql = "select * from questions where deleted_at is null order by place, id"
        return [question_of(row) for row in self._rows(sql)]

    def beginning(self, start: str) -> list[tuple[str, Row]]:
        """Table and row of every appointment and question outside the bin whose id begins so."""
        found: list[tuple[str, Row]] = []
        for table in _TABLES:
            sql = f"select * from {table} where deleted_at is null and substr(id, 1, length(:start)) = :start"
            found += [(table, row) for row in self._rows(sql, {"start": start})]
        return found

    def _rows(self, sql: str, values: dict[str, object] | None = None) -> list[Row]:
        with told_plainly(self._path):
            return reading.rows(self._connection, sql, values)


def appointment_row(appointment: Appointment, deleted_at: str | None = None) -> dict[str, Scalar]:
    """The row of an appointment."""
    return {
        "id": appointment.id,
        "date": appointment.date.isoformat(),
        "time": None if appointment.time is None else f"{appointment.time:%H:%M}",
        "whom": appointment.whom,
        "place": appointment.place,
        "note": appointment.note,
        "decided": appointment.decided,
        "plan": appointment.plan,
        "deleted_at": deleted_at,
    }


def appointment_of(row: Stored) -> Appointment:
    """The appointment in a row."""
    return Appointment(
        id=row["id"],
        date=date.fromisoformat(row["date"]),
        time=None if row["time"] is None else time.fromisoformat(row["time"]),
        whom=row["whom"],
        place=row["place"],
        note=row["note"],
        decided=row["decided"],
        plan=row["plan"],
    )


def question_row(question: Question, deleted_at: str | None = None) -> dict[str, Scalar]:
    """The row of a question."""
    return {
        "id": question.id,
        "place": question.place,
        "text": question.text,
        "made": question.made.isoformat(),
        "code": question.code,
        "asked": None if question.asked is None else question.asked.isoformat(),
        "answer": question.answer,
        "deleted_at": deleted_at,
    }


def question_of(row: Stored) -> Question:
    """The question in a row."""
    return Question(
        id=row["id"],
        place=int(row["place"]),
        text=row["text"],
        made=date.fromisoformat(row["made"]),
        code=row["code"],
        asked=None if row["asked"] is None else date.fromisoformat(row["asked"]),
        answer=row["answer"],
    )
