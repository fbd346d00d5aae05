"""Workouts of watches as FIT files, read by a library that knows the format (fitdecode)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bonecoach.core.errors import DiaryError
from bonecoach.exchange.bounded import refuse_what_is_no_file, told_of_reading
from bonecoach.exchange.devices.workouts import MOST_WORKOUTS, Workout

LARGEST = 100_000_000
"""Bytes; a day with a watch is a few hundred thousand."""

_SESSION = "session"
_PLAIN = frozenset({"generic", ""})


def read_fit(path: Path) -> list[Workout]:
    """The workouts in a FIT file.

    Raises DiaryError("no_such_file", "not_a_file", "cannot_read", "file_too_large", "not_a_track").
    """
    refuse_what_is_no_file(path)
    with told_of_reading(path):
        if path.stat().st_size > LARGEST:
            raise DiaryError("file_too_large")
        return list(_workouts(path))


def _workouts(path: Path) -> Iterator[Workout]:
    import fitdecode

    try:
        with _reader(path) as reader:
            number = made = 0
            for number, frame in enumerate(reader, start=1):
                if isinstance(frame, fitdecode.FitDataMessage) and frame.name == _SESSION:
                    workout = _workout(frame, number)
                    if workout is not None:
                        made += 1
                        if made > MOST_WORKOUTS:
                            raise DiaryError("file_too_large")
                        yield workout
            if not number:
                raise DiaryError("not_a_track", path=str(path))
    except (OSError, DiaryError):
        raise
    except Exception:  # noqa: BLE001 - a damaged file makes the library stumble in many ways
        raise DiaryError("not_a_track", path=str(path)) from None


def _reader(path: Path) -> Any:
    """Reads frames: one whose checksum is wrong is damaged; what an app of the watch left undescribed is no matter."""
    import fitdecode

    checks, faults = fitdecode.CrcCheck.RAISE, fitdecode.ErrorHandling.IGNORE
    return fitdecode.FitReader(str(path), check_crc=checks, error_handling=faults)


def _workout(frame: Any, number: int) -> Workout | None:
    start, seconds = frame.get_value("start_time", fallback=None), frame.get_value("total_timer_time", fallback=None)
    if not isinstance(start, datetime) or not isinstance(seconds, int | float):
        return None
    sport, kind = (str(frame.get_value(name, fallback="") or "") for name in ("sport", "sub_sport"))
    aware = start if start.tzinfo is not None else start.replace(tzinfo=UTC)
    return Workout(sport if kind in _PLAIN else kind, aware, seconds / 60, number, sport)
