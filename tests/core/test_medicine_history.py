"""What was taken while nothing was planned, and what a clinic gave too late."""

from datetime import date, timedelta

import pytest

from bonecoach.core.due import due_items, next_scan
from bonecoach.core.entries import Dose, DoseState
from bonecoach.core.injections import NextInjection
from bonecoach.core.measurements import Scan, Site
from bonecoach.core.medicine_history import Given, Late, late_ones, logged_medicines, whole_months, with_gaps
from bonecoach.core.medicines import Medicine, Window
from bonecoach.core.spans import Span
from bonecoach.core.therapy import Period
from bonecoach.core.visits import Appointment
from tests.makers import MONDAY, at

WINDOW = Window(5, 28, "LYU2020 KIM2024", "confirmed")
SPAN = Span(MONDAY, MONDAY + timedelta(days=13))
LETROZOLE = Medicine("letrozole", ("Letrozole",), "aromatase_inhibitor", 2.5, "mg", "day", "NHS-LET", "confirmed")
KNOWN = {"letrozole": LETROZOLE}
LONG_TAKEN = {"letrozole": MONDAY - timedelta(days=100), "ibuprofen": MONDAY}


def dose(nth, state=DoseState.TAKEN, medicine="letrozole"):
    return Dose(
        moment=at(MONDAY + timedelta(days=nth)),
        name=medicine.capitalize(),
        medicine=medicine,
        amount=2.5,
        unit="mg",
        state=state,
    )


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2024, 1, 12), date(2026, 11, 23), 34),
        (date(2026, 1, 31), date(2026, 2, 28), 1),  # the last day of a month that is shorter
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(2026, 12, 1), date(2026, 11, 1), 0),
    ],
)
def test_whole_months(first, last, months):
    assert whole_months(first, last) == months


LETROZOLE_FROM = Period("letrozole", date(2024, 1, 12), date(2026, 3, 3))
AGAIN = Period("letrozole", date(2026, 3, 20))


def test_a_pause_is_a_gap_in_one_therapy_and_no_end_of_it():
    gap = (date(2026, 3, 3), date(2026, 3, 20))
    assert with_gaps([LETROZOLE_FROM, AGAIN], [gap]) == [(Period("letrozole", date(2024, 1, 12)), (gap,))]
    lasting = with_gaps([LETROZOLE_FROM], [(date(2026, 3, 3), None)])
    assert lasting == [(Period("letrozole", date(2024, 1, 12)), ((date(2026, 3, 3), None),))]
    exemestane = Period("exemestane", date(2026, 3, 3))
    assert with_gaps([LETROZOLE_FROM, exemestane], []) == [(LETROZOLE_FROM, ()), (exemestane, ())]
    assert with_gaps([], [(date(2026, 3, 3), None)]) == []
    assert with_gaps([LETROZOLE_FROM], [(date(2026, 5, 1), None)]) == [(LETROZOLE_FROM, ())]  # it had ended before


def test_each_dose_is_in_time_or_late_by_the_one_before_it():
    # 12 June and six months is 12 December; 28 days later 9 January is in time, 10 January is not.
    given = [date(2024, 12, 12), date(2025, 6, 12), date(2026, 1, 10), date(2026, 7, 10), date(2027, 2, 7)]
    assert late_ones(given, 6, WINDOW) == (Late(date(2025, 12, 12), date(2026, 1, 10), 29),)
    assert late_ones(given[:1], 6, WINDOW) == ()


def test_a_medicine_without_a_plan_is_counted_by_days():
    doses = [
        dose(0),
        dose(0),
        dose(1, DoseState.MISSED),
        dose(2, DoseState.MISSED),
        dose(2),
        dose(3, DoseState.SKIPPED),
    ]
    (found,) = logged_medicines(doses, SPAN, {}, KNOWN, LONG_TAKEN)
    assert (found.label, found.kind, found.days, found.until) == ("Letrozole 2.5 mg", "aromatase_inhibitor", 14, None)
    assert (found.taken, found.missed, found.skipped, found.counts.not_recorded) == (2, 1, 1, 10)


