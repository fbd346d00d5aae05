"""Tables that cannot be true are refused with their file and line."""

import pytest

from bonecoach.core.errors import FaultyTable
from bonecoach.core.nutrients import Nutrient
from bonecoach.reference.food_rows import food_rows
from bonecoach.reference.food_shelves import food_shelves

USDA = """\
id,name,category,calcium_mg,vitamin_d_ug,vitamin_k1_ug,mk4_ug,mk7_ug,magnesium_mg,protein_g,zinc_mg,fibre_g,sodium_mg,tier,portions
p0001,"Coffee, brewed",Coffee,2,0,0.1,,,3,0.12,0.02,0,2,1,
s0001,"Milk, whole",Dairy,113,1.3,0.3,1,,10,3.15,0.37,0,43,2,1 cup = 244; 1 fl oz = 30.5
s0002,Natto,Legumes,217,0,23.1,,,115,19.4,3.03,5.4,7,2,1 cup = 175
s0003,"Cheese, cheddar",Dairy,710,0.6,2.4,8.6,,27,22.87,3.64,0,653,2,
s0004,Kipper,Fish,84,,0.1,,,46,24.58,1.36,0,918,4,
"""
K2 = """\
food,mk4_ug,mk5_ug,mk6_ug,mk7_ug,mk8_ug,mk9_ug,k2_total_ug,source,grade,status,applies_to,note
Natto,0,7.5,13.8,998,84.1,0,1103.4,Schurgers & Vermeer 2000,B,unconfirmed,s0002,
"Hard cheese",4.7,1.5,0.8,1.3,16.9,51.1,76.3,Schurgers & Vermeer 2000,B,unconfirmed,s0003,
"Swiss cheeses, range",,,,,,,,Walther 2021,B,unconfirmed,,2.3 to 131.2
"""
STAPLES = """\
id,name,other_names,row,note,common,portions
s-milk-whole,Whole milk,milk; full-fat milk,s0001,,1,glass = 244; cup = 244
s-natto,Natto,,s0002,,,pack = 45
s-coffee-milk,Coffee with milk,white coffee,p0001 210 + s0001 30,,,cup = 240
"""
SHELVES = """\
shelf,staples
milk,s-milk-whole; s-coffee-milk
soya,s-natto
"""


