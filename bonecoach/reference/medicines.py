"""The medicines of the evidence, by generic and brand name."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from bonecoach.core.medicines import Medicine
from bonecoach.paths import resources
from bonecoach.reference.food_words import plain
from bonecoach.reference.names import NameIndex
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Line, Once, lines

COLUMNS = "id names kind dose_amount dose_unit every source status"
KINDS = ("aromatase_inhibitor", "oral_bisphosphonate", "infusion", "injection")
INTERVALS = ("day", "week", "month", "6months", "year")
_LARGEST_DOSE_MG = 1_000


class MedicineTable:
    """Medicines by id and by name, read when first asked. Raises FaultyTable then for a table that cannot be.

    One medicine may stand in several lines, each with a usual dose and the names of that one ("Reclast": zoledronic
    acid, 5 mg a year). What it is commonly called is its first line.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def all(self) -> tuple[Medicine, ...]:
        """Every line of the table, as it stands."""
        return self._all

    def get(self, medicine_id: str) -> Medicine | None:
        """The medicine with an id, by its first line; None when there is none."""
        return next((medicine for medicine in self._all if medicine.id == medicine_id), None)

    def doses(self, medicine_id: str) -> tuple[float, ...]:
        """The usual doses of a medicine in all of its intervals: risedronate 35 mg and 150 mg."""
        return tuple(each.dose_amount for each in self._all if each.id == medicine_id and each.dose_amount is not None)

    def named(self, words: str, every: str = "") -> Medicine | None:
        """The medicine that is called so, by generic or brand name; None when none is.

        Of one that stands in several lines it is that of the interval, where there is such a line: risedronate is 35 mg
        a week, and 150 mg a month. What a clinic gives under the name of another line's product is that product.
        """
        found = self._names.named(words)
        if found is None or found.every == every:
            return found
        alike = (each for each in self._all if (each.id, each.every) == (found.id, every))
        called = (each for each in alike if not each.by_clinic or plain(words) in map(plain, each.names))
        return next(called, found)

    def search(self, text: str, limit: int = 8) -> list[Medicine]:
        """Medicines for what was typed so far, best first."""
        return self._names.search(text, limit)

    def near(self, text: str) -> list[str]:
        """Names that were likely meant by a misspelled one, nearest first."""
        return self._names.near(text)

    @cached_property
    def _all(self) -> tuple[Medicine, ...]:
        return read_medicines(self._folder or resources())

    @cached_property
    def _names(self) -> NameIndex[Medicine]:
        return NameIndex((medicine, medicine.names) for medicine in self._all)


def read_medicines(folder: Path) -> tuple[Medicine, ...]:
    """The medicines of a resources folder. Raises FaultyTable for a line that cannot be."""
    known = known_sources(folder)
    found: list[Medicine] = []
    owners: dict[str, str] = {}
    doses = Once()
    for line in lines(folder / "evidence" / "medicines.csv", COLUMNS):
        medicine = _medicine(line, known)
        doses.claim(line, (medicine.id, medicine.every), f"{medicine.id} every {medicine.every}")
        for name in medicine.names:
            if owners.setdefault(plain(name), medicine.id) != medicine.id:
                raise line.faulty("repeated", f"{name!r} is already a name of {owners[plain(name)]}")
        found.append(medicine)
    return tuple(found)


def _medicine(line: Line, known: frozenset[str]) -> Medicine:
    return Medicine(
        id=line.id(),
        names=line.names(),
        kind=line.one_of("kind", KINDS),
        dose_amount=line.needed("dose_amount", 0.1, _LARGEST_DOSE_MG),
        dose_unit=line.one_of("dose_unit", ("mg",)),
        every=line.one_of("every", INTERVALS),
        source=line.sources(known),
        status=line.status(),
    )
