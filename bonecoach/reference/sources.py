"""Where numbers are from: the citation behind each source id."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bonecoach.core.errors import FaultyTable
from bonecoach.reference.tables import lines

COLUMNS = "id citation doi"


@dataclass(frozen=True, slots=True)
class Source:
    """A source id, what to cite, and its DOI where it has one."""

    id: str
    citation: str
    doi: str = ""


@lru_cache(maxsize=4)
def _sources(folder: Path) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for line in lines(folder / "evidence" / "sources.csv", COLUMNS):
        if not line["id"] or not line["citation"]:
            raise line.faulty("missing_source", "it names no source")
        if line["id"] in found:
            raise line.faulty("duplicate_id", f"{line['id']} stands there twice")
        found[line["id"]] = Source(line["id"], line["citation"], line["doi"])
    return found


def known_sources(folder: Path) -> frozenset[str]:
    """Every source id of the table."""
    return frozenset(_sources(folder))


def source(source_id: str) -> Source:
    """The source with an id. Raises FaultyTable("unknown_source")."""
    from bonecoach.paths import resources

    found = _sources(resources()).get(source_id)
    if found is None:
        raise FaultyTable("unknown_source", table="sources.csv", line=0, reason=f"{source_id} is not there")
    return found


def sources(ids: str) -> tuple[Source, ...]:
    """The sources of ids parted by blanks, as targets and advice carry them."""
    return tuple(source(source_id) for source_id in ids.split())
