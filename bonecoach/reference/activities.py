"""The activity table: what movement loads, how hard it is, and everything people call it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from bonecoach.core.activities import Activity, Intensity, Load, intensity_of
from bonecoach.paths import resources
from bonecoach.reference.movement_words import movement_stem
from bonecoach.reference.names import NameIndex
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Line, Once, lines

COLUMNS = "id names load also_load met intensity aerobic code met_status cautions source status note"
CAUTIONS = ("flexion", "high_impact", "fall_risk", "hold_support", "supervised", "pull", "recent_fracture")
"""What to mind: bending or twisting the spine under load; impact after a fracture of little force or with a T-score of
-2.5 or less; falls; something to hold on to; a trained supervisor; a pull at the arm; a recent fracture."""

EDITIONS = ("2011", "2024")
"""Editions of the Compendium: codes were reused between them, so each code is kept with its edition (evidence 3.5)."""

_LOWEST_MET, _HIGHEST_MET = 1.0, 20.0
_DIGITS = 5
_AEROBIC = frozenset({Load.WEIGHT_BEARING_LOW, Load.WEIGHT_BEARING_HIGH, Load.NOT_WEIGHT_BEARING})

_LOADS_BY_WORD = {"strength": Load.RESISTANCE, "resistance": Load.RESISTANCE, "balance": Load.BALANCE}


class ActivityTable:
    """All activities the app knows, read when first asked. Raises FaultyTable then for a table that cannot be."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

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

    def browse(self, text: str) -> list[Activity]:
        """Activities for whoever looks around: all whose names hold the words, those that are chiefly called so in
        front, then all that load the same ("strength": resistance bands too). All of them for an empty text."""
        words = text.casefold().split()
        called = [
            each for each in self.all() if all(any(word in name.casefold() for name in each.names) for word in words)
        ]
        called.sort(key=lambda each: not all(word in each.names[0].casefold() for word in words))
        load = _LOADS_BY_WORD.get(" ".join(words))
        alike = [each for each in self.all() if load is not None and load in (each.load, each.also_load)]
        alike.sort(key=lambda each: each.load is not load)
        return list(dict.fromkeys([*called, *alike]))

    def near(self, text: str) -> list[str]:
        """Names a slip or two away from `text` ("pilatess": Pilates), nearest first; `named` knows each."""
        return self._names.near(text)

    @cached_property
    def _by_id(self) -> dict[str, Activity]:
        return read_activities(self._folder or resources())

    @cached_property
    def _names(self) -> NameIndex[Activity]:
        return NameIndex(((each, each.names) for each in self._by_id.values()), movement_stem)


def read_activities(folder: Path) -> dict[str, Activity]:
    """The activities of a resources folder by id. Raises FaultyTable for a line that cannot be."""
    known = known_sources(folder)
    found: dict[str, Activity] = {}
    ids, names = Once(), Once()
    for line in lines(folder / "activities" / "activities.csv", COLUMNS):
        activity = _activity(line, known)
        ids.claim(line, activity.id, activity.id)
        names.claim_names(line, activity.names)
        found[activity.id] = activity
    return found


def _activity(line: Line, known: frozenset[str]) -> Activity:
    load = Load(line.one_of("load", tuple(Load)))
    also = line.one_of("also_load", ("", *Load))
    if also == load:
        raise line.faulty("repeated", f"also_load is {also} again")
    aerobic = line.flag("aerobic")
    if aerobic and load not in _AEROBIC:
        raise line.faulty("impossible_range", f"minutes of {load} are never aerobic")
    met = _met(line)
    return Activity(
        id=line.id(),
        names=line.names(),
        load=load,
        also_load=Load(also) if also else None,
        intensity=_intensity(line, met),
        aerobic=aerobic,
        met=met,
        code=line["code"] or None,
        cautions=line.listed("cautions", CAUTIONS),
        source=line.sources(known),
        status=line.status(),
    )


def _intensity(line: Line, met: float | None) -> Intensity:
    intensity = Intensity(line.one_of("intensity", tuple(Intensity)))
    if met is not None and intensity is not intensity_of(met):
        raise line.faulty("impossible_range", f"{met:g} MET is {intensity_of(met)}, not {intensity}")
    return intensity


def _met(line: Line) -> float | None:
    """The MET, with its code and status; where there is none, the note says why the intensity is what it is."""
    met = line.number_in("met", _LOWEST_MET, _HIGHEST_MET)
    if met is None:
        if line["code"] or line["met_status"]:
            raise line.faulty("missing_cell", "there is a code or its status, and no met")
        line.text("note")
        return None
    line.status("met_status")
    edition, colon, code = line.text("code").partition(":")
    if edition not in EDITIONS or not colon or len(code) != _DIGITS or not code.isdecimal():
        raise line.faulty("not_a_code", f"code is {line['code']!r}, not written like 2024:17200")
    return met
