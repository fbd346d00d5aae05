"""What studies found of bone density under an aromatase inhibitor and after it (evidence 4)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bonecoach.core.measurements import Site
from bonecoach.core.others_found import PHASES, Published
from bonecoach.paths import resources
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Once, lines

COLUMNS = "id study phase medicine site years percent people note source status"

NOTES = ("", "median", "not_significant", "not_randomised")
"""What limits a figure; each is a sentence of its own."""

_MOST_YEARS, _MOST_PERCENT = 10, 20


@lru_cache(maxsize=1)
def published() -> tuple[Published, ...]:
    """Every figure, in the order of its table."""
    return published_in(resources())


def published_in(folder: Path) -> tuple[Published, ...]:
    """The figures in a resources folder. Raises FaultyTable; an unconfirmed one is refused, for it is drawn."""
    known = known_sources(folder)
    found = []
    once = Once()
    for line in lines(folder / "evidence" / "others_found.csv", COLUMNS):
        once.claim(line, line.id(), line.id())
        if line.status() == "unconfirmed":
            raise line.faulty("unconfirmed_figure", f"{line.id()} is not confirmed, and would be drawn as if it were")
        people = line.number_in("people", 1)
        found.append(
            Published(
                id=line.id(),
                study=line.text("study"),
                phase=line.one_of("phase", PHASES),
                medicine=line.one_of("medicine", ("", "anastrozole", "letrozole", "exemestane")),
                site=Site(line.one_of("site", list(Site))),
                years=line.needed("years", 0.5, _MOST_YEARS),
                percent=line.needed("percent", -_MOST_PERCENT, _MOST_PERCENT),
                people=None if people is None else int(people),
                note=line.one_of("note", NOTES),
                source=line.sources(known),
                status=line.status(),
            )
        )
    return tuple(found)
