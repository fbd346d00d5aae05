"""A line is cut into words, numbers and marks; a comma groups thousands only where it must."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bonecoach.phrase.tokens import Kind, fold, tokens


def values(text: str) -> list[Fraction | None]:
    return [token.value for token in tokens(text)]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1,200", 1200),
        ("1,200,500", 1_200_500),
        ("1,200.5", Fraction(2401, 2)),
        ("0,5", Fraction(1, 2)),
        ("0,125", Fraction(1, 8)),
        ("1,5", Fraction(3, 2)),
        ("12,34", Fraction(1234, 100)),
        ("1.5", Fraction(3, 2)),
        (".5", Fraction(1, 2)),
        ("50 000", 50_000),
        ("50\u202f000", 50_000),
        ("50'000", 50_000),
        ("½", Fraction(1, 2)),
        ("⅓", Fraction(1, 3)),
    ],
)
def test_a_comma_groups_thousands_only_before_three_digits_and_not_behind_a_zero(typed: str, value: Fraction) -> None:
    assert values(typed) == [value]


@pytest.mark.parametrize("typed", ["1.2.3", "0,500,000", "1e400", "-1e5", "9" * 40, "4/0", "٣,٣"])
def test_what_is_no_number_is_said_to_be_none(typed: str) -> None:
    assert [token.kind for token in tokens(typed)] == [Kind.NONSENSE]


def test_compact_writing_comes_apart() -> None:
    assert [t.key for t in tokens("3x10x20kg")] == ["3", "x", "10", "x", "20", "kg"]
    assert [t.key for t in tokens("1h30")] == ["1", "h", "30"]
    assert [t.key for t in tokens("2xmilk")] == ["2", "x", "milk"]
    assert [t.key for t in tokens("3*10")] == ["3", "x", "10"]
    assert [t.key for t in tokens("500mg")] == ["500", "mg"]
    assert [t.key for t in tokens("walk-30")] == ["walk", "-", "30"]


def test_names_with_figures_stay_whole() -> None:
    assert [t.key for t in tokens("d3 k2 mk-7 omega-3 b12")] == ["d3", "k2", "mk-7", "omega-3", "b12"]


def test_abbreviations_lose_their_points() -> None:
    assert [t.key for t in tokens("8 p.m. 1000 i.u. w/ milk w/o sugar")] == [
        *("8", "pm", "1000", "iu", "with", "milk", "without", "sugar")
    ]


def test_quotes_keep_commas_together_even_where_the_last_is_missing() -> None:
    assert [t.key for t in tokens('"Cabbage, bok choy, raw" 100')] == ["cabbage, bok choy, raw", "100"]
    assert [t.key for t in tokens("“whole milk”")] == ["whole milk"]
    assert [t.key for t in tokens('"milk, wh')] == ["milk, wh"]


def test_signs_before_a_number_and_between_numbers_differ() -> None:
    assert [t.kind for t in tokens("-5")] == [Kind.NEGATIVE]
    assert [t.kind for t in tokens("20-30")] == [Kind.NUMBER, Kind.MARK, Kind.NUMBER]


def test_dates_and_clock_times_are_told_from_fractions() -> None:
    assert [t.kind for t in tokens("2026-11-22 22.11. 22/11/2026 8:30 4/10")] == [
        *(Kind.DATE, Kind.DATE, Kind.DATE, Kind.CLOCK, Kind.RATIO)
    ]
    assert tokens("4/10")[0].pair == (4, 10)


def test_pictures_say_nothing_and_control_characters_are_marked() -> None:
    assert [t.kind for t in tokens("milk 🥛")] == [Kind.WORD, Kind.SILENT]
    assert [t.kind for t in tokens("milk\x00")] == [Kind.WORD, Kind.CONTROL]
    assert [t.kind for t in tokens("milk\ud800")] == [Kind.WORD, Kind.CONTROL]
    assert [t.kind for t in tokens("\ufeffmilk\u200b")] == [Kind.WORD]


def test_words_are_looked_up_without_accents_and_capitals() -> None:
    assert fold("Crème Fraîche") == "creme fraiche"
    assert fold("µg") == fold("μg")
    assert fold("women’s") == "women's"


def test_places_are_of_the_exact_text() -> None:
    text = "milk 1, frobnicate 12"
    assert [text[t.start : t.end] for t in tokens(text)] == ["milk", "1", ",", "frobnicate", "12"]
