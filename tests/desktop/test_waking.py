"""Waking is told by login1, and where there is none nothing happens."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtDBus import QDBusConnection

from bonecoach.desktop.waking import Waking

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="login1 is a thing of Linux")


@pytest.fixture
def bus(qapp, server):
    """The bus of a computer with login1."""
    yield QDBusConnection.connectToBus(server.address, "waking")
    QDBusConnection.disconnectFromBus("waking")


@pytest.fixture
def woken(bus):
    """How often it woke."""
    waking = Waking()
    waking.times = []
    waking.woke.connect(lambda: waking.times.append(1))
    assert waking.start(bus)
    yield waking
    waking.stop()


def test_it_wakes_after_a_sleep_and_not_before(server, woken, qtbot):
    server.told("sleep", "yes")
    server.told("sleep", "no")
    qtbot.waitUntil(lambda: bool(woken.times), timeout=5000)
    assert woken.times == [1]


def test_started_twice_it_tells_once(server, bus, woken, qtbot):
    assert woken.start(bus)
    server.told("sleep", "no")
    qtbot.waitUntil(lambda: bool(woken.times), timeout=5000)
    assert woken.times == [1]


def test_stopped_it_tells_nothing(server, bus, woken, qtbot):
    woken.stop()
    woken.stop()
    other = Waking()
    heard = []
    other.woke.connect(lambda: heard.append(1))
    other.start(bus)
    server.told("sleep", "no")
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    assert woken.times == []
    other.stop()


@pytest.mark.parametrize("address", ["unix:path=/nowhere/at/all", "nonsense"])
def test_without_a_system_bus_it_is_quiet(address):
    ask = "from bonecoach.desktop.waking import Waking; w = Waking(); print(w.start()); w.stop()"
    environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address}
    done = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert done.stderr == ""
