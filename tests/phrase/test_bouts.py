"""Several bouts told as one, each with what is taken said; a count is never taken for minutes."""

from __future__ import annotations

import pytest

from bonecoach.core.entries import Session
from bonecoach.phrase.reading import Part
from tests.phrase.conftest import ReadPart


def session(part: Part) -> Session:
    assert part.problem is None, part.problem
    (entry,) = part.entries
    assert isinstance(entry, Session)
    return entry


@pytest.mark.parametrize(
    ("text", "count", "minutes"),
    [
        ("walk 30 twice", 2, 30),
        ("walk 2 x 30", 2, 30),
        ("walk 2x30", 2, 30),
        ("walk 30 x 2", 2, 30),
        ("walk 30 min x 2", 2, 30),
        ("3 x 10 min walk", 3, 10),
        ("walk 3x10", 3, 10),
        ("walk 10 minutes 3 times", 3, 10),
        ("walk 10 mins thrice", 3, 10),
        ("two 20 minute walks", 2, 20),
        ("a couple of 10 minute walks", 2, 10),
        ("three ten-minute walks", 3, 10),
        ("2 walks of half an hour", 2, 30),
        ("3 swims 20 min", 3, 20),
        ("2 lots of 10 mins on the bike", 2, 10),
        ("walk 15 min each way", 2, 15),
        ("yoga 2 x 30", 2, 30),
        ("tai chi 20 min twice", 2, 20),
        ("cycling 2 x 1.5 h", 2, 90),
        ("walk 30 twice yesterday", 2, 30),
    ],
)
def test_bouts_are_one_session_and_what_was_multiplied_is_said(
    part: ReadPart, text: str, count: int, minutes: int
) -> None:
    read = part(text)
    assert session(read).minutes == count * minutes
    assert [dict(note.facts) for note in read.notes if note.code == "several_bouts"] == [
        {"count": count, "minutes": minutes}
    ]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("walk 20 + 15", 35),
        ("walk 20 min and 15 min", 35),
        ("walk 15 there and 15 back", 30),
        ("walk 15 min there and 15 min back", 30),
        ("walk 30 once", 30),
    ],
)
def test_lengths_are_added(part: ReadPart, text: str, minutes: int) -> None:
    assert session(part(text)).minutes == minutes


@pytest.mark.parametrize(
    ("text", "code", "about"),
    [
        ("stairs 10 times", "bout_missing", "10 times"),
        ("walked twice", "bout_missing", "twice"),
        ("2 walks", "bout_missing", "2"),
        ("walk 2x2", "words_left", "x2"),
        ("walk 0 x 30", "words_left", "0"),
        ("squats 3x10 twice", "words_left", "twice"),
        ("jumps 50 twice", "words_left", "twice"),
        ("walk 10 10 10", "words_left", "10 10"),
    ],
)
def test_a_count_is_no_length_and_no_word_is_lost(part: ReadPart, text: str, code: str, about: str) -> None:
    problem = part(text).problem
    assert problem is not None
    assert (problem.code, problem.text) == (code, about)


def test_a_hold_is_repeated_whichever_is_said_first(part: ReadPart) -> None:
    for text in ("plank 3 x 30 s", "plank 30 s x 3"):
        plank = session(part(text))
        assert [(each.sets, each.reps) for each in plank.exercises] == [(3, None)]
        assert plank.minutes == 2  # 90 seconds
