"""Plant drinks are no nuts, and how a food was cut, made or bought is understood or said to be left out."""

from __future__ import annotations

import pytest

from bonecoach.core.entries import Intake
from bonecoach.phrase.line import EntryLine
from bonecoach.phrase.reading import Part
from tests.phrase.conftest import Read, ReadPart


def eaten(part: Part) -> str:
    assert part.problem is None, part.problem
    (entry,) = part.entries
    assert isinstance(entry, Intake)
    return entry.name


def notes(part: Part) -> list[str]:
    return [note.code for note in part.notes]


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("cup fortified almond drink", "Fortified almond drink"),
        ("almond drink", "Fortified almond drink"),
        ("glass of almond milk drink", "Fortified almond drink"),
        ("alpro almond", "Fortified almond drink"),
        ("glass oat drink", "Fortified oat drink"),
        ("200 ml barista oat drink", "Fortified oat drink"),
        ("rice drink 200ml", "Fortified rice drink"),
        ("coconut drink", "Fortified coconut drink"),
        ("coconut milk 1 cup", "Canned coconut milk"),
        ("soya drink 200 ml", "Fortified soy drink"),
        ("unsweetened soya drink", "Fortified soy drink"),
        ("cashew drink", "Fortified plant drink"),
        ("hazelnut milk 1 glass", "Fortified plant drink"),
        ("soya yogurt", "Soy yogurt"),
        ("oat yogurt 150 g", "Plant-based yogurt"),
        ("almond yoghurt", "Plant-based yogurt"),
        ("almond butter", "Almond butter"),
        ("cashew butter 1 tbsp", "Cashew butter"),
        ("almond flour 30 g", "Almond flour"),
        ("ground almonds 2 tbsp", "Almond flour"),
        ("coconut oil 1 tbsp", "Coconut oil"),
        ("walnut oil 1 tsp", "Nut oil"),
        ("peanut oil", "Vegetable oil"),
        ("milk drink", "Whole milk"),
        ("2 drinks of milk", "Whole milk"),
        ("milk to drink", "Whole milk"),
        ("handful almonds", "Almonds"),
    ],
)
def test_a_drink_a_butter_an_oil_or_a_flour_never_becomes_the_nut(part: ReadPart, text: str, food: str) -> None:
    assert eaten(part(text)) == food


@pytest.mark.parametrize(
    ("text", "about", "fix"),
    [
        ("walnut drink", "walnut drink", None),
        ("almond cheese 30 g", "almond cheese", None),
        ("oat cream", "oat cream", None),
        ("salmon sandwich", "salmon sandwich", None),
        ("almond bread 2 slices", "almond bread", None),
        ("oat cake", "oat cake", "oatcakes"),
    ],
)
def test_two_foods_in_a_row_are_a_third_and_unknown_where_no_table_has_it(
    part: ReadPart, text: str, about: str, fix: str | None
) -> None:
    problem = part(text).problem
    assert problem is not None
    assert (problem.code, problem.text, problem.fix) == ("not_known", about, fix)


@pytest.mark.parametrize(
    "text", ["unfortified oat drink", "soya cheese", "coconut oil frobnicate", "cup frobnicated almonds"]
)
def test_what_counts_is_not_left_out_and_no_fix_says_the_opposite(part: ReadPart, text: str) -> None:
    problem = part(text).problem
    assert problem is not None
    assert problem.fix is None


