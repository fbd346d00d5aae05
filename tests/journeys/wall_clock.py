"""The wall clock of the real program, put by the story: seconds go on passing as they do, as in sleep (libfaketime)."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bonecoach.clock import SystemClock

BERLIN = "Europe/Berlin"


class WallClock:
    """One clock for the window and the terminal, in one zone; whatever is started with its environment reads it."""

    def __init__(self, folder: Path, zone: str = BERLIN) -> None:
        self._put = folder / "clock"
        self._ahead = timedelta()
        self.zone = zone

    @property
    def environment(self) -> dict[str, str]:
        """What a program has to be started with to read this clock."""
        library = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
        assert library is not None, "libfaketime is not installed: `make test` sees to that"
        return {
            "LD_PRELOAD": str(library),
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # on, waiting for the GIL becomes a spin of all threads
            "FAKETIME_TIMESTAMP_FILE": str(self._put),
            "TZ": self.zone,
        }

    def shows(self, text: str, fold: int = 0) -> None:
        """It is put to a wall time: "2026-11-23 07:59:58"; `fold` 1 means the second one in a repeated hour."""
        local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(self.zone), fold=fold)
        self._ahead = local - SystemClock().now()
        unfinished = self._put.with_suffix(".new")
        unfinished.write_text(f"{self._ahead.total_seconds():+.3f}\n", encoding="ascii")
        unfinished.replace(self._put)  # a program may read it at any moment

    def late(self, text: str) -> float:
        """Seconds since a wall time."""
        local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(self.zone))
        return (SystemClock().now() + self._ahead - local).total_seconds()
