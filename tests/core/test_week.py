"""A week as every view shows it."""

from datetime import timedelta

import pytest

from bonecoach.core.entries import Dose, Event
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import Target
from tests.makers import MONDAY, at, day_state, food, joint_pain, session, supplement, week_of_entries

CALCIUM = Nutrient.CALCIUM
MG = CALCIUM.ng_per_unit
TARGET = {CALCIUM: Target(low=1200, high=1200, upper_limit=2000)}


def on(n):
    return MONDAY + timedelta(days=n)


def test_the_mean_is_of_recorded_days_only():
    # (1300 + 800) / 2 recorded days = 1050; one of the two reached 1200.
    week = week_of_entries([food(on(0), calcium_mg=1300), supplement(on(2), calcium_mg=800)], targets=TARGET)
    calcium = week.nutrients[CALCIUM]
    assert calcium.mean_per_recorded_day == 1050 * MG
    assert (calcium.days_met, calcium.days_recorded, calcium.days_without_food) == (1, 2, 1)
    assert calcium.at_least is False


def test_a_recorded_day_without_a_known_amount_makes_the_mean_at_least():
    # 1300 mg and one day of unknown: at least 650 a day.
    week = week_of_entries([food(on(0), calcium_mg=1300), food(on(1))], targets=TARGET)
    assert week.nutrients[CALCIUM].mean_per_recorded_day == 650 * MG
    assert week.nutrients[CALCIUM].at_least is True


def test_a_week_without_records_has_no_mean():
    calcium = week_of_entries(targets=TARGET).nutrients[CALCIUM]
    assert calcium.mean_per_recorded_day is None
    assert calcium.days_met == 0


def test_the_mean_is_its_part_of_food_and_its_part_of_supplements():
    # Food 600 on one day, supplements 500 and 2100 on two: (600 + 500 + 2100) / 3 recorded days; the third is too much.
    eaten = [food(on(0), calcium_mg=600), supplement(on(1), calcium_mg=500), supplement(on(2), calcium_mg=2100)]
    calcium = week_of_entries(eaten, targets=TARGET).nutrients[CALCIUM]
    assert calcium.food_per_recorded_day == 200 * MG
    assert calcium.supplement_per_recorded_day == pytest.approx(2600 / 3 * MG)
    assert calcium.days_above_limit == 1
    unknown = week_of_entries([food(on(0))]).nutrients[CALCIUM]
    assert (unknown.food_per_recorded_day, unknown.supplement_per_recorded_day) == (None, None)


def test_without_a_target_no_day_is_judged():
    assert week_of_entries([food(calcium_mg=5)]).nutrients[CALCIUM].days_met is None


def test_pain_of_the_week_is_joint_pain_that_was_scored():
    week = week_of_entries([joint_pain(4), joint_pain(1, on(1)), joint_pain(6, on(2)), joint_pain(None, on(3))])
    assert (week.pain_worst, week.pain_median) == (6, 4)
    assert week_of_entries().pain_worst is None
    assert week_of_entries().pain_median is None


def test_a_day_tells_its_kinds_apart():
    dose = Dose(moment=at(), name="Letrozole", medicine="letrozole")
    fall = Event(moment=at(), name="Fall", event="fall")
    day = day_state(MONDAY, [food(calcium_mg=1), session(), dose, joint_pain(2), fall])
    assert len(day.intakes) == len(day.sessions) == 1
    assert day.doses == (dose,)
    assert day.events == (fall,)
    assert day.symptoms == (joint_pain(2),)
    assert day.food_logged is True


def test_a_day_is_recorded_by_an_intake_or_by_none_taken():
    assert day_state(MONDAY, [session()]).recorded is False
    assert day_state(MONDAY, none_taken=True).recorded is True
    assert day_state(MONDAY, [supplement(calcium_mg=5)]).recorded is True
    assert day_state(MONDAY, [supplement(calcium_mg=5)]).food_logged is False


def test_a_day_of_the_week_is_the_one_that_was_logged_on():
    walk = session(30, day=on(2))
    week = week_of_entries([walk])
    assert week.on(on(2)).entries == (walk,)
    assert week.on(on(6)).entries == ()
    with pytest.raises(KeyError):
        week.on(on(7))
