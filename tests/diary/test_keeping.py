"""How one plan was kept, by week, month and year, as its schedule was on each day."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bonecoach.core.adherence import Mark, together
from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule, Unit

TODAY = date(2026, 11, 23)


@pytest.fixture
def letrozole(diary, clock):
    """Planned since the first of November, taken on every day but the 5th (missed), the 6th and the 7th."""
    clock.stand_at(datetime(2026, 11, 1, 5, tzinfo=UTC))
    plan = diary.plans.add_medicine("letrozole", Schedule(date(2026, 11, 1), times=(time(8),)))
    for n in range(22):
        day = date(2026, 11, 1) + timedelta(days=n)
        clock.stand_at(datetime(2026, 11, day.day, 8, tzinfo=UTC))
        if day.day == 5:
            diary.reminders.answer(f"{plan.id}:{day}:08:00", State.MISSED)
        elif day.day == 6:
            diary.reminders.answer(f"{plan.id}:{day}:08:00", State.SKIPPED, reason="stomach")
        elif day.day != 7:
            diary.log_text("took letrozole")
    clock.stand_at(datetime(2026, 11, 23, 4, tzinfo=UTC))
    return plan


def marks(days):
    return {day.first.day: day.mark for day in days if day.mark is not Mark.TAKEN}


def test_twelve_whole_weeks_end_with_the_running_one(diary, letrozole):
    days = diary.reminders.keeping.by_week(letrozole.id)
    assert (len(days), days[0].first, days[-1].last) == (84, date(2026, 9, 7), date(2026, 11, 29))
    assert together(days) == (22, 19, 1, 1, 1)
    assert days[-1].mark is Mark.TO_COME


def test_weeks_begin_as_she_begins_them(diary, letrozole):
    diary.person.set_facts({"week_starts": "sunday"})
    days = diary.reminders.keeping.by_week(letrozole.id)
    assert (days[0].first.weekday(), days[-1].last) == (6, date(2026, 11, 28))


def test_a_month_day_by_day(diary, letrozole):
    days = diary.reminders.keeping.of_month(letrozole.id, TODAY)
    assert len(days) == 30
    not_taken = marks(days)
    assert {day: not_taken[day] for day in (5, 6, 7, 23, 30)} == {
        5: Mark.MISSED,
        6: Mark.SKIPPED,
        7: Mark.NOT_RECORDED,
        23: Mark.TO_COME,
        30: Mark.TO_COME,
    }
    assert {day.mark for day in diary.reminders.keeping.of_month(letrozole.id, date(2026, 2, 28))} == {Mark.NOT_PLANNED}


def test_five_calendar_years_month_by_month(diary, letrozole):
    months = diary.reminders.keeping.by_month(letrozole.id)
    assert (len(months), months[0].first, months[-1].first) == (59, date(2022, 1, 1), date(2026, 11, 1))
    assert months[-1].counts == (22, 19, 1, 1, 1)
    assert together(months[:-1]).planned == 0


def test_a_changed_schedule_counts_from_its_day(diary, clock, letrozole):
    diary.plans.change(letrozole.id, schedule=Schedule(date(2026, 11, 1), times=(time(8), time(20))))
    clock.advance(days=1)
    days = diary.reminders.keeping.of_month(letrozole.id, TODAY)
    assert [day.counts.planned for day in days[20:23]] == [1, 1, 2]


def test_other_medicines_are_not_counted_with_it(diary, letrozole):
    weekly = diary.plans.add_medicine("alendronate", Schedule(date(2026, 11, 1), Unit.WEEK), interval="week")
    assert together(diary.reminders.keeping.by_week(letrozole.id)) == (22, 19, 1, 1, 1)
    assert together(diary.reminders.keeping.by_week(weekly.id)).planned == 4  # Sundays from the first on


def lines(diary, first=date(2026, 11, 1), last=TODAY):
    return [(item.plan.label, item.plan.id, tuple(item.counts)) for item in diary.reminders.adherence(first, last)]


def test_stopped_and_begun_again_in_another_dose_it_is_one_line(diary, clock, letrozole):
    diary.plans.end(letrozole.id, date(2026, 11, 20))  # 20 days: missed the 5th, skipped the 6th, nothing on the 7th
    again = diary.plans.add_medicine("letrozole", Schedule(date(2026, 11, 22), times=(time(8),)), amount=5, unit="mg")
    diary.delete([entry.id for entry in diary.entries(date(2026, 11, 22), TODAY)])
    assert lines(diary) == [("Letrozole 5 mg", again.id, (21, 17, 1, 1, 2))]
    for plan in (letrozole, again):
        assert together(diary.reminders.keeping.by_week(plan.id)) == (21, 17, 1, 1, 2)
    diary.plans.end(again.id)
    assert lines(diary) == [("Letrozole 5 mg", again.id, (21, 17, 1, 1, 2))]  # all ended: by the last


def test_two_plans_of_one_medicine_are_one_line_by_the_first(diary, letrozole):
    diary.plans.add_medicine("letrozole", Schedule(date(2026, 11, 21), times=(time(20),)))
    assert lines(diary) == [("Letrozole 2.5 mg", letrozole.id, (24, 19, 1, 1, 3))]


def test_a_supplement_that_has_another_time_on_mondays_is_one_line_and_another_name_is_another(diary, clock):
    clock.stand_at(datetime(2026, 11, 1, 5, tzinfo=UTC))
    log, since = "calcium citrate 500", date(2026, 11, 1)
    reading = diary.read(log)
    days = Schedule(since, Unit.WEEK, weekdays=(1, 2, 3, 4, 5, 6), times=(time(8),))
    rest = diary.plans.add("Calcium citrate 500 mg", days, log=log, reading=reading)
    mondays = Schedule(date(2026, 11, 2), Unit.WEEK, times=(time(12),))
    apart = diary.plans.add("Calcium citrate 500 mg", mondays, log=log, reading=reading)
    supper = diary.plans.add("Calcium at supper", Schedule(since, times=(time(18),)), log=log, reading=reading)
    clock.stand_at(datetime(2026, 11, 23, 4, tzinfo=UTC))
    # 22 days are over, 1 to 22 November
    assert lines(diary) == [
        ("Calcium citrate 500 mg", rest.id, (22, 0, 0, 0, 22)),
        ("Calcium at supper", supper.id, (22, 0, 0, 0, 22)),
    ]
    assert together(diary.reminders.keeping.by_week(apart.id)).planned == 22


def test_all_and_one_say_the_same(diary, letrozole):
    first, last = date(2026, 9, 7), TODAY
    (item,) = diary.reminders.adherence(first, last)
    assert item.counts == together(diary.reminders.keeping.by_week(letrozole.id))


def test_a_plan_that_logs_nothing_has_nothing_to_keep(diary):
    plan = diary.plans.add("Call Anna", Schedule(TODAY, times=(time(8),)))
    assert together(diary.reminders.keeping.by_week(plan.id)).planned == 0
