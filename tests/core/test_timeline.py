"""What is drawn against time, and how much of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bonecoach.core.bone_change import series_of
from bonecoach.core.measurements import LabTest, Scan, Site
from bonecoach.core.plans import Kind, Plan, PlanState
from bonecoach.core.schedules import Schedule
from bonecoach.core.therapy import Period
from bonecoach.core.timeline import (
    SPANS,
    Course,
    Frame,
    Timeline,
    courses_of,
    farther,
    frame_of,
    months_for,
    nearer,
)
from tests.makers import joint_pain

TODAY = date(2026, 11, 21)
EMPTY = Timeline((), (), (), (), (), (), TODAY)
DENOSUMAB = {"denosumab": "Denosumab"}


def plan(since, start, state=PlanState.ON, medicine="denosumab"):
    made = datetime(2026, 1, 1, tzinfo=UTC)
    schedule = Schedule(start)
    return Plan(
        id=medicine,
        since=since,
        made=made,
        kind=Kind.INJECTION,
        label="x",
        schedule=schedule,
        medicine=medicine,
        state=state,
    )


def test_it_begins_with_the_earliest_of_all():
    assert (EMPTY.begins, EMPTY.is_empty) == (TODAY, True)
    scans = series_of([Scan(date=date(2024, 3, 1), site=Site.TOTAL_HIP, bmd=0.8)])
    tests = (LabTest(date=date(2023, 5, 1), name="ctx", value=1, unit="ng/mL"),)
    full = EMPTY._replace(
        series=scans,
        therapy=(Period("letrozole", None), Period("exemestane", date(2023, 1, 1))),
        courses=(Course("denosumab", "Denosumab", date(2025, 1, 1), None),),
        tests=tests,
        events=(joint_pain(4),),
    )
    assert (full.begins, full.is_empty) == (date(2023, 1, 1), False)


def test_everything_is_seen_at_first_and_a_year_at_least():
    assert months_for(EMPTY) == 12
    old = EMPTY._replace(courses=(Course("x", "X", date(2023, 3, 10), None),))
    assert months_for(old) == 46  # 44 months, and 2 to spare
    assert frame_of(46, TODAY).first == date(2023, 1, 21)
    older = EMPTY._replace(courses=(Course("x", "X", date(1990, 1, 1), None),))
    assert months_for(older) == SPANS[-1]


def test_nearer_and_farther_go_through_the_spans_and_stop_at_their_ends():
    assert [nearer(46), nearer(24), nearer(3), nearer(2)] == [24, 12, 3, 3]
    assert [farther(46), farther(60), farther(180), farther(200)] == [60, 120, 180, 180]


def test_a_frame_has_parts_and_days():
    frame = Frame(date(2026, 1, 1), date(2026, 1, 11))
    assert [frame.part(part).days for part in (0.5, -0.5, -1)] == [5, -5, -10]
    assert frame.holds(date(2026, 1, 11))
    assert not frame.holds(date(2026, 1, 12))


def test_a_course_begins_with_plan_or_first_dose_and_ends_with_the_plan():
    start, given = date(2025, 6, 12), [date(2025, 6, 10), date(2025, 12, 12)]
    held = courses_of([plan(start, start)], {"denosumab": given}, DENOSUMAB, {"denosumab"})
    assert held == (Course("denosumab", "Denosumab", given[0], None, tuple(given)),)
    ended = plan(date(2026, 3, 1), start, PlanState.ENDED)
    (over,) = courses_of([plan(start, start), ended], {"denosumab": given}, DENOSUMAB, {"denosumab"})
    assert over.end == date(2026, 2, 28)
    (paused,) = courses_of([replace(ended, state=PlanState.PAUSED)], {}, DENOSUMAB, ())
    assert (paused.start, paused.end, paused.given) == (start, None, ())


def test_a_medicine_that_was_only_logged_ends_with_its_last_dose_and_others_are_none():
    days = [date(2025, 1, 6), date(2025, 1, 13)]
    names = {"alendronate": "Alendronate", **DENOSUMAB}
    found = courses_of(
        [plan(days[0], days[0], medicine="letrozole")], {"alendronate": days, "denosumab": []}, names, {"denosumab"}
    )
    assert found == (Course("alendronate", "Alendronate", days[0], days[1]),)
