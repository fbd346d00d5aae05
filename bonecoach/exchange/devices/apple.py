"""Apple Health's export.xml, however large it is: read piece by piece, workouts and weights alone."""

from __future__ import annotations

import math
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast
from xml.parsers import expat

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.units import GRAMS_PER_POUND
from bonecoach.exchange.arrivals import Arrived, Ignored, Rejected
from bonecoach.exchange.bounded import Budget, is_package, member_named, refuse_what_is_no_file, told_of_reading
from bonecoach.exchange.devices.careful_xml import CarefulXml, StrangeXml
from bonecoach.exchange.devices.workouts import MOST_WORKOUTS, Sessions, Weight, Workout, weights_by_month

MOST_BYTES = 8_000_000_000
"""Of one export: ten years with a watch are about one gigabyte."""

_PIECE = 1 << 18
_EXPORT = "export.xml"
_SPORT = "HKWorkoutActivityType"
_WEIGHT = "HKQuantityTypeIdentifierBodyMass"
_KG = {"kg": 1.0, "g": 0.001, "lb": GRAMS_PER_POUND / 1000, "st": 14 * GRAMS_PER_POUND / 1000}
_MINUTES = {"min": 1.0, "s": 1 / 60, "sec": 1 / 60, "hr": 60.0, "h": 60.0}


class AppleExport(NamedTuple):
    """What an export holds that belongs into a diary: its workouts as they are, and what else arrived."""

    workouts: list[Workout]
    others: list[Arrived]


def read_apple(path: Path, sessions: Sessions) -> Iterator[Arrived]:
    """What an export holds that belongs into a diary. Raises DiaryError (see `apple_export`)."""
    export = apple_export(path)
    for workout in export.workouts:
        yield sessions.line_of(workout)
    yield from export.others


def apple_export(path: Path) -> AppleExport:
    """What an export holds: the zip as it comes from the telephone, or its export.xml.

    Raises DiaryError("no_such_file", "not_a_file", "cannot_read", "damaged_file", "file_too_large", "strange_package",
    "locked_package", "not_apple_health").
    """
    refuse_what_is_no_file(path)
    reading = _Reading()
    with told_of_reading(path):
        if is_package(path):
            with zipfile.ZipFile(path) as package:
                found = member_named(package, _EXPORT)
                if found is None:
                    raise DiaryError("not_apple_health", path=str(path))
                with package.open(found) as stream:
                    reading.read(cast(BinaryIO, stream), path)
        else:
            with path.open("rb") as stream:
                reading.read(stream, path)
    ignored = [Ignored(f"{count} × {name}") for name, count in sorted(reading.ignored.items())]
    return AppleExport(reading.workouts, [*reading.rejected, *weights_by_month(reading.weights, _EXPORT), *ignored])


class _Reading:
    """Takes what it is looking for as it goes by."""

    def __init__(self) -> None:
        self.workouts: list[Workout] = []
        self.weights: list[Weight] = []
        self.rejected: list[Rejected] = []
        self.ignored: Counter[str] = Counter()
        self._xml = CarefulXml(self._start)
        self._xml.parser.ordered_attributes = True
        self._known = False

    def read(self, stream: BinaryIO, path: Path) -> None:
        """Reads a whole stream."""
        budget = Budget(MOST_BYTES)
        try:
            self._xml.read(stream, budget, _PIECE)
        except (expat.ExpatError, StrangeXml):
            raise DiaryError("damaged_file" if self._known else "not_apple_health", path=str(path)) from None
        if not self._known:
            raise DiaryError("not_apple_health", path=str(path))

    def _start(self, name: str, attributes: list[str]) -> None:
        if name == "Record":  # millions of them, and their type stands first
            if _WEIGHT in attributes:
                self._kept(name, attributes, self._weight)
        elif name == "Workout":
            self._kept(name, attributes, self._workout)
        elif name == "HealthData":
            self._known = True

    def _kept(self, name: str, attributes: list[str], take: Callable[[dict[str, str], int], None]) -> None:
        line = self._xml.line
        try:
            take(dict(zip(attributes[::2], attributes[1::2], strict=True)), line)
        except (KeyError, ValueError, OverflowError):
            self.rejected.append(Rejected(_EXPORT, line, InvalidEntry("resource_unreadable", kind=name)))
        if len(self.workouts) + len(self.weights) + len(self.rejected) > MOST_WORKOUTS:
            raise DiaryError("file_too_large")

    def _workout(self, said: dict[str, str], line: int) -> None:
        sport = said["workoutActivityType"].removeprefix(_SPORT)
        start, end = _instant(said["startDate"]), _instant(said["endDate"])
        minutes = (end - start).total_seconds() / 60
        if "duration" in said:  # without its pauses
            minutes = _figure(said["duration"]) * _MINUTES[said.get("durationUnit", "min")]
        if sport == "Other":
            self.ignored["Other"] += 1
            return
        self.workouts.append(Workout(sport, start, minutes, line))

    def _weight(self, said: dict[str, str], line: int) -> None:
        self.weights.append(Weight(_figure(said["value"]) * _KG[said["unit"]], _instant(said["startDate"]), line))


def _figure(said: str) -> float:
    figure = float(said)
    if not math.isfinite(figure):
        raise ValueError(said)
    return figure


def _instant(said: str) -> datetime:
    """ "2026-11-20 07:05:00 +0200"."""
    return datetime.strptime(said, "%Y-%m-%d %H:%M:%S %z")
