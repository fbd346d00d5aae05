"""How far apart two spellings are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.reference.spelling import nearest, slips, slips_allowed


@pytest.mark.parametrize(
    ("typed", "meant", "apart"),
    [
        ("milk", "milk", 0),
        ("mlk", "milk", 1),
        ("miilk", "milk", 1),
        ("malk", "milk", 1),
        ("imlk", "milk", 1),
        ("brocolli", "broccoli", 2),
        ("", "ab", 2),
    ],
)
def test_slips_are_counted(typed, meant, apart):
    assert slips(typed, meant, 3) == apart


def test_too_many_slips_are_none():
    assert slips("milk", "cheese", 2) is None
    assert slips("milk", "milkshake", 2) is None
    assert slips("abcd", "wxyz", 2) is None


def test_a_short_word_forgives_less():
    assert [slips_allowed(word) for word in ("ab", "abc", "abcde", "abcdef")] == [0, 1, 1, 2]


def test_the_nearest_comes_first_and_the_same_first_letter_before_others():
    assert list(nearest("tofo", ["toga", "tofu", "mofo", "cheese"])) == ["tofu", "mofo"]
    assert list(nearest("ab", ["ab"])) == []


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_spellings_are_as_far_from_here_to_there_as_back(one, other):
    assert slips(one, other, 9) == slips(other, one, 9)


@given(st.text("abcd", min_size=6, max_size=8), st.data())
def test_the_quick_look_passes_over_nothing_that_is_near(word, data):
    place = data.draw(st.integers(0, len(word) - 1))
    changed = word[:place] + data.draw(st.sampled_from("abcdx")) + word[place + data.draw(st.integers(0, 1)) :]
    assert list(nearest(changed, [word])) == ([word] if slips_allowed(changed) else [])


def test_of_several_words_each_by_itself_must_be_a_slip():
    names = ["coconut milk", "soft cheese", "peanut butter", "sour cream"]
    assert list(nearest("coconut oil", names)) == []
    assert list(nearest("soya cheese", names)) == []
    assert list(nearest("coconut mlk", names)) == ["coconut milk"]
    assert list(nearest("penut buter", names)) == ["peanut butter"]
