"""One desk for all journeys, a throwaway folder for each."""

from __future__ import annotations

import shutil
import sys

import pytest

from tests.desk import desk
from tests.journeys.person import Person

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
