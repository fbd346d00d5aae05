"""A day with the real program in a real window."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bonecoach.clock import SystemClock
from bonecoach.core.days import moment_at


def labels(person):
    return [entry["label"] for entry in person.logged()]


def log(person, line):
    """She types a line into the entry line, sees it stand there, and presses Enter."""
    person.keys("ctrl+l")
    person.finds(role="text", state="focused")
    person.types(line)
    person.finds(role="text", has=line)
    person.keys("Return")


def test_she_logs_each_kind_with_the_keyboard_alone(anna):
    lines = {
        "2 glasses milk": "Whole milk",
        "calcium citrate 500": "Calcium citrate 500 mg",
        "walk 30 brisk": "Brisk walk",
        "took letrozole": "Letrozole",
        "pain 4": "Joint pain",
        "fell, no injury"[:4]: "Fall",
    }
    for line, name in lines.items():
        log(anna, line)
        anna.finds(has=name)
    assert [entry["kind"] for entry in anna.logged()] == ["intake", "intake", "session", "dose", "symptom", "event"]
    milk, citrate, walk, dose, pain, _ = anna.logged()
    # USDA whole milk: 113 mg of calcium a 100 g; two glasses of 244 g hold 551.44 mg.
    assert milk["nutrients"]["calcium_mg"] == pytest.approx(551.44)
    assert citrate["nutrients"]["calcium_mg"] == 500
    assert (walk["activity"], walk["minutes"]) == ("walk_brisk", 30)
    assert dose["dose"] == {"amount": 2.5, "unit": "mg"}
    assert pain["score"] == 4


def test_several_things_in_one_line_are_taken_back_with_one_undo(anna):
    log(anna, "1 pot yogurt, d3 1000 iu, walk 20")
    anna.finds(has="Vitamin D3 1000 IU")
    assert len(anna.logged()) == 3
    anna.keys("ctrl+z")
    anna.finds(has="Nothing yet")
    assert anna.logged() == []
    anna.keys("ctrl+shift+z")
    anna.finds(has="Vitamin D3 1000 IU")
    assert len(anna.logged()) == 3


def test_what_is_not_understood_stays_in_the_line_and_the_offer_mends_it(anna):
    log(anna, "2 glasses milk, wlak 30")
    anna.finds(role="push button", has="walk 30")
    assert anna.logged() == []
    anna.presses(role="push button", has="walk 30")
    anna.finds(role="text", has="2 glasses milk, walk 30")
    anna.keys("Return")
    anna.finds(has="Nutrients")
    anna.finds(has="30 min")
    assert len(anna.logged()) == 2


def test_an_absurd_amount_is_asked_about(anna):
    log(anna, "calcium 30000 mg")
    anna.finds(role="push button", has="log")
    assert anna.logged() == []


def test_the_week_shows_what_the_day_logged(anna):
    log(anna, "walk 40 brisk")
    anna.finds(has="Brisk walk")
    anna.keys("ctrl+2")
    anna.finds(has="40 of 150")


def test_she_writes_down_what_she_forgot_yesterday(anna):
    anna.presses(role="push button", name="Earlier day")
    log(anna, "1 tin sardines")
    anna.finds(has="sardines")
    (entry,) = anna.logged()
    yesterday = moment_at(SystemClock().now(), "Europe/Berlin").date - timedelta(days=1)
    assert entry["date"] == yesterday.isoformat()
    anna.presses(role="push button", name="Later day")
    anna.finds(has="Nothing yet")


def test_a_second_start_shows_the_first_window(anna):
    second = anna.starts()
    assert second.wait(timeout=20) == 0
    log(anna, "walk 30")
    anna.finds(has="30 min")
    assert len(anna.logged()) == 1


def test_pulling_the_plug_loses_nothing_that_was_logged(anna):
    log(anna, "calcium citrate 500")
    anna.finds(has="Calcium citrate 500 mg")
    anna.pulls_the_plug()
    anna.sits_down()
    anna.finds(has="Calcium citrate 500 mg")
    anna.keys("ctrl+z")
    anna.finds(has="Nothing yet")


def test_what_the_terminal_logs_stands_in_the_window_when_she_comes_back(anna):
    assert anna.command("log", "walk 45 brisk").returncode == 0
    anna.presses(role="push button", name="Earlier day")
    anna.presses(role="push button", name="Later day")
    anna.finds(has="45 min")


def test_a_line_typed_and_left_is_closed_with_the_window_and_nothing_is_logged(anna):
    anna.keys("ctrl+l")
    anna.types("2 glasses milk")
    anna.finds(has="whole milk")
    assert anna.closes() == 0
    assert anna.logged() == []


def test_a_diary_of_a_newer_program_is_refused_in_plain_words(newcomer):
    import sqlite3

    newcomer.command("log", "milk")
    diary = sqlite3.connect(newcomer.folder / "diary.db")
    diary.execute("pragma user_version = 99")
    diary.close()
    newcomer.sits_down()
    newcomer.finds(has="newer")
