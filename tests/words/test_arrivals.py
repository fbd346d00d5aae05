"""What of a file does not come in, and why."""

from bonecoach.words import Words
from bonecoach.words.arrivals import left_out

WORDS = Words("en_GB")


def test_what_is_known_and_left_out_is_not_called_unknown():
    assert left_out(WORDS, (), {"one_weight_a_month": 43}) == [
        "The last weight of each month comes in; 43 other weights are left out."
    ]
    assert left_out(WORDS, ("notes.txt",), {"empty_days": 1}) == [
        "Left out, because BoneCoach does not know it: notes.txt.",
        "1 day is left out because nothing stands on it.",
    ]


def test_where_nothing_is_left_out_nothing_is_said():
    assert left_out(WORDS, (), {}) == []
