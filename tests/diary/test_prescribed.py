"""Weekly and monthly vitamin D from a plan: taken once, counted until the next, and the rest of those days unknown."""

from datetime import date, time, timedelta
from fractions import Fraction

import pytest

from bonecoach.core.nutrients import Nutrient
from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule, Unit

TODAY = date(2026, 11, 23)
"""A Monday."""


def micrograms(diary, day, nutrient=Nutrient.VITAMIN_D):
    amount = diary.day(day).nutrients[nutrient].amount
    return None if amount is None else float(Fraction(amount, nutrient.ng_per_unit))


@pytest.fixture
def weekly(diary, clock):
    """20,000 IU on Mondays at noon, answered; it is a week later."""
    plan = diary.new_medicines.add(
        "vitamin d", Schedule(TODAY, Unit.WEEK, times=(time(12),)), 20000, "iu", "week", note="with a meal"
    )
    diary.reminders.answer(f"{plan.id}:{TODAY}:12:00", State.DONE)
    clock.advance(days=6)
    return plan


def test_done_counts_in_equal_parts_until_the_next_and_stands_as_taken(diary, weekly):
    assert (weekly.label, weekly.log) == ("Vitamin D 20000 IU", "vitamin d 20000 iu weekly")
    # 20,000 IU are 500 µg; a seventh of them is 71.43.
    days = [TODAY + timedelta(days=n) for n in range(-1, 8)]
    counted = [micrograms(diary, day) for day in days]
    assert (counted[0], counted[8]) == (None, None)
    assert counted[1:8] == [pytest.approx(500 / 7, abs=0.001)] * 7
    assert sum(counted[1:8]) == pytest.approx(500)
    (item,) = diary.reminders.adherence(TODAY, TODAY)
    assert item.counts == (1, 1, 0, 0, 0)
    assert [entry.label for entry in diary.entries()] == ["Vitamin D 20000 IU"]


def test_days_on_which_nothing_else_was_logged_stay_unknown_in_the_rest(diary, weekly):
    wednesday = diary.day(TODAY + timedelta(days=2))
    assert not wednesday.recorded
    assert wednesday.nutrients[Nutrient.CALCIUM].amount is None
    assert wednesday.nutrients[Nutrient.VITAMIN_D].food is None
    week = diary.week(TODAY)
    assert week.nutrients[Nutrient.CALCIUM].days_recorded == 1


def test_none_taken_is_nothing_but_the_part_that_was_spread(diary, weekly):
    day = TODAY + timedelta(days=3)
    diary.none_taken(day)
    assert micrograms(diary, day, Nutrient.CALCIUM) == 0
    assert micrograms(diary, day) == pytest.approx(500 / 7, abs=0.001)


def test_food_of_the_day_is_added_to_its_part(diary, weekly):
    diary.log_text("1 glass milk")
    today = diary.today()
    assert micrograms(diary, today) == pytest.approx(500 / 7 + 3.17, abs=0.1)
    assert micrograms(diary, today, Nutrient.CALCIUM) == pytest.approx(275.7, abs=1)


def test_a_reminder_that_logs_without_the_word_is_spread_by_its_schedule(diary):
    log = "d3 3000 iu"
    reading = diary.plans.understood(log)
    plan = diary.plans.add("D3", Schedule(TODAY, Unit.MONTH, times=(time(12),)), log=log, reading=reading)
    diary.reminders.answer(f"{plan.id}:{TODAY}:12:00", State.DONE)
    (entry,) = diary.entries()
    assert entry.spread_days == 30


@pytest.mark.parametrize(
    ("name", "amount", "interval", "log"),
    [
        ("d3", 20000, "week", "d3 20000 iu weekly"),
        ("vitamin d", 50000, "month", "vitamin d 50000 iu monthly"),
        ("vitamin d", 100000, "6months", "vitamin d 100000 iu every 6 months"),
        ("d3", 1000, "day", "d3 1000 iu"),
    ],
)
def test_what_done_logs_says_for_how_long_it_is(diary, name, amount, interval, log):
    plan = diary.new_medicines.add(name, Schedule(TODAY), amount, "iu", interval)
    assert plan.log == log


@pytest.mark.parametrize(
    ("typed", "interval"),
    [
        ("d3 20000 iu weekly", "week"),
        ("vitamin d 50000 iu monthly", "month"),
        ("d3 1000 iu", "day"),
        ("d3 20000 iu fortnightly", "day"),
    ],
)
def test_a_name_that_says_how_often_fills_that_in(diary, typed, interval):
    assert diary.new_medicines.known(typed).interval == interval