def test_days_before_its_plan_are_counted_apart():
    doses = [dose(nth) for nth in range(14)]
    (found,) = logged_medicines(doses, SPAN, {"letrozole": MONDAY + timedelta(days=4)}, KNOWN, LONG_TAKEN)
    assert (found.until, found.days, found.taken, found.counts.not_recorded) == (MONDAY + timedelta(days=3), 4, 4, 0)
    assert logged_medicines(doses, SPAN, {"letrozole": MONDAY}, KNOWN, LONG_TAKEN) == ()


def test_of_a_medicine_nobody_knows_the_interval_of_no_day_is_missing():
    found = logged_medicines([dose(0, medicine="ibuprofen"), dose(0), dose(1)], SPAN, {}, KNOWN, LONG_TAKEN)
    assert [(one.medicine, one.kind, one.taken, one.counts and one.counts.not_recorded) for one in found] == [
        ("letrozole", "aromatase_inhibitor", 2, 12),
        ("ibuprofen", "", 1, None),
    ]


def test_days_before_the_first_on_record_are_nobodys():
    # Begun on day 11 of 14: of its days 11, 12 and 13 one has no word. Of another, any days of it would do.
    doses = [dose(11), dose(11, medicine="ibuprofen"), dose(13)]
    first = {"letrozole": MONDAY + timedelta(days=11), "ibuprofen": MONDAY + timedelta(days=11)}
    letrozole, ibuprofen = logged_medicines(doses, SPAN, {}, KNOWN, first)
    assert (letrozole.days, letrozole.taken, letrozole.counts.not_recorded) == (3, 2, 1)
    assert letrozole.since == MONDAY + timedelta(days=11)
    assert (ibuprofen.counts, ibuprofen.since) == (None, None)
    (missed,) = logged_medicines([dose(9, DoseState.MISSED), dose(11)], SPAN, {}, KNOWN, first)
    assert (missed.days, missed.since) == (5, MONDAY + timedelta(days=9))
    (never,) = logged_medicines([dose(9, DoseState.MISSED)], SPAN, {}, KNOWN, {})
    assert (never.days, never.taken, never.counts.not_recorded) == (5, 0, 4)
    (from_the_first_day,) = logged_medicines([dose(0)], SPAN, {}, KNOWN, {"letrozole": MONDAY})
    assert (from_the_first_day.days, from_the_first_day.since) == (14, None)


# What is due

TODAY = date(2026, 11, 23)


def scan(day):
    return Scan(date=day, site=Site.LUMBAR_SPINE, bmd=0.9)


def injection(due, *, overdue=False):
    following = NextInjection(due, None, due + timedelta(days=28), "due", overdue, False)
    return Given("denosumab", "Denosumab 60 mg", (), (), 28, following)


def test_a_scan_is_due_two_years_after_the_last_one():
    item = next_scan([scan(date(2023, 5, 2)), scan(date(2025, 8, 8))], TODAY)
    assert (item.what, item.day, item.overdue, item.since) == ("scan", date(2027, 8, 8), False, date(2025, 8, 8))
    assert next_scan([scan(date(2024, 11, 22))], TODAY).overdue
    assert not next_scan([scan(date(2024, 11, 23))], TODAY).overdue  # due today
    assert next_scan([], TODAY).what == "first_scan"


def test_what_is_due_stands_in_order_and_only_where_the_interval_holds():
    unplanned = Given("zoledronic_acid", "Zoledronic acid", (TODAY,), None, 0, None)
    later = injection(date(2027, 9, 1))
    visit = Appointment(date=date(2026, 12, 1), whom="Dr Example")
    found = due_items([later, unplanned], [scan(date(2025, 8, 8))], [visit], TODAY, on_inhibitor=True)
    assert [(item.what, item.label) for item in found] == [
        ("appointment", "Dr Example"),
        ("scan", ""),
        ("injection", "Denosumab 60 mg"),
    ]
    monthly = [("Goserelin 3.6 mg", date(2026, 11, 1)), ("Ibandronate 150 mg", TODAY)]
    assert [
        (item.what, item.label, item.overdue)
        for item in due_items([], [], [], TODAY, on_inhibitor=False, planned=monthly)
    ] == [
        ("planned", "Goserelin 3.6 mg", True),
        ("planned", "Ibandronate 150 mg", False),
    ]
    assert found[2].best_by == date(2027, 9, 29)
    assert [item.what for item in due_items([later], [], [], TODAY, on_inhibitor=True)] == ["injection", "first_scan"]
    assert due_items([], [], [], TODAY, on_inhibitor=False) == ()
