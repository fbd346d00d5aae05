"""How doses were kept: counts, and what a day and a month are in one word."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.adherence import Adherence, Mark, adherence, by_day, by_month, together
from bonecoach.core.days import moment_of
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Kind, Plan, Slot
from bonecoach.core.schedules import Schedule
from bonecoach.core.settling import Settled
from tests.makers import BERLIN

MONDAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)
"""Friday noon in Berlin."""

DONE, MISSED, SKIPPED, CLOSED, OPEN = State.DONE, State.MISSED, State.SKIPPED, State.CLOSED, State.OPEN


def slot(day, at=time(8), times=(time(8), time(18))):
    plan = Plan(
        id="p",
        since=date(2020, 1, 1),
        made=datetime(2020, 1, 1, tzinfo=UTC),
        kind=Kind.MEDICINE,
        label="Tablet",
        schedule=Schedule(date(2020, 1, 1), times=times),
    )
    return Slot(plan, day, at, moment_of(day, at, BERLIN).instant)


def on(day, *states):
    return [Settled(slot(day, at), state) for at, state in zip((time(8), time(18)), states, strict=False)]


@pytest.mark.parametrize(
    ("states", "mark", "counts"),
    [
        ((), Mark.NOT_PLANNED, (0, 0, 0, 0, 0)),
        ((DONE,), Mark.TAKEN, (1, 1, 0, 0, 0)),
        ((DONE, DONE), Mark.TAKEN, (2, 2, 0, 0, 0)),
        ((DONE, MISSED), Mark.SOME, (2, 1, 1, 0, 0)),
        ((DONE, CLOSED), Mark.SOME, (2, 1, 0, 0, 1)),
        ((MISSED,), Mark.MISSED, (1, 0, 1, 0, 0)),
        ((MISSED, SKIPPED), Mark.MISSED, (2, 0, 1, 1, 0)),
        ((SKIPPED, SKIPPED), Mark.SKIPPED, (2, 0, 0, 2, 0)),
        ((SKIPPED, CLOSED), Mark.SKIPPED, (2, 0, 0, 1, 1)),
        ((CLOSED, CLOSED), Mark.NOT_RECORDED, (2, 0, 0, 0, 2)),
        ((OPEN,), Mark.NOT_RECORDED, (1, 0, 0, 0, 1)),
    ],
)
def test_a_day_that_is_over_in_one_word(states, mark, counts):
    (day,) = by_day(on(MONDAY, *states), MONDAY, MONDAY, NOW, BERLIN)
    assert (day.mark, day.counts) == (mark, counts)


def test_a_time_that_can_still_be_answered_is_not_counted_yet():
    # Friday noon: the time at 8:00 closes at 18:00, the other at midnight.
    friday = MONDAY + timedelta(days=4)
    (day,) = by_day(on(friday, OPEN, CLOSED), friday, friday, NOW, BERLIN)
    assert (day.mark, day.counts.planned) == (Mark.TO_COME, 0)
    (day,) = by_day(on(friday, DONE, CLOSED), friday, friday, NOW, BERLIN)
    assert (day.mark, day.counts) == (Mark.TAKEN, (1, 1, 0, 0, 0))


def test_each_day_of_a_stretch_has_its_place():
    settled = [*on(MONDAY, DONE, DONE), *on(MONDAY + timedelta(days=2), MISSED)]
    days = by_day(settled, MONDAY, MONDAY + timedelta(days=6), NOW, BERLIN)
    assert [day.mark for day in days] == [
        *(Mark.TAKEN, Mark.NOT_PLANNED, Mark.MISSED, Mark.NOT_PLANNED),
        *(Mark.NOT_PLANNED, Mark.NOT_PLANNED, Mark.NOT_PLANNED),
    ]
    assert together(days) == (3, 2, 1, 0, 0)


def test_months_are_whole_whatever_days_they_are_asked_by():
    settled = [*on(date(2026, 1, 31), DONE), *on(date(2026, 2, 1), MISSED), *on(date(2026, 2, 28), DONE)]
    months = by_month(settled, date(2026, 1, 20), date(2026, 3, 2), NOW, BERLIN)
    assert [(month.first, month.last) for month in months] == [
        (date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2026, 3, 31)),
    ]
    assert [month.counts.taken for month in months] == [1, 1, 0]
    assert months[1].mark is Mark.SOME


def test_nothing_together_is_nothing():
    assert together([]) == Adherence(0, 0, 0, 0, 0)


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(list(State))), max_size=60))
def test_days_months_and_the_whole_count_the_same(told):
    first = date(2025, 9, 1)
    settled = [Settled(slot(first + timedelta(days=n)), state) for n, state in told]
    last = first + timedelta(days=425)
    days = by_day(settled, first, last, NOW, BERLIN)
    months = by_month(settled, first, last, NOW, BERLIN)
    whole = adherence(settled, NOW, BERLIN)
    assert together(days) == together(months) == whole
    assert whole.planned == whole.taken + whole.missed + whole.skipped + whole.not_recorded
