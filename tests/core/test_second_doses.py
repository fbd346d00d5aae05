"""A second dose: of a day, of a week between two planned days, of a month, of what a clinic gives."""

from datetime import UTC, date, datetime, time

import pytest

from bonecoach.core.days import moment_of
from bonecoach.core.entries import Dose, DoseState
from bonecoach.core.plans import Kind, Plan, planned
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.second_doses import standing_already

ZONE = "Europe/Berlin"
DAILY = Schedule(date(2026, 1, 1), times=(time(8),))
TWICE = Schedule(date(2026, 1, 1), times=(time(8), time(20)))
MONDAYS = Schedule(date(2026, 11, 2), Unit.WEEK, times=(time(7),))
MON_AND_THU = Schedule(date(2026, 11, 2), Unit.WEEK, weekdays=(0, 3), times=(time(7),))
MONTHLY = Schedule(date(2026, 10, 20), Unit.MONTH, times=(time(7),))
HALF_YEARLY = Schedule(date(2026, 5, 1), Unit.MONTH, 6)


def dose(day, clock="08:00", state=DoseState.TAKEN):
    moment = moment_of(date.fromisoformat(f"2026-{day}"), time.fromisoformat(clock), ZONE)
    return Dose(moment=moment, name="Tablet", medicine="tablet", id=f"{day} {clock}", state=state)


def slots(schedule, kind=Kind.MEDICINE):
    plan = Plan(
        id="p",
        since=schedule.start,
        made=datetime(2026, 1, 1, tzinfo=UTC),
        kind=kind,
        label="Tablet",
        schedule=schedule,
        settles="dose:tablet",
    )
    return list(planned([plan], date(2026, 1, 1), date(2027, 12, 31), ZONE))


def second(new, *others, every=None, planned_as=None, kind=Kind.MEDICINE):
    found = standing_already(new, others, every, [] if planned_as is None else slots(planned_as, kind))
    return None if found is None else found.id


def test_a_daily_medicine_is_taken_once_on_a_date():
    assert second(dose("11-23", "20:00"), dose("11-23"), every="day") == "11-23 08:00"
    assert second(dose("11-23", "20:00"), dose("11-23"), every="day", planned_as=DAILY) == "11-23 08:00"
    assert second(dose("11-23"), dose("11-22", "23:00"), dose("11-24", "00:30"), every="day") is None


def test_as_often_as_it_is_planned_on_the_day_and_no_more():
    assert second(dose("11-23", "20:00"), dose("11-23"), every="day", planned_as=TWICE) is None
    assert second(dose("11-23", "21:00"), dose("11-23"), dose("11-23", "20:00"), every="day", planned_as=TWICE)


def test_what_was_missed_or_skipped_was_no_dose():
    assert second(dose("11-23"), dose("11-23", state=DoseState.MISSED), every="day") is None
    assert second(dose("11-23", state=DoseState.SKIPPED), dose("11-23"), every="day") is None


def test_a_medicine_that_nobody_planned_and_no_table_knows_is_not_asked_about():
    assert second(dose("11-23"), dose("11-23")) is None


@pytest.mark.parametrize(
    ("new", "other", "asked"),
    [
        # Planned on Mondays, the 16th and the 23rd of November among them: from Sunday to Saturday is one of them.
        ("11-20", "11-16", True),  # Friday, and Monday's was taken
        ("11-21", "11-15", True),  # Saturday, and Monday's was taken a day early
        ("11-23", "11-20", False),  # Monday as planned, though last week's came late, on Friday
        ("11-22", "11-16", False),  # Sunday, a day early
        ("11-16", "11-20", True),  # told afterwards
        ("11-23", "11-23", True),
    ],
)
def test_a_weekly_tablet_is_taken_once_between_two_planned_days(new, other, asked):
    assert bool(second(dose(new, "10:00"), dose(other), every="week", planned_as=MONDAYS)) is asked


@pytest.mark.parametrize(
    ("new", "other", "asked"), [("11-23", "11-18", True), ("11-23", "11-17", False), ("11-17", "11-22", True)]
)
def test_a_weekly_tablet_without_a_plan_is_asked_about_inside_six_days(new, other, asked):
    assert bool(second(dose(new, "10:00"), dose(other), every="week")) is asked


def test_days_before_the_plan_go_by_the_interval():
    assert second(dose("10-30"), dose("10-28"), every="week", planned_as=MONDAYS) == "10-28 08:00"
    assert second(dose("10-30"), dose("10-20"), every="week", planned_as=MONDAYS) is None


def test_several_times_a_week_is_once_on_each_date():
    assert second(dose("11-24"), dose("11-23"), every="week", planned_as=MON_AND_THU) is None
    assert second(dose("11-23", "10:00"), dose("11-23"), every="week", planned_as=MON_AND_THU) == "11-23 08:00"


def test_two_monthly_tablets_never_fall_into_one_week():
    # Planned for the 20th. October's was taken late, on 14 November: the 20th is six days later, the 21st seven.
    assert second(dose("11-20"), dose("11-14"), every="month", planned_as=MONTHLY) == "11-14 08:00"
    assert second(dose("11-21"), dose("11-14"), every="month", planned_as=MONTHLY) is None
    assert second(dose("11-10"), dose("10-20"), every="month", planned_as=MONTHLY) == "10-20 08:00"


def test_what_a_clinic_gives_counts_from_the_last_one():
    every = {"every": "6months", "planned_as": HALF_YEARLY, "kind": Kind.INJECTION}
    assert second(dose("11-23"), dose("07-02"), **every) == "07-02 08:00"  # 144 days
    assert second(dose("11-23"), dose("06-20"), **every) is None  # 156 days
    assert second(dose("11-23"), dose("11-23", "07:00"), **every) == "11-23 07:00"


def test_the_nearest_is_named():
    assert second(dose("11-20"), dose("11-16"), dose("11-18"), every="week", planned_as=MONDAYS) == "11-18 08:00"
    assert second(dose("11-20", "20:00"), dose("11-20"), dose("11-20", "12:00"), every="day") == "11-20 12:00"
