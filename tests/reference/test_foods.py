"""Finding foods by what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.nutrients import Nutrient
from bonecoach.reference.food_words import in_words


def names(foods, text, limit=8):
    return [food.name for food in foods.search(text, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("milk", "Whole milk"),
        ("mil", "Whole milk"),
        ("sard", "Canned sardines with bone"),
        ("yog", "Plain yogurt"),
        ("greek yo", "Greek yogurt"),
        ("che", "Cheddar"),
        ("salmon", "Cooked salmon"),
        ("tofu", "Firm tofu"),
        ("eggs", "Egg"),
        ("broc", "Cooked broccoli"),
        ("tinned salm", "Canned pink salmon with bone"),
        ("semi", "Semi-skimmed milk"),
        ("potatoes", "Boiled potatoes"),
        ("strawberri", "Strawberries"),
        ("creme", "Crème fraîche"),
        ("CRÈME", "Crème fraîche"),
        ("bread whole wheat", "Wholemeal bread"),
        ("coffee with", "Coffee with milk"),
    ],
)
def test_the_everyday_food_comes_first(foods, typed, first):
    assert names(foods, typed)[0] == first


@pytest.mark.parametrize("typed", ["black beans", "beans black", "bean black"])
def test_word_order_and_plural_do_not_matter(foods, typed):
    assert names(foods, typed)[0] == "Cooked black beans"


def test_all_foods_follow_the_staples(foods):
    found = foods.search("sardine", 8)
    assert [food.staple for food in found] == sorted((food.staple for food in found), reverse=True)
    assert "Sardine sandwich" in [food.name for food in found]


def test_the_row_behind_a_staple_is_not_listed_again(foods):
    assert "s15088" not in [food.id for food in foods.search("canned sardine", 8)]
    assert "Natto" not in names(foods, "natto")[1:]


def test_one_letter_asks_the_staples_only(foods):
    found = foods.search("m", 20)
    assert found
    assert all(food.staple for food in found)


def test_as_many_as_asked_for(foods):
    assert len(foods.search("milk", 3)) == 3
    assert foods.search("milk", 0) == []
    assert foods.search("milk", -1) == []


@pytest.mark.parametrize("text", ["", "   ", '"', "*", "xyzzyplugh", "日本", "ﬀﬁ", "\x00", "milk" * 1000, "a " * 5000])
def test_strange_text_finds_nothing_or_something_but_never_fails(foods, text):
    assert isinstance(foods.search(text), list)


@given(st.text(max_size=60))
def test_search_named_and_near_take_any_text(foods, text):
    foods.search(text)
    foods.named(text)
    foods.near(text)


@given(
    st.lists(st.sampled_from(["milk", "AND", "OR", "NOT", "NEAR", '"', "*", "-", "(", "^", "head:", "egg"]), max_size=6)
)
def test_words_of_the_query_language_are_only_words(foods, words):
    assert isinstance(foods.search(" ".join(words)), list)


@pytest.mark.parametrize(
    ("said", "food_id"),
    [
        ("milk", "s-milk-whole"),
        ("Milk", "s-milk-whole"),
        ("the milk", "s-milk-whole"),
        ("2% milk", "s-milk-semi-skimmed"),
        ("yogurt", "s-yogurt"),
        ("yoghurts", "s-yogurt"),
        ("cheese", "s-cheddar"),
        ("salmon", "s-salmon"),
        ("tofu", "s-tofu"),
        ("gruyere", "s-gruyere"),
        ("Gruyère", "s-gruyere"),
        ("goats cheese", "s-goat-cheese"),
        ("natto", "s-natto"),
        ("Cabbage, bok choy, raw", "f0054"),
        ("cabbage bok choy raw", "f0054"),
    ],
)
def test_a_food_is_known_by_its_names(foods, said, food_id):
    assert foods.named(said).id == food_id


def test_of_rows_with_the_same_name_the_everyday_one_with_known_calcium_is_meant(foods):
    assert foods.named("Kale, raw").id == "p2084"


@pytest.mark.parametrize("said", ["", "mil", "milky way round", "frobnicate", "xyz " * 100])
def test_what_nobody_calls_a_food_is_none(foods, said):
    assert foods.named(said) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yoghrt", "s-yogurt"),
        ("sardins", "s-sardines"),
        ("brocolli", "s-broccoli"),
        ("chedar", "s-cheddar"),
        ("mozarella", "s-mozzarella"),
        ("mlk", "s-milk-whole"),
        ("almnods", "s-almonds"),
        ("bananna", "s-banana"),
        ("low fat yoghrt", "s-yogurt-low-fat"),
    ],
)
def test_a_slip_of_the_finger_has_a_name_near_it(foods, typed, meant):
    near = foods.near(typed)
    assert foods.named(near[0]).id == meant


@pytest.mark.parametrize("typed", ["", "m", "frobnicate", "q" * 200])
def test_nothing_is_near_to_nonsense(foods, typed):
    assert foods.near(typed) == []


def test_a_food_is_found_by_its_id(foods):
    milk = foods.get("s01077")
    assert (milk.name, milk.staple) == ("Milk, whole, 3.25% milkfat, with added vitamin D", False)
    assert foods.get("s-milk-whole").staple
    assert foods.get("nonsense") is None


def test_a_staple_brings_its_own_portions_first_and_then_those_of_its_row(foods):
    portions = [(portion.name, portion.grams) for portion in foods.get("s-milk-whole").portions]
    assert portions[0] == ("glass", 244)
    assert ("1 fl oz", 30.5) in portions
    assert ("1 cup", 244) not in portions  # its own "cup" says it


def test_two_glasses_of_milk(foods):
    milk = foods.named("milk")
    glass = foods.portion(milk, "glasses")
    held = milk.amounts_in(2 * glass.grams)
    # USDA 113 mg and 1.3 ug per 100 g, x 4.88: 551.44 mg and 6.344 ug, which are 253.76 IU
    assert held.in_unit(Nutrient.CALCIUM) == pytest.approx(551.44)
    assert held.in_unit(Nutrient.VITAMIN_D) == pytest.approx(6.344)


def test_vitamin_k2_says_when_it_is_an_estimate(foods):
    natto, gouda, milk, spinach = map(foods.named, ("natto", "gouda", "milk", "raw spinach"))
    assert natto.k2_estimate
    assert natto.per_100g.in_unit(Nutrient.VITAMIN_K2) == pytest.approx(1103.4)
    assert gouda.k2_estimate
    assert gouda.per_100g.in_unit(Nutrient.VITAMIN_K2) == pytest.approx(76.3)
    assert not milk.k2_estimate
    assert milk.per_100g.in_unit(Nutrient.VITAMIN_K2) == 1
    assert spinach.per_100g.get(Nutrient.VITAMIN_K2) is None


# -- looking around, without typing ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shelf", "carried"),
    [
        ("fish", ["s-sardines", "s-salmon-canned", "s-mackerel"]),  # none of them is called fish
        ("greens", ["s-kale", "s-broccoli", "s-bok-choy"]),
        ("tofu", ["s-tofu", "s-tofu-calcium", "s-tempeh"]),
        ("Nuts", ["s-almonds"]),
        ("egg", ["s-egg-boiled"]),
        ("meals", ["s-lentil-soup", "s-cheese-on-toast"]),
    ],
)
def test_a_shelf_holds_foods_of_its_kind_whatever_they_are_called(foods, shelf, carried):
    found = [food.id for food in foods.browse(shelf)]
    assert len(found) == len(set(found)) <= 30
    assert set(carried) <= set(found)


def test_behind_a_shelf_stands_what_the_word_finds_besides_once_each(foods):
    found = [food.name for food in foods.browse("milk", 60)]
    assert found[:2] == ["Whole milk", "Semi-skimmed milk"]
    assert found.index("Milk chocolate") > found.index("Skimmed milk")
    assert len(found) == len(set(found))


def test_a_word_that_is_no_shelf_is_searched_for(foods):
    assert foods.browse("sardi") == foods.search("sardi", 30)
    assert foods.browse("") == []


# -- names of the USDA, as a person would say them ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Fish, NFS", "Fish, any kind"),
        ("Beef dinner, NFS, frozen meal", "Beef dinner, any kind, frozen meal"),
        ("Kale, NS as to form, cooked", "Kale, any form, cooked"),
        ("Coffee, NS as to brewed or instant", "Coffee, brewed or instant"),
        ("Rice, white, cooked, NS as to fat", "Rice, white, cooked, with or without fat"),
        ("Pork, chop, NS as to fat eaten", "Pork, chop, fat eaten or not"),
        ("Milk, whole", "Milk, whole"),
        ("Frostings, glaze, NFSMI Recipe No. C-32", "Frostings, glaze, NFSMI Recipe No. C-32"),
        ("Frostings, glaze, with butter, NFSMI Recipe", "Frostings, glaze, with butter, NFSMI Recipe"),
    ],
)
def test_a_name_is_said_in_words(printed, said):
    assert in_words(printed) == said


def test_no_food_is_called_not_further_specified(foods):
    listed = [food.name for word in ("fish", "milk", "chicken", "soup", "rice") for food in foods.browse(word, 200)]
    assert not [name for name in listed if " NFS" in name or " NS " in name]


def test_an_entry_of_an_older_diary_still_finds_its_food(foods):
    assert foods.named("Fish, NFS") == foods.named("Fish, any kind") is not None
