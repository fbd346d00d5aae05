"""The look and text size that the person chose: kept in the diary's settings, put in force at once."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from bonecoach.ui.theme import LOOK_NAMES, SIZE_STEPS, SYSTEM, apply, look_named

LOOK, TEXT_SIZE = "look", "text_size"
"""The keys of the settings; the size is kept in percent."""


class Settings(Protocol):
    """Where the choice is kept."""

    def setting(self, key: str) -> str | None: ...

    def set_setting(self, key: str, value: str) -> None: ...


class Appearance(QObject):
    """`changed()`: another look or size holds."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self._app, self._settings = app, settings
        self.look_name = _known_look(settings.setting(LOOK))
        self.scale = _known_scale(settings.setting(TEXT_SIZE))

    def put_in_force(self) -> None:
        """Shows what was chosen."""
        apply(self._app, look_named(self.look_name), self.scale)
        self.changed.emit()

    def follow_system(self) -> None:
        """From now on the system look turns with the computer's."""
        self._app.styleHints().colorSchemeChanged.connect(self._system_turned)

    def choose_look(self, name: str) -> None:
        """Takes a look of LOOK_NAMES."""
        self.look_name = _known_look(name)
        self._keep(LOOK, self.look_name)

    def choose_scale(self, scale: float) -> None:
        """Takes a text size, 1.0 to 2.0."""
        self.scale = min(max(scale, SIZE_STEPS[0]), SIZE_STEPS[-1])
        self._keep(TEXT_SIZE, str(round(self.scale * 100)))

    def larger(self) -> None:
        """The next larger text size."""
        self.choose_scale(next((step for step in SIZE_STEPS if step > self.scale + 0.001), SIZE_STEPS[-1]))

    def smaller(self) -> None:
        """The next smaller text size."""
        self.choose_scale(next((step for step in reversed(SIZE_STEPS) if step < self.scale - 0.001), SIZE_STEPS[0]))

    def normal(self) -> None:
        """Text at 100 %."""
        self.choose_scale(SIZE_STEPS[0])

    def _keep(self, key: str, value: str) -> None:
        self.put_in_force()
        self._settings.set_setting(key, value)

    def _system_turned(self) -> None:
        if self.look_name == SYSTEM:
            self.put_in_force()


def _known_look(name: str | None) -> str:
    return name if name in LOOK_NAMES else SYSTEM


def _known_scale(percent: str | None) -> float:
    if percent is None or not percent.isdecimal():
        return SIZE_STEPS[0]
    return min(max(int(percent) / 100, SIZE_STEPS[0]), SIZE_STEPS[-1])
