"""The board of this computer, whichever system it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bonecoach.desktop.notices import APP, Board, Heard, Notice, NotShown, icon, native, on_linux

if TYPE_CHECKING:
    from desktop_notifier.backends.base import DesktopNotifierBackend


def board_of_this_system(heard: Heard) -> Board:
    """The board of this computer; desktop-notifier is imported here. Raises what its import raises."""
    if on_linux():
        from bonecoach.desktop.notices_linux import LinuxBoard

        return LinuxBoard(heard)
    from desktop_notifier.main import get_backend_class

    return PlainBoard(get_backend_class()(APP, icon()), heard)


class PlainBoard:
    """The board of Windows and macOS, as desktop-notifier brings it: there, a notice replaces the one of its key."""

    def __init__(self, backend: DesktopNotifierBackend, heard: Heard) -> None:
        self._backend = backend
        backend.on_button_pressed = lambda key, button: heard("pressed", key, button)
        backend.on_clicked = lambda key: heard("clicked", key)
        backend.on_dismissed = lambda key: heard("dismissed", key)

    async def open(self) -> None:
        """Asks the person once, where the system wants that. Raises NotShown where she refused, or there is no way."""
        from desktop_notifier.backends.dummy import DummyNotificationCenter

        # The stand-in for systems without a way takes everything and shows nothing.
        if isinstance(self._backend, DummyNotificationCenter) or not await self._backend.request_authorisation():
            raise NotShown

    async def put_up(self, notice: Notice) -> None:
        """Shows a notice. Raises NotShown."""
        shown: list[str] = []
        # The backend logs what goes wrong and does not say so; it does say what it has dispatched.
        await self._backend.send(native(notice, notice.key, lambda: shown.append(notice.key)))
        if not shown:
            raise NotShown

    async def take_down(self, key: str) -> None:
        """Takes a notice away, if it stands there."""
        await self._backend.clear(key)

    async def close(self) -> None:
        """Nothing is held open."""
