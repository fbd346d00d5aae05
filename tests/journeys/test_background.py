"""The real program while nobody looks at it: from login, and in the tray."""

from __future__ import annotations

import subprocess

from tests.desk import asked, start, wait_for
from tests.journeys.reminded import begins, wakes

TRAY = ["trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "48"]
"""A panel with nothing but a tray, 48 high and as wide as its signs."""


def panel(desk):
    """The window of the panel, "" while there is none."""
    return (asked(["xdotool", "search", "--class", "trayer"], desk).split() or [""])[-1]


def click_on_the_sign(desk):
    move = ["xdotool", "mousemove", "--window", panel(desk), "12", "24"]
    subprocess.run([*move, "click", "1"], env=desk, check=True, timeout=10)


def test_from_login_it_waits_unseen_tells_and_a_second_start_shows_it(vera, clock, server):
    clock.shows("2026-11-23 08:00:01")
    vera.program = vera.starts("--background")
    _, notice = server.notified()
    assert notice["title"] == "Time for your 08:00 reminder"
    assert vera.misses(role="frame")
    assert vera.starts().wait(timeout=20) == 0
    vera.finds(name="BoneCoach", state="active")
    vera.presses(role="push button", name="Taken: Calcium")
    vera.finds(has="Calcium citrate 500 mg")


def test_closed_it_goes_on_in_the_tray_and_a_click_there_brings_it_back(vera, clock, server, a_desk):
    tray = start(TRAY, a_desk)
    wait_for("the tray", lambda: bool(panel(a_desk)))
    begins(vera, clock, server)
    vera.keys("alt+F4")
    assert server.notified()[1]["title"] == "BoneCoach goes on, so that reminders come"
    wait_for("the closed window", lambda: vera.misses(role="frame"))

    clock.shows("2026-11-23 08:00:01")
    wakes(server)
    assert server.notified()[1]["title"] == "Time for your 08:00 reminder"
    assert vera.misses(role="frame")
    click_on_the_sign(a_desk)
    vera.finds(name="BoneCoach", state="active")
    vera.finds(role="push button", name="Taken: Calcium")
    tray.terminate()
    tray.wait(timeout=10)
