"""Names as people type them, brought to one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.reference.food_words import LONGEST_NAME, american, key, plain, singular, spellings, stem


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Crème fraîche", "creme fraiche"),
        ("  2% Milk!", "2 percent milk"),
        ("shepherd\N{RIGHT SINGLE QUOTATION MARK}s pie", "shepherds pie"),
        ("half-and-half", "half and half"),
        ("mac & cheese", "mac and cheese"),
        ("\x00\t ,;", ""),
    ],
)
def test_case_accents_and_marks_do_not_matter(typed, meant):
    assert plain(typed) == meant


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("sardine", "sardines"),
        ("strawberry", "strawberries"),
        ("cookie", "cookies"),
        ("potato", "potatoes"),
        ("peach", "peaches"),
        ("quiche", "quiches"),
        ("radish", "radishes"),
        ("glass", "glasses"),
        ("box", "boxes"),
        ("leaf", "leaves"),
        ("cheese", "cheeses"),
        ("egg", "eggs"),
    ],
)
def test_a_plural_is_the_same_name(one, many):
    assert key(one) == key(many)


@pytest.mark.parametrize("word", ["hummus", "couscous", "swiss", "asparagus", "bass", "gas"])
def test_a_word_that_only_looks_like_a_plural_stays(word):
    assert singular(word) == word


@pytest.mark.parametrize("typed", ["the milk", "a milk", "some milk", "my milk", "MILK"])
def test_a_leading_article_does_not_matter(typed):
    assert key(typed) == "milk"


def test_an_article_alone_is_kept():
    assert key("a") == "a"


@pytest.mark.parametrize("typed", ["strawberr", "strawberri", "strawberry", "strawberrie", "strawberries"])
def test_a_half_typed_plural_begins_like_its_singular(typed):
    assert "strawberry".startswith(stem(typed))


def test_whole_words_of_the_table_are_found_by_either_number():
    assert {"berry", "berries"} <= set(spellings("berries"))
    assert {"egg", "eggs"} <= set(spellings("egg"))


@given(st.text())
def test_any_text_has_a_plain_form_that_stays_as_it_is(text):
    once = plain(text)
    assert plain(once) == once or len(once) > LONGEST_NAME


def test_only_the_beginning_of_an_endless_text_is_looked_at():
    assert len(plain("a" * 10_000_000)) == LONGEST_NAME


@pytest.mark.parametrize(
    ("british", "in_the_table"),
    [("soya", "soy"), ("yoghurt", "yogurt"), ("prawns", "shrimp"), ("tinned", "canned"), ("milk", "milk")],
)
def test_british_words_are_looked_up_as_the_table_has_them(british, in_the_table):
    assert american(british) == in_the_table
