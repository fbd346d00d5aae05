"""The place of Windows: the person's own Run key in the registry."""

from __future__ import annotations

import importlib
import subprocess
from contextlib import suppress
from typing import Any

NAME = "BoneCoach"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"

APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the Task Manager notes what she switched off there: the first byte of the value is odd then."""


class RunKey:
    """The value `BoneCoach` of the Run key."""

    def __init__(self) -> None:
        # Not by a plain import: its types are there on Windows only, and the tests bring a registry of their own.
        self._winreg: Any = importlib.import_module("winreg")

    def holds(self) -> bool:
        """Whether the value is there and not switched off in the Task Manager. Raises OSError."""
        if not self._value(RUN):
            return False
        switched = self._value(APPROVED)
        return not (isinstance(switched, bytes) and switched and switched[0] % 2 == 1)

    def write(self, command: list[str]) -> None:
        """Writes the value, and takes back what was switched off. Raises OSError."""
        winreg = self._winreg
        with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, RUN, 0, winreg.KEY_SET_VALUE) as key:
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(command))
        self._remove(APPROVED)

    def clear(self) -> None:
        """Takes the value away. Raises OSError."""
        self._remove(RUN)
        self._remove(APPROVED)

    def _value(self, path: str) -> object:
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, path) as key:
                value: object = self._winreg.QueryValueEx(key, NAME)[0]
                return value
        except FileNotFoundError:
            return None

    def _remove(self, path: str) -> None:
        winreg = self._winreg
        with (
            suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, winreg.KEY_SET_VALUE) as key,
        ):
            winreg.DeleteValue(key, NAME)
