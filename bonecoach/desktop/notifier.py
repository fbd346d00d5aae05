"""Notifications of the system, with buttons: they reach a person whose window is closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from bonecoach.desktop.without_tls import without_tls

if TYPE_CHECKING:
    from bonecoach.desktop.messenger import Messenger

PATIENCE = 5.0
"""Seconds the system may take to show a notification before it counts as not shown."""

LAST_PATIENCE = 0.8
"""Seconds the end of the program waits for the thread."""


class Notifier(QObject):
    """Shows and withdraws notifications by a key of the caller's own, and never waits for the system.

    Signals come in the thread the Notifier lives in. A button may be pressed after its notification was withdrawn: the
    system is a world of its own, so whoever hears of it has to look whether it still counts.
    """

    pressed = Signal(str, str)
    """A button was pressed: key of the notification, id of the button."""

    clicked = Signal(str)
    """The notification itself was clicked."""

    dismissed = Signal(str)
    """It was closed by the person, without an answer."""

    failed = Signal(str)
    """It was not shown: there is nothing on this system that shows it, or it does not answer."""

    _heard = Signal(str, str, str)

    def __init__(self, parent: QObject | None = None, patience: float = PATIENCE) -> None:
        super().__init__(parent)
        self._patience = patience
        self._messenger: Messenger | None = None
        self._stopped = False
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def show(
        self, key: str, title: str, body: str, buttons: Sequence[tuple[str, str]], silent: bool, sound: bool
    ) -> None:
        """Shows a notification, in place of the one that was shown under this key.

        `buttons` are pairs of an id and a label. `silent` asks for no attention; `sound` is not played then. The first
        call starts the thread. After `stop` nothing is shown any more.
        """
        if self._stopped:
            return
        from bonecoach.desktop.boards import board_of_this_system
        from bonecoach.desktop.notices import Notice

        if self._messenger is None:
            with without_tls():
                from bonecoach.desktop.messenger import Messenger

            self._messenger = Messenger(board_of_this_system, self._hear, self._patience)
        self._messenger.show(Notice(key, title, body, tuple(buttons), silent, sound))

    def withdraw(self, key: str) -> None:
        """Takes a notification away, if it is still shown."""
        if self._messenger is not None:
            self._messenger.withdraw(key)

    def stop(self, withdrawing: Iterable[str] = ()) -> None:
        """Ends the thread, within a second even if the system hangs; what is shown stays but for `withdrawing`."""
        self._stopped = True
        messenger, self._messenger = self._messenger, None
        if messenger is not None:
            messenger.stop(LAST_PATIENCE, withdrawing)

    def _hear(self, what: str, key: str, button: str = "") -> None:
        try:
            self._heard.emit(what, key, button)  # from the other thread; `_tell` is called in this one
        except RuntimeError:  # the window went away in the meantime, and nobody is left to be told
            return

    @Slot(str, str, str)
    def _tell(self, what: str, key: str, button: str) -> None:
        if self._stopped:
            return
        if what == "pressed":
            self.pressed.emit(key, button)
        else:
            {"clicked": self.clicked, "dismissed": self.dismissed, "failed": self.failed}[what].emit(key)
