"""Whether BoneCoach starts with the login, unseen. The system's own file or registry is the truth: we keep no copy."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from bonecoach.core.errors import DiaryError
from bonecoach.paths import default_data_dir


class Place(Protocol):
    """Where a system keeps what starts with the login."""

    def holds(self) -> bool:
        """Whether BoneCoach stands there, and is not switched off there. Raises OSError."""

    def write(self, command: list[str]) -> None:
        """Has the command started with the login. Raises OSError."""

    def clear(self) -> None:
        """Takes it away, if it is there. Raises OSError."""


def is_on() -> bool:
    """Whether BoneCoach starts with the login. Raises DiaryError("autostart_refused") where nobody may look."""
    with _said_plainly():
        return place().holds()


def turn_on(data_dir: Path | None) -> None:
    """Starts BoneCoach with the login from now on, with the diary in `data_dir`; None is the usual folder.

    Raises DiaryError("autostart_refused").
    """
    with _said_plainly():
        place().write(command(data_dir))


def turn_off() -> None:
    """Starts it no more. Raises DiaryError("autostart_refused")."""
    with _said_plainly():
        place().clear()


def place() -> Place:
    """The place of this system."""
    name: str = sys.platform  # as a text: otherwise the types of one system call the others unreachable
    if name == "win32":
        from bonecoach.desktop.autostart.run_key import RunKey

        return RunKey()
    if name == "darwin":
        from bonecoach.desktop.autostart.launch_agent import LaunchAgent

        return LaunchAgent()
    from bonecoach.desktop.autostart.desktop_entry import DesktopEntry

    return DesktopEntry()


def command(data_dir: Path | None) -> list[str]:
    """What is started: this program, unseen, with its diary named unless it is found without."""
    # BONECOACH_DATA_DIR and a folder named from where we stand now mean nothing at the next login.
    folder = data_dir or default_data_dir()
    usual = "BONECOACH_DATA_DIR" not in os.environ and folder == default_data_dir()
    return [*program(), "--background", *([] if usual else ["--data-dir", str(folder.expanduser().absolute())])]


def program() -> list[str]:
    """How this program is called from anywhere: the bundle, the launcher beside Python, or Python itself."""
    python = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return [str(python)]
    windowless = python.with_name("pythonw.exe")  # Windows: anything else opens a black window at every login
    if windowless.exists():
        return [str(windowless), "-m", "bonecoach"]
    launcher = python.with_name("bonecoach")
    return [str(launcher)] if launcher.exists() else [str(python), "-m", "bonecoach"]


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a name that the file cannot hold, or a file nobody can read
        raise DiaryError("autostart_refused") from error