@pytest.fixture
def folder(tmp_path):
    for name, text in (("usda.csv", USDA), ("k2.csv", K2), ("staples.csv", STAPLES), ("shelves.csv", SHELVES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def spoil(folder, table, old, new):
    text = (folder / table).read_text(encoding="utf-8")
    assert old in text
    (folder / table).write_text(text.replace(old, new, 1), encoding="utf-8")


def refusal(folder):
    with pytest.raises(FaultyTable) as refused:
        food_rows(folder)
    assert refused.value.facts["reason"]
    return refused.value.code, refused.value.facts["table"], refused.value.facts["line"]


def test_sound_tables_are_read(folder):
    staples, usda = food_rows(folder)
    assert [row.id for row in staples] == ["s-milk-whole", "s-natto", "s-coffee-milk"]
    assert [row.id for row in usda] == ["p0001", "s0002", "s0001", "s0003", "s0004"]


def test_blank_is_unknown_and_zero_is_zero(folder):
    kipper = next(row for row in food_rows(folder)[1] if row.id == "s0004")
    assert kipper.ng[Nutrient.VITAMIN_D] is None
    assert kipper.ng[Nutrient.FIBRE] == 0
    assert kipper.ng[Nutrient.VITAMIN_K2] is None


def test_a_measured_form_stands_and_the_literature_fills_the_others(folder):
    cheddar = next(row for row in food_rows(folder)[1] if row.id == "s0003")
    # 8.6 of the USDA for MK-4; 1.5 + 0.8 + 1.3 + 16.9 + 51.1 of the paper for the rest
    assert cheddar.ng[Nutrient.VITAMIN_K2] == 80_200
    assert cheddar.k2_estimate


def test_what_the_usda_measured_is_no_estimate(folder):
    milk = next(row for row in food_rows(folder)[1] if row.id == "s0001")
    assert milk.ng[Nutrient.VITAMIN_K2] == 1_000
    assert not milk.k2_estimate


def test_a_total_without_forms_is_the_estimate(folder):
    spoil(folder, "k2.csv", "Natto,0,7.5,13.8,998,84.1,0,1103.4", "Natto,,,,,,,1103.4")
    assert food_rows(folder)[0][1].ng[Nutrient.VITAMIN_K2] == 1_103_400


def test_a_mixture_holds_what_its_parts_hold(folder):
    coffee = food_rows(folder)[0][2]
    # (2 mg x 210 g + 113 mg x 30 g) / 240 g = 15.875 mg
    assert coffee.ng[Nutrient.CALCIUM] == 15_875_000
    assert coffee.ng[Nutrient.VITAMIN_K2] is None  # unknown of the coffee
    assert coffee.base == ""


def test_a_common_staple_comes_before_the_others(folder):
    spoil(folder, "staples.csv", "s0002,,,", "s0002,,1,")
    spoil(folder, "staples.csv", "s0001,,1,", "s0001,,,")
    assert food_rows(folder)[0][0].id == "s-natto"


@pytest.mark.parametrize(
    ("table", "old", "new", "code", "line"),
    [
        ("usda.csv", "calcium_mg", "calcium_g", "wrong_columns", 1),
        ("usda.csv", "vitamin_d_ug", "vitamin_d_iu", "wrong_columns", 1),
        ("usda.csv", "p0001,", "p0001,extra,", "wrong_columns", 2),
        ("usda.csv", "Dairy,113,", "Dairy,41000,", "impossible_range", 3),
        ("usda.csv", "Dairy,113,", "Dairy,-1,", "impossible_range", 3),
        ("usda.csv", "Dairy,113,", "Dairy,nan,", "impossible_range", 3),
        ("usda.csv", "Dairy,113,", "Dairy,a lot,", "not_a_number", 3),
        ("usda.csv", "19.4,3.03", "194,3.03", "impossible_range", 4),
        ("usda.csv", "1 cup = 244", "1 cup = 0", "impossible_portion", 3),
        ("usda.csv", "1 cup = 244", "1 cup 244", "not_a_portion", 3),
        ("usda.csv", "1 cup = 244", "1 cup = lots", "not_a_portion", 3),
        ("usda.csv", "s0002,Natto", "s0001,Natto", "duplicate_id", 4),
        ("usda.csv", "s0002,Natto", "x0002,Natto", "missing_source", 4),
        ("usda.csv", "s0002,Natto", ",Natto", "missing_source", 4),
        ("usda.csv", "s0002,Natto", "s0002,", "missing_name", 4),
        ("usda.csv", "5.4,7,2,", "5.4,7,3,", "unknown_tier", 4),
        ("k2.csv", "mk7_ug", "mk7_mg", "wrong_columns", 1),
        ("k2.csv", "Schurgers & Vermeer 2000", "", "missing_source", 2),
        ("k2.csv", "unconfirmed", "hearsay", "unknown_status", 2),
        ("k2.csv", "998", "9980", "impossible_range", 2),
        ("k2.csv", "7.5", "75", "does_not_add_up", 2),
        ("k2.csv", "unconfirmed,s0002", "unconfirmed,s9999", "unknown_row", 2),
        ("k2.csv", "unconfirmed,s0003", "unconfirmed,s0002", "duplicate_id", 3),
        ("k2.csv", "unconfirmed,,2.3", "unconfirmed,s0001,2.3", "missing_amount", 4),
        ("staples.csv", "portions", "grams", "wrong_columns", 1),
        ("staples.csv", "s-milk-whole", "milk", "not_an_id", 2),
        ("staples.csv", "s-milk-whole", "s-Milk whole", "not_an_id", 2),
        ("staples.csv", "s-natto", "s-milk-whole", "duplicate_id", 3),
        ("staples.csv", "s0002,,", "s9999,,", "unknown_row", 3),
        ("staples.csv", "s0002,,", "s0002,toxic,", "unknown_note", 3),
        ("staples.csv", "s0002,,,", "s0002,,yes,", "not_a_mark", 3),
        ("staples.csv", "pack = 45", "", "missing_portion", 3),
        ("staples.csv", "pack = 45", "pack = -45", "impossible_portion", 3),
        ("staples.csv", "Natto,,", "Natto,Milk,", "duplicate_alias", 3),
        ("staples.csv", "Natto,,", "Natto,The milks,", "duplicate_alias", 3),
        ("staples.csv", "s-natto,Natto", 's-natto,"Natto, raw"', "comma_in_name", 3),
        ("staples.csv", "s-natto,Natto", "s-natto,...", "missing_name", 3),
        ("staples.csv", "210 + s0001 30", "210 + s0001", "not_a_mixture", 4),
        ("staples.csv", "210 + s0001 30", "210 + s0001 0", "not_a_mixture", 4),
        ("staples.csv", "210 + s0001 30", "210 + s9999 30", "unknown_row", 4),
    ],
)
def test_a_table_that_cannot_be_true_is_refused_at_its_line(folder, table, old, new, code, line):
    spoil(folder, table, old, new)
    assert refusal(folder) == (code, table, line)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("shelf,", "board,", "wrong_columns", 1),
        ("s-milk-whole; s-coffee-milk", "", "missing_name", 2),
        ("s-milk-whole; s-coffee-milk", "s-milk-whole; s0001", "unknown_row", 2),
        ("s-milk-whole; s-coffee-milk", "s-milk-whole; s-milk-whole", "duplicate_alias", 2),
        ("soya,", "Milks,", "duplicate_id", 3),
        ("soya,", "...,", "duplicate_id", 3),
    ],
)
def test_a_shelf_that_cannot_be_is_refused_at_its_line(folder, old, new, code, line):
    spoil(folder, "shelves.csv", old, new)
    with pytest.raises(FaultyTable) as refused:
        food_shelves(folder, {"s-milk-whole", "s-natto", "s-coffee-milk"})
    assert (refused.value.code, refused.value.facts["table"], refused.value.facts["line"]) == (
        code,
        "shelves.csv",
        line,
    )


def test_what_is_on_a_shelf_stays_in_its_order(folder):
    shelves = food_shelves(folder, {"s-milk-whole", "s-natto", "s-coffee-milk"})
    assert shelves == {"milk": ("s-milk-whole", "s-coffee-milk"), "soya": ("s-natto",)}


@pytest.mark.parametrize("table", ["usda.csv", "k2.csv", "staples.csv"])
def test_a_missing_table_is_refused(folder, table):
    (folder / table).unlink()
    assert refusal(folder) == ("missing_table", table, 0)


@pytest.mark.parametrize("content", [b"id,name\n\xff\xfe", b'"id\n'])
def test_what_is_no_table_is_refused(folder, content):
    (folder / "usda.csv").write_bytes(content)
    assert refusal(folder)[1] == "usda.csv"
