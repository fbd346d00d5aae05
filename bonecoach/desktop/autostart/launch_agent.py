"""The place of macOS: a launch agent of the person, which launchd reads at her next login."""

from __future__ import annotations

import plistlib
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

LABEL = "bonecoach.background"


class LaunchAgent:
    """The agent's property list."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"

    def holds(self) -> bool:
        """Whether the agent is there, whole and not disabled. Raises OSError."""
        try:
            said: Any = plistlib.loads(self.path.read_bytes())
        except FileNotFoundError:
            return False
        except (ValueError, ExpatError):  # launchd reads it no better
            return False
        return isinstance(said, dict) and bool(said.get("RunAtLoad")) and not said.get("Disabled")

    def write(self, command: list[str]) -> None:
        """Writes the agent whole or not at all. Raises OSError, and ValueError for a path that is not text."""
        agent = {
            "Label": LABEL,
            "ProgramArguments": command,
            "RunAtLoad": True,
            "ProcessType": "Interactive",  # otherwise its timers are slowed down, and reminders come late
        }
        text = plistlib.dumps(agent)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_name(f".{self.path.name}.new")
        try:
            unfinished.write_bytes(text)
            unfinished.replace(self.path)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise

    def clear(self) -> None:
        """Takes the agent away; one that runs now runs on. Raises OSError."""
        self.path.unlink(missing_ok=True)
