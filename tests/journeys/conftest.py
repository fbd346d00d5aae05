"""One desk for all journeys, a throwaway folder for each."""

from __future__ import annotations

import shutil
import sys

import pytest

from tests.desk import desk
from tests.desktop.fake_server import FakeServer
from tests.journeys.person import Person
from tests.journeys.reminded import someone
from tests.journeys.wall_clock import WallClock

if sys.platform != "linux" or shutil.which("Xvfb") is None:
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def a_desk():
    """A screen, a window manager and an accessibility bus."""
    with desk() as environment:
        yield {**environment, "TZ": "Europe/Berlin"}


@pytest.fixture
def newcomer(a_desk, tmp_path):
    """Someone who never started the program before."""
    person = Person(a_desk, tmp_path / "diary")
    yield person
    person.leaves()


@pytest.fixture
def anna(newcomer):
    """Someone who answered the first questions and sits before an empty Today page."""
    newcomer.command("profile", "set", "birth_date=1961", "sex=female", "weight_kg=66", "aromatase_inhibitor=letrozole")
    newcomer.has_answered_the_first_questions()
    newcomer.sits_down()
    return newcomer


@pytest.fixture
def clock(tmp_path):
    """A wall clock of the story's own, at ten to eight on a Monday in Berlin."""
    clock = WallClock(tmp_path)
    clock.shows("2026-11-23 07:50:00")
    return clock


@pytest.fixture
def server(a_desk):
    """A notification server of our own on the bus of the desk; it also says when the computer woke."""
    server = FakeServer(environment=a_desk)
    yield server
    server.ends()


@pytest.fixture
def vera(a_desk, tmp_path, clock):
    """Someone with calcium at eight, who has answered the first questions."""
    person = someone(a_desk, tmp_path / "diary", clock)
    person.plans("Calcium", "--at", "08:00", "--log", "calcium citrate 500")
    yield person
    person.leaves()
