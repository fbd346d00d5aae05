"""The weekly ask about joint pain: when it stands, and what her answers log."""

from datetime import datetime

import pytest

from bonecoach.core.errors import InvalidEntry
from bonecoach.diary.wishes import Wish


@pytest.fixture
def ask(diary):
    """A diary that is in its second week; it is Monday 23 November."""
    diary.log_text("2 glasses milk", at=datetime.fromisoformat("2026-11-16T12:00:00+01:00"))
    return diary.pain_ask


def test_it_comes_in_the_second_week_and_not_where_she_chose_not_to_be_asked(diary):
    assert not diary.pain_ask.wanted()
    diary.log_text("2 glasses milk", at=datetime.fromisoformat("2026-11-16T12:00:00+01:00"))
    assert diary.pain_ask.wanted()
    diary.reminders.wishes.choose(Wish.PAIN_ASK, on=False)
    assert not diary.pain_ask.wanted()


def test_a_number_is_logged_as_the_line_would_and_one_undo_takes_it_back(diary, clock, ask):
    ask.shown()
    ask.score(4)
    assert [entry.label for entry in diary.entries()][-1] == "Joint pain, 4 of 10"
    assert not ask.wanted()
    diary.undo()
    assert ask.wanted()
    ask.score(0)
    assert [entry.label for entry in diary.entries()][-1] == "Joint pain, 0 of 10"
    clock.advance(days=6)
    assert not ask.wanted()
    clock.advance(days=1)
    assert ask.wanted()


def test_pain_somewhere_else_or_without_a_number_is_no_answer(diary, ask):
    diary.log_text("back pain 4")
    diary.log_text("joint pain")
    assert ask.wanted()
    diary.log_text("pain 3")
    assert not ask.wanted()


def test_shown_and_not_answered_it_comes_again_in_a_week(diary, clock, ask):
    ask.shown()
    ask.shown()
    clock.advance(hours=8)
    assert ask.wanted()
    clock.advance(days=1)
    assert not ask.wanted()
    clock.advance(days=6)
    assert ask.wanted()


def test_put_away_it_goes_at_once(ask):
    ask.shown()
    ask.put_away()
    assert not ask.wanted()
    ask.shown()
    assert not ask.wanted()


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("hot flushes", ["Hot flushes"]),
        ("tired 5, hot flushes", ["Tiredness, 5 of 10", "Hot flushes"]),
        ("words escape me", ["Words escape me"]),
        ("  couldn't find words ", ["Couldn't find words"]),
        ("walk 30", ["Walk 30"]),  # what bothered her, not what she did
        ("hot flushes, and something else entirely", ["Hot flushes, and something else entirely"]),
    ],
)
def test_what_else_bothered_her_is_kept_whatever_it_is(diary, ask, said, labels):
    ask.note(said)
    assert [entry.label for entry in diary.entries(kinds=["symptom"])] == labels
    diary.undo()
    assert diary.entries(kinds=["symptom"]) == []


def test_a_red_flag_in_it_is_read(ask):
    reading = ask.note("jaw pain 3")
    assert [note.code for part in reading.parts for note in part.notes] == ["red_flag"]


@pytest.mark.parametrize(("wrong", "code"), [(" ", "no_name"), ("x" * 300, "too_long")])
def test_nothing_and_too_much_are_refused(ask, wrong, code):
    with pytest.raises(InvalidEntry, match=code):
        ask.note(wrong)
