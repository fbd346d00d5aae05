"""Reminders of the real program on a computer that sleeps, and whose clock is put: only the wall clock jumps."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.journeys.reminded import begins, someone, wakes
from tests.journeys.wall_clock import WallClock

MOST_LATE = 2.0
"""Seconds a reminder may be late while the computer is awake."""

AFTER_WAKING = 4.0
"""Seconds in which she is told, once the system has said that it woke; `make bench` holds it to one."""


@pytest.fixture
def in_zone(a_desk, tmp_path):
    """Someone in a zone, and her clock at a wall time."""
    here = []

    def arrives(zone, at):
        clock = WallClock(tmp_path, zone)
        clock.shows(at)
        here.append(someone(a_desk, tmp_path / "diary", clock))
        return here[-1], clock

    yield arrives
    for person in here:
        person.leaves()


def before(text):
    """The second before a wall time."""
    return f"{datetime.fromisoformat(f'2026-01-01 {text}') - timedelta(seconds=1):%H:%M:%S}"


def titles(server):
    """What it has shown so far."""
    return [what[1]["title"] for kind, *what in server.heard if kind == "notify"]


def test_eight_hours_asleep_are_one_list_and_no_burst(vera, clock, server):
    for at in ("09:00", "10:00", "12:00", "13:30", "15:45"):
        vera.plans(f"Something at {at}", "--at", at)
    begins(vera, clock, server)
    clock.shows("2026-11-23 15:50:00")
    wakes(server)
    told = [server.notified()[1]["title"] for _ in range(2)]
    assert clock.late("2026-11-23 15:50") < AFTER_WAKING
    # 08:00 to 13:30 came more than two hours ago; 15:45 is told as it would have been.
    assert sorted(told) == ["Time for your 15:45 reminder", "While you were away: 5 reminders"]
    vera.finds(role="push button", name="Taken: Calcium")
    wakes(server)
    vera.presses(role="push button", name="Taken: Calcium")
    vera.finds(has="Calcium citrate 500 mg")
    wakes(server)
    assert len(titles(server)) == 3  # with the one at the beginning


def test_a_clock_put_back_by_two_hours_tells_nothing_twice(vera, clock, server):
    vera.plans("Call Anna", "--at", "08:01")
    begins(vera, clock, server)
    clock.shows("2026-11-23 08:00:01")
    wakes(server)
    number, _ = server.notified()
    server.told("press", number, "done")
    vera.finds(has="Calcium citrate 500 mg")
    for at in ("06:00:01", "07:59:59", "08:00:01", "08:01:01"):
        clock.shows(f"2026-11-23 {at}")
        wakes(server)
    assert server.notified()[1]["title"] == "Time for your 08:01 reminder"
    assert [entry["label"] for entry in vera.logged()] == ["Calcium citrate 500 mg"]


@pytest.mark.parametrize(
    ("zone", "day", "opened", "at", "comes"),
    [
        ("Europe/Berlin", "2027-03-28", "01:50:00", "02:30", "03:30"),  # 02:00 becomes 03:00
        ("Australia/Lord_Howe", "2026-10-04", "01:50:00", "02:10", "02:40"),  # 02:00 becomes 02:30
    ],
)
def test_a_time_in_a_skipped_hour_comes_later_by_what_was_skipped(in_zone, server, zone, day, opened, at, comes):
    vera, clock = in_zone(zone, f"{day} {opened}")
    vera.plans("Calcium", "--at", at, "--log", "calcium citrate 500")
    begins(vera, clock, server, f"{day} {opened}")
    clock.shows(f"{day} {before(comes)}")
    wakes(server)
    assert server.notified()[1]["title"] == f"Time for your {at} reminder"
    assert 0 <= clock.late(f"{day} {comes}") < MOST_LATE


@pytest.mark.parametrize(
    ("zone", "day", "opened", "at", "after"),
    [
        ("Europe/Berlin", "2026-10-25", "01:50:00", "02:30", "03:05"),  # 03:00 becomes 02:00
        ("Australia/Lord_Howe", "2027-04-04", "01:20:00", "01:45", "02:05"),  # 02:00 becomes 01:30
    ],
)
def test_a_time_in_a_repeated_hour_comes_the_first_time_only(in_zone, server, zone, day, opened, at, after):
    vera, clock = in_zone(zone, f"{day} {opened}")
    vera.plans("Calcium", "--at", at, "--log", "calcium citrate 500")
    vera.plans("Call Anna", "--at", after)
    begins(vera, clock, server, f"{day} {opened}")
    clock.shows(f"{day} {at}:01")
    wakes(server)
    number, _ = server.notified()
    server.told("press", number, "done")
    vera.finds(has="Calcium citrate 500 mg")
    clock.shows(f"{day} {at}:01", fold=1)
    wakes(server)
    clock.shows(f"{day} {after}:01")
    wakes(server)
    assert server.notified()[1]["title"] == f"Time for your {after} reminder"
    assert len(vera.logged()) == 1
