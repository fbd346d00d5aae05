"""Notifications of the system as pages and the bell see them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class FakeNotifier(QObject):
    """Keeps what a system would show."""

    pressed = Signal(str, str)
    clicked = Signal(str)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, str] = {}
        self.silent: list[bool] = []

    def show(self, key, title, body, buttons, silent, sound):
        self.shown[key] = title
        self.silent.append(silent)

    def withdraw(self, key):
        self.shown.pop(key, None)
