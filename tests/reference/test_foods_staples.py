"""The hand-made list of everyday foods."""

import csv

import pytest

from bonecoach.core.nutrients import Nutrient
from bonecoach.paths import resources
from bonecoach.reference.food_words import key

with (resources() / "foods" / "staples.csv").open(encoding="utf-8", newline="") as table:
    STAPLES = list(csv.DictReader(table))

BRITISH = """
yoghurt, natural yoghurt, porridge, rocket, courgette, aubergine, prawns, semi-skimmed milk, skimmed milk, double cream,
single cream, tinned salmon, tinned sardines, pilchards, runner beans, beetroot, soya milk, houmous, mince, gammon,
crisps, jacket potato, wholemeal bread, brown bread, baked beans, beans on toast, broad beans, butter beans, swede,
spring greens, linseed, sultanas, cuppa, white coffee, kippers, fish fingers, stilton, red leicester, fromage frais,
quark, marmite, weetabix, digestives, oatcakes, apple crumble, naan, chapati, pak choi, mange tout
"""


def all_names(staple):
    return [staple["name"], *(name.strip() for name in staple["other_names"].split(";") if name.strip())]


def test_there_are_staples_enough():
    assert len(STAPLES) >= 150


def test_every_staple_is_known_by_each_of_its_names(foods):
    astray = [
        (name, staple["id"])
        for staple in STAPLES
        for name in all_names(staple)
        if (found := foods.named(name)) is None or found.id != staple["id"]
    ]
    assert astray == []


def test_no_name_means_two_foods():
    keys = [key(name) for staple in STAPLES for name in all_names(staple)]
    assert len(keys) == len(set(keys))


def test_every_staple_knows_its_calcium_and_protein(foods):
    unknown = [
        staple["id"]
        for staple in STAPLES
        for nutrient in (Nutrient.CALCIUM, Nutrient.PROTEIN, Nutrient.MAGNESIUM)
        if foods.get(staple["id"]).per_100g.get(nutrient) is None
    ]
    assert unknown == []


def test_a_shown_name_can_be_typed_into_the_entry_line():
    """No comma, "and" or "plus", which part entries, and few enough words to be read as one name."""
    awkward = [
        staple["name"]
        for staple in STAPLES
        if {"and", "plus"} & set(staple["name"].split()) or "," in staple["name"] or len(staple["name"].split()) > 5
    ]
    assert awkward == []


def test_the_usual_portion_of_every_staple_is_something_one_eats_at_once(foods):
    odd = [
        (staple["id"], portion)
        for staple in STAPLES
        if not 3 <= (portion := foods.get(staple["id"]).portions[0]).grams <= 400
    ]
    assert odd == []


@pytest.mark.parametrize("british", [name.strip() for name in BRITISH.split(",")])
def test_british_names(foods, british):
    assert foods.named(british).staple


@pytest.mark.parametrize("greens", ["spinach", "raw spinach", "chard", "beet greens", "rhubarb"])
def test_greens_rich_in_oxalate_carry_a_note(foods, greens):
    assert foods.named(greens).note == "oxalate"


@pytest.mark.parametrize("varying", ["kale", "tofu", "calcium-set tofu"])
def test_foods_whose_calcium_varies_carry_a_note(foods, varying):
    assert foods.named(varying).note == "varies"


@pytest.mark.parametrize(
    ("said", "fortified"),
    [
        ("milk", True),
        ("2% milk", True),
        ("skim milk", True),
        ("semi-skimmed milk", False),  # British words for British milk, which has none added
        ("skimmed milk", False),
        ("semi-skimmed milk with vitamin D", True),
        ("soya milk", True),
        ("oat milk", True),
        ("almond milk", True),
        ("milk not fortified", False),
        ("UK semi-skimmed milk", False),
        ("unfortified soy milk", False),
        ("yogurt", False),
    ],
)
def test_vitamin_d_is_counted_where_it_was_added_and_nowhere_else(foods, said, fortified):
    vitamin_d = foods.named(said).per_100g.in_unit(Nutrient.VITAMIN_D)
    assert vitamin_d >= 0.9 if fortified else vitamin_d <= 0.1


@pytest.mark.parametrize("said", ["sardines", "tinned salmon", "canned mackerel", "tofu", "soya milk", "oat milk"])
def test_foods_eaten_for_their_calcium_have_it(foods, said):
    assert foods.named(said).per_100g.in_unit(Nutrient.CALCIUM) > 110
