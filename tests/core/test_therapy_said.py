"""Which medicine from when until when."""

from datetime import date

from bonecoach.core.days import EARLIEST
from bonecoach.core.profile import Fact
from bonecoach.core.therapy_said import Period, periods_of

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
