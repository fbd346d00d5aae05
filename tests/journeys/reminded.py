"""What stories about reminders begin with, and how the computer wakes in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from tests.desktop.fake_server import FakeServer
from tests.journeys.person import Person
from tests.journeys.wall_clock import WallClock


def someone(desk: Mapping[str, str], folder: Path, clock: WallClock) -> Person:
    """Someone who has answered the first questions; her computer says on the desk's bus when it woke."""
    waking = {"DBUS_SYSTEM_BUS_ADDRESS": desk["DBUS_SESSION_BUS_ADDRESS"]}
    person = Person(desk, folder, {**clock.environment, **waking})
    person.has_answered_the_first_questions()
    return person


def begins(person: Person, clock: WallClock, server: FakeServer, at: str = "2026-11-23 07:50:00") -> None:
    """The program is open at that time and on the bus: what came five minutes before was told, and answered."""
    opened = datetime.fromisoformat(at)
    clock.shows(f"{opened - timedelta(minutes=10)}")
    person.plans("Open the window", "--at", f"{opened - timedelta(minutes=5):%H:%M}")
    clock.shows(at)
    person.sits_down()
    number, _ = server.notified()
    server.told("press", number, "done")
    assert server.next("close") == ["close", number]


def wakes(server: FakeServer) -> None:
    """The computer says that it woke, and the program looks at its clock."""
    server.told("sleep", "no")
