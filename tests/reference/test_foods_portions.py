"""Household words for portions."""

import pytest

from bonecoach.core.foods import Portion
from bonecoach.reference.portions import portion_named


@pytest.mark.parametrize(
    ("food", "word", "grams"),
    [
        ("milk", "glass", 244),
        ("milk", "glasses", 244),
        ("milk", "cups", 244),
        ("milk", "large glass", 350),
        ("milk", "1 cup", 244),
        ("milk", "tablespoons", 15),
        ("sardines", "tin", 92),
        ("sardines", "cans", 92),
        ("sardines", "sardines", 12),
        ("yogurt", "container", 150),
        ("yogurt", "tub", 150),
        ("yogurt", "small pot", 125),
        ("bread", "slices", 30),
        ("bread", "round", 30),
        ("eggs", "eggs", 50),
        ("medium eggs", "medium eggs", 44),
        ("almonds", "almonds", 1.2),
        ("almonds", "handful", 28.35),
        ("cherry tomatoes", "cherry tomatoes", 15),
        ("pork chops", "pork chops", 120),
        ("brazil nuts", "brazil nuts", 5),
        ("bacon", "strips", 12),
        ("rice", "portion", 158),
        ("natto", "packet", 45),
    ],
)
def test_a_portion_is_known_by_the_word_people_use(foods, food, word, grams):
    assert foods.portion(foods.named(food), word).grams == grams


@pytest.mark.parametrize(
    ("food", "word"), [("milk", "slice"), ("milk", "milk"), ("milk", "pint"), ("rice", ""), ("egg", "!")]
)
def test_a_word_the_food_is_not_measured_by_is_none(foods, food, word):
    assert foods.portion(foods.named(food), word) is None


def test_measures_by_volume_are_worked_out_from_one_another(foods):
    # a US cup is 236.588 ml, so 244 g of milk in a cup are 1.0313 g in a millilitre
    milk = foods.named("milk")
    assert foods.portion(milk, "ml").grams == pytest.approx(1.0313, abs=1e-4)
    assert foods.portion(milk, "litre").grams == pytest.approx(1031.3, abs=0.1)
    assert foods.portion(milk, "teaspoon").grams == pytest.approx(5.083, abs=1e-3)


def test_one_of_several_is_a_part_of_their_weight():
    portions = (Portion("3 oz", 85), Portion("6 medium", 84), Portion("0.5 cup, sliced", 45))
    assert portion_named(portions, "medium") == Portion("medium", 14)
    assert portion_named(portions, "cup") == Portion("cup", 90)
    assert portion_named(portions, "oz").grams == pytest.approx(28.33, abs=0.01)


def test_the_plain_portion_goes_before_the_particular_one():
    portions = (Portion("1 cup, chopped", 70), Portion("1 cup", 90))
    assert portion_named(portions, "cup").grams == 90


def test_a_number_before_the_word_counts():
    portions = (Portion("0.5 cup", 45), Portion("1 tbsp", 6))
    assert portion_named(portions, "0.5 cup") == Portion("0.5 cup", 45)
    assert portion_named(portions, "1 tbsp") == Portion("1 tbsp", 6)
    assert portion_named(portions, "2 cups") == Portion("2 cups", 180)
    assert portion_named(portions, "2 slices") is None


def test_a_serving_is_the_usual_portion_where_none_is_called_so():
    assert portion_named((Portion("fillet", 71),), "serving") == Portion("fillet", 71)
    assert portion_named((), "serving") is None


def test_a_glass_of_a_drink_is_a_cup_and_of_other_food_nothing():
    juice = (Portion("1 cup", 248), Portion("1 fl oz", 31))
    assert portion_named(juice, "glass").grams == 248
    assert portion_named((Portion("1 fl oz", 31),), "glass").grams == pytest.approx(248)
    assert portion_named((Portion("1 cup", 158),), "glass") is None
