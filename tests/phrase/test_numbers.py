"""Numbers as people say them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bonecoach.phrase.amounts import amounts_in
from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import tokens
from bonecoach.phrase.units import unit_named, written


@pytest.mark.parametrize(
    ("said", "value", "rest"),
    [
        ("2 cups", 2, "cups"),
        ("1 1/2 cups", Fraction(3, 2), "cups"),
        ("1½ cups", Fraction(3, 2), "cups"),
        ("1/2 cup", Fraction(1, 2), "cup"),
        ("two and a half hours", Fraction(5, 2), "hours"),
        ("2 and a half hours", Fraction(5, 2), "hours"),
        ("2 and 1/2 cups", Fraction(5, 2), "cups"),
        ("one and three quarters", Fraction(7, 4), ""),
        ("a and a half cups", Fraction(3, 2), "cups"),
        ("half a cup", Fraction(1, 2), "cup"),
        ("half of a cup", Fraction(1, 2), "cup"),
        ("half an hour", Fraction(1, 2), "hour"),
        ("half hour", Fraction(1, 2), "hour"),
        ("a half cup", Fraction(1, 2), "cup"),
        ("a third of a cup", Fraction(1, 3), "cup"),
        ("two thirds of a cup", Fraction(2, 3), "cup"),
        ("three quarters of an hour", Fraction(3, 4), "hour"),
        ("three-quarters cup", Fraction(3, 4), "cup"),
        ("a couple of eggs", 2, "eggs"),
        ("half a dozen eggs", 6, "eggs"),
        ("a dozen", 12, ""),
        ("twenty five", 25, ""),
        ("twenty-five", 25, ""),
        ("forty", 40, ""),
        ("a hundred", 100, ""),
        ("two hundred and fifty mg", 250, "mg"),
        ("two hundred fifty", 250, ""),
        ("fifteen hundred mg", 1500, "mg"),
        ("fifty thousand iu", 50_000, "iu"),
        ("a thousand iu", 1000, "iu"),
        ("2 thousand", 2000, ""),
        ("50k iu", 50_000, "iu"),
        ("ten thousand two hundred", 10_200, ""),
        ("an apple", 1, "apple"),
        ("two and eggs", 2, "and eggs"),
        ("2 and eggs", 2, "and eggs"),
    ],
)
def test_a_number_is_read_as_long_as_it_goes(said: str, value: Fraction, rest: str) -> None:
    found = tokens(said)
    number = number_at(found, 0)
    assert number is not None
    assert number.value == value
    assert " ".join(token.key for token in found[number.end :]) == rest


@pytest.mark.parametrize("said", ["milk", "twenty-eleven", "five-six", "", "1.2.3"])
def test_other_words_are_no_numbers(said: str) -> None:
    assert number_at(tokens(said), 0) is None


def read(text: str) -> list[tuple[float, str | None, bool]]:
    found = amounts_in(Said(text, tokens(text)))
    return [(float(a.value), None if a.unit is None else a.unit.name, a.times) for a in found]


def test_times_is_said_on_either_side() -> None:
    assert read("2 x 500 mg") == [(2, None, True), (500, "mg", False)]
    assert read("500 mg x 2") == [(500, "mg", False), (2, None, True)]
    assert read("2 x 500") == [(2, None, True), (500, None, False)]
    assert read("500 x 2") == [(500, None, False), (2, None, True)]
    assert read("3 x 10 x 20kg") == [(3, None, True), (10, None, True), (20, "kg", False)]
    assert read("x2") == [(2, None, True)]
    assert read("2x calcium 500") == [(2, None, True), (500, None, False)]
    assert read("twice 500") == [(2, None, True), (500, None, False)]
    assert read("x a glass") == [(1, None, False)]


def test_units_of_two_words_are_one_unit() -> None:
    assert read("8 fl oz") == [(8, "fl oz", False)]
    assert unit_named("international", "units") is not None
    assert unit_named("frobnicate") is None


def test_numbers_are_written_without_zeros_to_spare() -> None:
    assert [written(n) for n in (2, 0.5, 1250, Fraction(1, 3))] == ["2", "0.5", "1250", "0.333"]
