"""The word that is being typed is finished from what she logs most, from her shelf and from the tables."""

from __future__ import annotations

import pytest

from bonecoach.core.entries import Session
from bonecoach.core.habits import Frequent, Habits
from bonecoach.core.nutrients import only
from bonecoach.core.supplements import Product
from bonecoach.phrase.complete import FELT_NAMES
from bonecoach.phrase.line import EntryLine
from tests.phrase.conftest import ReadPart

SHELF = Habits(
    (Product("p1", ("Morning tablet", "white ones"), "tablet", only(calcium_mg=500)),),
    (Frequent("1 glass whole milk", "Whole milk, 1 glass", 12), Frequent("walk 30 min", "Walk, 30 min", 9)),
)


def offered(line: EntryLine, text: str, kind: str) -> list[str]:
    return [each.text for each in line.complete(text, len(text), SHELF) if each.kind == kind]


@pytest.mark.parametrize(
    ("typed", "frequent"),
    [
        ("wal", ["walk 30 min"]),
        ("mil", ["1 glass whole milk"]),  # by any of its words
        ("1 gl", ["1 glass whole milk"]),  # with its amount, from the beginning
        ("2 mil", []),  # another amount than hers
        ("toast, wal", ["toast, walk 30 min"]),
        ("ilk", []),
    ],
)
def test_what_she_logs_most_is_offered_whole(entry_line: EntryLine, typed: str, frequent: list[str]) -> None:
    assert offered(entry_line, typed, "frequent") == frequent


@pytest.mark.parametrize(
    ("typed", "products"),
    [
        ("mor", ["Morning tablet"]),
        ("tab", ["Morning tablet"]),
        ("whi", ["Morning tablet"]),  # by its other name
        ("2 whi", ["2 Morning tablet"]),
        ("hite", []),
    ],
)
def test_products_of_hers_are_offered_by_each_of_their_names(
    entry_line: EntryLine, typed: str, products: list[str]
) -> None:
    assert offered(entry_line, typed, "product") == products


def test_behind_an_activity_only_its_kinds_are_offered(entry_line: EntryLine, part: ReadPart) -> None:
    kinds = offered(entry_line, "walk 30 br", "activity")
    assert kinds == [each.text for each in entry_line.complete("walk 30 br", 10, SHELF)]
    assert kinds == ["walk 30 very briskly"]
    [walk] = part(kinds[0]).entries
    assert isinstance(walk, Session)
    assert (walk.minutes, "brisk" in walk.name.lower()) == (30, True)


@pytest.mark.parametrize(
    ("typed", "first", "among"),
    [
        ("let", "Letrozole", {"Lettuce"}),  # what is taken before what is eaten
        ("took l", "Letrozole", set()),
        ("took al", "Alendronate", set()),
        ("wal", "Walnuts", {"Walk"}),  # of each kind in turn
        ("yog", "Plain yogurt", {"Yoga"}),
        ("milk", "Whole milk", {"Milk chocolate"}),
        ("hot f", "Hot flushes", set()),
        ("pai", "Pain", set()),
        ("tir", "Tiredness", set()),
        ("vit", "Vitamin D3 1000 IU", set()),
        ("vitamin d", "Vitamin D3 1000 IU", set()),
        ("calcium c", "Calcium citrate 500 mg", set()),
        ("pil", "Pilates", {"Sardines in tomato sauce"}),
        ("2 glasses m", "Whole milk", set()),
        ("100 g wal", "Walnuts", set()),
        ("200 ml mil", "Whole milk", set()),
        ("2.5 mg let", "Letrozole", set()),
    ],
)
def test_what_is_called_so_comes_before_what_has_the_word_somewhere(
    entry_line: EntryLine, typed: str, first: str, among: set[str]
) -> None:
    labels = [each.label for each in entry_line.complete(typed, len(typed))]
    assert labels[0] == first
    assert among <= set(labels)


def test_behind_took_no_food_comes_before_a_medicine_and_behind_an_amount_of_food_no_walk(
    entry_line: EntryLine,
) -> None:
    assert "Walk" not in [each.label for each in entry_line.complete("100 g wal", 9)][:3]
    assert entry_line.complete("took le", 7)[0].kind == "medicine"


def test_everything_felt_that_is_offered_is_understood(part: ReadPart) -> None:
    for name in FELT_NAMES:
        assert part(name.lower()).problem is None, name


@pytest.mark.parametrize("typed", ["letrozole", "squats 3x10 s", "walk 20 nor", "2 x letrozole 2.5 mg"])
def test_what_is_whole_or_begins_nothing_is_not_changed(entry_line: EntryLine, typed: str) -> None:
    assert entry_line.complete(typed, len(typed), Habits()) == ()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("1 glass whole mi", "1 glass whole milk"),
        ("1 whole app", "1 whole apple"),
        ("1 small tin sard", "1 small tin canned sardines with bone"),
        ("100 g mori", '100 g "MORI-NU, Tofu, silken, firm"'),  # capitals stay as the table has them
        ("2 x letr", "2 x letrozole"),
    ],
)
def test_an_amount_that_was_typed_stays_and_no_word_is_doubled(entry_line: EntryLine, typed: str, first: str) -> None:
    assert entry_line.complete(typed, len(typed), Habits())[0].text == first


def test_a_name_in_quotes_is_finished_with_its_quotes(entry_line: EntryLine, part: ReadPart) -> None:
    first = entry_line.complete('100 g "kale, sc', 15)[0]
    assert (first.text, first.kind) == ('100 g "kale, scotch, raw"', "food")
    [kale] = part(first.text).entries
    assert (kale.name, kale.grams) == ("Kale, scotch, raw", 100)


def test_small_words_before_the_typed_one_stay(entry_line: EntryLine) -> None:
    for typed in ("I had mil", "just mil", "oh nice mil"):
        (first, *_) = entry_line.complete(typed, len(typed), SHELF)
        assert first.text.startswith(typed.removesuffix("mil")), typed
