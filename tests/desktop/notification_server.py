"""A notification server for tests, as org.freedesktop.Notifications asks for it, and the sleep signal of login1.

It reads one command a line from its input and writes one JSON list a line about all that happens:

    ready ADDRESS PID    notify NUMBER {what was asked}    close NUMBER    called METHOD
"""

from __future__ import annotations

import asyncio
import json
import os
import sys

from dbus_fast import Message, MessageType, NameFlag, RequestNameReply
from dbus_fast.aio import MessageBus

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
LOGIN = "org.freedesktop.login1"

WHAT_IT_IS = """\
<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
"http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>
"""


def say(*what):
    """One line about what happened."""
    print(json.dumps(what), flush=True)


class Server:
    """One run of a notification server: it counts from one."""

    def __init__(self, can):
        self.can = can
        self.shown = 0
        self.refuses = False
        self.presses = ""

    async def appear(self):
        self.bus = await MessageBus().connect()
        self.bus.add_message_handler(self.called)
        taken = await self.bus.request_name(NAME, NameFlag.DO_NOT_QUEUE)
        assert taken is RequestNameReply.PRIMARY_OWNER
        return self

    async def vanish(self):
        self.bus.disconnect()
        await self.bus.wait_for_disconnect()

    def signal(self, member, signature, *body, path=PATH, interface=NAME):
        return self.bus.send(Message.new_signal(path, interface, member, signature, list(body)))

    def called(self, message):
        if message.message_type is not MessageType.METHOD_CALL or message.path != PATH:
            return None
        say("called", message.member)
        if self.refuses and message.member == "Notify":
            return Message.new_error(message, f"{NAME}.Error", "no room")
        if message.member == "Introspect":
            return Message.new_method_return(message, "s", [WHAT_IT_IS])
        if message.member == "GetCapabilities":
            return Message.new_method_return(message, "as", [self.can])
        if message.member == "GetServerInformation":
            return Message.new_method_return(message, "ssss", ["Fake", "BoneCoach", "1", "1.2"])
        if message.member == "CloseNotification":
            say("close", *message.body)
            self.signal("NotificationClosed", "uu", message.body[0], 3)
            return Message.new_method_return(message)
        app, replaces, icon, title, body, actions, hints, _ = message.body
        self.shown = replaces or self.shown + 1
        hints = {name: hint.value for name, hint in hints.items()}
        notice = {"app": app, "icon": icon, "title": title, "body": body, "actions": actions, "hints": hints}
        say("notify", self.shown, notice)
        if self.presses:  # in one breath with the answer
            asyncio.get_running_loop().call_soon(self.signal, "ActionInvoked", "us", self.shown, self.presses)
        return Message.new_method_return(message, "u", [self.shown])


async def obey(server, words):
    """Does what one line says; answers the server that runs after it."""
    match words:
        case ["press", number, action]:
            await server.signal("ActionInvoked", "us", int(number), action)
        case ["closed", number, reason]:
            await server.signal("NotificationClosed", "uu", int(number), int(reason))
        case ["refuse"]:
            server.refuses = True
        case ["press", "at", "once", action]:
            server.presses = action
        case ["vanish"]:
            await server.vanish()
        case ["appear", *can]:
            return await Server(can).appear()
        case ["sleep", going]:
            where = {"path": "/org/freedesktop/login1", "interface": f"{LOGIN}.Manager"}
            await server.bus.request_name(LOGIN)
            await server.signal("PrepareForSleep", "b", going == "yes", **where)
    return server


async def main():
    """Serves until the input ends."""
    server = await Server(["actions", "body", "body-markup", "sound"]).appear()
    say("ready", os.environ["DBUS_SESSION_BUS_ADDRESS"], os.getpid())
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        server = await obey(server, line.decode().split())
        say("obeyed")


if __name__ == "__main__":
    asyncio.run(main())
