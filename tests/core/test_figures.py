"""What is a figure where one is typed, and what is none."""

from __future__ import annotations

import pytest

from bonecoach.core.figures import figure_of


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("5", 5.0),
        (" 1,5 ", 1.5),
        ("0.905", 0.905),
        ("-2.1", -2.1),
        ("\u22122,1", -2.1),  # the minus of a printed report
        ("\u20132.1", -2.1),  # and a dash that a word processor made of it
        (".5", 0.5),
        ("1e9", 1e9),
        ("0", 0.0),
    ],
)
def test_a_figure_with_point_or_comma(typed, figure):
    assert figure_of(typed) == figure


@pytest.mark.parametrize(
    "typed", ["", " ", "five", "1_000", "nan", "inf", "-inf", "1e10", "1,5,2", "1 000", "\u0663", "5 mg", "--2", "0x10"]
)
def test_what_is_none(typed):
    assert figure_of(typed) is None
