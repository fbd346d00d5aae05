"""Foods: portions in her own words, and every assumption said."""

from __future__ import annotations

import pytest

from bonecoach.core.entries import Intake, Source
from tests.phrase.conftest import ReadPart


def eaten(part: ReadPart, text: str) -> Intake:
    read = part(text)
    assert read.problem is None, read.problem
    [entry] = read.entries
    assert isinstance(entry, Intake)
    assert entry.source is Source.FOOD
    return entry


def codes(part: ReadPart, text: str) -> list[str]:
    return [note.code for note in part(text).notes]


def test_a_glass_of_milk_weighs_what_the_table_says(part: ReadPart) -> None:
    milk = eaten(part, "2 glasses milk")
    assert (milk.name, milk.quantity, milk.grams) == ("Whole milk", "2 glasses (488 g)", 488)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("milk 200 g", 200),
        ("200g milk", 200),
        ("0,5 kg yogurt", 500),
        ("2 x 150 g yogurt", 300),
        ("yogurt 150 g x 2", 300),
        ("milk 1 glass", 244),
        ("a glass of milk", 244),
        ("half a glass of milk", 122),
        ("two and a half glasses of milk", 610),
        ("2 glasses (488 g) milk", 488),
        ("almonds (30 g)", 30),
        ("2x milk", 488),
        ("milk 1", 244),
        ("milk", 244),
        ("3 oz salmon", 85.05),
    ],
)
def test_amounts_in_all_spellings(part: ReadPart, text: str, grams: float) -> None:
    assert eaten(part, text).grams == pytest.approx(grams, abs=0.01)


def test_pieces_are_counted_by_the_name_of_the_food(part: ReadPart) -> None:
    assert eaten(part, "10 almonds").grams == pytest.approx(12)
    assert eaten(part, "prunes x 2").quantity.startswith("2 (")
    assert codes(part, "10 almonds") == []


def test_a_bare_number_is_portions_up_to_24_and_grams_from_25(part: ReadPart) -> None:
    assert codes(part, "milk 2") == ["usual_portion"]
    assert codes(part, "milk 200") == ["took_grams"]
    assert eaten(part, "milk 200").grams == 200


def test_an_amount_that_names_no_number_is_the_usual_portion(part: ReadPart) -> None:
    for text in ("some milk", "a little milk", "a few almonds"):
        assert codes(part, text) == ["usual_portion"], text


def test_millilitres_weigh_what_the_food_weighs_or_a_gram(part: ReadPart) -> None:
    assert eaten(part, "milk 250 ml").grams == pytest.approx(257.8, abs=0.2)
    assert codes(part, "milk 250 ml") == []
    assert codes(part, "cod 100 ml") == ["ml_as_grams"]
    assert eaten(part, "cod 100 ml").grams == 100


def test_a_pint_is_the_imperial_one_and_the_american_one_is_named(part: ReadPart) -> None:
    read = part("1 pint of milk")
    assert [note.code for note in read.notes] == ["imperial_pint"]
    assert read.other == "473 ml of milk"


def test_a_size_the_food_has_not_is_said(part: ReadPart) -> None:
    assert codes(part, "huge glass of milk") == ["size_not_known"]
    assert codes(part, "glass huge milk") == ["size_not_known"]


def test_a_portion_the_food_has_not_is_refused_and_its_own_offered(part: ReadPart) -> None:
    problem = part("milk 3 sachets").problem
    assert problem is not None
    assert (problem.code, problem.text, problem.fix) == ("unknown_portion", "sachets", "milk 3 glass")
    assert "glass" in str(problem.facts["portions"])


def test_what_comes_in_a_tin_is_the_tinned_food(part: ReadPart) -> None:
    assert "bone" in eaten(part, "small tin of salmon").name
    assert part("tin of milk").problem is not None


def test_a_portion_may_stand_anywhere(part: ReadPart) -> None:
    assert eaten(part, "square of dark chocolate").quantity.startswith("1 square")
    assert eaten(part, "2 eggs large").quantity.startswith("2 large")


def test_two_foods_that_belong_together_are_two_entries(part: ReadPart) -> None:
    assert [entry.name for entry in part("2 eggs on toast").entries] == ["Egg", "White toast"]
    assert [entry.label for entry in part("coffee with skimmed milk").entries][1] == "Skimmed milk, 1 splash (30 g)"
    assert [entry.label for entry in part("porridge with skimmed milk").entries][1].startswith("Skimmed milk, 0.5 ")
    assert part("toast with frobnicate").problem is not None


def test_what_was_left_out_is_kept_as_a_note(part: ReadPart) -> None:
    assert eaten(part, "black coffee no sugar").note == "no sugar"
    assert eaten(part, "coffee without any milk").note == "without any milk"
    for text in ("milk no frobnicate", "milk not", "no milk"):
        assert part(text).problem is not None, text


def test_brackets_that_say_nothing_else_are_a_note(part: ReadPart) -> None:
    assert eaten(part, "milk (from the farm)").note == "from the farm"
    assert part("milk (frobnicate").problem is not None


def test_foods_without_an_everyday_name_are_found_by_all_of_their_words(part: ReadPart) -> None:
    read = part("orange juice fortified 1 glass")
    assert [note.code for note in read.notes] == ["best_match"]
    assert eaten(part, '"Cabbage, bok choy, raw" 100 g').name == "Cabbage, bok choy, raw"


def test_one_word_that_fits_many_foods_is_asked_about(part: ReadPart) -> None:
    problem = part("vegetables 100 g").problem
    assert problem is not None
    assert (problem.code, problem.text) == ("which_food", "vegetables")
    assert problem.fix is not None


def test_brands_and_minutes_are_no_foods(part: ReadPart) -> None:
    for text in ("a house", "took the dog out 30 min", "milk milk", "1000 mg omega fish"):
        assert part(text).problem is not None, text


def test_notes_of_the_table_are_passed_on(part: ReadPart) -> None:
    assert codes(part, "spinach 100 g") == ["oxalate"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("milk 0", "impossible_amount"),
        ("0 x milk", "impossible_amount"),
        ("milk 0 g", "impossible_amount"),
        ("milk 500 kg", "impossible_amount"),
        ("-5 g milk", "negative"),
        ("1e400 milk", "not_a_number"),
        ("milk\x00", "control_characters"),
        ("milk 2 glasses 3 glasses", "words_left"),
        ("chicken salad", "amount_missing"),
        ("chicken salad 2", "amount_missing"),
    ],
)
def test_what_cannot_be_eaten_is_refused(part: ReadPart, text: str, code: str) -> None:
    problem = part(text).problem
    assert problem is not None
    assert problem.code == code
