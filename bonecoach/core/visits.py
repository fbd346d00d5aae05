"""Appointments with her team, and what she wants to ask there."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.values import Value

LONGEST_WORDS = 200
LONGEST_TEXT = 4_000


class Before(StrEnum):
    """When she is reminded of an appointment: the evening before, the morning of its day, or not at all."""

    EVENING = "evening"
    MORNING = "morning"
    NEVER = "never"


class Appointment(Value, kw_only=True):
    """A visit. `plan` is the id of the reminder made for it, "" where there is none; `decided` is noted afterwards.

    Raises InvalidEntry("no_name", "too_long").
    """

    date: date
    whom: str
    id: str = ""
    time: time | None = None
    place: str = ""
    note: str = ""
    decided: str = ""
    plan: str = ""

    def __post_init__(self) -> None:
        if not self.whom.strip():
            raise InvalidEntry("no_name")
        if max(len(self.whom), len(self.place)) > LONGEST_WORDS:
            raise InvalidEntry("too_long", longest=LONGEST_WORDS)
        if max(len(self.note), len(self.decided)) > LONGEST_TEXT:
            raise InvalidEntry("too_long", longest=LONGEST_TEXT)


class Question(Value, kw_only=True):
    """Something to ask. `place` counts from 0 in her order; `code` is that of the suggestion it came from, or "".

    `asked` is the day it was ticked off, None while it waits; `answer` is what was said to it.
    Raises InvalidEntry("no_question", "too_long").
    """

    text: str
    made: date
    id: str = ""
    place: int = 0
    code: str = ""
    asked: date | None = None
    answer: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidEntry("no_question")
        if max(len(self.text), len(self.answer)) > LONGEST_TEXT:
            raise InvalidEntry("too_long", longest=LONGEST_TEXT)
