"""Tells when the computer woke from sleep. Where nobody tells us, the alarm's heartbeat notices by the clock."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

LOGIN = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
"""Service, path, interface and signal of systemd's login1 (also elogind's): true before sleep, false after it."""


class Waking(QObject):
    """Emits `woke` after a sleep, on a Linux with login1; elsewhere it is quiet."""

    woke = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: QDBusConnection | None = None

    def start(self, bus: QDBusConnection | None = None) -> bool:
        """Begins to listen, on the system bus unless another is given; whether there is one. QtDBus is imported here.

        Whether anybody will ever speak there is not known: login1 may start later.
        """
        if self._bus is not None or not sys.platform.startswith("linux"):
            return self._bus is not None
        from PySide6.QtDBus import QDBusConnection

        if bus is None:
            bus = QDBusConnection.systemBus()
        # PySide6 6.11 says bytes in its types, and takes nothing but text.
        if not bus.isConnected() or not bus.connect(*LOGIN, self, SLOT("_sleep(bool)")):  # type: ignore[call-overload]
            return False
        self._bus = bus
        return True

    def stop(self) -> None:
        """Listens no more."""
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.disconnect(*LOGIN, self, SLOT("_sleep(bool)"))  # type: ignore[call-overload]  # as above

    @Slot(bool)
    def _sleep(self, begins: bool) -> None:
        if not begins:
            self.woke.emit()
