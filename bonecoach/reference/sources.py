"""Where numbers are from: the citation behind each source id."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bonecoach.core.errors import FaultyTable
from bonecoach.core.values import Value
from bonecoach.paths import resources
from bonecoach.reference.tables import Once, lines

TABLE = "sources.csv"
COLUMNS = "id citation doi"


class Source(Value):
    """A publication, a label or a data set: what to cite, and its DOI where it has one."""

    id: str
    citation: str
    doi: str = ""


def source(source_id: str) -> Source:
    """The source with an id. Raises FaultyTable("unknown_source")."""
    found = read_sources(resources()).get(source_id)
    if found is None:
        raise FaultyTable("unknown_source", table=TABLE, line=0, reason=f"{source_id} is not there")
    return found


def sources(ids: str) -> tuple[Source, ...]:
    """The sources of ids parted by blanks, as targets and advice carry them. Raises FaultyTable("unknown_source")."""
    return tuple(source(source_id) for source_id in ids.split())


@lru_cache(maxsize=4)
def known_sources(folder: Path) -> frozenset[str]:
    """Every source id of a resources folder: the first cells of its table, which set-up has read wholly and checked.

    Reading every citation would be a fiftieth of the start. Raises FaultyTable("missing_table").
    """
    try:
        rows = (folder / "evidence" / TABLE).read_text(encoding="utf-8").splitlines()[1:]
    except FileNotFoundError:
        raise FaultyTable("missing_table", table=TABLE, line=0, reason="the file is not there") from None
    return frozenset(row.partition(",")[0] for row in rows)


@lru_cache(maxsize=4)
def read_sources(folder: Path) -> dict[str, Source]:
    """The sources of a resources folder by id, as their table stands. Raises FaultyTable for one that cannot be."""
    found: dict[str, Source] = {}
    ids = Once()
    for line in lines(folder / "evidence" / TABLE, COLUMNS):
        source_id = line.text("id")
        if not source_id.replace("-", "").isalnum():
            raise line.faulty("not_an_id", f"{source_id!r} is not written like ODS or LBL-CA")
        ids.claim(line, source_id, source_id)
        if line["doi"] and not line["doi"].startswith("10."):
            raise line.faulty("not_a_doi", f"doi is {line['doi']!r}, and each begins with 10.")
        found[source_id] = Source(source_id, line.text("citation"), line["doi"])
    return found
