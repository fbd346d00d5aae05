"""Amounts: whole nanograms, unknown kept apart from zero."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.foods import Food, Portion
from bonecoach.core.nutrients import Amounts, Nutrient, amounts, only
from bonecoach.core.units import NG_PER_IU_VITAMIN_D

some_amounts = st.dictionaries(st.sampled_from(Nutrient), st.integers(0, 10**13)).map(Amounts)


def test_a_thousand_units_of_vitamin_d_are_twenty_five_micrograms():
    # 1 µg is 40 IU (IOM2011): 25 µg × 40 = 1000 IU.
    assert amounts(vitamin_d_ug=25).ng[Nutrient.VITAMIN_D] / NG_PER_IU_VITAMIN_D == 1000


def test_a_glass_of_milk_twice_is_twice_the_calcium_and_still_no_word_of_k2():
    # USDA whole milk: 113 mg a 100 g; 244 g hold 275.72 mg, two glasses 551.44 mg.
    milk = Food("m", "Whole milk", amounts(calcium_mg=113, vitamin_k2_ug=None), (Portion("glass", 244),))
    two = milk.amounts_in(2 * 244)
    assert two.in_unit(Nutrient.CALCIUM) == 551.44
    assert two.get(Nutrient.VITAMIN_K2) is None
    assert two.in_unit(Nutrient.VITAMIN_K2) is None


def test_a_supplement_holds_what_it_names_and_nothing_else():
    tablet = only(calcium_mg=500)
    assert tablet.get(Nutrient.CALCIUM) == 500_000_000
    assert tablet.get(Nutrient.ZINC) == 0


def test_a_negative_amount_is_refused():
    with pytest.raises(InvalidEntry) as refused:
        amounts(calcium_mg=-1)
    assert refused.value.code == "negative_amount"


def test_a_key_that_is_no_nutrient_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="calcium_kg"):
        amounts(calcium_kg=1)


@pytest.mark.parametrize("grams", [0, -5, 10_000])
def test_an_impossible_portion_is_refused(grams):
    with pytest.raises(InvalidEntry):
        Portion("glass", grams)


@given(some_amounts, st.integers(1, 50))
def test_so_many_times_is_the_same_as_adding_so_often(one, times):
    added = Amounts({nutrient: sum([amount] * times) for nutrient, amount in one})
    assert one.times(times) == added
    assert one.times(Fraction(times)) == added
    assert hash(one.times(times)) == hash(added)
