"""The months below her curves say what weeks and doses say. It is Monday 23 November 2026."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bonecoach.core.months import MonthMoved, MonthTaken
from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule
from bonecoach.diary import demo

TODAY = date(2026, 11, 23)


def test_nothing_logged_is_no_month(diary):
    timeline = diary.bones.timeline()
    assert (timeline.moved, timeline.taken) == ((), ())
    diary.log_text("walk 30 brisk")  # the running week says nothing yet
    assert diary.bones.timeline().moved == ()


def test_months_are_the_weeks_of_the_week_page(diary):
    demo.fill(diary)
    diary.person.set_facts({"count": "all_aerobic"}, date(2026, 9, 1))
    weeks = [week for week in diary.trend(60) if week.last < TODAY]
    for month in diary.bones.timeline().moved:
        of_month = [week for week in weeks if (week.first + timedelta(days=3)).replace(day=1) == month.first]
        counted = [week for week in of_month if week.days_recorded and not week.rest_week]
        assert month.weeks == len(counted)
        assert month.reached == sum(week.reached for week in counted)
        assert month.rest_weeks == sum(week.rest_week for week in of_month)
        minutes = [week.counted_minutes for week in counted]
        assert month.minutes == (sum(minutes) / len(minutes) if minutes else None)
    assert sum(month.weeks for month in diary.bones.timeline().moved) > 20


def test_a_week_marked_as_none_taken_is_recorded_and_rest_counts_for_nothing(diary):
    diary.log_text("walk 60 brisk 5 oct")
    diary.none_taken(date(2026, 10, 13))
    diary.rest_week(date(2026, 10, 21))
    october = diary.bones.timeline().moved[0]
    # weeks of 5 Oct (60 minutes), 12 Oct (none), 19 Oct (rest) and 26 Oct (not recorded)
    assert october == MonthMoved(date(2026, 10, 1), 30.0, 2, 0, 1, 1)


@pytest.fixture
def letrozole(diary, clock):
    """Taken from 28 October on; missed on 5, skipped on 6 and nothing said on 7 November."""
    clock.stand_at(datetime(2026, 10, 28, 5, tzinfo=UTC))
    plan = diary.plans.add_medicine("letrozole", Schedule(date(2026, 10, 1), times=(time(8),)))
    for n in range(26):
        day = date(2026, 10, 28) + timedelta(days=n)
        clock.stand_at(datetime(day.year, day.month, day.day, 8, tzinfo=UTC))
        if day == date(2026, 11, 5):
            diary.reminders.answer(f"{plan.id}:{day}:08:00", State.MISSED)
        elif day == date(2026, 11, 6):
            diary.log_text("skipped letrozole")
        elif day != date(2026, 11, 7):
            diary.log_text("took letrozole")
    clock.stand_at(datetime(2026, 11, 23, 11, tzinfo=UTC))
    return plan


def test_doses_are_counted_since_the_first_one_on_record(diary, letrozole):
    expected = (MonthTaken(date(2026, 10, 1), 4, 4, 0), MonthTaken(date(2026, 11, 1), 22, 19, 2))
    assert diary.bones.timeline().taken == expected
    november = diary.reminders.keeping.by_month(letrozole.id)[-1].counts
    assert (november.planned, november.taken, november.missed + november.skipped) == (22, 19, 2)


def test_today_counts_once_something_is_said_of_it(diary, letrozole):
    diary.log_text("took letrozole")
    diary.log_text("took letrozole", confirmed=True)
    assert diary.bones.timeline().taken[-1] == MonthTaken(date(2026, 11, 1), 23, 20, 2)


def test_only_what_was_said_of_no_dose_is_on_record_too(diary, clock):
    plan = diary.plans.add_medicine("letrozole", Schedule(date(2026, 11, 1), times=(time(8),)))
    for day in (20, 21):
        diary.reminders.answer(f"{plan.id}:2026-11-{day}:08:00", State.MISSED)
    assert diary.bones.timeline().taken == (MonthTaken(date(2026, 11, 1), 3, 0, 2),)
    diary.log_text("took letrozole 20 nov")  # she had been wrong
    assert diary.bones.timeline().taken == (MonthTaken(date(2026, 11, 1), 3, 1, 1),)


def test_a_pause_of_her_therapy_asks_for_no_dose(diary, letrozole):
    diary.person.therapy.say("began", date(2026, 9, 1), "letrozole")
    diary.person.therapy.say("paused", date(2026, 11, 3))
    diary.person.therapy.say("resumed", date(2026, 11, 10))
    november = diary.bones.timeline().taken[-1]
    # 1 and 2 and 10 to 22 November are 15 days of therapy; of 21 days something is on record
    assert (november.days, november.not_recorded) == (21, 0)
