"""A day's nutrients: unknown is not zero, none taken is not not-recorded."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.entries import Intake, Source
from bonecoach.core.nutrients import Nutrient, amounts, only
from bonecoach.core.targets import Target
from bonecoach.core.totals import share_on
from tests.makers import MONDAY, at, food, supplement, total_on

CALCIUM, ZINC, K2, D = Nutrient.CALCIUM, Nutrient.ZINC, Nutrient.VITAMIN_K2, Nutrient.VITAMIN_D
MG = CALCIUM.ng_per_unit
ON_INHIBITOR = Target(low=1200, high=1200, upper_limit=2000)


def calcium(*intakes, target=ON_INHIBITOR, none_taken=False):
    return total_on(MONDAY, CALCIUM, intakes, target, none_taken=none_taken)


def test_food_and_supplements_are_told_apart_and_add_up():
    total = calcium(food(calcium_mg=244), supplement(calcium_mg=500), supplement(clock="18:00", calcium_mg=500))
    assert (total.amount, total.food, total.supplement) == (1244 * MG, 244 * MG, 1000 * MG)
    assert total.met is True
    assert total.at_least is False


def test_a_food_without_a_value_makes_the_total_at_least():
    total = calcium(food(calcium_mg=244), food(calcium_mg=None))
    assert total.amount == 244 * MG
    assert total.at_least is True


def test_only_unknown_food_is_an_unknown_total():
    total = calcium(food())
    assert total.amount is None
    assert total.food is None
    assert total.supplement == 0
    assert total.met is None


def test_a_day_not_recorded_is_unknown_and_a_day_of_none_taken_is_zero():
    assert calcium().amount is None
    assert calcium().food is None
    nothing = calcium(none_taken=True)
    assert (nothing.amount, nothing.food, nothing.supplement, nothing.met) == (0, 0, 0, False)


def test_a_calcium_tablet_says_that_it_holds_no_zinc():
    total = total_on(MONDAY, ZINC, [supplement(calcium_mg=500)], Target())
    assert total.amount == 0
    assert total.at_least is False
    assert total.met is None


def test_tablets_logged_in_one_line_for_one_time_were_taken_together():
    # 500 + 300 in one line at 08:00 are 800; 600 alone at noon is less.
    total = calcium(
        supplement(calcium_mg=500, together="line"),
        supplement(calcium_mg=300, together="line"),
        supplement(clock="12:00", calcium_mg=600),
    )
    assert total.largest_single_dose == 800 * MG


def test_tablets_of_one_line_for_two_times_are_two_doses():
    total = calcium(
        supplement(calcium_mg=500, together="line"), supplement(clock="18:00", calcium_mg=300, together="line")
    )
    assert total.largest_single_dose == 500 * MG


def test_food_is_no_dose():
    assert calcium(food(calcium_mg=900)).largest_single_dose is None


def test_above_the_limit_counts_all_or_supplements_only():
    # IOM2011: 2000 mg of calcium from all sources from 51; IOM1997: 350 mg of magnesium from supplements only.
    assert calcium(food(calcium_mg=1900), supplement(calcium_mg=101)).above_limit is True
    assert calcium(food(calcium_mg=1900), supplement(calcium_mg=100)).above_limit is False
    magnesium = Target(low=320, high=320, upper_limit=350, limit_applies_to="supplement")
    eaten = food(magnesium_mg=600)
    tablet = supplement(magnesium_mg=350)
    assert total_on(MONDAY, Nutrient.MAGNESIUM, [eaten, tablet], magnesium).above_limit is False
    assert total_on(MONDAY, Nutrient.MAGNESIUM, [eaten, tablet, tablet], magnesium).above_limit is True


def test_vitamin_k2_of_food_is_never_complete():
    cheese = food(vitamin_k2_ug=10, k2_estimate=True)
    total = total_on(MONDAY, K2, [cheese, supplement(vitamin_k2_ug=100)], Target())
    assert total.amount == 110 * K2.ng_per_unit
    assert total.at_least is True
    assert total.estimate is True
    pill = total_on(MONDAY, K2, [supplement(vitamin_k2_ug=100)], Target())
    assert pill.at_least is False
    assert pill.estimate is False


def test_a_weekly_dose_counts_a_seventh_a_day():
    # 7000 IU are 175 µg; a seventh is 25 µg.
    weekly = Intake(
        moment=at(), name="Vitamin D", source=Source.SUPPLEMENT, amounts=only(vitamin_d_ug=175), spread_days=7
    )
    for day in range(7):
        assert total_on(MONDAY + timedelta(days=day), D, [weekly], Target()).amount == 25_000
    assert share_on(weekly, D, MONDAY + timedelta(days=7)) == 0
    assert share_on(weekly, D, MONDAY - timedelta(days=1)) == 0


@given(st.integers(0, 10**12), st.integers(1, 366))
def test_the_parts_of_a_spread_dose_add_up_to_it(nanograms, days):
    dose = Intake(
        moment=at(),
        name="Vitamin D",
        source=Source.SUPPLEMENT,
        amounts=only(vitamin_d_ug=nanograms).times(1),
        spread_days=days,
    )
    parts = [share_on(dose, D, MONDAY + timedelta(days=n)) for n in range(days)]
    assert sum(parts) == dose.amounts.get(D)
    assert max(parts) - min(parts) <= 1


def test_a_dose_too_large_is_one_of_calcium_above_500_mg_at_once():
    # ODS, secondary: at most 500 mg is well absorbed at once.
    def too_large(*intakes, nutrient=CALCIUM):
        return total_on(MONDAY, nutrient, intakes, Target()).dose_too_large

    assert too_large(supplement(calcium_mg=500)) is False
    assert too_large(supplement(calcium_mg=501)) is True
    assert too_large(supplement(calcium_mg=500), supplement(clock="20:00", calcium_mg=500)) is False
    assert too_large(food(calcium_mg=900)) is False
    assert too_large(supplement(magnesium_mg=900), nutrient=Nutrient.MAGNESIUM) is False


def test_what_a_tablet_of_unknown_strength_brings_is_unknown_and_never_none():
    tablet = replace(supplement(calcium_mg=500), amounts=amounts(vitamin_d_ug=25))
    total = total_on(MONDAY, CALCIUM, [tablet], Target())
    assert (total.amount, total.food, total.supplement, total.largest_single_dose) == (None, 0, None, None)
