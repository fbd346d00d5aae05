"""The window of an injection in words, and what a planned time of it says beside itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bonecoach.core.injections import counted_from_given, next_injection
from bonecoach.core.medicines import Window
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Kind, Plan
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.words import Words
from bonecoach.words.injections import InjectionWords
from bonecoach.words.plans import PlanWords

GIVEN = date(2026, 6, 12)
WINDOW = Window(5, 28, "LYU2020 KIM2024", "confirmed")
WORDS = Words("en_GB")
LABEL = "Denosumab 60 mg"


def following(today: date, window: Window | None = WINDOW):
    return next_injection(GIVEN, GIVEN, 6, window, today)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 21), "Denosumab 60 mg: due in 21 days"),
        (date(2026, 12, 11), "Denosumab 60 mg: due tomorrow"),
        (date(2026, 12, 12), "Denosumab 60 mg: due today"),
        (date(2026, 12, 13), "Denosumab 60 mg: 1 day past its due day"),
        (date(2027, 1, 20), "Denosumab 60 mg: 39 days past its due day"),
    ],
)
def test_the_heading_says_how_far_it_is(today, said):
    assert InjectionWords(WORDS).heading(LABEL, following(today), today) == said


def test_the_call_says_what_was_due_and_what_to_do():
    today = date(2027, 1, 20)
    assert InjectionWords(WORDS).call(LABEL, following(today), today) == (
        "Denosumab 60 mg was due Saturday 12 December 2026, and best by Saturday 9 January. "
        "Please call your clinic today."
    )


def test_without_a_window_only_what_is_known_is_said():
    today = date(2026, 8, 1)
    assert InjectionWords(WORDS).spoken(following(today, None), today) == (
        "Last given 12 Jun 2026. Today 1 Aug 2026. Due 12 Dec 2026."
    )


def test_days_under_the_line_are_written_as_she_writes_them():
    assert InjectionWords(WORDS).brief(GIVEN) == "12\u00a0Jun"
    assert InjectionWords(Words("en_US")).brief(GIVEN) == "Jun 12"


@pytest.fixture
def plans():
    made = datetime(2026, 6, 12, 8, tzinfo=UTC)
    plan = Plan(
        id="d",
        since=GIVEN,
        made=made,
        kind=Kind.INJECTION,
        label=LABEL,
        schedule=Schedule(GIVEN, Unit.MONTH, 6, times=(time(9),)),
        medicine="denosumab",
        note="left arm",
    )
    return counted_from_given(plan, [GIVEN], WINDOW)


def test_a_booking_is_called_so_and_answered_so(plans):
    words, booking = PlanWords(WORDS), plans[-1]
    assert words.label(booking) == "Book a date for Denosumab 60 mg"
    assert words.answer_done(booking) == "Booked"
    assert words.occurrence_state(State.DONE, booking) == "booked"
    assert words.beside(booking, date(2026, 11, 12), date(2026, 11, 12)) == "Due Saturday 12 December."


def test_beside_an_injection_stands_until_when_it_is_in_time(plans):
    words, due = PlanWords(WORDS), date(2026, 12, 12)
    injection = plans[1]
    assert words.label(injection) == LABEL
    assert words.beside(injection, due, due) == "left arm"
    assert words.beside(injection, due, date(2027, 1, 9)) == "It was due Saturday 12 December 2026; best by today."
    assert words.beside(injection, due, date(2027, 1, 10)).endswith("Please call your clinic today.")
