"""Which medicine from when until when."""

from datetime import date

import pytest

from bonecoach.core.days import EARLIEST
from bonecoach.core.profile import Fact
from bonecoach.core.therapy import Period, changes_of, pauses_of, periods_of

BEGAN, SWITCHED, STOPPED = date(2025, 9, 1), date(2026, 3, 3), date(2026, 9, 1)


def medicine(name, since):
    return Fact("aromatase_inhibitor", name, since)


def test_a_switch_and_a_stop_end_what_came_before():
    facts = [
        medicine("letrozole", date(2025, 10, 1)),
        Fact("therapy_start", BEGAN, EARLIEST),
        medicine("letrozole", date(2025, 11, 1)),
        medicine("exemestane", SWITCHED),
        medicine("none", STOPPED),
    ]
    assert periods_of(facts) == (Period("letrozole", BEGAN, SWITCHED), Period("exemestane", SWITCHED, STOPPED))


def test_a_beginning_that_was_not_said_stays_open():
    assert periods_of([medicine("letrozole", SWITCHED)]) == (Period("letrozole", None),)
    assert periods_of([medicine(None, SWITCHED), Fact("therapy_start", BEGAN, EARLIEST)]) == ()
    assert periods_of([medicine("none", BEGAN), medicine("letrozole", SWITCHED)]) == (Period("letrozole", SWITCHED),)


def paused(since, on=True):
    return Fact("therapy_paused", on, since)


BEGINNING = [Fact("therapy_start", BEGAN, EARLIEST), medicine("letrozole", date(2025, 10, 1))]


def test_a_pause_of_the_team_parts_a_period_in_two():
    facts = [*BEGINNING, paused(date(2026, 1, 10)), paused(date(2026, 2, 1), on=False)]
    assert periods_of(facts) == (
        Period("letrozole", BEGAN, date(2026, 1, 10)),
        Period("letrozole", date(2026, 2, 1)),
    )


@pytest.mark.parametrize(
    ("begins", "ends", "left"),
    [
        # letrozole from 1 September 2025 to 3 March 2026, then exemestane
        (date(2026, 1, 10), None, [("letrozole", BEGAN, date(2026, 1, 10))]),
        (
            *(date(2026, 2, 1), date(2026, 4, 1)),
            [("letrozole", BEGAN, date(2026, 2, 1)), ("exemestane", date(2026, 4, 1), None)],
        ),
        (
            *(date(2025, 8, 1), date(2025, 10, 1)),
            [("letrozole", date(2025, 10, 1), SWITCHED), ("exemestane", SWITCHED, None)],
        ),
        (
            *(date(2025, 7, 1), date(2025, 8, 1)),
            [("letrozole", BEGAN, SWITCHED), ("exemestane", SWITCHED, None)],
        ),
        (BEGAN, SWITCHED, [("exemestane", SWITCHED, None)]),
        (date(2025, 8, 1), None, []),
    ],
)
def test_a_pause_takes_from_each_period_what_lies_in_it(begins, ends, left):
    facts = [*BEGINNING, medicine("exemestane", SWITCHED), paused(begins)]
    facts += [paused(ends, on=False)] if ends else []
    assert [tuple(period) for period in periods_of(facts)] == left


def test_two_pauses_and_what_is_said_twice():
    facts = [
        paused(EARLIEST, on=False),
        paused(date(2026, 1, 1)),
        paused(date(2026, 1, 5)),
        paused(date(2026, 1, 10), on=False),
        paused(date(2026, 1, 12), on=False),
        paused(date(2026, 5, 1)),
    ]
    assert pauses_of(facts) == ((date(2026, 1, 1), date(2026, 1, 10)), (date(2026, 5, 1), None))


def test_of_a_beginning_that_was_not_said_a_pause_leaves_both_ends():
    facts = [medicine("letrozole", SWITCHED), paused(date(2026, 5, 1)), paused(date(2026, 6, 1), on=False)]
    assert periods_of(facts) == (
        Period("letrozole", None, date(2026, 5, 1)),
        Period("letrozole", date(2026, 6, 1)),
    )


def test_what_changed_is_told_in_order_with_its_day():
    facts = [
        *BEGINNING,
        medicine("letrozole", date(2025, 11, 1)),
        medicine("exemestane", SWITCHED),
        paused(date(2026, 4, 1)),
        paused(date(2026, 5, 1), on=False),
        medicine("none", STOPPED),
        medicine("anastrozole", date(2026, 10, 1)),
    ]
    assert [(change.kind, change.medicine, change.day) for change in changes_of(facts)] == [
        ("began", "letrozole", BEGAN),
        ("switched", "exemestane", SWITCHED),
        ("paused", "", date(2026, 4, 1)),
        ("resumed", "", date(2026, 5, 1)),
        ("stopped", "", STOPPED),
        ("began", "anastrozole", date(2026, 10, 1)),
    ]


def test_whoever_never_took_one_has_nothing_to_tell():
    assert changes_of([medicine("none", BEGAN)]) == ()
    assert changes_of([medicine(None, BEGAN), Fact("sex", "female", EARLIEST)]) == ()
    (change,) = changes_of([medicine("letrozole", SWITCHED)])
    assert change.day is None


def test_a_pause_behind_one_that_swallowed_the_period_takes_nothing_more():
    facts = [*BEGINNING, medicine("none", SWITCHED), paused(BEGAN), paused(SWITCHED, on=False), paused(STOPPED)]
    assert periods_of(facts) == ()