def test_a_drink_beside_something_eaten_is_not_lost(read: Read) -> None:
    nuts, drink = read("almonds and a drink").parts
    assert nuts.problem is None
    assert drink.problem is not None


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("grated cheddar 30 g", "Cheddar"),
        ("30g cheddar, grated", "Cheddar"),
        ("thinly sliced cheddar", "Cheddar"),
        ("a slice of cheddar", "Cheddar"),
        ("crumbled feta 30 g", "Feta"),
        ("2 sliced bananas", "Banana"),
        ("freshly squeezed orange juice", "Orange juice"),
        ("homemade soup", "Vegetable soup"),
        ("a bowl of hot soup", "Vegetable soup"),
        ("flaked almonds", "Almonds"),
        ("organic milk", "Whole milk"),
        ("semi skimmed", "Semi-skimmed milk"),
        ("low fat yogurt", "Low-fat yogurt"),
        ("half fat cheddar", "Reduced-fat cheddar"),
        ("tinned salmon", "Canned pink salmon with bone"),
        ("canned chickpeas", "Cooked chickpeas"),
        ("boiled egg", "Boiled egg"),
        ("hot chocolate", "Hot chocolate"),
        ("drinking chocolate", "Hot chocolate"),
    ],
)
def test_everyday_words_of_food_are_understood_without_a_word(part: ReadPart, text: str, food: str) -> None:
    read = part(text)
    assert eaten(read) == food
    assert set(notes(read)) <= {"usual_portion", "similar", "varies"}


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        # Portions of the table: a banana 118 g, a cup of it sliced 150 g; a cup of cheddar 113 g, diced 132 g.
        ("2 sliced bananas", 236),
        ("2 cups sliced banana", 300),
        ("1 cup diced cheddar", 132),
        ("1 cup grated cheddar", 113),
    ],
)
def test_a_cut_that_the_portions_know_counts_and_is_no_portion_by_itself(
    part: ReadPart, text: str, grams: float
) -> None:
    (entry,) = part(text).entries
    assert isinstance(entry, Intake)
    assert entry.grams == grams


@pytest.mark.parametrize(
    ("text", "food", "words"),
    [
        ("boiled broccoli", "Cooked broccoli", "boiled"),
        ("roasted peanuts", "Peanuts", "roasted"),
        ("smoked gouda", "Gouda", "smoked"),
        ("tesco greek yogurt 170g", "Greek yogurt", "tesco"),
        ("yeo valley yogurt 150g", "Plain yogurt", "yeo valley"),
        ("gluten free bread", "White bread", "gluten free"),
        ("salted almonds", "Almonds", "salted"),
        ("tinned spinach", "Cooked spinach", "tinned"),
        ("extra mature gouda", "Gouda", "extra mature"),
        ("baked beans low sugar 300 mg calcium", "Baked beans", "low sugar"),
    ],
)
def test_what_changes_little_is_said_to_be_counted_like_the_ordinary_food(
    part: ReadPart, text: str, food: str, words: str
) -> None:
    read = part(text)
    assert eaten(read) == food
    assert {note.facts["words"] for note in read.notes if note.code == "as_ordinary"} == {words}


@pytest.mark.parametrize(
    ("text", "food"),
    [
        # Found in the whole table by all of its words, whatever the British call it.
        ("soya flour 30g", "Soy flour, low-fat"),
        ("tinned spinach 100 g", "Spinach, canned, cooked with oil"),
        ("raw broccoli 80 g", "Broccoli, raw"),
        ("grilled mackerel 100 g", "Cooked mackerel"),
    ],
)
def test_the_whole_table_is_searched_for_all_of_the_words(part: ReadPart, text: str, food: str) -> None:
    assert eaten(part(text)) == food


def test_what_is_typed_whole_is_the_first_way_to_finish_it(entry_line: EntryLine) -> None:
    def first(text: str) -> str:
        return entry_line.complete(text, len(text))[0].text

    for text in ("handful almonds", "30 g cheddar", "walk", "milk, almonds", "glass of whole milk"):
        assert first(text) == text
    assert first("2 glasses milk") == "2 glasses whole milk"
    assert first("handful almond") == "handful almonds"
    assert first("calcium").startswith("calcium citrate")
    kinds = [way.kind for way in entry_line.complete("calcium", 7, limit=40)]
    assert kinds.index("supplement") < kinds.index("staple")
    assert entry_line.complete("frobnicated", 11) == ()
