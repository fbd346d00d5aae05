"""The activity table: what movement loads, how hard it is, and everything people call it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from bonecoach.core.activities import Activity, Intensity, Load, intensity_of
from bonecoach.paths import resources
from bonecoach.reference.food_words import plain
from bonecoach.reference.movement_words import movement_stem
from bonecoach.reference.name_index import NameIndex
from bonecoach.reference.sources import source_of
from bonecoach.reference.tables import Row, Unrepeated, rows

COLUMNS = (
    *("id", "names", "load", "also_load", "met", "intensity", "aerobic", "code", "cautions"),
    *("source", "status", "met_status", "note"),
)
CAUTIONS = ("flexion", "high_impact", "fall_risk", "hold_support", "supervised", "pull", "recent_fracture")
"""Codes for what to mind: bending or twisting the spine under load, impact after a fracture of little force or with a
T-score of -2.5 or less, falls, something to hold on to, a trained supervisor, a pull at the arm, a recent fracture."""

NEAREST_CODE = "nearest code"
EDITIONS = ("2011", "2024")
_LOWEST_MET, _HIGHEST_MET = 1.0, 20.0
_NO_BY_ITSELF = frozenset({Load.RESISTANCE, Load.BALANCE})


class ActivityTable:
    """All activities the app knows, read from `resources/activities` at the first question. Raises FaultyTable then."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or resources() / "activities" / "activities.csv"

    def all(self) -> tuple[Activity, ...]:
        """Every activity, in the order of the table."""
        return tuple(self._by_id.values())

    def get(self, activity_id: str) -> Activity | None:
        """The activity with this id, None when there is none."""
        return self._by_id.get(activity_id)

    def named(self, words: str) -> Activity | None:
        """The activity that is called so: "brisk walk", "walked briskly", "tai-chi"; None when none is."""
        return self._names.named(words)

    def search(self, text: str, limit: int = 8) -> list[Activity]:
        """Activities for what was typed so far, best first."""
        return self._names.search(text, limit)

    def near(self, text: str) -> list[str]:
        """Names a slip or two away from `text` ("pilatess": Pilates), nearest first; `named` knows each."""
        return self._names.near(text)

    @cached_property
    def _by_id(self) -> dict[str, Activity]:
        return read_activities(self._path)

    @cached_property
    def _names(self) -> NameIndex[Activity]:
        return NameIndex(((each, each.names) for each in self._by_id.values()), movement_stem)


def read_activities(path: Path) -> dict[str, Activity]:
    """The activities of a table by id. Raises FaultyTable for a row that cannot be, and for a name given twice."""
    found: dict[str, Activity] = {}
    ids, names = Unrepeated(), Unrepeated()
    for row in rows(path, COLUMNS):
        activity = _activity(row)
        ids.claim(row, activity.id)
        for name in activity.names:
            names.claim(row, plain(name), name)
        found[activity.id] = activity
    return found


def _activity(row: Row) -> Activity:
    load = Load(row.choice("load", [*Load]))
    also = row.choice("also_load", ["", *Load])
    if also == load:
        raise row.faulty("repeated", f"also_load is {also} again")
    aerobic = row.yes("aerobic")
    if aerobic and load in _NO_BY_ITSELF:
        raise row.faulty("impossible_range", f"minutes of {load} are never aerobic")
    met = row.number("met", _LOWEST_MET, _HIGHEST_MET)
    _check_met_source(row, met)
    return Activity(
        id=row.id(),
        names=row.names(),
        load=load,
        also_load=Load(also) if also else None,
        intensity=_intensity(row, met),
        aerobic=aerobic,
        met=met,
        code=row["code"] or None,
        cautions=row.choices("cautions", CAUTIONS),
        source=source_of(row),
        status=row.status(),
    )


def _intensity(row: Row, met: float | None) -> Intensity:
    intensity = Intensity(row.choice("intensity", [*Intensity]))
    if met is not None and intensity is not intensity_of(met):
        raise row.faulty("impossible_range", f"{met:g} MET is {intensity_of(met)}, not {intensity}")
    return intensity


def _check_met_source(row: Row, met: float | None) -> None:
    """A MET has a code with its edition and a status; where there is none, a note says why the intensity is so."""
    if met is None:
        if row["code"] or row["met_status"]:
            raise row.faulty("missing_cell", "there is a code or its status, and no met")
        row.text("note")
        return
    row.status("met_status")
    edition, colon, code = row.text("code").partition(":")
    if edition not in EDITIONS or not colon or len(code) != len("17200") or not code.isdecimal():
        raise row.faulty("not_a_code", f"code is {row['code']!r}, not written like 2024:17200")
