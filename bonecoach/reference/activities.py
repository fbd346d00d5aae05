"""The activity table: what movement loads, how hard it is, and everything people call it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from bonecoach.core.activities import Activity, Intensity, Load, intensity_of
from bonecoach.core.errors import FaultyTable
from bonecoach.reference.names import NameIndex
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Line, lines

COLUMNS = "id names load also_load intensity aerobic met code cautions source status"


class ActivityTable:
    """Activities by id and by name, read when first asked. Raises FaultyTable for a table that cannot be."""

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

    def near(self, text: str) -> list[str]:
        """Names a slip or two away from `text` ("pilatess": Pilates), nearest first."""
        return self._names.near(text)

    @cached_property
    def _by_id(self) -> dict[str, Activity]:
        from bonecoach.paths import resources

        folder = self._folder or resources()
        sources = known_sources(folder)
        table = lines(folder / "activities" / "activities.csv", COLUMNS)
        return {each.id: each for each in (_activity(line, sources) for line in table)}

    @cached_property
    def _names(self) -> NameIndex[Activity]:
        def refuse(activity: Activity, name: str) -> Exception:
            reason = f"{name!r} of {activity.id} names two activities"
            return FaultyTable("duplicate_name", table="activities.csv", line=0, reason=reason)

        return NameIndex(((each, each.names) for each in self.all()), refuse, forms_of_verbs=True)


def _activity(line: Line, sources: frozenset[str]) -> Activity:
    source, status = line.source_and_status()
    if source not in sources:
        raise line.faulty("unknown_source", f"{source} is not in sources.csv")
    met = line.number_in("met", 1, 20)
    intensity = Intensity(line.one_of("intensity", tuple(Intensity)))
    if met is not None and intensity is not intensity_of(met):
        raise line.faulty("impossible_range", f"{met:g} MET is {intensity_of(met)}, not {intensity}")
    also = line.one_of("also_load", ("", *Load))
    return Activity(
        id=line["id"],
        names=line.names(),
        load=Load(line.one_of("load", tuple(Load))),
        also_load=Load(also) if also else None,
        intensity=intensity,
        aerobic=line.flag("aerobic"),
        met=met,
        code=line["code"] or None,
        cautions=tuple(code for code in line["cautions"].split(";") if code),
        source=source,
        status=status,
    )
