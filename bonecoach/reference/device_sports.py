"""What watches and telephones call a movement, as an activity of the table."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from bonecoach.paths import resources
from bonecoach.reference.activities import read_activities
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Once, lines

COLUMNS = "sport activity source status"
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def sport_words(name: str) -> str:
    """The name of a sport in plain words: "TraditionalStrengthTraining" and "traditional_strength_training" are one."""
    return " ".join(_CAMEL.sub(" ", name).replace("_", " ").replace("-", " ").lower().split())


@lru_cache(maxsize=1)
def device_sports() -> dict[str, str]:
    """The id of the activity that each sport is taken for, by its plain words."""
    return device_sports_in(resources())


def device_sports_in(folder: Path) -> dict[str, str]:
    """The table of a resources folder. Raises FaultyTable."""
    known, activities, once = known_sources(folder), read_activities(folder), Once()
    found: dict[str, str] = {}
    for line in lines(folder / "activities" / "devices.csv", COLUMNS):
        sport = line.text("sport")
        once.claim(line, sport, sport)
        line.sources(known)
        line.status()
        found[sport] = line.one_of("activity", activities)
    return found
