"""A session bus of the test's own, with a notification server that does what the test says."""

from __future__ import annotations

import sys

import pytest

from tests.desktop.fake_server import FakeServer


@pytest.fixture
def server(tmp_path, monkeypatch):
    """A notification server on a bus that this process is on, too."""
    if sys.platform != "linux":
        pytest.skip("the session bus is a thing of Linux")
    server = FakeServer(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", server.address)
    yield server
    server.ends()
