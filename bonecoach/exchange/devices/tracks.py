"""Workouts of watches as files: TCX and GPX. Of a track only its sport, its beginning and its length are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.parsers import expat

from bonecoach.core.errors import DiaryError
from bonecoach.exchange.bounded import Budget, refuse_what_is_no_file, told_of_reading
from bonecoach.exchange.devices.careful_xml import CarefulXml, StrangeXml
from bonecoach.exchange.devices.workouts import MOST_WORKOUTS, Workout

MOST_BYTES = 200_000_000
_PIECE = 1 << 16
_LONGEST_TEXT = 200


def read_track(path: Path) -> list[Workout]:
    """The workouts in a TCX or GPX file; one without a single time in it holds none.

    Raises DiaryError("no_such_file", "not_a_file", "cannot_read", "file_too_large", "not_a_track").
    """
    refuse_what_is_no_file(path)
    reading = _Reading()
    budget = Budget(MOST_BYTES)
    with told_of_reading(path), path.open("rb") as stream:
        try:
            reading.xml.read(stream, budget, _PIECE)
        except (expat.ExpatError, StrangeXml):
            raise DiaryError("not_a_track", path=str(path)) from None
    if not reading.known:
        raise DiaryError("not_a_track", path=str(path))
    return list(reading.workouts())


class _Track:
    """One activity of a file as it goes by."""

    def __init__(self, sport: str, line: int) -> None:
        self.sport, self.line = sport, line
        self.first: datetime | None = None
        self.last: datetime | None = None
        self.seconds = 0.0

    def seen(self, at: datetime) -> None:
        """A time in it."""
        self.first = at if self.first is None else min(self.first, at)
        self.last = at if self.last is None else max(self.last, at)


class _Reading:
    """Takes sports, times and lengths as they go by."""

    def __init__(self) -> None:
        self.known = False
        self._tracks: list[_Track] = []
        self._inside: list[str] = []
        self._text = ""
        self.xml = CarefulXml(self._start, self._end)
        self.xml.parser.CharacterDataHandler = self._said

    def workouts(self) -> Iterator[Workout]:
        """What was found: as long as it says, else from its first to its last time."""
        for track in self._tracks:
            if track.first is not None and track.last is not None:
                seconds = track.seconds or (track.last - track.first).total_seconds()
                yield Workout(track.sport, track.first, seconds / 60, track.line)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._text = ""
        self._inside.append(name)
        if name in ("TrainingCenterDatabase", "gpx"):
            self.known = True
        elif name in ("Activity", "trk"):
            if len(self._tracks) >= MOST_WORKOUTS:
                raise DiaryError("file_too_large")
            self._tracks.append(_Track(attributes.get("Sport", ""), self.xml.line))
        elif name == "Lap" and self._tracks and "StartTime" in attributes:
            self._tracks[-1].seen(_instant(attributes["StartTime"]))

    def _said(self, text: str) -> None:
        if len(self._text) < _LONGEST_TEXT:
            self._text += text

    def _end(self, name: str) -> None:
        said, self._text = self._text.strip(), ""
        self._inside.pop()
        if not (self._tracks and said and self._inside):
            return
        track, around = self._tracks[-1], self._inside[-1]
        if name in ("time", "Time") and around in ("trkpt", "Trackpoint"):
            track.seen(_instant(said))
        elif name == "type" and around == "trk":
            track.sport = said
        elif name == "TotalTimeSeconds" and around == "Lap":
            track.seconds += max(0.0, float(said))


def _instant(said: str) -> datetime:
    """A time; one without an offset is in UTC, as both formats have it."""
    at = datetime.fromisoformat(said)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at
