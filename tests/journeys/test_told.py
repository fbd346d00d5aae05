"""Reminders of the real program, told by a notification server on a real bus, and answered there."""

from __future__ import annotations

import json

from bonecoach.desktop.notifier import PATIENCE
from tests.journeys.dunst import Dunst
from tests.journeys.reminded import begins, wakes

MOST_LATE = 2.0
"""Seconds a reminder may be late while the computer is awake."""

PRIVATE = ("calcium", "citrate", "letrozole", "500", "mg", "taken", "medicine", "dose", "pill", "bone health")
"""What a locked screen may not say, in any letters."""


def test_told_in_words_that_tell_nothing_done_logs_once_and_after_undo_once_more(vera, clock, server):
    begins(vera, clock, server)
    clock.shows("2026-11-23 07:59:58")
    wakes(server)
    number, notice = server.notified()
    assert 0 <= clock.late("2026-11-23 08:00") < MOST_LATE
    assert notice["title"] == "Time for your 08:00 reminder"
    assert notice["actions"] == ["default", "", "done", "Done", "later", "In 30 minutes", "skip", "Skip"]
    assert not [word for word in PRIVATE if word in json.dumps(notice).casefold()]

    server.told("press", number, "done")
    assert server.next("close") == ["close", number]
    assert [entry["label"] for entry in vera.logged()] == ["Calcium citrate 500 mg"]
    vera.finds(has="Calcium citrate 500 mg")

    vera.keys("ctrl+z")
    vera.finds(role="push button", name="Taken: Calcium")
    assert vera.logged() == []
    server.told("press", number, "done")  # the old one, from a list the server keeps
    vera.finds(has="Calcium citrate 500 mg")
    server.told("press", number, "done")  # and once more
    server.told("press", number, "skip")
    vera.finds(has="answered already")
    assert len(vera.logged()) == 1


def test_put_off_it_comes_again_after_half_an_hour_and_skipped_it_is_on_record(vera, clock, server):
    begins(vera, clock, server)
    clock.shows("2026-11-23 08:00:01")
    wakes(server)
    number, _ = server.notified()
    server.told("press", number, "later")
    assert server.next("close") == ["close", number]

    clock.shows("2026-11-23 08:29:59")
    wakes(server)
    number, _ = server.notified()
    assert clock.late("2026-11-23 08:30") >= 0
    server.told("press", number, "skip")
    assert server.next("close") == ["close", number]
    assert vera.logged() == []
    assert [item["skipped"] for item in vera.kept()] == [1]


def test_dunst_shows_it_done_of_its_menu_logs_it_and_restarted_it_shows_the_next(vera, clock, a_desk, tmp_path):
    vera.plans("Letrozole", "--at", "08:01", "--log", "took letrozole")
    clock.shows("2026-11-23 08:00:01")
    dunst = Dunst(a_desk, tmp_path)
    vera.sits_down()
    dunst.shows(1)
    dunst.chooses("Done")
    dunst.shows(0)
    vera.finds(has="Calcium citrate 500 mg")

    dunst.ends()
    dunst = Dunst(a_desk, tmp_path)
    clock.shows("2026-11-23 08:01:01")
    vera.keys("ctrl+z")  # whatever she does has the program look what is due
    dunst.shows(1)
    dunst.chooses("In 30 minutes")
    dunst.shows(0)
    assert vera.logged() == []
    dunst.ends()


def test_a_notification_server_that_is_restarted_shows_what_comes_next(vera, clock, server):
    vera.plans("Letrozole", "--at", "08:01", "--log", "took letrozole")
    begins(vera, clock, server)
    clock.shows("2026-11-23 08:00:01")
    wakes(server)
    server.notified()
    server.told("vanish")
    server.told("appear", "actions", "body")
    clock.shows("2026-11-23 08:01:01")
    wakes(server)
    number, notice = server.notified()
    assert notice["title"] == "Time for your 08:01 reminder"
    server.told("press", number, "done")
    vera.finds(has="Letrozole 2.5 mg")
    assert [entry["label"] for entry in vera.logged()] == ["Letrozole 2.5 mg"]


def test_quitting_takes_away_what_nobody_would_hear_the_buttons_of(vera, clock, server):
    clock.shows("2026-11-23 08:00:01")
    vera.sits_down()
    number, _ = server.notified()
    assert vera.closes() == 0
    assert server.next("close") == ["close", number]


def test_without_a_notification_server_the_window_asks_and_takes_the_answer(vera, clock):
    clock.shows("2026-11-23 08:00:01")
    vera.sits_down()
    vera.presses(role="push button", name="Taken: Calcium")
    vera.finds(has="Calcium citrate 500 mg")
    assert len(vera.logged()) == 1
    assert vera.misses(role="push button", name="Taken: Calcium")


def test_while_the_server_hangs_the_window_goes_on_and_afterwards_it_is_shown(vera, clock, server):
    begins(vera, clock, server)
    clock.shows("2026-11-23 07:59:59")
    wakes(server)
    server.hangs()
    assert vera.waits_at_most(seconds=PATIENCE + 1) < 1  # a quarter of a second in `make bench`
    vera.finds(role="push button", name="Taken: Calcium")
    server.goes_on()
    late, _ = server.notified()
    assert server.next("close") == ["close", late]
    wakes(server)
    number, notice = server.notified()
    assert notice["title"] == "Time for your 08:00 reminder"
    server.told("press", number, "done")
    assert server.next("close") == ["close", number]
    assert len(vera.logged()) == 1
