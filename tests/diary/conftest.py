"""A diary in a throwaway folder, with a clock that stands still and zone that can be travelled."""

from __future__ import annotations

import pytest

from bonecoach.diary import open_diary
from bonecoach.diary.knowledge import Knowledge
from tests.clocks import FakeClock
from tests.makers import BERLIN

KNOWLEDGE = Knowledge()
"""Read once for all stories: nothing in it belongs to a person."""


class Traveller:
    """The zone she is in; she may fly."""

    def __init__(self) -> None:
        self.zone = BERLIN

    def __call__(self) -> str:
        return self.zone


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def traveller():
    return Traveller()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "diary"


@pytest.fixture
def reopen(folder, clock, traveller):
    """Opens the diary in the folder; every one opened is closed in the end."""
    opened = []

    def open_it(announce=None):
        diary = open_diary(folder, clock, traveller, announce, KNOWLEDGE)
        opened.append(diary)
        return diary

    yield open_it
    for diary in opened:
        diary.close()


@pytest.fixture
def diary(reopen):
    return reopen()
