"""Advice on what was taken; food alone never brings any."""

import pytest

from bonecoach.coach import advise_day
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Profile
from bonecoach.core.targets import Target
from tests.makers import MONDAY, day_state, food, supplement

# IOM2011: calcium 2000 mg from all sources; IOM1997: magnesium 350 mg from supplements; IOM2001: zinc 40 mg from all.
TARGETS = {
    Nutrient.CALCIUM: Target(1200, 1200, 2000, limit_source="IOM2011", limit_status="secondary"),
    Nutrient.MAGNESIUM: Target(320, 320, 350, "supplement", limit_source="IOM1997", limit_status="secondary"),
    Nutrient.ZINC: Target(8, 8, 40, limit_source="IOM2001", limit_status="secondary"),
}


def advice(*entries, **profile):
    return advise_day(day_state(MONDAY, entries, targets=TARGETS, profile=Profile(**profile)))


def codes(*entries, **profile):
    return [a.code for a in advice(*entries, **profile)]


@pytest.mark.parametrize(("mg", "said"), [(500, []), (501, ["split_calcium"]), (1000, ["split_calcium"])])
def test_more_than_five_hundred_at_once_is_better_split(mg, said):
    assert codes(supplement(calcium_mg=mg)) == said


def test_the_dose_is_told_in_milligrams_with_its_source():
    (split,) = advice(supplement(calcium_mg=600))
    assert split.facts == {"dose_mg": 600, "largest_mg": 500}
    assert (split.source, split.status) == ("ODS", "secondary")


def test_a_day_of_oysters_is_no_alarm():
    assert codes(food(zinc_mg=70)) == []
    assert codes(food(zinc_mg=70), supplement(zinc_mg=5)) == []


def test_supplements_that_carry_a_day_above_the_limit_are_said():
    (above,) = advice(food(zinc_mg=15), supplement(zinc_mg=30))
    assert above.code == "above_limit"
    assert above.facts == {"nutrient": Nutrient.ZINC, "amount": 45, "limit": 40, "applies_to": "all"}
    assert codes(food(zinc_mg=70), supplement(zinc_mg=50)) == ["above_limit"]


def test_magnesium_of_food_is_never_held_against_the_limit():
    assert codes(food(magnesium_mg=900), supplement(magnesium_mg=350)) == []
    (above,) = advice(food(magnesium_mg=900), supplement(magnesium_mg=400))
    assert above.facts["amount"] == 400


def test_vitamin_k_tablets_with_warfarin_come_first():
    both = (supplement(vitamin_k2_ug=100), supplement(calcium_mg=600))
    assert codes(*both) == ["split_calcium"]
    assert codes(*both, warfarin=True) == ["vitamin_k_with_warfarin", "split_calcium"]
    assert codes(supplement(vitamin_k1_ug=90), warfarin=True) == ["vitamin_k_with_warfarin"]
    assert codes(food(vitamin_k2_ug=900), warfarin=True) == []
