"""The board of Linux: desktop-notifier on the session bus, with what a diary needs besides.

As it comes, it forgets a notice as soon as that is closed, so that a button pressed in the same moment is lost; it does
not replace; and it goes on believing in the numbers of a server that was restarted, which mean other notices by then.
"""

from __future__ import annotations

import asyncio
import html
from contextlib import suppress
from dataclasses import replace
from itertools import count
from typing import Any

from dbus_fast import Message
from dbus_fast.errors import DBusError
from desktop_notifier import Capability
from desktop_notifier.backends.dbus import (
    DEFAULT_ACTION_KEY,
    NOTIFICATION_CLOSED_DISMISSED,
    DBusDesktopNotifier,
)

from bonecoach.desktop.notices import APP, Heard, Notice, NotShown, icon, native

SERVER = "org.freedesktop.Notifications"
"""The name of the program that shows notifications."""

REMEMBERED = 200
"""Notices that are known by their numbers, standing or gone: a button pressed late is one of the last ones'."""


class LinuxBoard(DBusDesktopNotifier):
    """Puts notices up at the notification server, whichever runs at the moment."""

    def __init__(self, heard: Heard) -> None:
        super().__init__(APP, icon())
        self._heard = heard
        self._showings = count(1)
        self._standing: dict[str, int] = {}
        self._answered: set[int] = set()
        self._late: set[asyncio.Task[None]] = set()
        self._markup = self._server_is_another = False

    async def open(self) -> None:
        """Finds the server and asks what it can. Raises OSError, DBusError and others where there is none."""
        if self.interface is not None and self.bus.connected and not self._server_is_another:
            return
        await self.close()
        try:
            await self.get_capabilities()
        except BaseException:  # also when it takes too long: no half-open connection stays behind
            await self.close()
            raise
        self.bus.add_message_handler(self._watch_server)

    async def put_up(self, notice: Notice) -> None:
        """Shows a notice in place of the one of its key. Raises NotShown, DBusError and others where it is refused.

        Cancelled, it takes the notice away again as soon as a server that was asleep shows it after all.
        """
        await self.take_down(notice.key)  # not the protocol's own replacing, which may change it without a sign
        if self._markup:
            notice = replace(notice, body=html.escape(notice.body, quote=False))
        if Capability.BUTTONS not in await self.get_capabilities():
            notice = replace(notice, buttons=())  # such a server makes a dialog of them
        sending = asyncio.create_task(self._show(notice))
        try:
            self._standing[notice.key] = await asyncio.shield(sending)
        except asyncio.CancelledError:
            late = asyncio.create_task(self._take_down_late(sending))
            self._late.add(late)
            late.add_done_callback(self._late.discard)
            raise

    async def take_down(self, key: str) -> None:
        """Takes a notice away, if it stands there."""
        number = self._standing.pop(key, None)
        if number is not None:
            with suppress(DBusError):  # it is gone already, or the server is
                await self._ask("close_notification", number)

    async def close(self) -> None:
        """Leaves the bus; what stands there stays."""
        bus = getattr(self, "bus", None)
        self.interface, self._capabilities, self._server_is_another = None, None, False
        self._forget()
        if bus is not None and bus.connected:
            bus.disconnect()
            await bus.wait_for_disconnect()

    # -- at the server -------------------------------------------------------------------------------------------

    async def _show(self, notice: Notice) -> int:
        """Shows a notice; the number the server gave it."""
        numbers = self._platform_to_interface_notification_identifier
        while len(numbers) >= REMEMBERED:
            self._answered.discard(next(iter(numbers)))
            del numbers[next(iter(numbers))]
        showing = f"{next(self._showings)} {notice.key}"  # each one of its own: desktop-notifier knows none twice
        await self._send(native(notice, showing))
        if showing not in numbers.inverse:  # a server of another kind, which desktop-notifier gives up on
            raise NotShown
        number = numbers.inverse[showing]
        self._answered.discard(number)
        return number

    async def _take_down_late(self, sending: asyncio.Task[int]) -> None:
        with suppress(Exception):  # it never came, which is what was told
            await self._ask("close_notification", await sending)

    async def _ask(self, what: str, *said: object) -> Any:
        # The methods of an interface are made when it is read, from what the server says of itself.
        return await getattr(self.interface, f"call_{what}")(*said)

    def _watch_server(self, message: Message) -> None:
        if message.member == "NameOwnerChanged" and message.body[:1] == [SERVER]:
            self._server_is_another = True
            self._forget()

    def _forget(self) -> None:
        self._platform_to_interface_notification_identifier.clear()
        self._standing.clear()
        self._answered.clear()

    # -- what desktop-notifier calls -----------------------------------------------------------------------------

    async def _get_capabilities(self) -> frozenset[Capability]:
        found = await super()._get_capabilities()
        self._markup = "body-markup" in await self._ask("get_capabilities")
        return found

    # Both wait for the next turn of the loop: what the server says in one breath with the number of a new notice would
    # come before the number is known.

    def _on_action(self, nid: int, action_key: str) -> None:
        asyncio.get_running_loop().call_soon(self._acted, nid, action_key)

    def _on_closed(self, nid: int, reason: int) -> None:
        asyncio.get_running_loop().call_soon(self._closed, nid, reason)

    # -- what the person did -------------------------------------------------------------------------------------

    def _acted(self, number: int, action: str) -> None:
        key = self._key(number)
        if key is not None:
            self._answered.add(number)
            if action == DEFAULT_ACTION_KEY:
                self._heard("clicked", key)
            else:
                self._heard("pressed", key, action)

    def _closed(self, number: int, reason: int) -> None:
        key = self._key(number)
        if key is None:
            return
        if self._standing.get(key) == number:
            del self._standing[key]
        # Many servers close a notice with this reason after its button was pressed, too.
        if reason == NOTIFICATION_CLOSED_DISMISSED and number not in self._answered:
            self._heard("dismissed", key)

    def _key(self, number: int) -> str | None:
        """Whose notice a number is; None where it is another program's."""
        showing = self._platform_to_interface_notification_identifier.get(number)
        return None if showing is None else showing.partition(" ")[2]
