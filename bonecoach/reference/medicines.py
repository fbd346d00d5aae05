"""The medicines of the evidence, by generic and brand name."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from bonecoach.core.medicines import Medicine
from bonecoach.reference.names import NameIndex
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Line, lines

COLUMNS = "id names kind dose_amount dose_unit every source status"
KINDS = ("aromatase_inhibitor", "oral_bisphosphonate", "infusion", "injection")
INTERVALS = ("day", "week", "month", "6months", "year")


class MedicineTable:
    """Medicines by id and by name, read when first asked. Raises FaultyTable for a table that cannot be."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def all(self) -> tuple[Medicine, ...]:
        """Every medicine, as the table stands."""
        return self._all

    def get(self, medicine_id: str) -> Medicine | None:
        """The medicine with an id."""
        return next((medicine for medicine in self._all if medicine.id == medicine_id), None)

    def named(self, words: str) -> Medicine | None:
        """The medicine that is called so."""
        return self._names.named(words)

    def search(self, text: str, limit: int = 8) -> list[Medicine]:
        """Medicines of which a name begins like the text."""
        return self._names.search(text, limit)

    def near(self, text: str) -> list[str]:
        """Names that were likely meant by a misspelled one."""
        return self._names.near(text)

    @cached_property
    def _all(self) -> tuple[Medicine, ...]:
        from bonecoach.paths import resources

        folder = self._folder or resources()
        sources = known_sources(folder)
        return tuple(_medicine(line, sources) for line in lines(folder / "evidence" / "medicines.csv", COLUMNS))

    @cached_property
    def _names(self) -> NameIndex[Medicine]:
        return NameIndex((medicine, medicine.names) for medicine in self._all)


def _medicine(line: Line, sources: frozenset[str]) -> Medicine:
    return Medicine(
        id=line["id"],
        names=line.names(),
        kind=line.one_of("kind", KINDS),
        dose_amount=line.number_in("dose_amount", 0.1, 1000),
        dose_unit=line["dose_unit"] or None,
        every=line.one_of("every", INTERVALS),
        source=line.sources(sources),
        status=line.status(),
    )
