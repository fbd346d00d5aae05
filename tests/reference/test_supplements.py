"""Supplements by everything people call them: compounds, bare vitamins and minerals, products by the unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.nutrients import Nutrient, only
from bonecoach.reference.sources import sources
from bonecoach.reference.supplements import UNITS, SupplementTable

TABLE = SupplementTable()


@pytest.mark.parametrize(
    ("words", "compound"),
    [
        ("calcium carbonate", "calcium_carbonate"),
        ("Calcium Citrate", "calcium_citrate"),
        ("citrate calcium", "calcium_citrate"),
        ("CaCO3", "calcium_carbonate"),
        ("carbonate", "calcium_carbonate"),
        ("mag citrate", "magnesium_citrate"),
        ("magnesium glycinate", "magnesium_bisglycinate"),
        ("magnesium l-threonate", "magnesium_threonate"),
        ("magnesium sulphate", "magnesium_sulfate"),
        ("milk of magnesia", "magnesium_hydroxide"),
        ("zinc picolinate", "zinc_picolinate"),
        ("whey", "whey_protein"),
    ],
)
def test_a_compound_is_found_by_its_names(words, compound):
    assert TABLE.compound(words).id == compound


@pytest.mark.parametrize(
    ("words", "nutrient", "shown"),
    [
        ("calcium", Nutrient.CALCIUM, "Calcium"),
        ("vitamin d", Nutrient.VITAMIN_D, "Vitamin D"),
        ("vit D", Nutrient.VITAMIN_D, "Vitamin D"),
        ("d3", Nutrient.VITAMIN_D, "Vitamin D3"),
        ("Vitamin-D3", Nutrient.VITAMIN_D, "Vitamin D3"),
        ("cholecalciferol", Nutrient.VITAMIN_D, "Vitamin D3"),
        ("d2", Nutrient.VITAMIN_D, "Vitamin D2"),
        ("k2", Nutrient.VITAMIN_K2, "Vitamin K2"),
        ("mk7", Nutrient.VITAMIN_K2, "Vitamin K2 (MK-7)"),
        ("k2 mk-7", Nutrient.VITAMIN_K2, "Vitamin K2 (MK-7)"),
        ("mk-4", Nutrient.VITAMIN_K2, "Vitamin K2 (MK-4)"),
        ("vitamin K1", Nutrient.VITAMIN_K1, "Vitamin K1"),
        ("mag", Nutrient.MAGNESIUM, "Magnesium"),
        ("zinc", Nutrient.ZINC, "Zinc"),
        ("protein", Nutrient.PROTEIN, "Protein"),
        ("fiber", Nutrient.FIBRE, "Fibre"),
        ("sodium", Nutrient.SODIUM, "Sodium"),
    ],
)
def test_a_vitamin_or_mineral_is_found_by_its_names(words, nutrient, shown):
    assert TABLE.nutrient(words) == (nutrient, shown)


@pytest.mark.parametrize("words", ["", "iron", "vitamin c", "vitamin k", "salt", "d3 1000 iu", "vitamins"])
def test_what_is_counted_nowhere_is_no_nutrient(words):
    # Salt is not sodium, and a bare "vitamin K" does not say whether K1 or K2.
    assert TABLE.nutrient(words) is None
    assert TABLE.compound(words) is None


@pytest.mark.parametrize("words", ["calcitriol", "alfacalcidol", "one-alpha", "calcifediol"])
def test_medicines_made_of_vitamin_d_are_no_vitamin_d_amounts(words):
    assert TABLE.nutrient(words) is TABLE.compound(words) is TABLE.product(words) is None
    assert TABLE.near(words) == []


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("Calcium + D 500/400", {"calcium_mg": 500, "vitamin_d_ug": 10}),  # 400 IU at 40 IU to 1 µg
        ("calcium d3 600/800", {"calcium_mg": 600, "vitamin_d_ug": 20}),
        ("calcium citrate d 315/250", {"calcium_mg": 315, "vitamin_d_ug": 6.25}),
        ("d3 + k2 2000/100", {"vitamin_d_ug": 50, "vitamin_k2_ug": 100}),
        ("whey scoop", {"calcium_mg": 130, "protein_g": 24}),
    ],
)
def test_a_product_holds_what_its_name_says_and_none_of_the_rest(words, held):
    assert TABLE.product(words).per_unit == only(**held)


def test_a_product_taken_by_several_units_says_so():
    # Typical gummies: 20 µg of vitamin D in two; bone formulas: 700 mg of calcium in four.
    gummies, formula = TABLE.product("multivitamin gummies"), TABLE.product("bone formula")
    assert (gummies.usual_units, gummies.per_unit.times(2).in_unit(Nutrient.VITAMIN_D)) == (2, 20)
    assert (formula.usual_units, formula.per_unit.times(4).in_unit(Nutrient.CALCIUM)) == (4, 700)


def test_products_and_strengths_can_be_cited_and_have_units_people_count_in():
    for product in (*TABLE.products(), *TABLE.strengths()):
        assert sources(product.source)
        assert product.unit in UNITS
        assert not product.own


def test_a_strength_says_its_amount_and_is_no_name_of_its_own():
    for strength in TABLE.strengths():
        assert TABLE.product(strength.name) is None
        (held,) = [amount for _, amount in strength.per_unit if amount]
        figure = float(strength.name.split()[-2])
        if strength.name.endswith(" IU"):
            assert held == figure * 25  # 1 IU of vitamin D is 25 ng
        elif "carbonate" in strength.name:
            assert held == figure * 0.4 * 1_000_000
        else:
            assert held == figure * (1_000 if strength.name.endswith("µg") else 1_000_000)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("calc", "Calcium citrate 500 mg"),
        ("d3", "Vitamin D3 1000 IU"),
        ("mk", "Vitamin K2 MK-7 100 µg"),
        ("multi", "Multivitamin"),
        ("zinc p", "Zinc picolinate 15 mg"),
    ],
)
def test_as_it_is_typed_usual_strengths_are_offered(typed, first):
    assert TABLE.search(typed)[0].name == first


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("calcium citrat", ["Calcium citrate", "Calcium citrate malate"]),
        ("vitamn d", ["Vitamin D"]),
        ("magnesum", ["Magnesium"]),
        ("multivitamn", ["Multivitamin"]),
        ("vitamin k", ["Vitamin K2", "Vitamin K2 (MK-7)"]),
        ("frobnicate", []),
    ],
)
def test_a_slip_or_half_a_name_offers_what_was_meant(typed, meant):
    assert TABLE.near(typed)[: len(meant) or None][:2] == meant


@given(st.text(max_size=40))
def test_any_text_is_answered(text):
    for name in TABLE.near(text):
        assert TABLE.compound(name) or TABLE.nutrient(name) or TABLE.product(name)
    assert len(TABLE.search(text, 3)) <= 3
