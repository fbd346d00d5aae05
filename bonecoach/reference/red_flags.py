"""Red flags: what must never wait, each with its own sentence and whom to ask (evidence 10)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bonecoach.core.errors import FaultyTable
from bonecoach.paths import resources
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Once, lines

COLUMNS = "id level with text source status"
LEVELS = ("emergency", "urgent", "team_today", "team", "dentist_and_team")
"""Whom to ask, the weightiest first."""

WITH = (
    *("", "antiresorptive", "denosumab_or_zoledronic_acid", "oral_bisphosphonate"),
    *("high_calcium_or_vitamin_d", "denosumab"),
)


@dataclass(frozen=True, slots=True)
class RedFlag:
    """What is felt or has happened, and what to do now, as the evidence has it.

    `level` is one of LEVELS. `taking` names the medicine with which it means this, "" where it always does; the text
    says so itself, since the app may not know every medicine she takes. It names no diagnosis for the person.
    """

    id: str
    level: str
    taking: str
    text: str
    source: str
    status: str


def red_flags() -> dict[str, RedFlag]:
    """Every red flag by id, as the table stands. Raises FaultyTable for a table that cannot be."""
    return red_flags_in(resources())


def red_flag(flag_id: str) -> RedFlag:
    """The red flag with an id. Raises FaultyTable("unknown_flag")."""
    found = red_flags().get(flag_id)
    if found is None:
        raise FaultyTable("unknown_flag", table="red_flags.csv", line=0, reason=f"{flag_id} is not there")
    return found


@lru_cache(maxsize=4)
def red_flags_in(folder: Path) -> dict[str, RedFlag]:
    """The red flags of a resources folder. Raises FaultyTable."""
    known = known_sources(folder)
    found: dict[str, RedFlag] = {}
    ids = Once()
    for line in lines(folder / "evidence" / "red_flags.csv", COLUMNS):
        flag = RedFlag(
            id=line.id(),
            level=line.one_of("level", LEVELS),
            taking=line.one_of("with", WITH),
            text=line.text("text"),
            source=line.sources(known),
            status=line.status(),
        )
        ids.claim(line, flag.id, flag.id)
        found[flag.id] = flag
    return found
