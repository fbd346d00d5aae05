"""When an injection is due: month ends, the window, and what comes behind it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.injections import next_injection
from bonecoach.core.medicines import Window

DENOSUMAB = Window(5, 28, "LYU2020 KIM2024", "confirmed")


def on(day, given_on=date(2026, 6, 12), window=DENOSUMAB, months=6):
    return next_injection(given_on, date(2025, 6, 12), months, window, day)


@pytest.mark.parametrize(
    ("day", "state", "overdue"),
    [
        (date(2026, 11, 11), "not_yet", False),
        (date(2026, 11, 12), "book", False),  # five months after 12 June
        (date(2026, 12, 11), "book", False),
        (date(2026, 12, 12), "due", False),
        (date(2027, 1, 9), "due", False),  # 12 December and 28 days
        (date(2027, 1, 10), "overdue", True),
    ],
)
def test_denosumab_is_booked_due_and_overdue(day, state, overdue):
    found = on(day)
    assert (found.due, found.book_from, found.best_by) == (date(2026, 12, 12), date(2026, 11, 12), date(2027, 1, 9))
    assert (found.state, found.overdue, found.call_clinic) == (state, overdue, overdue)


def test_where_evidence_gives_no_window_none_is_invented():
    found = on(date(2026, 12, 13), window=None)
    assert (found.best_by, found.book_from, found.state, found.call_clinic) == (None, None, "overdue", False)
    assert on(date(2026, 12, 12), window=None).state == "due"


def test_six_months_after_the_last_of_august():
    assert on(date(2026, 9, 1), date(2026, 8, 31)).due == date(2027, 2, 28)


def test_until_one_was_logged_the_start_is_the_first():
    start = date(2026, 9, 1)
    ahead = next_injection(None, start, 6, DENOSUMAB, date(2026, 8, 1))
    assert (ahead.due, ahead.book_from, ahead.state) == (start, None, "not_yet")
    assert next_injection(None, start, 6, DENOSUMAB, start).due == date(2027, 3, 1)


ORDER = ["not_yet", "book", "due", "overdue"]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from([6, 12]), st.integers(0, 500))
def test_a_later_day_is_never_further_from_due(given_on, months, ahead):
    day = given_on + timedelta(days=ahead)
    today, tomorrow = (next_injection(given_on, given_on, months, DENOSUMAB, d) for d in (day, day + timedelta(days=1)))
    assert ORDER.index(today.state) <= ORDER.index(tomorrow.state)
    assert today.due == tomorrow.due
