"""Appointments and questions as JSON, in the shapes of docs/commands.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bonecoach.terminal.shapes import Shape

if TYPE_CHECKING:
    from bonecoach.core.advice import Advice
    from bonecoach.core.visits import Appointment, Question
    from bonecoach.words import Words


def appointment_shape(appointment: Appointment) -> Shape:
    """An appointment; `reminder` is the id of the reminder made for it."""
    return {
        "id": appointment.id,
        "date": appointment.date.isoformat(),
        "time": None if appointment.time is None else f"{appointment.time:%H:%M}",
        "with": appointment.whom,
        "place": appointment.place or None,
        "note": appointment.note,
        "decided": appointment.decided,
        "reminder": appointment.plan or None,
    }


def question_shape(question: Question) -> Shape:
    """A question."""
    return {
        "id": question.id,
        "text": question.text,
        "code": question.code or None,
        "asked": None if question.asked is None else question.asked.isoformat(),
        "answer": question.answer,
    }


def suggestion_shape(advice: Advice, words: Words) -> Shape:
    """What published guidance suggests asking."""
    return {
        "code": advice.code,
        "message": words.advice(advice),
        "question": words.question(advice),
        "source": words.source(advice.source),
    }
