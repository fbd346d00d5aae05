"""The entry line over the app's own tables, at a moment that stands still: Monday 23 November 2026, noon in Berlin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bonecoach.core.habits import NO_HABITS, Habits
from bonecoach.core.profile import Profile
from bonecoach.phrase.line import EntryLine
from bonecoach.phrase.reading import Part, Reading
from bonecoach.reference.activities import ActivityTable
from bonecoach.reference.foods import FoodTable
from bonecoach.reference.medicines import MedicineTable
from bonecoach.reference.supplements import SupplementTable
from bonecoach.reference.targets import target_rules

ZONE = "Europe/Berlin"
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo(ZONE))

Read = Callable[..., Reading]
ReadPart = Callable[..., Part]


def at(clock: str, day: str = "2026-11-23") -> datetime:
    """A wall time in Berlin."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo(ZONE))


@pytest.fixture(scope="session")
def entry_line() -> EntryLine:
    return EntryLine(FoodTable(), ActivityTable(), SupplementTable(), MedicineTable(), target_rules())


@pytest.fixture(scope="session")
def read(entry_line: EntryLine) -> Read:
    """Reads a line at noon, or at another moment."""

    def read_at(text: str, now: datetime = NOON, habits: Habits = NO_HABITS, profile: Profile | None = None) -> Reading:
        return entry_line.read(text, now, ZONE, habits, profile or Profile())

    return read_at


@pytest.fixture(scope="session")
def part(read: Read) -> ReadPart:
    """Reads a line that has one part."""

    def read_part(text: str, *args: object, **more: object) -> Part:
        parts = read(text, *args, **more).parts
        assert len(parts) == 1, parts
        return parts[0]

    return read_part
