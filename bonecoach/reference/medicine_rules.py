"""How medicines are taken, missed and watched, as their leaflets say (evidence 5)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bonecoach.core.errors import FaultyTable
from bonecoach.core.medicines import Caution, Medicine, MedicineRules, Window
from bonecoach.paths import resources
from bonecoach.reference.medicines import INTERVALS, read_medicines
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Line, Once, lines

COLUMNS = (
    "id every how upright_minutes how_source how_status missed missed_source missed_status "
    "book_months best_by_days window_source window_status"
)
CAUTION_COLUMNS = "id medicines every when source status"

UPRIGHT_MINUTES = {
    "any_time": 0,
    "after_meal": 0,
    "fasting_upright_30": 30,
    "fasting_upright_60": 60,
    "after_breakfast_upright_30": 30,
    "by_clinic": 0,
}
"""The ways to take a medicine, each with the minutes its name promises: a figure that differs is a slip."""

MISSED = (
    *("skip_to_next", "unless_next_in_3_hours", "unless_next_is_near"),
    *("weekly_tablet", "monthly_tablet", "soon_then_from_last", "ask_clinic"),
)
"""What leaflets say of a missed dose; each is a sentence of its own."""

WHEN = ("starting", "taking", "before_dose", "after_dose", "stopping")
_TABLE = "medicine_rules.csv"
_LONGEST_BOOKING, _LONGEST_WINDOW = 12, 60

Key = tuple[str, str]


def medicine_rules(medicine: Medicine) -> MedicineRules:
    """What is known of taking a medicine in its interval. Raises FaultyTable("unknown_medicine")."""
    found = medicine_rules_in(resources()).get((medicine.id, medicine.every))
    if found is None:
        reason = f"{medicine.id} every {medicine.every} is not there"
        raise FaultyTable("unknown_medicine", table=_TABLE, line=0, reason=reason)
    return found


@lru_cache(maxsize=4)
def medicine_rules_in(folder: Path) -> dict[Key, MedicineRules]:
    """The rules of a resources folder by medicine and interval. Raises FaultyTable.

    Every line of the medicine table has its rules, and no rule is for a medicine that is not there.
    """
    known = known_sources(folder)
    medicines = {(medicine.id, medicine.every) for medicine in read_medicines(folder)}
    cautions = _cautions(folder, medicines, known)
    found: dict[Key, MedicineRules] = {}
    keys = Once()
    for line in lines(folder / "evidence" / _TABLE, COLUMNS):
        key = line.id(), line.one_of("every", INTERVALS)
        keys.claim(line, key, " every ".join(key))
        if key not in medicines:
            raise line.faulty("unknown_medicine", f"{key[0]} every {key[1]} is not in medicines.csv")
        found[key] = _rules(line, key, known, cautions)
    if missing := sorted(medicines - set(found)):
        reason = f"there is no line for {', '.join(' every '.join(key) for key in missing)}"
        raise FaultyTable("missing_line", table=_TABLE, line=0, reason=reason)
    return found


def _rules(
    line: Line, key: Key, known: frozenset[str], cautions: list[tuple[Caution, frozenset[Key]]]
) -> MedicineRules:
    how = line.one_of("how", UPRIGHT_MINUTES)
    upright = line.number_in("upright_minutes", 1) or 0
    if upright != UPRIGHT_MINUTES[how]:
        raise line.faulty("impossible_range", f"upright_minutes is {upright:g}, and {how} says otherwise")
    return MedicineRules(
        id=key[0],
        every=key[1],
        how=how,
        upright_minutes=UPRIGHT_MINUTES[how],
        how_source=line.sources(known, "how_source"),
        how_status=line.status("how_status"),
        missed=line.one_of("missed", MISSED),
        missed_source=line.sources(known, "missed_source"),
        missed_status=line.status("missed_status"),
        window=_window(line, known),
        cautions=tuple(caution for caution, keys in cautions if key in keys),
    )


def _window(line: Line, known: frozenset[str]) -> Window | None:
    if not line["book_months"] and not line["best_by_days"]:
        return None
    return Window(
        book_months=int(line.needed("book_months", 1, _LONGEST_BOOKING)),
        best_by_days=int(line.needed("best_by_days", 1, _LONGEST_WINDOW)),
        source=line.sources(known, "window_source"),
        status=_founded(line),
    )


def _founded(line: Line) -> str:
    # A window asks for a telephone call, which nothing unconfirmed may do.
    status = line.status("window_status")
    if status == "unconfirmed":
        raise line.faulty("unfounded", "a window prompts, and nothing unconfirmed does")
    return status


def _cautions(folder: Path, medicines: set[Key], known: frozenset[str]) -> list[tuple[Caution, frozenset[Key]]]:
    found = []
    ids = Once()
    for line in lines(folder / "evidence" / "medicine_cautions.csv", CAUTION_COLUMNS):
        caution = Caution(line.id(), line.one_of("when", WHEN), line.sources(known), line.status())
        ids.claim(line, caution.code, caution.code)
        line.text("medicines")
        named = line.listed("medicines", {medicine for medicine, _ in medicines})
        every = line.one_of("every", ("", *INTERVALS))
        keys = frozenset(key for key in medicines if key[0] in named and every in ("", key[1]))
        if {medicine for medicine, _ in keys} != set(named):
            raise line.faulty("unknown_medicine", f"not all of {', '.join(named)} are taken every {every}")
        found.append((caution, keys))
    return found
