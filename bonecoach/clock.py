"""The one place that asks what time it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the instant. Tests bring one that stands still until told to move."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)


def system_zone() -> str:
    """The IANA name of the zone this computer is set to; "UTC" when it does not say."""
    import os
    from pathlib import Path

    named = os.environ.get("TZ", "").lstrip(":")
    if named and _exists(named):
        return named
    link = Path("/etc/localtime")
    if link.is_symlink():
        _, _, name = str(link.resolve()).partition("zoneinfo/")
        name = name.removeprefix("posix/").removeprefix("right/")
        if name and _exists(name):
            return name
    written = Path("/etc/timezone")
    if written.is_file():
        name = written.read_text(encoding="utf-8").strip()
        if _exists(name):
            return name
    return "UTC"


def _exists(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
