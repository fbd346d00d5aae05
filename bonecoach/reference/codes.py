"""The codes by which clinics' systems know what the diary holds (evidence 9)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from bonecoach.paths import resources
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Once, lines

COLUMNS = "id system code display unit source status"

SYSTEMS = {
    "loinc": "http://loinc.org",
    "rxnorm": "http://www.nlm.nih.gov/research/umls/rxnorm",
    "snomed": "http://snomed.info/sct",
}
"""The names that FHIR gives the registries."""


class Code(NamedTuple):
    """What something of the diary is called in a registry, and the UCUM unit its value stands in ("" without one).

    `display` is the registry's own name for the code, "" where the evidence quotes none: none is made up.
    """

    id: str
    system: str
    code: str
    display: str
    unit: str
    source: str
    status: str

    @property
    def uri(self) -> str:
        """The registry as FHIR names it."""
        return SYSTEMS[self.system]


@lru_cache(maxsize=1)
def codes() -> dict[str, tuple[Code, ...]]:
    """The codes of everything that has one, by its id ("intake.calcium_mg", "scan.bmd.total_hip.left")."""
    return codes_in(resources())


def codes_in(folder: Path) -> dict[str, tuple[Code, ...]]:
    """The codes in a resources folder. Raises FaultyTable; an unconfirmed code is refused: it would leave as a fact."""
    known = known_sources(folder)
    found: dict[str, tuple[Code, ...]] = {}
    once = Once()
    for line in lines(folder / "evidence" / "codes.csv", COLUMNS):
        key, system, code = line.text("id"), line.one_of("system", SYSTEMS), line.text("code")
        once.claim(line, (key, system), f"{key} in {system}")
        if not code.replace("-", "").isdigit():
            raise line.faulty("not_a_code", f"{code!r} is not written like 81137-2")
        if line.status() == "unconfirmed":
            raise line.faulty("unconfirmed_code", f"{code} is not confirmed, and would leave as if it were")
        made = Code(key, system, code, line["display"], line["unit"], line.sources(known), line.status())
        found[key] = (*found.get(key, ()), made)
    return found
