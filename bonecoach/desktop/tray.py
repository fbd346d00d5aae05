"""The sign in the tray, where the desktop has one: the way back to a window that waits unseen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from bonecoach.paths import resources


class Tray(QObject):
    """Shows the sign with a menu. `start` does nothing where there is no tray, as on GNOME without an extension."""

    asks_open = Signal()
    """She wants to see the window."""

    asks_quit = Signal()
    """She wants the program to end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sign: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None

    @property
    def exists(self) -> bool:
        """Whether the sign stands in a tray now: without, a closed window has no way back, and must not hide."""
        return self._sign is not None and QSystemTrayIcon.isSystemTrayAvailable()

    def start(self) -> None:
        """Puts the sign into the tray. Called again, it looks whether a tray came: at login, panels come late."""
        if self._sign is not None or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        menu = QMenu()
        menu.addAction(self.tr("Open BoneCoach"), self.asks_open.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Quit and stop reminders"), self.asks_quit.emit)
        sign = QSystemTrayIcon(QIcon(str(resources() / "icons" / "bonecoach.svg")), self)
        sign.setToolTip("BoneCoach")
        sign.setContextMenu(menu)
        sign.activated.connect(self._activated)
        sign.show()
        self._menu, self._sign = menu, sign  # the sign does not own its menu

    def tell(self, sentence: str) -> None:
        """Says a sentence beside the sign, where the tray itself can: not every tray of a Linux desktop does."""
        if self._sign is not None:
            self._sign.showMessage("BoneCoach", sentence)

    def stop(self) -> None:
        """Takes the sign away."""
        if self._sign is not None:
            self._sign.hide()
            self._sign.deleteLater()
        if self._menu is not None:
            self._menu.deleteLater()
        self._sign = self._menu = None

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # A right click opens the menu, and so does every click on macOS, where the menu is the whole sign.
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.asks_open.emit()
