"""What the words of a fracture say about the force: little, much, or nothing that can be told."""

import pytest

from bonecoach.phrase.force_said import little_force


@pytest.mark.parametrize(
    "words",
    [
        *("falling from standing height", "from a standing position", "tripped over the rug", "when I tripped"),
        *(
            "slipped on ice",
            "slipped in the shower",
            "stumbled",
            "coughing",
            "sneezed",
            "lifting a pan",
            "bending down",
        ),
        *("fell in the kitchen", "fall on the pavement", "fell over the cat", "getting out of bed", "by itself"),
        *("turned over in bed", "no fall", "fell at home", "lifting a pan", "without any fall, getting up"),
    ],
)
def test_words_of_little_force(words):
    assert little_force(words) is True
    assert little_force(words.upper()) is True


@pytest.mark.parametrize(
    "words",
    [
        *("in a car crash", "fell off the ladder", "off my bike in the street", "skiing", "fell from a horse"),
        *("slipped off the roof", "knocked down by a cyclist", "hit by a bus", "fell 3 metres", "climbing"),
    ],
)
def test_words_of_much_force(words):
    assert little_force(words) is False
    assert little_force(words, fell=True) is False


@pytest.mark.parametrize(
    "words",
    ["", "when I fell", "fell on the stairs", "slipped down the stairs", "left", "off a wall", "in the kitchen"],
)
def test_words_that_leave_it_open(words):
    assert little_force(words) is None


def test_a_fall_on_record_beside_it_counts_as_said():
    assert little_force("in the kitchen", fell=True) is True
    assert little_force("", fell=True) is None
