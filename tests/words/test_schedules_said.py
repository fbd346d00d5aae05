"""Schedules in plain words, with their ends."""

from __future__ import annotations

from datetime import date, time

import pytest

from bonecoach.core.schedules import Schedule, Unit
from bonecoach.words import Words
from bonecoach.words.plans import PlanWords

START = date(2026, 12, 5)


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        (Schedule(START, times=(time(18),)), "every day at 18:00"),
        (Schedule(START, times=(time(18),), until=START), "on 5 Dec 2026 at 18:00"),
        (Schedule(START, Unit.MONTH, 6, until=date(2027, 1, 1)), "on 5 Dec 2026"),
        (
            Schedule(START, times=(time(8), time(20)), until=date(2026, 12, 9)),
            "every day until 9 Dec 2026 at 08:00 and 20:00",
        ),
        (Schedule(START, Unit.WEEK, weekdays=(1, 4), until=date(2027, 1, 9)), "Tuesdays and Fridays until 9 Jan 2027"),
        (Schedule(START, Unit.MONTH, 6), "every 6 months from 5 Dec 2026"),
        (Schedule(START, Unit.MONTH, 12), "every year from 5 Dec 2026"),
        (Schedule(START, Unit.MONTH, 24), "every 2 years from 5 Dec 2026"),
        (Schedule(START, Unit.MONTH, 18), "every 18 months from 5 Dec 2026"),
    ],
)
def test_a_schedule_says_until_when_it_holds(schedule: Schedule, said: str) -> None:
    assert PlanWords(Words("en_GB")).schedule(schedule) == said
