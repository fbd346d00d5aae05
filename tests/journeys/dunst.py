"""Dunst, a notification server that people use, at a desk: what it shows, and its menu of buttons."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.desk import asked, start, wait_for

SETTINGS = """\
[global]
    dmenu = {menu}
    icon_position = off
"""

MENU = """\
#!/bin/sh
grep -m 1 "$(cat '{choice}')"
"""
"""Stands for the menu that dunst opens: it takes the first entry that says what is to be chosen."""


class Dunst:
    """Runs on the bus of an environment until `ends`."""

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        self._environment = environment
        self._choice = folder / "choice"
        menu, settings = folder / "menu", folder / "dunstrc"
        menu.write_text(MENU.format(choice=self._choice), encoding="utf-8")
        menu.chmod(0o700)
        settings.write_text(SETTINGS.format(menu=menu), encoding="utf-8")
        self._process = start(["dunst", "-config", str(settings)], environment)
        wait_for("dunst", lambda: asked(["dunstctl", "is-paused"], environment).strip() == "false")

    def shows(self, count: int) -> None:
        """Waits until it shows so many notifications. Raises NoDesk where it does not come to that."""
        wait_for(f"dunst with {count}", lambda: self._count("displayed") == count)

    def chooses(self, button: str) -> None:
        """A button of what is shown is chosen from the menu."""
        self._choice.write_text(button, encoding="utf-8")
        subprocess.run(["dunstctl", "context"], env=dict(self._environment), check=True, timeout=10)

    def ends(self) -> None:
        """It goes."""
        self._process.terminate()
        self._process.wait(timeout=10)

    def _count(self, which: str) -> int:
        return int(asked(["dunstctl", "count", which], self._environment).strip() or -1)
