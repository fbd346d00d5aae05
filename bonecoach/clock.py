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


class SystemZone:
    """The zone this computer is set to: called, it answers the IANA name. It is looked up again only when told to."""

    def __init__(self) -> None:
        self._name = system_zone()

    def __call__(self) -> str:
        return self._name

    def look_again(self) -> bool:
        """Looks whether the computer was set to another zone since: whether it was."""
        before, self._name = self._name, system_zone()
        return before != self._name


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
    return _asked_of_the_system() or "UTC"


def _asked_of_the_system() -> str | None:
    # Windows keeps its zones by other names, and some Linux machines only a copy of a zone's file.
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name()
    except (LookupError, OSError, ValueError):
        return None
    return name if name and _exists(name) else None


def _exists(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
