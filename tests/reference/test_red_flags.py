"""Red flags: each of the evidence (10) with whom to ask, and none that names a diagnosis."""

import pytest

from bonecoach.core.errors import FaultyTable
from bonecoach.phrase.felt_words import FLAG_OF_OTHER, FLAG_OF_SITE
from bonecoach.reference.red_flags import LEVELS, red_flag, red_flags
from bonecoach.reference.sources import sources


@pytest.mark.parametrize(
    ("flag", "level", "status", "says"),
    [
        # Evidence 10, row by row.
        ("sudden_back_pain", "team_today", "unconfirmed", ("back pain", "height", "stoop", "team today")),
        ("back_and_nerves", "emergency", "unconfirmed", ("weak legs", "saddle", "bladder", "bowel", "emergency")),
        ("bone_pain", "team", "unconfirmed", ("bone pain", "night", "team")),
        ("jaw", "dentist_and_team", "confirmed", ("jaw", "loose tooth", "bone", "gums", "dentist", "team")),
        ("thigh_hip", "team", "confirmed", ("thigh", "hip", "groin", "stop impact exercise", "team")),
        ("fall_or_fracture", "urgent", "unconfirmed", ("fall with pain", "fracture", "urgent care", "team")),
        ("low_calcium", "urgent", "confirmed", ("tingling", "cramps", "spasms", "confusion", "urgent", "calcium")),
        ("chest", "emergency", "unconfirmed", ("chest pain", "breathlessness", "calf", "emergency")),
        ("swallowing", "team", "secondary", ("swallowing", "heartburn", "stop the tablet", "team")),
        ("high_calcium", "team", "unconfirmed", ("constipation", "thirst", "confusion", "team")),
        ("denosumab_late", "team_today", "confirmed", ("denosumab", "28 days", "team today")),
    ],
)
def test_each_flag_says_what_the_evidence_says(flag, level, status, says):
    found = red_flag(flag)
    assert (found.level, found.status) == (level, status)
    for words in says:
        assert words in found.text.lower()


def test_there_are_no_others_and_the_weightiest_come_first():
    assert len(red_flags()) == 11
    levels = [LEVELS.index(flag.level) for flag in red_flags().values()]
    assert levels == sorted(levels)


def test_every_flag_can_be_cited_and_does_not_shout():
    for flag in red_flags().values():
        assert sources(flag.source)
        assert "!" not in flag.text


def test_every_flag_the_entry_line_raises_is_known():
    assert {*FLAG_OF_SITE.values(), *FLAG_OF_OTHER.values(), "fall_or_fracture", "chest"} <= set(red_flags())


def test_an_unknown_flag_is_refused():
    with pytest.raises(FaultyTable) as fault:
        red_flag("toe")
    assert fault.value.code == "unknown_flag"
