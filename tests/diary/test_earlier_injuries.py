"""A red flag is about today: an injury of some time ago is kept calmly. It is Monday 23 November 2026."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bonecoach.core.entries import Event
from bonecoach.phrase.earlier import flags_of


def notes(reading):
    return [note.facts.get("flag", note.code) for part in reading.parts for note in part.notes]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("broke my wrist", "fall_or_fracture"),
        ("broke my wrist yesterday", "fall_or_fracture"),
        ("fell on 16 Nov 2026, hurt my hip", "fall_or_fracture"),  # 7 days
        ("fell on 15 Nov 2026, hurt my knee", "earlier_injury"),
        ("broke my wrist falling from standing height on 5 May 2025", "earlier_injury"),
        ("vertebral fracture on 3 Feb 2019", "earlier_injury"),
    ],
)
def test_only_what_happened_lately_sends_to_urgent_care(diary, text, code):
    assert code in notes(diary.read(text))
    assert ("fall_or_fracture" in notes(diary.read(text))) is (code == "fall_or_fracture")


def test_an_earlier_moment_that_is_given_beside_the_text_is_an_earlier_one_too(diary):
    at = datetime(2025, 5, 5, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    assert notes(diary.read("broke my wrist", at)) == ["earlier_injury"]


def test_what_was_refused_is_as_urgent_as_before(diary):
    reading = diary.read("tripped, 3 xyzzy, broke my wrist")
    assert "fall_or_fracture" in notes(reading)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("broke my wrist", True),
        ("fell on 16 Nov 2026, hurt my hip", True),
        ("broke my wrist on 15 Nov 2026", False),
        ("fell", False),
        ("fell without injury", False),
        ("nearly fell", False),
    ],
)
def test_what_a_form_keeps_is_as_urgent_as_a_line(diary, text, flagged):
    (event,) = [entry for entry in diary.read(text).entries if isinstance(entry, Event)]
    assert [note.facts["flag"] for note in flags_of(event, diary.today())] == ["fall_or_fracture"] * flagged
