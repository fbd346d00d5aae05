"""Stretches of days and the weeks in them, counted on a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.spans import MOST_DAYS, Span, last_days, last_months

TODAY = date(2026, 11, 23)


def test_thirteen_weeks_end_on_the_last_day():
    # 25 August to 23 November 2026: 7 days of August, 30, 31 and 23: 91 days, 13 weeks, Tuesday to Monday.
    span = Span(date(2026, 8, 25), TODAY)
    assert (span.length, len(span.weeks), span.days_before_weeks) == (91, 13, 0)
    assert (span.weeks[0].first, span.weeks[-1].first, span.weeks[-1].last) == (
        date(2026, 8, 25),
        date(2026, 11, 17),
        TODAY,
    )
    assert last_days(91, TODAY) == span


def test_days_that_fill_no_week_stand_at_the_beginning():
    span = last_days(90, TODAY)  # 12 weeks and 6 days
    assert (len(span.weeks), span.days_before_weeks) == (12, 6)
    assert span.weeks[0].first == date(2026, 9, 1)  # 84 days up to 23 November
    few = last_days(6, TODAY)
    assert (few.weeks, few.days_before_weeks) == ((), 6)
    assert [day.day for day in few] == [18, 19, 20, 21, 22, 23]
    assert TODAY in few
    assert date(2026, 11, 17) not in few


@pytest.mark.parametrize(
    ("months", "today", "first"),
    [
        (6, TODAY, date(2026, 5, 24)),
        (12, TODAY, date(2025, 11, 24)),
        (6, date(2026, 8, 31), date(2026, 3, 1)),  # 28 February has come for the 31st: from the day after
        (1, date(2024, 3, 31), date(2024, 3, 1)),  # 29 February
    ],
)
def test_months_begin_the_day_after_the_same_day_of_the_month_then(months, today, first):
    assert last_months(months, today) == Span(first, today)


def test_what_is_no_stretch_of_days_is_refused():
    with pytest.raises(InvalidEntry, match="days_reversed"):
        Span(TODAY, TODAY - timedelta(days=1))
    with pytest.raises(InvalidEntry, match="span_too_long"):
        last_days(MOST_DAYS + 1, TODAY)
    assert Span(TODAY, TODAY).length == 1


@given(st.integers(1, MOST_DAYS))
def test_every_day_is_in_one_week_or_before_them(days):
    span = last_days(days, TODAY)
    in_weeks = [day for week in span.weeks for day in week]
    assert list(span) == [*list(span)[: span.days_before_weeks], *in_weeks]
